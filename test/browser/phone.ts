import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import type { DemoChannelId } from "../../simulator/src/phones/demo-channels.ts";
import { control } from "../journeys/control.ts";
import { treat } from "../journeys/customers.ts";
import type { Desk } from "../support/desk.ts";
import { house } from "../support/house.ts";
import { Troubles } from "../support/troubles.ts";
import { soon } from "./scene.ts";

/** A customer's phone: the simulator's page in a tab of its own. */
export type Phone = {
  page: Page;
  name: string;
  phone: string;
  /** What the console calls the customer. */
  known: string;
  troubles: Troubles;
};

let count = 0;
const firstPhone = randomInt(9_000_000);

export const photo = {
  name: "producto.jpg",
  mimeType: "image/jpeg",
  buffer: readFileSync(new URL("../../scripts/seed/files/producto.jpg", import.meta.url)),
};

/** Somebody new takes up their phone, with the app of a channel open; the provider is quick with them. */
export async function takePhone(
  { context }: Pick<Desk, "context">,
  { channel, nameless, pace = 5 }: { channel: DemoChannelId; nameless?: boolean; pace?: number },
): Promise<Phone> {
  count += 1;
  const name = `Aurora ${channel} ${firstPhone + count}`;
  const phone = `+5697${String(firstPhone + count).padStart(7, "0")}`;
  const page = await context.newPage();
  const troubles = new Troubles(page);
  await page.goto(house.simulatorUrl);
  await page.getByRole("button", { name: "Nuevo cliente" }).click();
  const form = page.locator("sim-dialog form");
  await form.getByLabel("Nombre", { exact: true }).fill(name);
  await form.getByLabel("Teléfono", { exact: true }).fill(phone);
  await form.getByLabel("Escribe por").selectOption(channel);
  await form.getByRole("button", { name: "Crear" }).click();
  await page.locator("sim-phone").getByRole("heading", { name }).waitFor();
  await treat({ phone }, { pace });
  const known = nameless ? phone.replace(/(\d\d)(\d)(\d{4})(\d{4})$/, "$1 $2 $3 $4") : name;
  return { page, name, phone, known, troubles };
}

/** Writes as the customer; resolves when the house has it. */
export async function says(phone: Phone, text: string): Promise<void> {
  await phone.page.locator("sim-composer textarea").fill(text);
  await phone.page.keyboard.press("Enter");
  await phoneBubble(phone, text).locator(".state.received").waitFor();
}

/** Sends a picture from the customer's disk. */
export async function sendsPhoto(phone: Phone): Promise<void> {
  const [chooser] = await Promise.all([
    phone.page.waitForEvent("filechooser"),
    choose(phone, "Foto, video o archivo"),
  ]);
  await chooser.setFiles(photo);
  await phone.page.locator("sim-bubble img").waitFor();
}

/** Takes something from the menu beside the field. */
export async function choose({ page }: Phone, item: string): Promise<void> {
  await page.locator("sim-menu button.icon-button").click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

/** The bubble that holds a text. */
export function phoneBubble({ page }: Phone, text: string): Locator {
  return page.locator("sim-bubble", { hasText: text });
}

/** The pictures that the business sent. */
export function picturesGot({ page }: Phone): Locator {
  return page.locator("sim-bubble", { hasText: "El negocio:" }).locator("img");
}

/** Has the provider fail what the business sends this customer, with a code, or with an empty one no longer. */
export async function failBy({ page, phone }: Phone, code: string): Promise<void> {
  await page.locator("sim-behaviour").getByLabel("Este cliente").check();
  await page.locator("sim-behaviour select").selectOption(code);
  await soon(async () => assert.equal(await failureOf(phone), code));
}

/** By which code what the business sends somebody fails; an empty one when it does not. */
export async function failureOf(personId: string): Promise<string> {
  type State = { people: Record<string, { failure?: { code: number | string } | null }> };
  const { people } = await control<State>("behaviour");
  return String(people[personId]?.failure?.code ?? "");
}

/** Has the provider hold the business to the reply window, with this customer. */
export async function enforceWindow({ page }: Phone): Promise<void> {
  const panel = page.locator("sim-behaviour");
  await panel.getByLabel("Este cliente").check();
  await panel.getByLabel("Hacer cumplir la ventana de 24 h").check();
}

/** What the customer writes next was written before the reply window's length. */
export async function writesLate({ page }: Phone, ago: "Hace 25 h" | "Hace 8 días"): Promise<void> {
  await page.locator("sim-behaviour .arrival").getByLabel(ago).check();
}

/** Waits until a picture is really there, not only its frame. */
export async function isShown(image: Locator): Promise<void> {
  await image.last().waitFor();
  await soon(() => image.last().evaluate((one) => (one as HTMLImageElement).naturalWidth > 0));
}
