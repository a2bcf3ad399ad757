import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import type { Locator, Page } from "playwright-core";
import { hash } from "../../functions/src/platform/crypto.ts";
import { type Customer, treat, writes } from "../journeys/customers.ts";
import { welcomed } from "../journeys/records.ts";
import { eventually } from "../support/wait.ts";
import { openConversation } from "./entries.ts";

const firstNames = ["Amanda", "Bruno", "Celia", "Darío", "Elisa", "Fabián", "Greta", "Hugo"];
const lastNames = ["Abarca", "Bustos", "Cisternas", "Donoso", "Escobar", "Farías", "Gatica"];

/** Where the numbers of this process begin: others work in the same house, and a run can be repeated in it. */
const firstPhone = randomInt(9_000_000);
let count = 0;

/** A customer of this test's own, whom the provider serves quickly. */
export async function somebody(platform: "whatsapp" | "sms" = "whatsapp"): Promise<Customer> {
  const first = firstNames[count % firstNames.length];
  const last = lastNames[Math.floor(count / firstNames.length) % lastNames.length];
  count += 1;
  const phone = `+5696${String(firstPhone + count).padStart(7, "0")}`;
  const channelId = `twilio-${platform}`;
  const conversationId = hash(channelId, phone);
  const customer = {
    name: `${first} ${last} ${firstPhone + count}`,
    phone,
    platform,
    channelId,
    conversationId,
  };
  await treat(customer);
  return customer;
}

/** A customer who has written once, and whose conversation is complete. */
export async function caller(text: string, platform?: "whatsapp" | "sms"): Promise<Customer> {
  const customer = await somebody(platform);
  await writes(customer, { text });
  await welcomed(customer);
  return customer;
}

/** The customer's row in the list. */
export function rowOf(page: Page, { conversationId }: Pick<Customer, "conversationId">): Locator {
  return page.locator(`a.row[data-id="${conversationId}"]`);
}

/** Opens the customer's conversation among all of them, without a reload, and waits for its thread. */
export function openThread(page: Page, { conversationId }: Customer): Promise<void> {
  return openConversation(page, conversationId);
}

/** The bubble, with what stands below it, that holds a text. */
export function bubble(page: Page, text: string): Locator {
  return page.locator("hilo-message", { hasText: text });
}

export function composer(page: Page): Locator {
  return page.locator("hilo-composer textarea, hilo-composer [role=textbox]");
}

/** Writes an answer and sends it by the key that sends everywhere. */
export async function answer(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press("Control+Enter");
}

export type File = { name: string; mimeType: string; buffer: Buffer };

/** Takes files along by the button. */
export async function attach(page: Page, ...files: File[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Adjuntar archivo" }).click(),
  ]);
  await chooser.setFiles(files);
}

/** The line in the middle of the thread that tells what happened. */
export function systemLine(page: Page, text: string | RegExp): Locator {
  return page.locator("hilo-thread p.system", { hasText: text });
}

export function toast(page: Page, text: string): Locator {
  return page.locator("hilo-toasts div", { hasText: text });
}

/** Waits for what takes the whole house a moment, on a machine that has other things to do as well. */
export function soon<T>(check: () => T | Promise<T>): Promise<Exclude<T, false>> {
  return eventually(check);
}

/** Waits until there is exactly one. */
export async function one(locator: Locator): Promise<void> {
  await locator.first().waitFor();
  assert.equal(await locator.count(), 1);
}

/** Waits until what has the focus, through every shadow root, is named or labelled so. */
export async function focuses(page: Page, name: RegExp): Promise<void> {
  await soon(async () => assert.match(await page.evaluate(focusedName), name));
}

/** Runs in the page. */
function focusedName(): string {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  const label = at instanceof HTMLInputElement ? at.labels?.[0]?.innerText : undefined;
  return at?.getAttribute("aria-label") ?? label?.trim() ?? at?.textContent?.trim() ?? "";
}
