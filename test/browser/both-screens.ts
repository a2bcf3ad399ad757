import type { Page } from "playwright-core";
import { workspace } from "../../functions/src/platform/firestore.ts";
import { demo } from "../journeys/records.ts";
import type { Row } from "../support/both-ways-channels.ts";
import type { Desk } from "../support/desk.ts";
import { openConversation } from "./entries.ts";
import { type Phone, phoneBubble, says } from "./phone.ts";
import { bubble, soon } from "./scene.ts";

/**
 * The customer writes for the first time, and the agent opens what came in before their eyes. Gives the id of the
 * conversation.
 */
export async function meet({ page }: Desk, phone: Phone, text: string): Promise<string> {
  await says(phone, text);
  const row = page.locator("a.row", { hasText: phone.known });
  await row.getByText(text).waitFor();
  await row.click();
  await bubble(page, text).waitFor();
  return (await row.getAttribute("data-id")) ?? "";
}

/** The customer's first message comes long after it was written, and so does not stand first in the list. */
export async function meetLate({ page }: Desk, phone: Phone, text: string): Promise<void> {
  await says(phone, text);
  const conversations = workspace(demo).collection("conversations");
  const theirs = conversations.where("contact.name", "==", phone.known);
  const id = await soon(async () => (await theirs.get()).docs[0]?.id ?? false);
  await openConversation(page, id);
  await bubble(page, text).waitFor();
}

/** The agent's answer is on the phone, and has come on both screens as far as it does on this channel. */
export async function arrives(
  page: Page,
  phone: Phone,
  { comes }: Row,
  text: string,
): Promise<void> {
  await phoneBubble(phone, text).last().locator(`.state.${comes.phone}`).waitFor();
  await bubble(page, text).last().getByLabel(comes.console).waitFor();
}
