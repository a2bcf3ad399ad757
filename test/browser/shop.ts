import { Message } from "@hilo/schema";
import type { Frame, FrameLocator, Locator, Page } from "playwright-core";
import { messagesOf } from "../../functions/src/conversations/store.ts";
import { db, read } from "../../functions/src/platform/firestore.ts";
import { apiKey } from "../journeys/staff.ts";
import { callApi } from "../support/people.ts";
import { soon } from "./scene.ts";

export const shop = "/widget/demo.html";

/** The button on a site's page that opens its chat. */
export function launcher(page: Page): Locator {
  return page.getByRole("button", { name: /(Abrir|Cerrar) el chat|(Open|Close) the chat/ });
}

/** The chat inside its frame. */
export function chat(page: Page): FrameLocator {
  return page.frameLocator("iframe");
}

/** Opens the chat and waits for it to be ready to write in. */
export async function openChat(page: Page): Promise<FrameLocator> {
  await launcher(page).click();
  await chat(page).getByRole("textbox", { name: "Escribe un mensaje" }).waitFor();
  return chat(page);
}

export async function write(page: Page, text: string): Promise<void> {
  const field = chat(page).getByRole("textbox", { name: "Escribe un mensaje" });
  await field.fill(text);
  await field.press("Enter");
}

/** What stands in the chat with this text. */
export function said(page: Page, text: string): Locator {
  return chat(page).locator("li", { hasText: text });
}

/** A visitor's conversation, by something that only they wrote. */
export function conversationWith(text: string): Promise<string> {
  return soon(async () => {
    const { docs } = await db().collectionGroup("messages").where("text", "==", text).get();
    return docs[0]?.ref.parent.parent?.id ?? false;
  });
}

/** Everything of a conversation, by time. */
export async function threadIn(conversationId: string) {
  const { docs } = await messagesOf("demo", conversationId).orderBy("providerAt").get();
  return docs.flatMap((doc) => read(Message, doc) ?? []);
}

/** An answer by another system. */
export async function answerBy(conversationId: string, body: object): Promise<void> {
  const messageId = crypto.randomUUID();
  const path = `/conversations/${conversationId}/messages`;
  const { status, json } = await callApi(apiKey, path, { body: { messageId, ...body } });
  if (status !== 202) throw new Error(JSON.stringify(json));
}

/** The chat's own page, for what only a page can be asked. */
export function frameOf(page: Page): Frame {
  const frame = page.frames().find((one) => one.url().includes("/widget/chat.html"));
  if (!frame) throw new Error("The chat is not open");
  return frame;
}
