import assert from "node:assert/strict";
import { AuditEntry, Contact, Conversation, Identity, Lead, Message } from "@hilo/schema";
import type { z } from "zod";
import { db, plain, read, workspace } from "../../functions/src/platform/firestore.ts";
import { eventually } from "../support/wait.ts";
import type { Customer } from "./customers.ts";

/** The seeded workspace, which the simulator writes to. */
export const demo = "demo";

/** A document of the workspace in its schema's shape; fails the test when there is none. */
export async function documentAt<S extends z.ZodType>(
  schema: S,
  path: string,
): Promise<z.output<S>> {
  const found = read(
    schema,
    await workspace(demo).firestore.doc(`workspaces/${demo}/${path}`).get(),
  );
  assert.ok(found, `${path} is not there`);
  return found;
}

export function conversationOf({ conversationId }: Customer): Promise<Conversation> {
  return documentAt(Conversation, `conversations/${conversationId}`);
}

export async function contactOf(customer: Customer): Promise<Contact> {
  const { contactId } = await conversationOf(customer);
  return documentAt(Contact, `contacts/${contactId}`);
}

/** What the customer asked for at their address. */
export async function optOutOf({ conversationId }: Customer): Promise<Identity["optOut"]> {
  return (await documentAt(Identity, `identities/${conversationId}`)).optOut;
}

/** The lead that what they said belongs to. */
export async function leadOf(customer: Customer): Promise<Lead & { id: string }> {
  const { leadId } = await conversationOf(customer);
  return { ...(await documentAt(Lead, `leads/${leadId}`)), id: leadId ?? "" };
}

export function messageOf(
  { conversationId }: Pick<Customer, "conversationId">,
  messageId: string,
): Promise<Message> {
  return documentAt(Message, `conversations/${conversationId}/messages/${messageId}`);
}

export type Listed = Message & { id: string };

/** A customer's thread as it reads, by time, without the lines that tell where its lead stands. */
export async function threadOf({ conversationId }: Customer): Promise<Listed[]> {
  const messages = workspace(demo).collection(`conversations/${conversationId}/messages`);
  const { docs } = await messages.orderBy("providerAt").get();
  return docs.flatMap((doc) => {
    const message = read(Message, doc);
    return message && message.event?.type !== "stage" ? [{ id: doc.id, ...message }] : [];
  });
}

/** The audit entries about a path and what is under it, in order. */
export async function auditOf(target: string): Promise<AuditEntry[]> {
  const { docs } = await workspace(demo)
    .collection("audit")
    .where("target", ">=", target)
    .where("target", "<=", `${target}\uf8ff`)
    .get();
  return docs
    .flatMap((doc) => read(AuditEntry, doc) ?? [])
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Resolves once it is found whose a conversation is; of what is said in a group nothing else follows. */
export function recognised(customer: Customer): Promise<Conversation> {
  return eventually(async () => {
    const conversation = await conversationOf(customer);
    assert.notEqual(conversation.contactId, "none");
    return conversation;
  });
}

/** Resolves once every reaction to a customer's first message has run: the lead comes last. */
export function welcomed(customer: Customer): Promise<Conversation> {
  const check = async () => {
    const conversation = await conversationOf(customer);
    assert.notEqual(conversation.leadId, null);
    return conversation;
  };
  return eventually(check);
}

const counted = new Set(["channels"]);

/** Every document of the workspace as it is now, by path; but the channels, where traffic is counted. */
export async function everything(): Promise<Record<string, unknown>> {
  const roots = await workspace(demo).listCollections();
  const shown = roots.filter(({ id }) => !counted.has(id)).map((root) => root.get());
  const messages = db().collectionGroup("messages").get();
  const found = await Promise.all([...shown, messages]);
  const docs = found.flatMap((snapshot) => snapshot.docs);
  return Object.fromEntries(
    docs.map((doc) => [doc.ref.path, { ...(plain(doc.data()) as object), at: doc.updateTime }]),
  );
}
