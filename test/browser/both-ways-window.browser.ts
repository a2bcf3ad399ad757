import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { workspace } from "../../functions/src/platform/firestore.ts";
import { demo } from "../journeys/records.ts";
import { type Row, rows } from "../support/both-ways-channels.ts";
import { type Desk, office } from "../support/desk.ts";
import { arrives, meetLate } from "./both-screens.ts";
import { openConversation } from "./entries.ts";
import { enforceWindow, type Phone, phoneBubble, says, takePhone, writesLate } from "./phone.ts";
import { answer, bubble, composer } from "./scene.ts";
import { conversationWith } from "./shop.ts";

type Work = (desk: Desk, row: Row) => Promise<Phone>;

const month = 30 * 24 * 3_600_000;

for (const row of rows) {
  describe(`the time to answer by ${row.channel}, by both screens`, () => {
    const [words, work] = proofOf(row);
    it(
      words,
      office(async ({ sit }) => {
        const phone = await work(await sit("agent", { path: "/inbox?view=all" }), row);
        phone.troubles.check();
      }),
    );
  });
}

function proofOf({ exit, timeless }: Row): [words: string, work: Work] {
  if (exit === "person") return ["leaves a week to a person's own answer", leavesAWeek];
  if (exit === undefined) return ["never ends", neverEnds];
  if (timeless) return ["ends when the provider says so, and a template goes on", endsByRefusal];
  return ["ends, and a template goes on", endsByTime];
}

async function endsByTime(desk: Desk, row: Row): Promise<Phone> {
  const phone = await takePhone(desk, row);
  await enforceWindow(phone);
  await writesLate(phone, "Hace 25 h");
  await meetLate(desk, phone, "Les escribí ayer");
  await goesOnByTemplate(desk.page, phone, row);
  return phone;
}

async function endsByRefusal(desk: Desk, row: Row): Promise<Phone> {
  const phone = await takePhone(desk, row);
  await enforceWindow(phone);
  await writesLate(phone, "Hace 25 h");
  await meetLate(desk, phone, "Les escribí ayer");
  await answer(desk.page, "Recién lo vemos");
  const notice = bubble(desk.page, "Recién lo vemos").locator(".notice.bad");
  await notice.getByText(/Hace falta una plantilla/).waitFor();
  assert.equal(await notice.getByRole("button").count(), 0, "no repetition helps");
  await goesOnByTemplate(desk.page, phone, row);
  return phone;
}

async function leavesAWeek(desk: Desk, row: Row): Promise<Phone> {
  const { page } = desk;
  const early = await takePhone(desk, row);
  await enforceWindow(early);
  await writesLate(early, "Hace 25 h");
  await meetLate(desk, early, "Les escribí ayer");
  await page.locator("hilo-composer .late").waitFor();
  await answer(page, "Perdona la demora");
  await arrives(page, early, row, "Perdona la demora");
  const late = await takePhone(desk, row);
  await enforceWindow(late);
  await writesLate(late, "Hace 8 días");
  await meetLate(desk, late, "Les escribí la otra semana");
  if (row.afterwards === "template") await goesOnByTemplate(page, late, row);
  else await waitsForTheCustomer(page, late, row);
  early.troubles.check();
  return late;
}

async function neverEnds(desk: Desk, row: Row): Promise<Phone> {
  const { page } = desk;
  const phone = await takePhone(desk, row);
  const text = `Les escribí hace un mes, ${phone.name}`;
  await says(phone, text);
  assert.equal(await phone.page.getByLabel("Hacer cumplir la ventana de 24 h").count(), 0);
  const conversationId = await conversationWith(text);
  const place = workspace(demo).collection("conversations").doc(conversationId);
  await place.update({ lastInboundAt: Date.now() - month });
  await openConversation(page, conversationId);
  await bubble(page, text).waitFor();
  await composer(page).waitFor();
  assert.equal(await page.locator("hilo-composer hilo-countdown").count(), 0);
  await answer(page, "Nunca es tarde");
  await arrives(page, phone, row, "Nunca es tarde");
  return phone;
}

/** With the window closed on both screens, a template arrives; then the customer opens it anew. */
async function goesOnByTemplate(page: Page, phone: Phone, row: Row): Promise<void> {
  await page.getByRole("heading", { name: "El plazo para responder terminó" }).waitFor();
  await phone.page.locator("sim-phone .notice", { hasText: "Ventana de 24 h cerrada" }).waitFor();
  await page.locator("hilo-blocked").getByText("con una plantilla aprobada").waitFor();
  const picker = page.locator("hilo-template-picker");
  await picker.locator(".option").first().click();
  const send = picker.getByRole("button", { name: "Enviar plantilla" });
  await send.waitFor();
  for (const field of await picker.locator("form input.field").all()) await field.fill("mañana");
  await send.click();
  await phoneBubble(phone, "Plantilla").locator(`.state.${row.comes.phone}`).waitFor();
  await page.locator("hilo-message[tone=own]").last().getByLabel(row.comes.console).waitFor();
  await opensAnew(page, phone, row);
}

/** With the window closed on both screens, nothing may be sent until the customer opens it anew. */
async function waitsForTheCustomer(page: Page, phone: Phone, row: Row): Promise<void> {
  const panel = page.locator("hilo-blocked");
  await panel.getByText("Espera: cuando vuelva a escribir, el plazo se abre de nuevo.").waitFor();
  assert.equal(await panel.locator("hilo-template-picker").count(), 0);
  await opensAnew(page, phone, row);
}

/** The customer writes again, and so opens what was closed. */
async function opensAnew(page: Page, phone: Phone, row: Row): Promise<void> {
  assert.equal(await composer(page).count(), 0, "there is nothing to write an answer in");
  await says(phone, "Aquí estoy de nuevo");
  await composer(page).waitFor();
  await answer(page, "Qué bueno saber de ti");
  await arrives(page, phone, row, "Qué bueno saber de ti");
}
