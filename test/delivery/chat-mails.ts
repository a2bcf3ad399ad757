import { Conversation, Message, type VisitorPost } from "@hilo/schema";
import { forgetConnections } from "../../functions/src/channels/connections.ts";
import { channelsOf } from "../../functions/src/channels/store.ts";
import { conversationsOf, messagesOf } from "../../functions/src/conversations/store.ts";
import { send } from "../../functions/src/outbound/send.ts";
import { newId, now } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { db, read } from "../../functions/src/platform/firestore.ts";
import { tokenOf } from "../../functions/src/providers/webchat/token.ts";
import { World } from "../../simulator/src/phones/world.ts";
import { type Arrived, arrivedOf } from "../../simulator/src/providers/email/mailboxes.ts";
import { startMailServer } from "../../simulator/src/providers/email/smtp.ts";
import { type Account, openWorkspace } from "./workspace.ts";

const own = "hola@hilo.test";
const path = "test_sendgrid_path";

/** The mail server of all customers, and what lies in their mailboxes. */
export async function startMailboxes() {
  const world = new World(
    { target: "http://127.0.0.1:9", retries: 0, retryPause: 1, timeout: 100, review: 0 },
    {},
  );
  const server = await startMailServer(world, { host: "127.0.0.1", port: 0 });
  return {
    world,
    port: server.port,
    /** The mails that lie with an address, oldest first. */
    of: (address: string): Arrived[] =>
      [...arrivedOf(world).values()].filter(({ to }) => to === address),
    stop: async () => {
      await server.stop();
      world.ending.abort();
      world.timers.clear();
    },
  };
}

/** A workspace with a web chat and mailboxes, and those who use them. */
export class ChatOffice {
  readonly workspaceId: string;

  constructor(workspaceId: string) {
    this.workspaceId = workspaceId;
  }

  static async open(port: number, settings: Record<string, string> = {}): Promise<ChatOffice> {
    const chat: Account = {
      channelId: "webchat",
      provider: "webchat",
      platform: "webchat",
      address: "the-site-key",
      settings: { title: "La Tienda", ...settings },
      credentials: {},
    };
    const batch = db().batch();
    const workspaceId = openWorkspace(batch, [chat, mailbox("email", own, port)]);
    await batch.commit();
    forgetConnections();
    return new ChatOffice(workspaceId);
  }

  /** Changes a channel's document. */
  async change(channelId: string, changes: object): Promise<void> {
    await channelsOf(this.workspaceId)
      .doc(channelId)
      .update({ ...changes });
    forgetConnections();
  }

  /** A visitor posts; `address` is theirs in the chat. */
  async post(address: string, body: VisitorPost, email?: string): Promise<void> {
    const token = tokenOf({
      workspaceId: this.workspaceId,
      channelId: "webchat",
      address,
      language: "es",
      expires: now() + 3_600_000,
      ...(email ? { email } : {}),
    });
    const url = `${process.env.PUBLIC_BASE_URL}/webhooks/webchat/${this.workspaceId}/webchat`;
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const init = { method: "POST", headers, body: JSON.stringify(body) };
    const answer = await fetch(url, init);
    if (!answer.ok) throw new Error(`The post was answered ${answer.status}`);
  }

  /** A visitor writes; gives their conversation. */
  async write(address: string, text: string, email?: string): Promise<string> {
    await this.post(address, { type: "message", id: newId(), text, files: [] }, email);
    return hash("webchat", address);
  }

  /** An agent answers; gives the message's id. */
  async answer(conversationId: string, text: string, name = "Paula Rojas"): Promise<string> {
    const { workspaceId } = this;
    const doer = { type: "member" as const, id: name, name, workspaceId, requestId: "", ip: "" };
    const messageId = newId();
    await send(doer, conversationId, { messageId, kind: "text", text });
    return messageId;
  }

  /** A mail comes in at the mailbox. */
  async mail(headers: Record<string, string>, text: string): Promise<void> {
    const form = new FormData();
    const usual = { "MIME-Version": "1.0", "Content-Type": "text/plain; charset=utf-8" };
    const lines = Object.entries({ To: own, ...usual, ...headers }).map((pair) => pair.join(": "));
    form.set("email", [...lines, "", text, ""].join("\r\n"));
    const url = `${process.env.PUBLIC_BASE_URL}/webhooks/email/${this.workspaceId}/email/sendgrid/${path}`;
    const response = await fetch(url, { method: "POST", body: form });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`The mail was answered ${response.status}`);
  }

  async conversation(id: string): Promise<Conversation> {
    const found = read(Conversation, await conversationsOf(this.workspaceId).doc(id).get());
    if (!found) throw new Error("There is no such conversation");
    return found;
  }

  async thread(id: string): Promise<(Message & { id: string })[]> {
    const { docs } = await messagesOf(this.workspaceId, id).orderBy("providerAt").get();
    return docs.flatMap((doc) => {
      const message = read(Message, doc);
      return message ? [{ ...message, id: doc.id }] : [];
    });
  }

  /** The lines that tell of mails. */
  async mailed(id: string): Promise<Message[]> {
    return (await this.thread(id)).filter(({ event }) => event?.type === "mailed");
  }

  /** The address of each conversation by mail. */
  async byMail(): Promise<string[]> {
    const { docs } = await conversationsOf(this.workspaceId)
      .where("channelId", "==", "email")
      .get();
    return docs.map((doc) => String(doc.get("address"))).sort();
  }
}

export function mailbox(channelId: string, address: string, port: number): Account {
  return {
    channelId,
    provider: "email",
    platform: "email",
    address,
    settings: { smtpHost: "127.0.0.1", smtpPort: String(port) },
    credentials: { sendgridPath: path },
  };
}
