import assert from "node:assert/strict";
import { Message } from "@hilo/schema";
import { does, lastShown, whoWrote } from "../journeys/elsewhere.ts";
import { documentAt } from "../journeys/records.ts";
import { office } from "../support/desk.ts";
import { openConversation } from "./entries.ts";
import { countActive, emptyInbox, fillInbox, toTheEnd } from "./hundreds.ts";
import { answer, bubble, caller, composer, rowOf, soon, toast } from "./scene.ts";
import { violations } from "./violations.ts";

const day = 24 * 3_600_000;

describe("an answer after the usual time", () => {
  for (const channelId of ["messenger", "instagram"] as const) {
    it(
      `goes out by ${channelId} as a person's, counted down to the seventh day`,
      office(async ({ sit }) => {
        const agoMs = 2 * day;
        const person = await whoWrote(channelId, { text: "¿Siguen atendiendo?", agoMs });
        const { page } = await sit("agent");
        await openConversation(page, person.conversationId);
        const desk = page.locator("hilo-composer");
        await desk.getByText(/^Puedes responder hasta/).waitFor();
        await desk
          .locator("hilo-countdown")
          .getByText(/^quedan 4 d 23 h$/)
          .waitFor();
        assert.deepEqual(await violations(page), []);
        await answer(page, "Sí, de lunes a sábado");
        await bubble(page, "Sí, de lunes a sábado")
          .getByLabel(/^(Enviado|Entregado|Leído)$/)
          .waitFor();
        assert.equal((await lastShown(person)).text, "Sí, de lunes a sábado");
        const id = await bubble(page, "de lunes a sábado").getAttribute("data-id");
        const path = `conversations/${person.conversationId}/messages/${id}`;
        assert.equal((await documentAt(Message, path)).humanAgent, true);
        await does(person, { text: "¡Perfecto!" });
        await desk
          .locator("hilo-countdown")
          .getByText(/^quedan 23 h 5\d min$/)
          .waitFor();
        await desk.getByText(/^Puedes responder hasta/).waitFor({ state: "detached" });
      }),
    );
  }
});

describe("a list of hundreds", () => {
  const made: string[] = [];

  before(async () => {
    made.push(...(await fillInbox(500)));
  });

  after(() => emptyInbox(made));

  it(
    "goes on to its end from what the list of mine remembers, while others write",
    office(async ({ sit }) => {
      const { page } = await sit("agent", { path: "/inbox" });
      await page.locator("a.row").first().waitFor();
      await page.getByRole("link", { name: /^Todas/ }).click();
      await toTheEnd(page);
      const customer = await caller("Escribo mientras leen");
      await page.locator("hilo-rows .scroller").evaluate((box) => box.scrollTo({ top: 0 }));
      await rowOf(page, customer).waitFor();
      await soon(async () =>
        assert.equal(await page.locator("a.row").count(), await countActive()),
      );
      const ids = await page
        .locator("a.row")
        .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.id ?? ""));
      assert.equal(new Set(ids).size, ids.length, "none is there twice");
      assert.deepEqual(
        made.filter((id) => !ids.includes(id)),
        [],
        "none is left out",
      );
    }),
  );
});

describe("a channel that an administrator switches", () => {
  it(
    "closes the composer there at once, and opens it again",
    office(async ({ sit }) => {
      const person = await whoWrote("x", { text: "¿Están?" });
      const { page } = await sit("agent");
      await openConversation(page, person.conversationId);
      await composer(page).fill("Aquí est");
      const { page: office } = await sit("admin", { path: "/channels/x" });
      const turn = office.getByRole("button", { name: /^(Desactivar|Activar)$/ });
      await turn.waitFor();
      assert.equal(await turn.innerText(), "Desactivar");
      await turn.press("Enter");
      await office.locator("h1 .tag", { hasText: "Desactivado" }).waitFor();
      await page.locator("hilo-blocked").getByText("Este canal está desactivado").waitFor();
      await toast(office, "Canal desactivado").getByRole("button", { name: "Deshacer" }).click();
      await soon(async () => (await turn.innerText()) === "Desactivar");
      await composer(page).waitFor();
      assert.equal(await composer(page).inputValue(), "Aquí est", "the draft was kept");
    }),
  );
});
