import type { Locator, Page, Request } from "playwright-core";
import { newId } from "../../functions/src/platform/clock.ts";
import { type Person, phoneOf } from "../journeys/elsewhere.ts";
import { openConversation, threadWith } from "./entries.ts";
import { email } from "./kinds-samples.ts";
import { soon } from "./scene.ts";

export type Letter = { conversationId: string; address: string };

/** A mail that somebody wrote to us and to others, in a conversation of its own. */
export async function letterTo(others: { to?: string[]; cc?: string[] } = {}): Promise<Letter> {
  const address = `ximena.${newId().toLowerCase()}@ejemplo.cl`;
  const { to = [], cc = [] } = others;
  const mail = { subject: "Cotización", references: [], to: ["hola@hilo.test", ...to], cc };
  const sender = { address, name: "Ximena Zárate" };
  const entries = [{ text: "¿Me mandan el precio?", sender, mail }];
  const conversationId = await threadWith(email, entries, { address, replyUntil: null });
  return { conversationId, address };
}

/** Opens it and waits until it can be answered as in a mail program. */
export async function openLetter(page: Page, { conversationId }: Letter): Promise<Locator> {
  await openConversation(page, conversationId);
  const editor = page.locator("hilo-composer hilo-mail-editor [role=textbox]");
  await editor.waitFor();
  return editor;
}

/** Some address that nobody else has. */
export function mailbox(name: string): string {
  return `${name}.${newId().toLowerCase()}@ejemplo.cl`;
}

export type Sent = {
  text?: string;
  subject?: string;
  attachments?: string[];
  mail?: { cc?: string[]; bcc?: string[]; html?: string; forwards?: object };
};

/** What the console asks the API to send next. */
export async function sentBy(page: Page, act: () => Promise<unknown>): Promise<Sent> {
  const sends = (request: Request) =>
    request.method() === "POST" &&
    /\/(conversations|channels)\/[^/]+\/messages$/.test(request.url());
  const [request] = await Promise.all([page.waitForRequest(sends), act()]);
  return request.postDataJSON() as Sent;
}

/** The last mail in somebody's mailbox, once it is there. */
export async function received(address: string) {
  const person: Person = { name: "", address, channelId: "email", conversationId: "" };
  return soon(
    async () => (await phoneOf(person)).findLast(({ from }) => from === "business") ?? false,
  );
}

/** The chips of a line of addresses. */
export function chips(page: Page, copies: "cc" | "bcc"): Locator {
  return page.locator(`hilo-address-field.${copies} .line li span`);
}
