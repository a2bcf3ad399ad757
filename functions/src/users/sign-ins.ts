import { isDeepStrictEqual } from "node:util";
import { askedMs, SignIn, type SignInChange } from "@hilo/schema";
import { LRUCache } from "lru-cache";
import type { Actor } from "../platform/auth.ts";
import { now } from "../platform/clock.ts";
import { db, read, stillAs, type Transaction } from "../platform/firestore.ts";
import { oneByOne } from "../platform/one-by-one.ts";
import { signInAt } from "./store.ts";

/** How somebody comes in now: their mailbox, and since when sessions of theirs count. */
type Now = Pick<SignIn, "email" | "validFrom">;

/** A change to mail its owner of, at the mailbox that they had before. */
export type Untold = SignInChange & { uid: string; mailbox: string };

/** For how long a mail is tried that could not be sent, in milliseconds. */
const mailMs = 24 * 60 * 60 * 1000;

/** What this instance has compared already, by account: a hint that saves a read a call. */
const compared = new LRUCache<string, string>({ max: 20_000 });

/** Forgets the hints, as a new instance would. */
export function forgetSignIns(): void {
  compared.clear();
}

/**
 * Compares how a member came in with how their account was last known, and notes what was changed. Gives what no mail
 * has told of yet, to one caller alone: who cannot mail it says `notTold`.
 */
export async function noticeChange({ id: uid, signIn }: Actor): Promise<Untold | undefined> {
  if (!signIn) return undefined;
  const seen = `${signIn.validFrom} ${signIn.email}`;
  if (compared.get(uid) === seen) return undefined;
  const ref = signInAt(uid);
  // A console that opens asks twenty things at once: the first of them looks, and the others know.
  return oneByOne(ref.path, async () => {
    if (compared.get(uid) === seen) return undefined;
    const untold = await db().runTransaction((transaction) => compare(transaction, uid, signIn));
    compared.set(uid, seen);
    return untold;
  });
}

/** Without a lock, since all instances look at once, too; written only where there is news. */
async function compare(
  transaction: Transaction,
  uid: string,
  signIn: Now,
): Promise<Untold | undefined> {
  const ref = signInAt(uid);
  const found = await ref.get();
  const known = read(SignIn, found);
  const changed = known && changeOf(known, signIn);
  const mails = changed?.mailedAt === null && now() - changed.at < mailMs;
  const next: SignIn = { ...latest(known, signIn), ...(changed && { changed }) };
  if (mails) next.changed = { ...changed, mailedAt: now() };
  if (!known) transaction.create(ref, next);
  else if (!isDeepStrictEqual(next, known)) transaction.update(ref, next, stillAs(found));
  return mails ? { uid, what: changed.what, at: changed.at, mailbox: changed.mailbox } : undefined;
}

/** What we know may be newer than what a session was checked by. */
function latest(known: SignIn | undefined, { email, validFrom }: Now): Now {
  if (known && known.validFrom >= validFrom)
    return { email: known.email, validFrom: known.validFrom };
  return { email, validFrom };
}

/** The last change: a new one, where the account has moved on since it was known. */
function changeOf(known: SignIn, { email, validFrom }: Now): SignIn["changed"] {
  if (validFrom <= known.validFrom) return known.changed;
  const what = email === known.email ? "password" : "mailbox";
  return { what, at: validFrom, mailbox: known.email, mailedAt: null };
}

/** The mail could not be sent: it is tried again when a session is next checked. */
export async function notTold(uid: string): Promise<void> {
  await signInAt(uid).update({ "changed.mailedAt": null });
  compared.delete(uid);
}

/** What was changed by us, such as sessions that an administrator ended, is nothing to ask its owner about. */
export async function noteOwnChange(uid: string, signIn: Now): Promise<void> {
  await signInAt(uid).set(signIn, { merge: true });
}

/** The change that a member is asked about: was it they? */
export async function changeToAsk(uid: string): Promise<{ changed: SignInChange | null }> {
  const { changed } = read(SignIn, await signInAt(uid).get()) ?? {};
  if (!changed || now() - changed.at > askedMs) return { changed: null };
  return { changed: { what: changed.what, at: changed.at } };
}
