import assert from "node:assert/strict";
import { formOf } from "../journeys/customers.ts";
import { conversationOf, threadOf, welcomed } from "../journeys/records.ts";
import { office } from "../support/desk.ts";
import { house } from "../support/house.ts";
import { postTwilio } from "../support/twilio.ts";
import { bubble, caller, one, openThread, rowOf, somebody, soon } from "./scene.ts";

async function post(channelId: string, form: Record<string, string>): Promise<void> {
  const { status } = await postTwilio(house.baseUrl, channelId, form);
  assert.equal(status, 200);
}

describe("a customer's message, live", () => {
  it(
    "appears among the unassigned with name, preview and unread, and opens read",
    office(async ({ sit }) => {
      const { page } = await sit("agent", { path: "/inbox?view=unassigned" });
      await page.locator("a.row").first().waitFor();
      const customer = await somebody();
      await post(customer.channelId, formOf(customer, "¿Tienen hora para mañana?"));
      const row = rowOf(page, customer);
      await row.getByText("¿Tienen hora para mañana?").waitFor();
      await row.getByText(customer.name).waitFor();
      await row.getByText("1 mensaje sin leer").waitFor();
      const first = await page.locator("a.row").first().getAttribute("data-id");
      assert.equal(first, customer.conversationId, "the newest stands first");
      await row.click();
      await bubble(page, "¿Tienen hora para mañana?").waitFor();
      await row.locator(".badge").waitFor({ state: "detached" });
      await soon(async () => (await conversationOf(customer)).unread === 0);
    }),
  );

  it(
    "appears in all of them, and a second one moves its row up again",
    office(async ({ sit }) => {
      const quiet = await caller("Llegué primero");
      const { page } = await sit("agent", { path: "/inbox?view=all" });
      const row = rowOf(page, quiet);
      await row.waitFor();
      const louder = await caller("Yo después");
      await rowOf(page, louder).getByText("Yo después").waitFor();
      await post(quiet.channelId, formOf(quiet, "Sigo aquí"));
      await row.getByText("Sigo aquí").waitFor();
      await row.getByText("2 mensajes sin leer").waitFor();
      const order = await page
        .locator("a.row")
        .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.id));
      assert.ok(order.indexOf(quiet.conversationId) < order.indexOf(louder.conversationId));
    }),
  );

  it(
    "comes into the open thread by itself and is announced",
    office(async ({ sit }) => {
      const customer = await caller("Hola");
      const { page } = await sit("agent");
      await openThread(page, customer);
      await post(customer.channelId, formOf(customer, "Otra pregunta más"));
      await bubble(page, "Otra pregunta más").waitFor();
      const region = page.locator('.announcer[aria-live="polite"]');
      await region.getByText(`${customer.name}: Otra pregunta más`).waitFor({ state: "attached" });
      await soon(async () => (await conversationOf(customer)).unread === 0);
    }),
  );

  it(
    "changes nothing on the screen when it is delivered again",
    office(async ({ sit }) => {
      const customer = await somebody();
      const form = formOf(customer, "Una sola vez, por favor");
      await post(customer.channelId, form);
      await welcomed(customer);
      const { page } = await sit("agent2");
      await openThread(page, customer);
      await one(bubble(page, "Una sola vez, por favor"));
      for (let i = 0; i < 3; i += 1) await post(customer.channelId, form);
      await post(customer.channelId, formOf(customer, "Esto sí es nuevo"));
      await one(bubble(page, "Esto sí es nuevo"));
      await one(bubble(page, "Una sola vez, por favor"));
      const inbound = (await threadOf(customer)).filter((each) => each.direction === "inbound");
      assert.equal(inbound.length, 2);
    }),
  );

  it(
    "by SMS appears beside the others, as an SMS",
    office(async ({ sit }) => {
      const { page } = await sit("agent", { path: "/inbox?view=all&platform=sms" });
      await page.locator("a.row").first().waitFor();
      const customer = await somebody("sms");
      await post(customer.channelId, formOf(customer, "¿Atienden hoy?"));
      const row = rowOf(page, customer);
      await row.getByText("¿Atienden hoy?").waitFor();
      await row.getByText("por SMS").waitFor({ state: "attached" });
    }),
  );

  it(
    "is unread in the order it came: the thread opens where the unread begin",
    office(async ({ sit }) => {
      const customer = await caller("Primero");
      for (let i = 2; i <= 20; i += 1) {
        await post(customer.channelId, formOf(customer, `Mensaje número ${i}`));
      }
      const { page } = await sit("supervisor");
      await openThread(page, customer);
      await page.getByText("20 mensajes nuevos").waitFor();
      const scrolled = await page.locator("hilo-thread .scroll").evaluate((box) => ({
        top: box.scrollTop,
        most: box.scrollHeight - box.clientHeight,
      }));
      assert.ok(scrolled.most > 400, "there is more than one screen");
      assert.ok(scrolled.top < scrolled.most / 2, "it stands at the first unread, not at the end");
    }),
  );
});

describe("an address that somebody was sent", () => {
  it(
    "shows which conversation it is, though the list does not hold it",
    office(async ({ sit }) => {
      const customer = await caller("Mira este enlace");
      const { page } = await sit("agent", { path: `/inbox/${customer.conversationId}` });
      await bubble(page, "Mira este enlace").waitFor();
      const row = rowOf(page, customer);
      await one(row);
      assert.equal(await row.getAttribute("aria-current"), "true");
      await page.getByRole("link", { name: /^Sin asignar/ }).click();
      await page.waitForURL(/view=unassigned/);
      await one(row);
      assert.equal(await page.locator("hilo-list .apart").count(), 0, "there it is in its place");
    }),
  );

  it(
    "says so when there is none, over all the room there is",
    office(async ({ sit }) => {
      const { page } = await sit("agent", { path: "/inbox/nowhere" });
      const said = page.getByRole("heading", { name: "No encontramos esta conversación" });
      await said.waitFor();
      const place = await page.locator(".center").boundingBox();
      assert.equal((place?.x ?? 0) + (place?.width ?? 0), page.viewportSize()?.width);
      assert.equal(await page.getByRole("complementary").count(), 0);
      await page.getByRole("button", { name: "Volver a la lista" }).click();
      await said.waitFor({ state: "detached" });
      assert.match(page.url(), /\/inbox$/);
    }),
  );
});
