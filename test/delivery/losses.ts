import type { FailureReason, MessageEvent, Sender } from "@hilo/schema";
import type { Connection } from "../../functions/src/channels/connections.ts";
import { conversationsOf, messageOf } from "../../functions/src/conversations/store.ts";
import { recordCall } from "../../functions/src/inbound/calls.ts";
import { recordChange } from "../../functions/src/inbound/changes.ts";
import { recordConsent } from "../../functions/src/inbound/consent.ts";
import { receive } from "../../functions/src/inbound/receive.ts";
import { recordRename } from "../../functions/src/inbound/renames.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { FieldValue } from "../../functions/src/platform/firestore.ts";
import { memberAt } from "../../functions/src/users/store.ts";
import { outboundMessage } from "./outbound.ts";
import { telegram } from "./voices/telegram.ts";
import { firstAt } from "./voices/voice.ts";

// What is lost when an event never runs, or an instance ends half way: how it comes to that, and what heals it.

const { channelId } = telegram;
export const sender: Sender = { address: "7" };
const at = (second: number) => firstAt + second * 1000;

/** A workspace in which things happen. */
export type Scene = { workspaceId: string; connection: Connection; heard: Set<string> };
export type Step = (scene: Scene) => Promise<unknown>;

/** `lost`: the steps whose events never run. `next`: what heals it besides the night. */
export type Row = { before?: Step[]; lost: Step[]; next?: Step };

export function says(second: number, more: Partial<MessageEvent> = {}): Step {
  const base = { type: "message", kind: "text", text: `hola ${second}`, files: [] } as const;
  const event = { ...base, files: [], externalId: `7:${second}`, at: at(second), sender, ...more };
  return ({ connection }) => receive(connection, event);
}

const idOf = (address: string) => hash(channelId, address);
const place = ({ workspaceId }: Scene) => conversationsOf(workspaceId).doc(idOf("7"));

/** A message of ours, as it is once the provider has taken it. */
function ours(second: number, more: object = {}): Step {
  return ({ workspaceId }) =>
    messageOf(workspaceId, idOf("7"), `ours-${second}`).set({
      ...outboundMessage(),
      providerAt: at(second),
      externalId: `ours:${second}`,
      ...more,
    });
}

/** It is recorded that a message failed, by an instance that ends there. */
function fails(second: number, reason: FailureReason): Step {
  const error = { code: "1", reason, message: "No" };
  const failed = {
    status: "failed",
    "statusAt.failed": at(second + 1),
    error,
    dueAt: FieldValue.delete(),
  };
  return ({ workspaceId }) => messageOf(workspaceId, idOf("7"), `ours-${second}`).update(failed);
}

function member(enabled: boolean): Step {
  const times = { createdAt: new Date(at(0)), updatedAt: new Date(at(0)) };
  const who = { name: "Temporal", email: "t@hilo.test", role: "agent", language: "es" };
  return ({ workspaceId }) =>
    memberAt(workspaceId, "temporal").set({ ...who, enabled, timeZone: "UTC", ...times });
}

const call = { direction: "inbound", state: "completed", sequence: 2 } as const;

export const losses: Record<string, Row> = {
  "who somebody is, and their lead": { lost: [says(1)], next: says(2) },
  "the name that somebody goes by": {
    before: [says(1)],
    lost: [says(2, { sender: { ...sender, name: "Ana Rojas" } })],
    next: says(3, { sender: { ...sender, name: "Ana Rojas" } }),
  },
  "the phone that somebody shows": {
    before: [says(1)],
    lost: [says(2, { sender: { ...sender, phone: "+56911112222" } })],
    next: says(3, { sender: { ...sender, phone: "+56911112222" } }),
  },
  "where somebody writes from": {
    before: [says(1, { sender: { userId: "u", address: "7" } })],
    lost: [says(2, { sender: { userId: "u", address: "8" } })],
    next: says(3, { sender: { userId: "u", address: "8" } }),
  },
  "a wish not to be written to": {
    before: [says(1)],
    lost: [says(2, { text: "STOP", consent: "stop" })],
  },
  "a wish from before the first message": {
    lost: [
      ({ connection }) =>
        recordConsent(connection, {
          ...{ type: "consent", externalId: "stop:7", at: at(0) },
          ...{ sender, consent: "stop" },
        }),
      says(1),
    ],
    next: says(2),
  },
  "that whoever had it works here no more": {
    before: [says(1), member(true)],
    lost: [(scene) => place(scene).update({ assigneeId: "temporal" }), member(false)],
    next: says(2),
  },
  "that a call was taken": {
    before: [says(1)],
    lost: [
      ({ connection }) =>
        recordCall(connection, { type: "call", externalId: "call:7", at: at(2), sender, call }),
    ],
  },
  "which message is the last one": { before: [says(1), says(5)], lost: [says(3)] },
  "that nobody waits with an older message": {
    before: [says(1), says(5, { echo: true })],
    lost: [says(3)],
  },
  "that an answer was written elsewhere": { before: [says(1)], lost: [says(3, { echo: true })] },
  "files that the provider holds": {
    before: [says(1)],
    lost: [says(2, { kind: "image", files: [{ source: "f", type: "image/jpeg" }] })],
  },
  "that two conversations are one": {
    before: [says(1), says(3, { externalId: "9:3", sender: { address: "9" } })],
    lost: [
      ({ connection }) =>
        recordRename(connection, {
          ...{ type: "identity", externalId: "moved", at: at(2), was: "7" },
          sender: { address: "9" },
        }),
    ],
  },
  "a message that its own edit overtook": {
    lost: [
      ({ connection }) =>
        recordChange(connection, {
          ...{ type: "change", externalId: "edit:1", at: at(2), sender, target: "7:1" },
          change: { kind: "edit", text: "corregido" },
        }),
      says(1),
    ],
    next: says(3),
  },
  "that a send failed": {
    before: [says(1), ours(2)],
    lost: [fails(2, "other")],
  },
  "that the provider's window is closed": {
    before: [says(1), (scene) => place(scene).update({ replyUntil: at(9000) }), ours(2)],
    lost: [fails(2, "windowClosed")],
  },
  "that a reaction of ours did not arrive": {
    before: [
      says(1),
      ours(2, { kind: "reaction", text: "👍", replyTo: { id: hash(channelId, "7:1") } }),
      ({ workspaceId }) =>
        messageOf(workspaceId, idOf("7"), hash(channelId, "7:1")).update({
          reactions: { us: { emoji: "👍", at: at(2) } },
        }),
    ],
    lost: [fails(2, "other")],
  },
};
