import { setTimeout as wait } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { hasAccess, type Member, sightOf } from "@hilo/schema";
import { accounts, type UserRecord } from "../platform/accounts.ts";
import { newId, now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import { commit, db, FieldValue, type Transaction, type Writer } from "../platform/firestore.ts";
import { inTurns } from "../platform/in-turns.ts";
import {
  accountClaimsAt,
  accountsOf,
  allMembers,
  findAccountClaims,
  findMember,
  memberAt,
  workspacesOf,
} from "./store.ts";

/** The most that the claims of an account may take, in bytes; Firebase refuses more than 1,000. */
export const mostBytes = 900;

/** For how long whoever writes claims keeps the others waiting at the most, in milliseconds. */
const lockMs = 10_000;
/** How often whoever waits looks again, in milliseconds, and how many times. */
const lookMs = 100;
const mostLooks = 150;
/** How many accounts are compared at once. */
const parallel = 10;

type Claims = Record<string, unknown>;

/** A member document as it is about to be written. */
export type Becoming = { workspaceId: string; member: Member };

/**
 * The claims of an account, whole, by all its member documents: its roles and, where it does not see all, how much it
 * sees. What else stands in them stays. `becoming` is taken in place of the document that is there.
 */
export async function claimsOf(
  account: UserRecord,
  { transaction, becoming }: { transaction?: Transaction; becoming?: Becoming } = {},
): Promise<Claims> {
  const { uid } = account;
  const known = await findAccountClaims(uid, transaction);
  const here = becoming ? [becoming.workspaceId] : [];
  const ids = [...Object.keys(workspacesOf(account)), ...(known?.workspaces ?? []), ...here];
  const found = await Promise.all(
    [...new Set(ids)].sort().map(async (id) => {
      const isHere = id === becoming?.workspaceId;
      return [id, isHere ? becoming?.member : await findMember(id, uid, transaction)] as const;
    }),
  );
  return claimsBy(account, found);
}

function claimsBy(
  account: UserRecord,
  found: readonly (readonly [workspaceId: string, member: Member | undefined])[],
): Claims {
  const { workspaces: _w, see: _s, teams: _t, ...others } = account.customClaims ?? {};
  const workspaces: Record<string, string> = {};
  const see: Record<string, string> = {};
  const teams: Record<string, readonly string[]> = {};
  for (const [id, member] of found) {
    if (!member || !hasAccess(member)) continue;
    workspaces[id] = member.role;
    const sight = sightOf(member.role, member.see);
    if (sight === "all") continue;
    see[id] = sight;
    if (sight === "team" && member.teams.length > 0) teams[id] = member.teams;
  }
  return { ...others, workspaces, ...filled({ see }), ...filled({ teams }) };
}

/** Nothing of a map that is empty. */
function filled(maps: Record<string, object>): object {
  return Object.fromEntries(Object.entries(maps).filter(([, map]) => Object.keys(map).length > 0));
}

/**
 * Before a member document is written: throws `invalid` where the account's claims would grow too long by it. Read in
 * the same transaction, so that two workspaces cannot add to them at once.
 */
export async function refuseTooLong(
  transaction: Transaction,
  account: UserRecord,
  becoming: Becoming,
): Promise<void> {
  const claims = await claimsOf(account, { transaction, becoming });
  if (bytesOf(claims) <= Math.max(mostBytes, bytesOf(account.customClaims ?? {}))) return;
  throw new AppError(
    "invalid",
    "This person works in too many workspaces and teams for one account. Take them out of some teams first.",
  );
}

function bytesOf(claims: object): number {
  return Buffer.byteLength(JSON.stringify(claims));
}

/** Notes, in the commit that writes a member document, that there is one. */
export function noteMembership(write: Writer, uid: string, workspaceId: string): void {
  const workspaces = FieldValue.arrayUnion(workspaceId);
  write.set(accountClaimsAt(uid), { workspaces }, { merge: true });
}

/**
 * Writes the claims of an account whole, one at a time, and on its member document that its ID tokens of before are to be
 * renewed. `mailbox` is the one that accepted.
 */
export async function settleClaims(
  uid: string,
  workspaceId: string,
  mailbox?: string,
): Promise<void> {
  await locked(uid, async () => {
    const account = (await accountsOf([uid])).get(uid);
    if (!account) return;
    const claims = { ...(await claimsOf(account)), ...(mailbox ? { mailbox } : {}) };
    if (!isDeepStrictEqual(claims, account.customClaims))
      await (await accounts()).setCustomUserClaims(uid, claims);
  });
  const batch = db().batch();
  batch.update(memberAt(workspaceId, uid), { claimsAt: new Date(now()) });
  await commit(batch);
}

/** Whoever dies while they write keeps the others waiting for ten seconds. */
async function locked(uid: string, run: () => Promise<void>): Promise<void> {
  const holder = newId();
  for (let look = 1; !(await taken(uid, holder)); look += 1) {
    if (look > mostLooks)
      throw new AppError("unavailable", "Somebody else is changing this account. Try again.");
    await wait(lookMs);
  }
  try {
    await run();
  } finally {
    await giveBack(uid, holder);
  }
}

function taken(uid: string, holder: string): Promise<boolean> {
  return db().runTransaction(async (transaction) => {
    const { lock = null } = (await findAccountClaims(uid, transaction)) ?? {};
    if (lock && lock.until > now()) return false;
    const mine = { holder, until: now() + lockMs };
    transaction.set(accountClaimsAt(uid), { lock: mine }, { merge: true });
    return true;
  });
}

async function giveBack(uid: string, holder: string): Promise<void> {
  await db().runTransaction(async (transaction) => {
    const { lock = null } = (await findAccountClaims(uid, transaction)) ?? {};
    if (lock?.holder === holder) transaction.update(accountClaimsAt(uid), { lock: null });
  });
}

/** Each night: the claims of whoever works in a workspace say what their member documents say. How many did not. */
export async function compareClaims(workspaceId: string): Promise<number> {
  const members = await allMembers(workspaceId);
  const found = await accountsOf(members.map(({ id }) => id));
  const differing = members.filter((member) => {
    const account = found.get(member.id);
    return (
      account && !isDeepStrictEqual(partOf(workspaceId, account), expected(workspaceId, member))
    );
  });
  await inTurns(differing, parallel, async ({ id }) => {
    const batch = db().batch();
    noteMembership(batch, id, workspaceId);
    await batch.commit();
    await settleClaims(id, workspaceId);
  });
  return differing.length;
}

/** What an account's claims say of one workspace. */
function partOf(workspaceId: string, { customClaims = {} }: UserRecord): unknown[] {
  const { workspaces, see, teams } = customClaims;
  return [workspaces, see, teams].map((map) => map?.[workspaceId]);
}

function expected(workspaceId: string, member: Member): unknown[] {
  const claims = claimsBy({} as UserRecord, [[workspaceId, member]]);
  return partOf(workspaceId, { customClaims: claims } as UserRecord);
}
