import type { Member, Role } from "@hilo/schema";
import { accounts } from "../../functions/src/platform/accounts.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { workspace } from "../../functions/src/platform/firestore.ts";
import { house } from "./house.ts";
import type { Sees } from "./signed-in.ts";

/** Somebody who can sign in: member of one workspace, unless a test changes that. */
export type Person = { uid: string; email: string; password: string };

const password = "hilo-test-1";

/** A workspace of its own, so that journeys do not meet. */
export function freshWorkspace(): string {
  return `test-${newId().slice(0, 8)}`;
}

/** An account with a password, that nobody has let in anywhere. */
export async function makeAccount(email = `${newId()}@hilo.test`): Promise<Person> {
  const { uid } = await (await accounts()).createUser({ email, password });
  return { uid, email, password };
}

/** A member with an account and its claims, as an accepted invitation leaves them. */
export async function makeMember(
  workspaceId: string,
  role: Role,
  name?: string,
  sees?: Sees,
): Promise<Person> {
  const person = await makeAccount();
  await joinAs(person.uid, workspaceId, role, name, sees);
  return person;
}

/** Makes an account that there is a member of a workspace, too. */
export async function joinAs(
  uid: string,
  workspaceId: string,
  role: Role,
  name = `Test ${role}`,
  { see, teams }: Sees = { see: "all", teams: [] },
): Promise<void> {
  const at = new Date();
  const auth = await accounts();
  const { email = "", customClaims } = await auth.getUser(uid);
  const member: Member = {
    name,
    email,
    role,
    enabled: true,
    see,
    teams: [...teams],
    language: "es",
    timeZone: "America/Santiago",
    createdAt: at,
    updatedAt: at,
  };
  await workspace(workspaceId).collection("members").doc(uid).create(member);
  const workspaces = { ...customClaims?.workspaces, [workspaceId]: role };
  const some = {
    see: { ...customClaims?.see, [workspaceId]: see },
    teams: { ...customClaims?.teams, [workspaceId]: teams },
  };
  const sight = see === "all" ? {} : some;
  await auth.setCustomUserClaims(uid, { ...customClaims, workspaces, ...sight });
}

/** An ID token, as the console gets it; throws what the sign-in emulator says. */
export async function signIn({ email, password }: Pick<Person, "email" | "password">) {
  const { idToken } = await toolkit("signInWithPassword", {
    email,
    password,
    returnSecureToken: true,
  });
  return String(idToken);
}

/** How long ago, in seconds, a session began that is to be told from one of now. */
const earlier = 3600;

/** An ID token of a session that began an hour ago, of an account that is as old. */
export async function signInEarlier(person: Person): Promise<string> {
  const then = Math.floor(Date.now() / 1000) - earlier;
  const token = await signIn(person);
  const body = { localId: person.uid, validSince: String(then) };
  await ask(`projects/${house.projectId}/accounts:update`, body, { authorization: "Bearer owner" });
  return withClaims(token, { auth_time: then });
}

/** A session, as a browser keeps it: its ID token, and by what it gets the next one. */
export type KeptSession = { idToken: string; refreshToken: string };

/** A code that Firebase Authentication has mailed, as the sign-in emulator lists them; undefined when there is none. */
export async function mailedCode(
  email: string,
  kind: "EMAIL_SIGNIN" | "PASSWORD_RESET",
): Promise<string | undefined> {
  const url = `http://${house.auth}/emulator/v1/projects/${house.projectId}/oobCodes`;
  const { oobCodes } = (await (await fetch(url)).json()) as {
    oobCodes: { email: string; oobCode: string; requestType: string }[];
  };
  return oobCodes.findLast((one) => one.email === email && one.requestType === kind)?.oobCode;
}

/** Opens the newest sign-in mail of a mailbox, as its owner; throws what the sign-in emulator says. */
export async function signInByMail(email: string): Promise<KeptSession> {
  const oobCode = await mailedCode(email, "EMAIL_SIGNIN");
  return (await toolkit("signInWithEmailLink", { email, oobCode })) as KeptSession;
}

/** A session begun with a password. */
export async function sessionOf({ email, password }: Omit<Person, "uid">): Promise<KeptSession> {
  const asked = { email, password, returnSecureToken: true };
  return (await toolkit("signInWithPassword", asked)) as KeptSession;
}

type TokenTimes = { sub: string; iat: number; auth_time: number };

/**
 * The ID token of now, with the claims of now; throws when the session was ended. The sign-in emulator ends none and
 * forgets when one began, so that both are seen to here, as Firebase Authentication does.
 */
export async function renewed({ idToken, refreshToken }: KeptSession): Promise<string> {
  const began: TokenTimes = claimsIn(idToken);
  const { tokensValidAfterTime } = await (await accounts()).getUser(began.sub);
  if (Date.parse(tokensValidAfterTime ?? "") > began.iat * 1000) throw new Error("TOKEN_EXPIRED");
  const body = { grant_type: "refresh_token", refresh_token: refreshToken };
  const told = await post(`http://${house.auth}/securetoken.googleapis.com/v1/token?key=any`, body);
  return withClaims(String(told.id_token), { auth_time: began.auth_time });
}

function claimsIn(token: string) {
  return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
}

/** The sign-in emulator signs no token, so that what it says can be set. */
function withClaims(token: string, claims: object): string {
  const told = JSON.stringify({ ...claimsIn(token), ...claims });
  return `${token.split(".")[0]}.${Buffer.from(told).toString("base64url")}.`;
}

/** Has Firebase Authentication mail a link to choose a new password. */
export async function forgetPassword(email: string): Promise<string> {
  await toolkit("sendOobCode", { requestType: "PASSWORD_RESET", email });
  return (await mailedCode(email, "PASSWORD_RESET")) ?? "";
}

/** Chooses a password by the code of such a mail. */
export async function choosePassword(oobCode: string, newPassword: string): Promise<void> {
  await toolkit("resetPassword", { oobCode, newPassword });
}

/** Changes an account as its own console could, without us. */
export async function changeOwnAccount(idToken: string, changes: object): Promise<void> {
  await toolkit("update", { idToken, ...changes });
}

/** https://firebase.google.com/docs/reference/rest/auth */
function toolkit(verb: string, body: object): Promise<Record<string, unknown>> {
  return ask(`accounts:${verb}?key=any`, body);
}

async function ask(
  path: string,
  body: object,
  more: Record<string, string> = {},
): Promise<Record<string, unknown>> {
  return post(`http://${house.auth}/identitytoolkit.googleapis.com/v1/${path}`, body, more);
}

async function post(
  url: string,
  body: object,
  more: Record<string, string> = {},
): Promise<Record<string, unknown>> {
  const headers = { "content-type": "application/json", ...more };
  const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  const told = (await answer.json()) as Record<string, unknown>;
  if (!answer.ok) throw new Error(JSON.stringify(told));
  return told;
}

type Request = {
  method?: string;
  body?: object | FormData;
  headers?: Record<string, string>;
};

/** Calls the API of the running house with a token or a key; the JSON of its answer. */
export async function callApi(token: string, path: string, request: Request = {}) {
  const { body, method = body ? "POST" : "GET" } = request;
  const headers: Record<string, string> = { authorization: `Bearer ${token}`, ...request.headers };
  const init: RequestInit = { method, headers };
  if (body instanceof FormData) init.body = body;
  else if (body) {
    headers["content-type"] = "application/json";
    init.body = JSON.stringify(body);
  }
  const answer = await fetch(`${house.baseUrl}/api/v1${path}`, init);
  const json = (await answer.json()) as Record<string, unknown>;
  return { status: answer.status, headers: answer.headers, json, code: json.code };
}
