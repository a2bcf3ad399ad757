import type { Claims, Role } from "@hilo/schema";
import { may, type Permission } from "@hilo/schema/permissions";
import { type Sight, sightOf } from "@hilo/schema/visible-to";
import {
  getIdToken,
  getIdTokenResult,
  onIdTokenChanged,
  sendPasswordResetEmail,
  signInWithEmailAndPassword,
  signOut as signOutOfFirebase,
  type User,
} from "firebase/auth";
import { ownedBy } from "../ui/own-storage.ts";
import { type Source, source } from "../ui/source.ts";
import { type Connected, connect, connected } from "./firebase.ts";

/** How long after signing in a session lasts, in milliseconds; the rules and the API hold it too. */
const sessionMs = 24 * 60 * 60 * 1000;
const longestTimer = 2 ** 31 - 1;

export type Session = {
  uid: string;
  email: string;
  role: Role;
  /** How much of the workspace they see; where that is what their teams have, which teams those are. */
  see: Sight;
  teams: readonly string[];
  workspaceId: string;
  endsAt: number;
};

/** Why nobody is signed in. */
export type SignedOut = { why: "notYet" | "left" | "ended" | "noWorkspace" | "disabled" };

const state = source<Session | SignedOut | "loading">("loading");
let timer: ReturnType<typeof setTimeout> | undefined;
let why: SignedOut["why"] = "notYet";

/** Who is signed in; "loading" until that is known. */
export const session: Source<Session | SignedOut | "loading"> = state;

let takesGuests = false;

/** Who belongs to no workspace yet stays signed in from now on, to accept an invitation; or no more. */
export function takeGuests(yes: boolean): void {
  takesGuests = yes;
}

/** Whether somebody is signed in. */
export function isSignedIn(): boolean {
  return session.value !== "loading" && "uid" in session.value;
}

/** Who has just left, while the page still shows what was theirs. */
let leaving: Session | undefined;

/** The session, for what only runs while somebody is signed in, or is drawn once more as they leave. */
export function signedIn(): Session {
  const now = state.value;
  const whose = now === "loading" || "why" in now ? leaving : now;
  if (!whose) throw new Error("Nobody is signed in.");
  return whose;
}

/** Whether whoever is signed in may do something. */
export function isAllowed(permission: Permission): boolean {
  return may(signedIn().role, permission);
}

function set(next: Session | SignedOut): void {
  const before = state.value;
  leaving = before !== "loading" && "uid" in before ? before : undefined;
  state.set(next);
}

/** The page shows nothing any more of who has left. */
export function forgetWhoLeft(): void {
  leaving = undefined;
}

/** Starts following who is signed in. */
export async function followSession(): Promise<void> {
  const { auth, configuration } = await connect();
  onIdTokenChanged(auth, (user) => {
    void settle(user, configuration.workspaceHint);
  });
}

/** Signs in; throws Firebase's error, whose code `signInProblem` puts into a kind. */
export async function signIn(email: string, password: string): Promise<void> {
  const { auth } = await connect();
  why = "notYet";
  await signInWithEmailAndPassword(auth, email.trim(), password);
}

/** Sends the message with which a forgotten password is replaced. */
export async function forgotPassword(email: string): Promise<void> {
  const { auth } = await connect();
  await sendPasswordResetEmail(auth, email.trim());
}

/** Ends the session on this device. */
export async function signOut(reason: SignedOut["why"] = "left"): Promise<void> {
  why = reason;
  await signOutOfFirebase(connected().auth);
}

/** The header that tells the API who calls, and for which workspace. */
export async function authorization(): Promise<Record<string, string>> {
  const { auth }: Connected = connected();
  const token = (await auth.currentUser?.getIdToken()) ?? "";
  return { Authorization: `Bearer ${token}`, "X-Workspace": signedIn().workspaceId };
}

/**
 * Has the token made anew, with what the server has put into its claims meanwhile; the session goes on. Gives the token,
 * empty when nobody is signed in.
 */
export async function renew(): Promise<string> {
  const { auth } = await connect();
  return auth.currentUser ? getIdToken(auth.currentUser, true) : "";
}

/** When the token was made, in milliseconds; null when nobody is signed in. */
export async function tokenMadeAt(): Promise<number | null> {
  const { currentUser } = (await connect()).auth;
  return currentUser ? Date.parse((await getIdTokenResult(currentUser)).issuedAtTime) : null;
}

/** The kind of a failed sign-in, for which the page has a sentence. */
export function signInProblem(
  error: unknown,
): "wrong" | "disabled" | "tooMany" | "offline" | "badEmail" | "other" {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (error instanceof TypeError) return "offline";
  return kinds[code.replace("auth/", "")] ?? "other";
}

const kinds: Record<string, ReturnType<typeof signInProblem>> = {
  "invalid-credential": "wrong",
  "wrong-password": "wrong",
  "user-not-found": "wrong",
  "invalid-login-credentials": "wrong",
  "invalid-email": "badEmail",
  "user-disabled": "disabled",
  "too-many-requests": "tooMany",
  "network-request-failed": "offline",
};

async function settle(user: User | null, hint: string | undefined): Promise<void> {
  clearTimeout(timer);
  if (!user) return set({ why });
  const { claims, authTime } = await getIdTokenResult(user);
  const endsAt = Date.parse(authTime) + sessionMs;
  if (endsAt <= Date.now()) return signOut("ended");
  const place = workspaceOf(claims as Partial<Claims>, hint);
  if (!place) return takesGuests ? set({ why: "notYet" }) : signOut("noWorkspace");
  timer = setTimeout(() => void signOut("ended"), Math.min(endsAt - Date.now(), longestTimer));
  const next = { uid: user.uid, email: user.email ?? "", ...place, endsAt };
  ownedBy(next.uid);
  if (JSON.stringify(next) !== JSON.stringify(state.value)) set(next);
}

/** The workspace to work in: the one asked for when the member belongs to it, else the first. */
export function workspaceOf(
  claims: Partial<Claims>,
  hint: string | undefined,
): Pick<Session, "workspaceId" | "role" | "see" | "teams"> | undefined {
  const all = claims.workspaces ?? {};
  const workspaceId = hint && all[hint] ? hint : Object.keys(all)[0];
  const role = workspaceId === undefined ? undefined : all[workspaceId];
  if (workspaceId === undefined || !role) return undefined;
  const see = sightOf(role, claims.see?.[workspaceId] ?? "all");
  return { workspaceId, role, see, teams: claims.teams?.[workspaceId] ?? [] };
}
