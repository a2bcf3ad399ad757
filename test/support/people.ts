import type { Member, Role } from "@hilo/schema";
import { accounts } from "../../functions/src/platform/accounts.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { workspace } from "../../functions/src/platform/firestore.ts";
import { house } from "./house.ts";

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

/** A member with an account and its claims, as an invitation leaves them. */
export async function makeMember(workspaceId: string, role: Role): Promise<Person> {
  const person = await makeAccount();
  const at = new Date();
  const member: Member = {
    name: `Test ${role}`,
    email: person.email,
    role,
    enabled: true,
    language: "es",
    timeZone: "America/Santiago",
    createdAt: at,
    updatedAt: at,
  };
  await workspace(workspaceId).collection("members").doc(person.uid).create(member);
  await (await accounts()).setCustomUserClaims(person.uid, { workspaces: { [workspaceId]: role } });
  return person;
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

/**
 * An ID token of a session that began an hour ago, of an account that is as old. The sign-in emulator signs no token,
 * so that its time can be set.
 */
export async function signInEarlier(person: Person): Promise<string> {
  const then = Math.floor(Date.now() / 1000) - earlier;
  const [head = "", claims = ""] = (await signIn(person)).split(".");
  const body = { localId: person.uid, validSince: String(then) };
  await ask(`projects/${house.projectId}/accounts:update`, body, { authorization: "Bearer owner" });
  const told = JSON.parse(Buffer.from(claims, "base64url").toString("utf8"));
  const aged = JSON.stringify({ ...told, auth_time: then });
  return `${head}.${Buffer.from(aged).toString("base64url")}.`;
}

/** Follows a link to choose a password, as the person who got it. */
export async function choosePassword(link: string, newPassword: string): Promise<void> {
  const oobCode = new URL(link).searchParams.get("oobCode");
  await toolkit("resetPassword", { oobCode, newPassword });
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
  const url = `http://${house.auth}/identitytoolkit.googleapis.com/v1/${path}`;
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
