import assert from "node:assert/strict";
import { phoneOf, treat } from "../journeys/customers.ts";
import { office } from "../support/desk.ts";
import { answer, bubble, caller, one, openThread, rowOf } from "./scene.ts";

/** What a person is told, by the provider's code and the moment it comes. */
const refusals: readonly { code: number; at: "call" | "callback"; says: RegExp }[] = [
  { code: 30003, at: "callback", says: /no se pudo llegar/i },
  { code: 21408, at: "call", says: /Reintenta cuando administración lo arregle/ },
];

describe("an answer that fails", () => {
  for (const { code, at, says } of refusals) {
    it(
      `with ${code} at the ${at} says why in words, and goes when tried again`,
      office(async ({ sit }) => {
        const customer = await caller("¿Me escuchan?");
        await treat(customer, { failure: { code, at } });
        const { page } = await sit("agent");
        await openThread(page, customer);
        await answer(page, "Fuerte y claro");
        const failed = bubble(page, "Fuerte y claro").first();
        const notice = failed.locator(".notice.bad");
        await notice.waitFor();
        const words = await notice.locator("span").innerText();
        assert.match(words, says);
        assert.doesNotMatch(words, /\d{4,}|twilio|error/i, "words, not codes");
        await failed.getByLabel("No se envió").waitFor();
        await rowOf(page, customer).getByText("Problema de envío").waitFor();
        await page.locator("hilo-list").getByRole("link", { name: "Fallidas" }).click();
        await rowOf(page, customer).getByTitle("Un envío falló").waitFor();
        await treat(customer, { failure: null });
        await notice.getByRole("button", { name: "Reintentar" }).click();
        await failed.getByText("Se envió de nuevo").waitFor();
        await bubble(page, "Fuerte y claro").nth(1).getByLabel("Leído").waitFor();
        await rowOf(page, customer).waitFor({ state: "detached" });
        const read = (await phoneOf(customer)).filter((each) => each.status === "read");
        assert.deepEqual(
          read.map((each) => each.text),
          ["Fuerte y claro"],
          "the customer has read it once",
        );
      }),
    );
  }

  it(
    "is in the language of the agent",
    office(async ({ sit }) => {
      const customer = await caller("Hello?");
      await treat(customer, { failure: { code: 21211, at: "call" } });
      const { page } = await sit("agent", { locale: "en-GB" });
      await openThread(page, customer);
      await answer(page, "Loud and clear");
      await bubble(page, "Loud and clear")
        .getByText("The number or address does not exist.")
        .waitFor();
    }),
  );

  it(
    "since the person asked for no more is not offered again",
    office(async ({ sit }) => {
      const customer = await caller("Ya no más");
      await treat(customer, { failure: { code: 21610, at: "call" } });
      const { page } = await sit("agent");
      await openThread(page, customer);
      await answer(page, "Una última cosa");
      const notice = bubble(page, "Una última cosa").locator(".notice.bad");
      await notice.getByText(/pidió no recibir más mensajes/).waitFor();
      assert.equal(await notice.getByRole("button").count(), 0);
    }),
  );

  it(
    "of which nobody knows is never sent again by itself",
    office(async ({ sit }) => {
      const customer = await caller("¿Y mi pedido?");
      await treat(customer, { call: "reset", accepted: true, dropped: true });
      const { page } = await sit("agent");
      await openThread(page, customer);
      await answer(page, "Va en camino");
      const own = bubble(page, "Va en camino");
      await own.getByText(/No sabemos si llegó/).waitFor();
      await own.getByRole("button", { name: "Enviar otra vez" }).waitFor();
      await one(own);
      const ours = (await phoneOf(customer)).filter((each) => each.from === "business");
      assert.equal(ours.length, 1, "the provider took it once");
      await rowOf(page, customer).getByText("Tú: Va en camino").waitFor();
    }),
  );
});
