import { type Actor, authTimeOf } from "./actors.ts";
import { conditionsOf, type Operation, serverTime } from "./question.ts";

/** A Firestore emulator's project, asked over REST: quicker than a client for each asker. */
export class RestProject {
  readonly #documents: string;
  readonly #emulator: string;
  readonly #id: string;

  constructor(host: string, id: string) {
    this.#id = id;
    this.#documents = `http://${host}/v1/projects/${id}/databases/(default)/documents`;
    this.#emulator = `http://${host}/emulator/v1/projects/${id}`;
  }

  /** Puts rules in force; false when the emulator does not take them. */
  async load(rules: string): Promise<boolean> {
    const answer = await fetch(`${this.#emulator}:securityRules`, {
      method: "PUT",
      body: JSON.stringify({ rules: { files: [{ name: "firestore.rules", content: rules }] } }),
    });
    await answer.arrayBuffer();
    return answer.ok;
  }

  async clear(): Promise<void> {
    const path = this.#documents.slice(this.#documents.indexOf("/databases"));
    await fetch(`${this.#emulator}${path}`, { method: "DELETE" });
  }

  /** Whether an asker may. What was allowed has happened. */
  async may(who: Actor | null, does: Operation, path: string, data: object = {}): Promise<boolean> {
    return this.#ask(who ? tokenOf(who, this.#id) : undefined, does, path, data);
  }

  /** Does something as the owner of the project, whom no rule binds. */
  async force(does: Operation, path: string, data: object = {}): Promise<void> {
    if (!(await this.#ask("owner", does, path, data))) throw new Error(`Cannot ${does} ${path}.`);
  }

  async #ask(token: string | undefined, does: Operation, path: string, data: object) {
    const [url, init] = this.#request(does, path, data);
    const authorization = token === undefined ? undefined : { authorization: `Bearer ${token}` };
    const answer = await fetch(url, { ...init, headers: { ...authorization } });
    const body = await answer.text();
    if (answer.ok || answer.status === 404) return true;
    if (answer.status === 403) return false;
    throw new Error(`${does} ${path} answered ${answer.status}: ${body}`);
  }

  #request(does: Operation, path: string, data: object): [string, RequestInit] {
    if (does === "get") return [`${this.#documents}/${path}`, {}];
    const body = does === "list" ? queryOf(path) : { writes: [this.#write(does, path, data)] };
    const parent = does === "list" ? parentOf(path) : "";
    const verb = does === "list" ? ":runQuery" : ":commit";
    return [`${this.#documents}${parent}${verb}`, { method: "POST", body: JSON.stringify(body) }];
  }

  #write(does: Operation, path: string, data: object) {
    const name = `${this.#documents.slice(this.#documents.indexOf("projects/"))}/${path}`;
    if (does === "delete") return { delete: name };
    const entries = Object.entries(data);
    const plain = entries.filter(([, value]) => value !== serverTime);
    const fields = Object.fromEntries(plain.map(([key, value]) => [key, encode(value)]));
    const updateTransforms = entries
      .filter(([, value]) => value === serverTime)
      .map(([fieldPath]) => ({ fieldPath, setToServerValue: "REQUEST_TIME" }));
    return {
      update: { name, fields },
      ...(updateTransforms.length > 0 ? { updateTransforms } : {}),
    };
  }
}

const operators = { in: "IN", "==": "EQUAL", "array-contains": "ARRAY_CONTAINS" } as const;

function queryOf(path: string) {
  const collectionId = path.split("/").at(-1)?.split("?")[0];
  const from = [{ collectionId, allDescendants: path.startsWith("**") }];
  const filters = conditionsOf(path).map(({ field, op, value }) => ({
    fieldFilter: { field: { fieldPath: field }, op: operators[op], value: encode(value) },
  }));
  const where = filters.length > 0 ? { where: { compositeFilter: { op: "AND", filters } } } : {};
  return { structuredQuery: { from, ...where, limit: 1 } };
}

function parentOf(path: string): string {
  const parent = path.split("/").slice(0, -1).join("/");
  return parent === "" || parent === "**" ? "" : `/${parent}`;
}

/** A plain value as Firestore's REST API writes it. */
function encode(value: unknown): object {
  if (value === null) return { nullValue: null };
  if (typeof value === "boolean") return { booleanValue: value };
  if (typeof value === "number") return { integerValue: String(value) };
  if (typeof value === "string") return { stringValue: value };
  if (value instanceof Date) return { timestampValue: value.toISOString() };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(encode) } };
  const fields = Object.entries(value as object).map(([key, inner]) => [key, encode(inner)]);
  return { mapValue: { fields: Object.fromEntries(fields) } };
}

/** An unsigned ID token, which emulators alone accept. */
function tokenOf(actor: Actor, projectId: string): string {
  const authTime = authTimeOf(actor);
  const now = Math.floor(Date.now() / 1000);
  const payload = {
    ...actor.claims,
    iss: `https://securetoken.google.com/${projectId}`,
    aud: projectId,
    sub: actor.uid,
    user_id: actor.uid,
    auth_time: authTime,
    iat: now,
    exp: now + 3600,
    firebase: { sign_in_provider: "password", identities: {} },
  };
  return `${base64url({ alg: "none", typ: "JWT" })}.${base64url(payload)}.`;
}

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
