import { readFileSync } from "node:fs";
import { Conversation, Message, type Platform, type Provider } from "@hilo/schema";
import type { Page } from "playwright-core";
import { conversationsOf, messagesOf } from "../../functions/src/conversations/store.ts";
import { newId, now } from "../../functions/src/platform/clock.ts";
import { demo } from "../journeys/records.ts";
import { tokenOf } from "../journeys/staff.ts";
import { house } from "../support/house.ts";
import { listed } from "../support/listed-conversation.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

export type Where = { channelId: string; provider: Provider; platform: Platform };

/** A conversation of a test's own whose documents are written as the house would, in the order given. */
export async function threadWith(
  where: Where,
  entries: readonly Partial<Message>[],
  changes: Partial<Conversation> = {},
  workspaceId = demo,
): Promise<string> {
  const conversationId = newId();
  const conversation = conversationOn(where, changes);
  const batch = conversationsOf(workspaceId).firestore.batch();
  batch.create(conversationsOf(workspaceId).doc(conversationId), conversation);
  for (const [index, entry] of entries.entries()) {
    const { id = newId(), ...rest } = entry as Partial<Message> & { id?: string };
    const at = now() - (entries.length - index) * minute;
    batch.create(
      messagesOf(workspaceId, conversationId).doc(id),
      messageWith(rest, at, conversation),
    );
  }
  await batch.commit();
  return conversationId;
}

function conversationOn(where: Where, changes: Partial<Conversation>): Conversation {
  const at = new Date();
  const usual = listed(newId(), {
    contact: { name: "Ximena Zárate", avatar: null, country: "CL" },
    address: newId(),
    lastMessageAt: now(),
    lastInboundAt: now() - minute,
    waitingSince: null,
    replyUntil: now() + day,
    createdAt: at,
    updatedAt: at,
  });
  return Conversation.parse({ ...usual, ...where, ...changes });
}

function messageWith(entry: Partial<Message>, at: number, { contact }: Conversation): Message {
  const own = entry.direction === "outbound";
  return Message.parse({
    direction: "inbound",
    kind: "text",
    text: "",
    attachments: [],
    status: own ? "delivered" : "received",
    statusRank: own ? 4 : 0,
    statusAt: {},
    externalId: newId(),
    author: own
      ? { type: "member", id: "demo-agent", name: "Agente Uno" }
      : { type: "contact", id: "zarate", name: contact.name },
    providerAt: at,
    createdAt: new Date(at),
    ...entry,
  });
}

/** A picture that is in the house, as a message's file. */
export async function picture(name = "producto.jpg"): Promise<Message["attachments"][number]> {
  const bytes = readFileSync(new URL(`../../scripts/seed/files/${name}`, import.meta.url));
  const form = new FormData();
  form.append("file", new Blob([bytes], { type: "image/jpeg" }), name);
  const response = await fetch(`${house.baseUrl}/api/v1/files`, {
    method: "POST",
    headers: { authorization: `Bearer ${await tokenOf("agent")}`, "idempotency-key": newId() },
    body: form,
  });
  const file = (await response.json()) as { id: string; name: string; type: string; size: number };
  return { ...file, state: "ready" };
}

/** Opens a conversation without a reload, and waits for its thread. */
export async function openConversation(page: Page, conversationId: string): Promise<void> {
  await page.evaluate((path) => {
    history.pushState(null, "", path);
    dispatchEvent(new PopStateEvent("popstate"));
  }, `/inbox/${conversationId}?view=all`);
  await page.locator("hilo-message").first().waitFor();
  await page.locator("hilo-composer .frame").waitFor();
}
