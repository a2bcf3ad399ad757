import assert from "node:assert/strict";
import { Conversation, Episode, Message, type MessageEvent, threadOrder } from "@hilo/schema";
import type { Doer } from "../../functions/src/audit/audit.ts";
import { type Connection, connectionOf } from "../../functions/src/channels/connections.ts";
import { setStatus } from "../../functions/src/conversations/desk.ts";
import {
  conversationsOf,
  episodesOf,
  messageOf,
  messagesOf,
} from "../../functions/src/conversations/store.ts";
import { recordEcho } from "../../functions/src/inbound/echoes.ts";
import { receive } from "../../functions/src/inbound/receive.ts";
import { dispatch } from "../../functions/src/outbound/door.ts";
import { send } from "../../functions/src/outbound/send.ts";
import type { SendRequest } from "../../functions/src/outbound/send-request.ts";
import { newId, setClock } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { onMessageCreated } from "../../functions/src/triggers.ts";
import { connected } from "./voices/connected.ts";
import { webchat } from "./voices/webchat.ts";

export const { channelId } = webchat;
const address = "visitor:one";
export const conversationId = hash(channelId, address);
export const minute = 60_000;

/** A thread of its own, whose every act takes place a minute after the one before. */
export class Scene {
  readonly workspaceId: string;
  readonly connection: Connection;
  readonly began = Date.now();
  #at = this.began;

  constructor(workspaceId: string, connection: Connection) {
    this.workspaceId = workspaceId;
    this.connection = connection;
    setClock(() => this.#at);
  }

  /** What happens, a minute after another. */
  async happens(...acts: readonly (() => unknown)[]): Promise<void> {
    for (const act of acts) {
      await act();
      this.pass(minute);
    }
  }

  pass(ms: number): void {
    this.#at += ms;
  }

  /** How many minutes after the beginning a time was. */
  minuteOf(at: number | null | undefined): number | null {
    return typeof at === "number" ? (at - this.began) / minute : null;
  }

  doer(type: Doer["type"] = "member"): Doer {
    const about = { workspaceId: this.workspaceId, requestId: "r", ip: "" };
    return { type, id: type === "member" ? "ana" : "crm", name: "Ana", ...about };
  }

  event(more: Partial<MessageEvent> = {}): MessageEvent {
    const told = { type: "message" as const, externalId: newId(), at: null, sender: { address } };
    return { ...told, kind: "text", text: "hola", files: [], ...more };
  }

  async writes(more: Partial<MessageEvent> = {}): Promise<void> {
    await this.react(await this.arrives(more));
  }

  /** Gives the message's id; what follows from it follows later. */
  async arrives(more: Partial<MessageEvent> = {}): Promise<string> {
    const event = this.event(more);
    await receive(this.connection, event);
    return hash(channelId, event.externalId);
  }

  async react(messageId: string): Promise<void> {
    const { workspaceId } = this;
    const doc = await messageOf(workspaceId, conversationId, messageId).get();
    await onMessageCreated({ workspaceId, conversationId, messageId }, doc);
  }

  async answersElsewhere(): Promise<void> {
    const event = this.event({ echo: true });
    await recordEcho(this.connection, event);
    await this.react(hash(channelId, event.externalId));
  }

  async sends(type: Doer["type"] = "member"): Promise<void> {
    await send(this.doer(type), conversationId, { messageId: newId(), kind: "text", text: "Sí" });
  }

  async sendsBy(type: "campaign" | "responder", purpose: SendRequest["purpose"]): Promise<void> {
    const conversation = await this.conversation();
    await dispatch({
      workspaceId: this.workspaceId,
      author: { type, id: "x", name: "X" },
      purpose,
      channelId,
      line: conversationsOf(this.workspaceId).doc(conversationId).path,
      message: { messageId: newId(), kind: "text", text: "Oferta" },
      findTarget: async () => ({ conversationId, conversation, still: { exists: true } }),
    });
  }

  becomes(status: "open" | "waiting" | "resolved" | "closed", type?: Doer["type"]): Promise<void> {
    return setStatus(this.doer(type), conversationId, status);
  }

  async conversation(): Promise<Conversation> {
    const doc = await conversationsOf(this.workspaceId).doc(conversationId).get();
    return read(Conversation, doc) ?? assert.fail();
  }

  /** In their order, by their number. */
  async ended(): Promise<[n: number, Episode][]> {
    const { docs } = await episodesOf(this.workspaceId).get();
    return docs
      .map((doc): [number, Episode] => [
        Number(doc.id.slice(conversationId.length + 1)),
        read(Episode, doc) ?? assert.fail(),
      ])
      .sort(([one], [other]) => one - other);
  }

  async thread(): Promise<Message[]> {
    const { docs } = await messagesOf(this.workspaceId, conversationId).get();
    return docs
      .map((doc) => ({ ...(read(Message, doc) ?? assert.fail()), id: doc.id }))
      .sort(threadOrder);
  }
}

export async function sceneOf(): Promise<Scene> {
  const workspaceId = await connected(webchat);
  return new Scene(workspaceId, (await connectionOf(workspaceId, channelId)) ?? assert.fail());
}
