import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Account, Member } from "@hilo/schema";
import { accounts, type UserRecord } from "../platform/accounts.ts";
import { newId, now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import { noteOwnChange } from "./sign-ins.ts";
import { accountAt, findProof } from "./store.ts";

/** As Firebase Authentication keeps addresses. */
export function mailboxOf({ email }: { email?: string | undefined }): string {
  return (email ?? "").toLowerCase();
}

/**
 * Whether only the owner of its mailbox can have signed in to an account: it was made or cleared for that mailbox,
 * and nothing that lets anybody in was changed since but through us.
 */
export function isProved(account: UserRecord, proof: Account | undefined): boolean {
  if (!proof || proof.validFrom === null) return false;
  return proof.email === mailboxOf(account) && proof.validFrom === validFrom(account);
}

/** Since when sessions of an account count, in milliseconds. */
export function validFrom({ tokensValidAfterTime }: UserRecord): number {
  return tokensValidAfterTime ? Date.parse(tokensValidAfterTime) : 0;
}

/**
 * The account to invite. One that never worked anywhere and that we did not make is replaced: else whoever made it would get
 * in with what they know of it. One whose mailbox was changed without us goes back to the mailbox it was made for.
 */
export async function accountFor(
  { email, name }: Pick<Member, "email" | "name">,
  found: UserRecord | undefined,
): Promise<UserRecord> {
  if (!found) return makeAccount(email, name);
  const proof = await findProof(found.uid);
  if (proof && proof.email !== mailboxOf(found)) {
    await giveBackMailbox(found.uid, proof.email);
    return makeAccount(email, name);
  }
  if (proof || found.customClaims?.workspaces !== undefined) return usable(found, proof);
  await (await accounts()).deleteUser(found.uid).catch(unlessGone);
  return makeAccount(email, name);
}

/** An account that was being cleared when that was cut short is disabled: it is cleared to the end. */
async function usable(account: UserRecord, proof: Account | undefined): Promise<UserRecord> {
  if (!account.disabled) return account;
  if (proof?.validFrom !== null)
    throw new AppError("conflict", "This account is disabled in Firebase. Enable it there first.");
  await clear(account);
  return (await accounts()).getUser(account.uid);
}

/** Nobody knows a password of it, so that only its mailbox lets anybody in. It is noted down before there is one. */
async function makeAccount(email: string, name: string): Promise<UserRecord> {
  const uid = newId().replaceAll("-", "");
  await accountAt(uid).create({ email: email.toLowerCase(), validFrom: null } satisfies Account);
  const auth = await accounts();
  const made = await auth
    .createUser({ uid, email, displayName: name })
    .catch(async (cause: { code?: unknown }) => {
      await accountAt(uid).delete();
      if (cause.code !== "auth/email-already-exists") throw cause;
      throw new AppError("conflict", "This person is being invited already.", { cause });
    });
  await noteProof(made);
  return made;
}

/** Notes down that only its mailbox has let anybody in so far. */
export async function noteProof(account: UserRecord): Promise<void> {
  const proof: Account = { email: mailboxOf(account), validFrom: validFrom(account) };
  await accountAt(account.uid).set(proof);
}

/** Ends every session of an account, which proves no less than before whose it is. */
export async function endAllSessions(uid: string): Promise<void> {
  const auth = await accounts();
  const proved = isProved(await auth.getUser(uid), await findProof(uid));
  await auth.revokeRefreshTokens(uid);
  const ended = await auth.getUser(uid);
  await noteOwnChange(uid, { email: mailboxOf(ended), validFrom: validFrom(ended) });
  if (proved) await noteProof(ended);
}

async function giveBackMailbox(uid: string, email: string): Promise<void> {
  const auth = await accounts();
  await auth.updateUser(uid, { email }).catch((cause: { code?: unknown }) => {
    if (cause.code !== "auth/email-already-exists") throw cause;
    const words = "This mailbox belongs to another account. Its owner has to free it first.";
    throw new AppError("conflict", words, { cause });
  });
}

function unlessGone(error: { code?: unknown }): void {
  if (error.code !== "auth/user-not-found") throw error;
}

/** Tokens tell their time in seconds. */
const second = 1000;

/**
 * Takes from an account all that might let anybody in but its mailbox: passwords, other providers, second factors,
 * sessions. It is disabled meanwhile and until the second is over, so that no token of the same second survives.
 */
export async function clear(account: UserRecord): Promise<void> {
  const { uid } = account;
  const auth = await accounts();
  const others = account.providerData.map(({ providerId }) => providerId);
  await accountAt(uid).set({ email: mailboxOf(account), validFrom: null } satisfies Account);
  await auth.updateUser(uid, { disabled: true });
  await wait(second - (now() % second) + 1);
  await auth.updateUser(uid, {
    password: randomBytes(32).toString("base64url"),
    emailVerified: false,
    phoneNumber: null,
    multiFactor: { enrolledFactors: null },
    providersToUnlink: others.filter((one) => one !== "password" && one !== "phone"),
  });
  const cleared = await auth.updateUser(uid, { disabled: false });
  await noteOwnChange(uid, { email: mailboxOf(cleared), validFrom: validFrom(cleared) });
  await noteProof(cleared);
}
