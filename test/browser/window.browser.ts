import assert from "node:assert/strict";
import { workspace } from "../../functions/src/platform/firestore.ts";
import { phoneOf, writes } from "../journeys/customers.ts";
import { demo } from "../journeys/records.ts";
import { office } from "../support/desk.ts";
import { threadWith } from "./entries.ts";
import { answer, bubble, caller, composer, openThread, systemLine } from "./scene.ts";
import { atEnd, grownComposer, movedByOpening } from "./stillness.ts";

const hour = 3_600_000;

/** Lets the time to answer end so many milliseconds from now, as if the customer had written that long ago. */
async function closesIn({ conversationId }: { conversationId: string }, ms: number): Promise<void> {
  const replyUntil = Date.now() + ms;
  const times = { replyUntil, lastInboundAt: replyUntil - 24 * hour };
  await workspace(demo).collection("conversations").doc(conversationId).update(times);
}

describe("the time to answer", () => {
  it(
    "is counted down beside the field, in amber when little is left",
    office(async ({ sit }) => {
      const customer = await caller("¿Siguen ahí?");
      const { page } = await sit("agent");
      await openThread(page, customer);
      const left = page.locator("hilo-composer hilo-countdown");
      await left.getByText(/^quedan 23 h 5\d min$/).waitFor();
      assert.equal(await left.getAttribute("tone"), "good");
      await closesIn(customer, 1.5 * hour + 30_000);
      await left.getByText("quedan 1 h 30 min").waitFor();
      assert.equal(await left.getAttribute("tone"), "warning");
      await page.goto(new URL("/inbox?view=closing", page.url()).href);
      await page.locator(`a.row[data-id="${customer.conversationId}"]`).waitFor();
    }),
  );

  it(
    "when over, says why and what to do, and a note can still be left",
    office(async ({ sit }) => {
      const customer = await caller("Perdón la demora");
      await closesIn(customer, -hour);
      const { page } = await sit("agent");
      await openThread(page, customer);
      const panel = page.locator("hilo-blocked");
      await panel.getByRole("heading", { name: "El plazo para responder terminó" }).waitFor();
      await panel.getByText(/WhatsApp permite escribir libremente solo 24 horas/).waitFor();
      await panel.getByText(/con una plantilla aprobada, o espera a que la persona/).waitFor();
      assert.equal(await composer(page).count(), 0, "there is nothing to write an answer in");
      await panel.getByRole("button", { name: "Dejar una nota al equipo" }).click();
      await page.getByLabel(/^Escribe una nota/).fill("Llamarla por teléfono");
      await page.keyboard.press("Enter");
      await bubble(page, "Llamarla por teléfono").waitFor();
    }),
  );

  it(
    "ends before the eyes of whoever writes, and begins anew with the next message",
    office(async ({ sit }) => {
      const customer = await caller(`Cierra ya${"\n…".repeat(60)}`);
      const { page } = await sit("agent");
      await openThread(page, customer);
      await page.locator("hilo-thread .pill").click();
      await composer(page).fill("Casi alcanzo");
      await closesIn(customer, 2_500);
      await page.locator("hilo-blocked").waitFor();
      await writes(customer, { text: "Aquí estoy de nuevo" });
      await composer(page).waitFor();
      await atEnd(page);
      assert.equal(await composer(page).inputValue(), "Casi alcanzo", "the draft was kept");
      await composer(page).press("Enter");
      await bubble(page, "Casi alcanzo").getByLabel("Leído").waitFor();
    }),
  );
});

describe("going from one conversation to another", () => {
  it(
    "moves nothing that was painted: the window and the composer are known before",
    office(async ({ sit }) => {
      const where = {
        channelId: "twilio-whatsapp",
        provider: "twilio",
        platform: "whatsapp",
      } as const;
      const mail = { channelId: "email", provider: "email", platform: "email" } as const;
      // Mostly ours: the house reacts to each that a customer writes, and would be at it for the tests to come.
      const entries = Array.from({ length: 30 }, (_, i) => ({
        text: `Mensaje ${i}`,
        direction: i % 5 === 4 ? ("inbound" as const) : ("outbound" as const),
      }));
      const failed = {
        direction: "outbound",
        text: "No llegó",
        status: "failed",
        statusRank: 1,
        statusAt: { failed: Date.now() },
        error: { code: "30003", reason: "unreachable", message: "Unreachable" },
      } as const;
      const ids = [
        await threadWith(where, entries),
        await threadWith(where, entries, { replyUntil: Date.now() - hour }),
        await threadWith(mail, entries),
        await threadWith(where, [...entries, failed]),
      ];
      const { page } = await sit("agent", { path: "/inbox?view=all" });
      await page.locator(`a.row[data-id="${ids[0]}"]`).waitFor();
      // Fetched while nothing else is to be done: what comes with the first conversation cannot but push.
      for (const part of ["hilo-blocked", "hilo-mail", "hilo-mail-editor"])
        await page.waitForFunction((name) => customElements.get(name), part);
      await page.locator(`a.row[data-id="${ids[3]}"]`).click();
      await page.locator("hilo-message .notice").waitFor();
      await composer(page).waitFor();
      assert.ok((await grownComposer(page)) <= 2, "its place is kept");
      const moved: Record<string, string[]> = {};
      for (const [i, id] of [...ids, ...ids].entries()) moved[i] = await movedByOpening(page, id);
      assert.deepEqual(Object.values(moved).flat(), [], JSON.stringify(moved));
    }),
  );
});

describe("somebody who asked for no more messages", () => {
  it(
    "cannot be answered until they write START",
    office(async ({ sit }) => {
      const customer = await caller("¿Quién es?", "sms");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await writes(customer, { text: "STOP", optOut: "STOP" });
      const panel = page.locator("hilo-blocked");
      await panel.getByRole("heading", { name: "Pidió no recibir más mensajes" }).waitFor();
      await systemLine(page, "Pidió no recibir más mensajes").waitFor();
      await page
        .locator("hilo-context-panel")
        .getByText("Pidió no recibir mensajes por SMS.")
        .waitFor();
      assert.equal(await composer(page).count(), 0);
      await writes(customer, { text: "START", optOut: "START" });
      await panel.waitFor({ state: "detached" });
      await answer(page, "¡Bienvenida de vuelta!");
      await bubble(page, "¡Bienvenida de vuelta!").getByLabel("Entregado").waitFor();
      assert.equal((await phoneOf(customer)).at(-1)?.text, "¡Bienvenida de vuelta!");
    }),
  );
});
