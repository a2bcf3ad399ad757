import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { control } from "../journeys/control.ts";
import { type Customer, phoneOf, treat, writes } from "../journeys/customers.ts";
import { office } from "../support/desk.ts";
import { answer, bubble, caller, composer, one, openThread, rowOf, soon } from "./scene.ts";

describe("answering", () => {
  it(
    "shows the bubble at once, then its way to read, and reaches the customer's phone",
    office(async ({ sit }) => {
      const customer = await caller("¿Hacen envíos a Chiloé?");
      await treat(customer, { read: "seen" });
      const { page } = await sit("agent");
      await openThread(page, customer);
      const released = await holdSends(page);
      await answer(page, "Sí, en tres días hábiles.");
      const own = bubble(page, "Sí, en tres días hábiles.");
      await own.waitFor({ timeout: 1000 });
      assert.equal(await composer(page).inputValue(), "", "the field is free again");
      released();
      await own.getByLabel("Entregado").waitFor();
      await looksAtPhone(customer);
      await own.getByLabel("Leído").waitFor();
      await one(own);
      const [, ours] = await phoneOf(customer);
      assert.deepEqual(
        [ours?.from, ours?.text, ours?.status],
        ["business", "Sí, en tres días hábiles.", "read"],
      );
      await rowOf(page, customer).getByText("Tú: Sí, en tres días hábiles.").waitFor();
    }),
  );

  it(
    "breaks the line with Shift+Enter and sends it as one message",
    office(async ({ sit }) => {
      const customer = await caller("¿Horario?");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await composer(page).pressSequentially("Lunes a viernes");
      await composer(page).press("Shift+Enter");
      await composer(page).pressSequentially("9 a 18");
      assert.equal(await composer(page).inputValue(), "Lunes a viernes\n9 a 18");
      await composer(page).press("Enter");
      await bubble(page, "9 a 18").getByLabel("Leído").waitFor();
      const ours = (await phoneOf(customer)).filter((each) => each.from === "business");
      assert.deepEqual(
        ours.map((each) => each.text),
        ["Lunes a viernes\n9 a 18"],
      );
    }),
  );

  it(
    "sends nothing when nothing is written",
    office(async ({ sit }) => {
      const customer = await caller("¿Aló?");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await composer(page).fill("   \n ");
      await composer(page).press("Enter");
      assert.ok(await page.getByRole("button", { name: "Enviar", exact: true }).isDisabled());
      assert.equal(await page.locator("hilo-message").count(), 1);
    }),
  );

  it(
    "counts the characters, and refuses more than the channel carries",
    office(async ({ sit }) => {
      const customer = await caller("Cuéntame todo");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await composer(page).fill("a".repeat(49));
      await page.getByText("49 / 1600").waitFor();
      await composer(page).fill("a".repeat(1604));
      await page.getByText("Sobran 4 caracteres").waitFor();
      const send = page.getByRole("button", { name: "Enviar", exact: true });
      assert.ok(await send.isDisabled());
      await composer(page).press("Enter");
      assert.equal(await page.locator("hilo-message").count(), 1);
    }),
  );

  it(
    "counts the parts of an SMS",
    office(async ({ sit }) => {
      const customer = await caller("Por SMS", "sms");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await composer(page).fill("a".repeat(160));
      await page.getByText("1 SMS", { exact: true }).waitFor();
      await composer(page).fill("a".repeat(161));
      await page.getByText("2 SMS", { exact: true }).waitFor();
      await answer(page, "Recibido");
      await bubble(page, "Recibido").getByLabel("Entregado").waitFor();
      assert.equal((await phoneOf(customer)).at(-1)?.text, "Recibido");
    }),
  );

  it(
    "keeps what is being written, of each conversation, also over a reload",
    office(async ({ sit }) => {
      const [first, second] = [await caller("Soy la primera"), await caller("Soy el segundo")];
      const { page } = await sit("agent");
      await openThread(page, first);
      await composer(page).fill("Para la primera");
      await rowOf(page, second).click();
      await bubble(page, "Soy el segundo").waitFor();
      await soon(async () => (await composer(page).inputValue()) === "");
      await composer(page).fill("Para el segundo");
      await rowOf(page, first).click();
      await bubble(page, "Soy la primera").waitFor();
      await soon(async () => (await composer(page).inputValue()) === "Para la primera");
      await page.reload();
      await soon(async () => (await composer(page).inputValue()) === "Para la primera");
      await answer(page, "Para la primera");
      await bubble(page, "Para la primera").getByLabel("Leído").waitFor();
      await page.reload();
      await bubble(page, "Para la primera").waitFor();
      assert.equal(await composer(page).inputValue(), "", "what was sent is no draft any more");
    }),
  );

  it(
    "shows the answers and the customer's words in the order they were written",
    office(async ({ sit }) => {
      const customer = await caller("Uno");
      const { page } = await sit("agent");
      await openThread(page, customer);
      for (const [ours, theirs] of [
        ["Dos", "Tres"],
        ["Cuatro", "Cinco"],
      ] as const) {
        await answer(page, ours);
        await bubble(page, ours).getByLabel("Leído").waitFor();
        await writes(customer, { text: theirs });
        await bubble(page, theirs).waitFor();
      }
      const texts = await page.locator("hilo-message .text").allInnerTexts();
      assert.deepEqual(texts, ["Uno", "Dos", "Tres", "Cuatro", "Cinco"]);
    }),
  );
});

/** The customer has the thread before their eyes, which reads it. */
async function looksAtPhone({ phone, channelId }: Customer): Promise<void> {
  type Thread = { id: string; personId: string; channelId: string };
  const { threads } = await control<{ threads: Thread[] }>("threads");
  const theirs = threads.find((one) => one.personId === phone && one.channelId === channelId);
  await control(`threads/${encodeURIComponent(theirs?.id ?? "")}/seen`, {});
}

/** Keeps what is sent from reaching the server until the returned function is called. */
async function holdSends(page: Page): Promise<() => void> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/api/v1/conversations/*/messages", async (route) => {
    await released;
    await route.continue();
  });
  return release;
}
