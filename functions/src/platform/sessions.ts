import { createHash } from "node:crypto";
import { ApiKey, hasAccess, Member } from "@hilo/schema";
import type { DecodedIdToken, UserRecord } from "firebase-admin/auth";
import { LRUCache } from "lru-cache";
import { accounts } from "./accounts.ts";
import { now } from "./clock.ts";
import { read } from "./firestore.ts";
import { apiKeys, members } from "./store.ts";

/** For how long an answer about who may come in is believed, in milliseconds: a disabled member is out after it. */
export const believedMs = 60_000;

/** A member as far as signing in goes: sessions begun before `validFrom` (ms) have been ended. */
export type Standing = {
  name: string;
  role: Member["role"];
  see: Member["see"];
  teams: Member["teams"];
  enabled: boolean;
  /** Their account's mailbox, in lower case. */
  signIn: { email: string; validFrom: number };
};

/** An API key as far as calling goes. */
export type KeyStanding = Pick<
  ApiKey,
  "name" | "enabled" | "scopes" | "expiresAt" | "see" | "teams"
>;

/** What `authenticate` asks; a test answers in its own way. */
export type Sessions = {
  /** The token's claims; throws when the signature, the project or the time is wrong. */
  verify(token: string): Promise<DecodedIdToken>;
  standing(workspaceId: string, uid: string): Promise<Standing | undefined>;
  apiKey(workspaceId: string, keyId: string): Promise<KeyStanding | undefined>;
};

/** The document id of an API key: SHA-256, hex. The key itself is never kept. */
export function keyIdOf(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** `none` remembers that there is nothing, so that made-up keys cost one read a minute each. */
const none = Symbol("none");

const remembered = new LRUCache<string, Standing | ApiKey | typeof none>({
  max: 5_000,
  ttl: believedMs,
  ttlResolution: 0,
  perf: { now },
});

/** Makes this instance ask again; others follow within a minute. */
export function forget(workspaceId: string, id: string): void {
  remembered.delete(`members/${workspaceId}/${id}`);
  remembered.delete(`apiKeys/${workspaceId}/${id}`);
}

async function remember<T extends Standing | ApiKey>(
  key: string,
  ask: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const known = remembered.get(key) as T | typeof none | undefined;
  if (known !== undefined) return known === none ? undefined : known;
  const asked = await ask();
  remembered.set(key, asked ?? none);
  return asked;
}

/** The sessions of Firebase Authentication and of this database. */
export const sessions: Sessions = {
  verify: async (token) => {
    if (!isJwt(token)) throw Object.assign(new Error("No JWT"), { code: "auth/argument-error" });
    return (await accounts()).verifyIdToken(token);
  },
  standing: (workspaceId, uid) =>
    remember(`members/${workspaceId}/${uid}`, () => askStanding(workspaceId, uid)),
  apiKey: (workspaceId, keyId) =>
    remember(`apiKeys/${workspaceId}/${keyId}`, async () =>
      read(ApiKey, await apiKeys(workspaceId).doc(keyId).get()),
    ),
};

/** Whether head and claims of a token are JSON objects: Firebase's own reader trips over what is not (RFC 7519). */
function isJwt(token: string): boolean {
  const parts = token.split(".");
  return parts.length === 3 && parts.slice(0, 2).every(isEncodedObject);
}

function isEncodedObject(part: string): boolean {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

async function askStanding(workspaceId: string, uid: string): Promise<Standing | undefined> {
  const [snapshot, account] = await Promise.all([
    members(workspaceId).doc(uid).get(),
    accountOf(uid),
  ]);
  const member = read(Member, snapshot);
  if (!member || !account) return undefined;
  const { email = "", tokensValidAfterTime: time } = account;
  const signIn = { email: email.toLowerCase(), validFrom: time ? Date.parse(time) : 0 };
  const { name, role, see, teams } = member;
  return { name, role, see, teams, enabled: hasAccess(member) && !account.disabled, signIn };
}

async function accountOf(uid: string): Promise<UserRecord | undefined> {
  const { users } = await (await accounts()).getUsers([{ uid }]);
  return users[0];
}
