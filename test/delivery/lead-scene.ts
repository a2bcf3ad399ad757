import assert from "node:assert/strict";
import { Lead, LeadHistory, type MessageEvent } from "@hilo/schema";
import { type Connection, connectionOf } from "../../functions/src/channels/connections.ts";
import { assign } from "../../functions/src/conversations/desk.ts";
import { conversationsOf, linesOf, messageOf } from "../../functions/src/conversations/store.ts";
import { forgetFunnels } from "../../functions/src/funnels/funnels.ts";
import { receive } from "../../functions/src/inbound/receive.ts";
import { changeLead } from "../../functions/src/leads/changing.ts";
import { moveLead } from "../../functions/src/leads/moving.ts";
import type { LeadWorker } from "../../functions/src/leads/seen.ts";
import { historyOf, leadsOf, openLeadsOf } from "../../functions/src/leads/store.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { onMessageCreated } from "../../functions/src/triggers.ts";
import { memberAt } from "../../functions/src/users/store.ts";
import { connected } from "./voices/connected.ts";
import { telegram } from "./voices/telegram.ts";
import { firstAt } from "./voices/voice.ts";

const { channelId } = telegram;
const dayMs = 24 * 60 * 60 * 1000;

/** A workspace where people write, and others move their leads. */
export class LeadScene {
  readonly workspaceId: string;
  readonly connection: Connection;

  constructor(workspaceId: string, connection: Connection) {
    this.workspaceId = workspaceId;
    this.connection = connection;
  }

  idOf(address: string): string {
    return hash(channelId, address);
  }

  /** A message that came in on a day of the test, told so often. */
  async writes(
    address: string,
    serial: number,
    text: string,
    {
      days = 0,
      times = 1,
      ...more
    }: Partial<MessageEvent> & { days?: number; times?: number } = {},
  ): Promise<void> {
    const externalId = `${address}:${serial}`;
    const at = firstAt + days * dayMs + serial * 1000;
    const event = { type: "message" as const, externalId, at, kind: "text" as const, files: [] };
    const sender = { address, name: `Persona ${address}` };
    for (let time = 0; time < times; time += 1)
      await receive(this.connection, { ...event, sender, text, ...more });
    await this.react(address, serial, times);
  }

  /** What the conversation keeps of a person's answer. */
  async answers(address: string, serial: number, text: string): Promise<void> {
    const lastAnswer = { text, at: firstAt + serial * 1000 };
    await conversationsOf(this.workspaceId).doc(this.idOf(address)).update({ lastAnswer });
  }

  async react(address: string, serial: number, times = 1): Promise<void> {
    const { workspaceId } = this;
    const conversationId = this.idOf(address);
    const messageId = hash(channelId, `${address}:${serial}`);
    const doc = await messageOf(workspaceId, conversationId, messageId).get();
    for (let time = 0; time < times; time += 1)
      await onMessageCreated({ workspaceId, conversationId, messageId }, doc);
  }

  async conversation(address: string) {
    return (await conversationsOf(this.workspaceId).doc(this.idOf(address)).get()).data() ?? {};
  }

  async leads(): Promise<(Lead & { id: string })[]> {
    const { docs } = await leadsOf(this.workspaceId).get();
    return docs
      .map((doc) => ({ ...(read(Lead, doc) ?? assert.fail()), id: doc.id }))
      .sort((a, b) => (a.openedAt ?? 0) - (b.openedAt ?? 0));
  }

  async only(): Promise<Lead & { id: string }> {
    const [lead, ...others] = await this.leads();
    assert.deepEqual(others, []);
    return lead ?? assert.fail("there is no lead");
  }

  /** Where each lead stands, in the order in which they began. */
  async columns(): Promise<(string | null)[]> {
    return (await this.leads()).map(({ column }) => column);
  }

  async slotsOf(contactId: string): Promise<Record<string, unknown>> {
    const found = await openLeadsOf(this.workspaceId, contactId).get();
    const { ended: _, ...open } = found.data() ?? {};
    return open;
  }

  async history(leadId: string): Promise<LeadHistory[]> {
    const { docs } = await historyOf(this.workspaceId, leadId).orderBy("at").get();
    return docs.map((doc) => read(LeadHistory, doc) ?? assert.fail());
  }

  worker(name = "Ana", more: Partial<LeadWorker> = {}): LeadWorker {
    const { workspaceId } = this;
    const seen = { see: "all" as const, teams: [] };
    return {
      type: "member",
      id: name,
      name,
      workspaceId,
      requestId: "r",
      ip: "",
      ...seen,
      ...more,
    };
  }

  /** The conversation is assigned to a member, who is made for it; its line is told. */
  async given(address: string, uid: string): Promise<void> {
    const { workspaceId } = this;
    const conversationId = this.idOf(address);
    const at = new Date();
    const who = { name: uid, email: `${uid}@hilo.test`, role: "agent", language: "es" };
    const rest = { enabled: true, timeZone: "UTC", createdAt: at, updatedAt: at };
    await memberAt(workspaceId, uid).set({ ...who, ...rest });
    await assign(this.worker(), conversationId, uid);
    for (const doc of (await linesOf(workspaceId, conversationId).get()).docs)
      await onMessageCreated({ workspaceId, conversationId, messageId: doc.id }, doc);
  }

  moves(leadId: string, to: string, seen: string | null, by = "Ana") {
    const [funnelId = "", stage = ""] = to.split("/");
    return moveLead(this.worker(by), leadId, { funnelId, stage, seen });
  }

  ends(leadId: string, state: "won" | "lost") {
    const reason = state === "lost" ? { lostReason: "price" } : {};
    return changeLead(this.worker(), leadId, { state, ...reason });
  }
}

export async function leadScene(): Promise<LeadScene> {
  forgetFunnels();
  const workspaceId = await connected(telegram);
  return new LeadScene(workspaceId, (await connectionOf(workspaceId, channelId)) ?? assert.fail());
}
