import type { Role } from "@hilo/schema";
import { now } from "../../functions/src/platform/clock.ts";
import type { Answers } from "../../functions/src/platform/idempotency.ts";
import {
  type KeyStanding,
  keyIdOf,
  type Sessions,
  type Standing,
} from "../../functions/src/platform/sessions.ts";

/** What an ID token says, as far as signing in reads it. `signedInAgo` in ms. */
export type TokenOf = {
  uid: string;
  workspaces?: Record<string, string>;
  signedInAgo?: number;
  /** Until when it counts, in seconds since the epoch. */
  until?: unknown;
  /** What Firebase refuses the token with. */
  refusal?: string;
};

/** People and systems who may call, without Firebase: tokens by their text, members and keys by workspace. */
export type Callers = {
  tokens: Record<string, TokenOf>;
  /** `workspace/uid` → where the member stands. */
  members: Record<string, Partial<Standing> & { role: Role }>;
  /** The keys themselves, as `workspace/key`. */
  keys: Record<string, Omit<KeyStanding, "see" | "teams"> & Partial<KeyStanding>>;
};

/** Signing in as `Callers` says. */
export function sessionsOf({ tokens, members, keys }: Callers): Sessions {
  return {
    verify: async (token) => {
      const known = tokens[token] ?? { uid: "", refusal: "auth/argument-error" };
      const { uid, workspaces = {}, signedInAgo = 0, until, refusal } = known;
      const email = `${uid}@callers.test`;
      if (refusal) throw Object.assign(new Error(refusal), { code: refusal });
      const at = Math.floor((now() - signedInAgo) / 1000);
      const firebase = { identities: {}, sign_in_provider: "password" };
      const ends = until === undefined ? {} : { until };
      const times = { auth_time: at, iat: at, exp: at + 3600, ...ends };
      return { uid, email, sub: uid, aud: "demo-hilo", iss: "", firebase, workspaces, ...times };
    },
    standing: async (workspaceId, uid) => {
      const member = members[`${workspaceId}/${uid}`];
      const signIn = { email: "", validFrom: 0 };
      return member && { name: uid, enabled: true, see: "all", teams: [], signIn, ...member };
    },
    apiKey: async (workspaceId, id) => {
      const found = Object.entries(keys).find(([path]) => {
        const [owner, key = ""] = path.split("/");
        return owner === workspaceId && keyIdOf(key) === id;
      })?.[1];
      return found && { see: "all", teams: [], ...found };
    },
  };
}

type Kept = { request: string; status?: number; body?: string };

/** Answers kept in memory, for as long as the test runs. */
export function answersInMemory(): Answers & { kept: Map<string, Kept> } {
  const kept = new Map<string, Kept>();
  return {
    kept,
    claim: async (workspaceId, id, request) => {
      const found = kept.get(`${workspaceId}/${id}`);
      if (!found) kept.set(`${workspaceId}/${id}`, { request });
      return found;
    },
    keep: async (workspaceId, id, answer) => {
      const found = kept.get(`${workspaceId}/${id}`);
      if (found) Object.assign(found, answer);
    },
    release: async (workspaceId, id) => {
      kept.delete(`${workspaceId}/${id}`);
    },
  };
}
