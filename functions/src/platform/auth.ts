import type { IncomingMessage } from "node:http";
import {
  apiKeyRole,
  Claims,
  type Role,
  type Scope,
  type Sight,
  sessionEnd,
  sightOf,
} from "@hilo/schema";
import type { DecodedIdToken } from "firebase-admin/auth";
import { clientAddress } from "./client-address.ts";
import { now } from "./clock.ts";
import { AppError } from "./errors.ts";
import { requestId } from "./request.ts";
import { keyIdOf, type Sessions, type Standing, sessions } from "./sessions.ts";

/** Who is calling: a member who signed in, or another system with an API key. */
export type Actor = {
  type: "member" | "apiKey";
  /** The member's uid, or the API key's document id. */
  id: string;
  name: string;
  role: Role;
  /** How much they see, and the teams of whoever sees their teams'. */
  see: Sight;
  teams: readonly string[];
  workspaceId: string;
  requestId: string;
  ip: string;
  /** Of an API key: what it was made for. */
  scopes?: readonly Scope[];
  /** Of a member: how their account lets people in. */
  signIn?: Standing["signIn"];
};

/** Somebody who has signed in, whether they work anywhere or not. */
export type Guest = {
  uid: string;
  email: string;
  /** When this session began, in milliseconds. */
  since: number;
  requestId: string;
  ip: string;
};

type Caller = Omit<Actor, "requestId" | "ip">;

const apiKeyPattern = /^hilo_([a-z0-9][a-z0-9-]{0,62})_[A-Za-z0-9_-]{16,128}$/;

/**
 * The caller of a request, by its bearer token. Throws `notSignedIn` or `sessionEnded` (401), `notAllowed`
 * (403) for an account without a workspace, `notFound` (404) for somebody else's workspace.
 */
export async function authenticate(
  request: IncomingMessage,
  source: Sessions = sessions,
): Promise<Actor> {
  const token = bearer(request);
  const wanted = header(request, "x-workspace");
  const caller = await (token.startsWith("hilo_")
    ? byApiKey(token, wanted, source)
    : byIdToken(token, wanted, source));
  return { ...caller, requestId: requestId(request), ip: clientAddress(request) };
}

/** Who has signed in; throws `notSignedIn` or `sessionEnded` (401). */
export async function authenticateGuest(
  request: IncomingMessage,
  source: Sessions = sessions,
): Promise<Guest> {
  const decoded = await verified(bearer(request), source);
  const since = decoded.auth_time * 1000;
  if (now() >= sessionEnd(decoded)) throw sessionEnded();
  if (!decoded.email) throw new AppError("notAllowed", "Sign in with a mailbox first.");
  const { uid, email } = decoded;
  return { uid, email, since, requestId: requestId(request), ip: clientAddress(request) };
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

function bearer(request: IncomingMessage): string {
  const token = /^Bearer ([\w.~+/=-]{1,4096})$/i.exec(header(request, "authorization") ?? "")?.[1];
  if (!token) throw new AppError("notSignedIn", "Sign in first, or send an API key.");
  return token;
}

async function byApiKey(
  token: string,
  wanted: string | undefined,
  source: Sessions,
): Promise<Caller> {
  const workspaceId = apiKeyPattern.exec(token)?.[1];
  const id = keyIdOf(token);
  const key = workspaceId ? await source.apiKey(workspaceId, id) : undefined;
  const isGood = key?.enabled && (!key.expiresAt || now() < key.expiresAt.getTime());
  if (!workspaceId || !isGood) {
    throw new AppError("notSignedIn", "This API key is not valid. Ask an administrator for one.");
  }
  if (wanted !== undefined && wanted !== workspaceId) throw noSuchWorkspace();
  const { name, scopes, see, teams } = key;
  return { type: "apiKey", id, name, scopes, role: apiKeyRole, see, teams, workspaceId };
}

async function byIdToken(
  token: string,
  wanted: string | undefined,
  source: Sessions,
): Promise<Caller> {
  const decoded = await verified(token, source);
  if (now() >= sessionEnd(decoded)) throw sessionEnded();
  const claims = Claims.safeParse(decoded).data;
  const [workspaceId, role] = choose(Object.entries(claims?.workspaces ?? {}), wanted);
  if (!hasMailbox(decoded, claims?.mailbox)) throw sessionEnded();
  const standing = await source.standing(workspaceId, decoded.uid);
  const stands = standing?.enabled && standing.role === role;
  if (!stands || decoded.auth_time * 1000 < standing.signIn.validFrom) throw sessionEnded();
  const { name, teams, signIn } = standing;
  const see = sightOf(role, standing.see);
  return { type: "member", id: decoded.uid, name, role, see, teams, workspaceId, signIn };
}

/** What an ID token says; throws `notSignedIn`, `sessionEnded` or `unavailable`. */
export async function verified(
  token: string,
  source: Sessions = sessions,
): Promise<DecodedIdToken> {
  try {
    return await source.verify(token);
  } catch (cause) {
    throw refusalOf(cause);
  }
}

/** Codes: https://firebase.google.com/docs/auth/admin/errors. Only what says "wrong token" is a refusal. */
function refusalOf(cause: unknown): unknown {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (/^auth\/(id-token-(expired|revoked)|user-(disabled|not-found))$/.test(code)) {
    return sessionEnded(cause);
  }
  if (/^auth\/(argument-error|invalid-id-token|invalid-argument)$/.test(code)) {
    return new AppError("notSignedIn", "Sign in again.", { cause });
  }
  return new AppError("unavailable", "Signing in cannot be checked now. Try again.", { cause });
}

/** Whether an account still has the mailbox, verified, that accepted its invitations, as the rules ask, too. */
function hasMailbox(decoded: DecodedIdToken, mailbox: string | undefined): boolean {
  return mailbox === undefined || (decoded.email === mailbox && decoded.email_verified === true);
}

function choose(workspaces: [string, Role][], wanted: string | undefined): [string, Role] {
  if (wanted !== undefined) {
    const found = workspaces.find(([id]) => id === wanted);
    if (found) return found;
    throw noSuchWorkspace();
  }
  const [first, ...more] = workspaces;
  if (!first) throw new AppError("notAllowed", "This account belongs to no workspace.");
  if (more.length > 0) {
    throw new AppError("badRequest", "Say which workspace with the header X-Workspace.");
  }
  return first;
}

function noSuchWorkspace(): AppError {
  return new AppError("notFound", "There is no such workspace.");
}

function sessionEnded(cause?: unknown): AppError {
  return new AppError("sessionEnded", "The session has ended. Sign in again.", { cause });
}
