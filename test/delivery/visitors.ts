import { type Channel, noHealth, type VisitorPost, type VisitorSession } from "@hilo/schema";
import { createApi } from "../../functions/src/api.ts";
import { forgetConnections, secretContext } from "../../functions/src/channels/connections.ts";
import { channelsOf, secretOf } from "../../functions/src/channels/store.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { seal } from "../../functions/src/platform/crypto.ts";
import { house } from "../support/house.ts";
import { type Listening, listen } from "../support/listen.ts";
import { freshWorkspace } from "./workspace.ts";

export const siteKey = "the-site-key";
export const identitySecret = "the shop's own secret";

/** A workspace with a web chat. */
export async function chatWorkspace(change: Partial<Channel> = {}): Promise<string> {
  const workspaceId = await freshWorkspace();
  const at = new Date();
  const channel: Channel = {
    provider: "webchat",
    platform: "webchat",
    name: "Chat",
    enabled: true,
    address: siteKey,
    settings: {},
    health: noHealth,
    createdAt: at,
    updatedAt: at,
    ...change,
  };
  await channelsOf(workspaceId).doc("webchat").set(channel);
  const sealed = seal({ identitySecret }, secretContext(workspaceId, "webchat"));
  await secretOf(workspaceId, "webchat").set({ sealed, updatedAt: at });
  forgetConnections();
  return workspaceId;
}

export function startApi(): Promise<Listening> {
  return listen(createApi());
}

export type Answer = { status: number; json: Record<string, unknown> };

async function call(url: string, init: RequestInit): Promise<Answer> {
  const answer = await fetch(url, init);
  const text = await answer.text();
  return { status: answer.status, json: text.startsWith("{") ? JSON.parse(text) : { text } };
}

/** A browser with an anonymous account of its own, over the interfaces that the widget uses. */
export class Browser {
  readonly #api: string;
  readonly #workspaceId: string;
  #refreshToken = "";
  idToken = "";
  session: VisitorSession | undefined;

  constructor(api: Listening, workspaceId: string) {
    this.#api = `${api.url}/api/v1/webchat/${workspaceId}/webchat`;
    this.#workspaceId = workspaceId;
  }

  /** Signs in, opens the chat, and gets the token that shows it. */
  async begin(change: object = {}): Promise<VisitorSession> {
    const { status, json } = await this.open(change);
    if (status !== 200) throw new Error(JSON.stringify(json));
    const session = json as VisitorSession;
    if (session.refresh) await this.refresh();
    this.session = session;
    return session;
  }

  async open(change: object = {}): Promise<Answer> {
    if (!this.idToken) await this.#signUp();
    const page = "https://shop.test";
    const body = { siteKey, idToken: this.idToken, page, language: "es", ...change };
    return call(`${this.#api}/sessions`, this.#json(body));
  }

  async refresh(): Promise<void> {
    const body = { grant_type: "refresh_token", refresh_token: this.#refreshToken };
    const { json } = await this.#auth("securetoken.googleapis.com/v1/token", body);
    this.idToken = String(json.id_token);
  }

  /** Posts to the channel's webhook. */
  async post(body: VisitorPost): Promise<number> {
    const url = `${process.env.PUBLIC_BASE_URL}/webhooks/webchat/${this.#workspaceId}/webchat`;
    return (await call(url, this.#json(body))).status;
  }

  /** Writes a text under an id of its own; gives the id. */
  async write(text: string): Promise<string> {
    const id = newId();
    const status = await this.post({ type: "message", id, text, files: [] });
    if (status !== 200) throw new Error(`The message was answered ${status}`);
    return id;
  }

  upload(bytes: Buffer, name: string, type: string): Promise<Answer> {
    const body = new FormData();
    body.append("file", new Blob([new Uint8Array(bytes)], { type }), name);
    const headers = { authorization: `Bearer ${this.session?.token}` };
    return call(`${this.#api}/files`, { method: "POST", headers, body });
  }

  /** Leaves an address for answers. */
  leave(email: string): Promise<Answer> {
    return call(`${this.#api}/address`, this.#json({ email }));
  }

  links(...messageIds: string[]): Promise<Answer> {
    const headers = { authorization: `Bearer ${this.session?.token}` };
    return call(`${this.#api}/files/links?messages=${messageIds.join(",")}`, { headers });
  }

  /** What this browser's account may read of a conversation: texts in order, or the status that refuses it. */
  async read(conversationId: string, directions = ["inbound", "outbound"]) {
    const url = `http://${house.firestore}/v1/projects/${house.projectId}/databases/(default)/documents/workspaces/${this.#workspaceId}/conversations/${conversationId}:runQuery`;
    const values = directions.map((stringValue) => ({ stringValue }));
    const field = { fieldPath: "direction" };
    const where = { fieldFilter: { field, op: "IN", value: { arrayValue: { values } } } };
    const orderBy = [{ field: { fieldPath: "providerAt" } }];
    const structuredQuery = { from: [{ collectionId: "messages" }], where, orderBy };
    const headers = { authorization: `Bearer ${this.idToken}` };
    const answer = await fetch(url, {
      method: "POST",
      headers,
      body: JSON.stringify({ structuredQuery }),
    });
    const rows = (await answer.json()) as {
      document?: { fields: { text: { stringValue: string } } };
    }[];
    if (!answer.ok) return answer.status;
    return rows.flatMap(({ document }) => (document ? [document.fields.text.stringValue] : []));
  }

  #json(body: object): RequestInit {
    const token = this.session ? { authorization: `Bearer ${this.session.token}` } : undefined;
    const headers = { "content-type": "application/json", ...token };
    return { method: "POST", headers, body: JSON.stringify(body) };
  }

  async #signUp(): Promise<void> {
    const { json } = await this.#auth("identitytoolkit.googleapis.com/v1/accounts:signUp", {
      returnSecureToken: true,
    });
    this.idToken = String(json.idToken);
    this.#refreshToken = String(json.refreshToken);
  }

  #auth(path: string, body: object): Promise<Answer> {
    return call(`http://${house.auth}/${path}?key=any`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  }
}
