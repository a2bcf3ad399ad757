import assert from "node:assert/strict";
import type { BrowserContext, Page } from "playwright-core";
import { newId } from "../../functions/src/platform/clock.ts";
import { type Customer, writes } from "../journeys/customers.ts";
import { act, tokenOf } from "../journeys/staff.ts";
import { type Office, office } from "../support/desk.ts";
import { count, notice, noticesOf, pressNotice, record } from "./notices.ts";
import { bubble, caller, openThread, rowOf, soon } from "./scene.ts";
import { violations } from "./violations.ts";

const colleague = "demo-agent2";

async function openSettings(page: Page): Promise<void> {
  await page.locator("hilo-account hilo-menu button").first().click();
  await page.getByRole("menuitem", { name: "Notificaciones…" }).click();
  await page.getByRole("switch", { name: /^Sonido/ }).waitFor();
}

const desktop = (page: Page) => page.getByRole("switch", { name: /^Notificaciones de escritorio/ });

/** Has a member told outside of the page, which they switch on themselves. */
async function wantsNotices(sit: Office["sit"]): Promise<{ page: Page; context: BrowserContext }> {
  const { page, context } = await sit("agent2", { path: "/dashboard" });
  await record(context, "granted");
  await page.reload();
  await openSettings(page);
  await desktop(page).check();
  await page.keyboard.press("Escape");
  await desktop(page).waitFor({ state: "hidden" });
  return { page, context };
}

async function give(customer: Customer, by: "agent" | "agent2" = "agent"): Promise<void> {
  const { status } = await act(await tokenOf(by), customer, "assign", { assigneeId: colleague });
  assert.equal(status, 200);
}

async function mention(customer: Customer, text: string): Promise<void> {
  const note = { messageId: newId(), text, mentions: [colleague] };
  assert.equal((await act(await tokenOf("agent"), customer, "notes", note)).status, 201);
}

describe("what is new for a member", () => {
  it(
    "is told by a tone and a notification, which leads to it and goes when it was read",
    office(async ({ sit }) => {
      const customer = await caller("¿Hay stock?");
      const { page } = await wantsNotices(sit);
      await page.getByRole("link", { name: /^Bandeja/ }).click();
      await give(customer);
      const given = await notice(page, "Te asignaron una conversación");
      assert.deepEqual(
        [given.title, given.tag],
        [customer.name, `hilo:${customer.conversationId}`],
      );
      await soon(async () => (await count(page, "tones")) > 0);
      await writes(customer, { text: "¿Siguen ahí?" });
      const wrote = await notice(page, "¿Siguen ahí?");
      assert.deepEqual([wrote.title, wrote.tag], [customer.name, given.tag]);
      await pressNotice(page);
      await bubble(page, "¿Siguen ahí?").waitFor();
      assert.equal(new URL(page.url()).pathname, `/inbox/${customer.conversationId}`);
      assert.equal((await notice(page, "¿Siguen ahí?")).open, false);
      await page.getByRole("link", { name: /^Panel/ }).click();
      await writes(customer, { text: "Gracias igual" });
      assert.equal((await notice(page, "Gracias igual")).open, true);
      await act(await tokenOf("agent2"), customer, "read", {});
      await soon(async () => !(await notice(page, "Gracias igual")).open);
    }),
  );

  it(
    "is a mention, in the words of its note, and nothing that one did or looks at oneself",
    office(async ({ sit }) => {
      const [own, other] = [await caller("Una"), await caller("Otra")];
      const { page } = await wantsNotices(sit);
      await openThread(page, own);
      await give(own, "agent2");
      await writes(own, { text: "La que miro" });
      await bubble(page, "La que miro").waitFor();
      await mention(own, "@Agente Dos aquí");
      await bubble(page, "@Agente Dos aquí").waitFor();
      await mention(other, "@Agente Dos ¿qué opinas?");
      const told = await notice(page, "¿qué opinas?");
      assert.equal(told.title, "Agente Uno te mencionó");
      assert.deepEqual(
        (await noticesOf(page)).map(({ tag }) => tag),
        [told.tag],
        "nothing else was told",
      );
      await pressNotice(page);
      await bubble(page, "¿qué opinas?").waitFor();
      assert.equal(new URL(page.url()).search, "?view=mentions");
    }),
  );

  it(
    "is told by one of several tabs, and by another when that was closed",
    office(async ({ sit }) => {
      const customer = await caller("Hola");
      await give(customer);
      const { page: first, context } = await wantsNotices(sit);
      const second = await context.newPage();
      await second.goto(new URL("/inbox", first.url()).href);
      await rowOf(second, customer).waitFor();
      await second.waitForFunction(speaks);
      await writes(customer, { text: "Para la segunda" });
      await notice(second, "Para la segunda");
      await second.close();
      await first.waitForFunction(speaks);
      await writes(customer, { text: "Para la primera" });
      await notice(first, "Para la primera");
      assert.equal((await noticesOf(first)).length, 1);
    }),
  );

  it(
    "tells no words where they are to be hidden",
    office(async ({ sit }) => {
      const customer = await caller("Secreto");
      const { page } = await wantsNotices(sit);
      await openSettings(page);
      await page.getByRole("switch", { name: /^Mostrar el nombre/ }).uncheck();
      await page.getByRole("switch", { name: /^Conversaciones que me asignan/ }).uncheck();
      await page.keyboard.press("Escape");
      await give(customer);
      await mention(customer, "@Agente Dos secreto");
      const told = await notice(page, "Te mencionaron en una nota");
      assert.equal(told.body, "");
    }),
  );
});

describe("how one is told", () => {
  it(
    "is asked for by its member only, tried, and kept on the device",
    office(async ({ sit }) => {
      const { page, context } = await sit("agent");
      await record(context, "default", "granted");
      await page.reload();
      await openSettings(page);
      assert.equal(await desktop(page).isChecked(), false);
      assert.ok(await page.getByRole("switch", { name: /^Sonido/ }).isChecked());
      await page.getByText("tu navegador te pedirá permiso").waitFor();
      assert.equal(await count(page, "asked"), 0);
      await desktop(page).check();
      await page.getByText("tu navegador te pedirá permiso").waitFor({ state: "detached" });
      assert.equal(await count(page, "asked"), 1);
      await page.getByRole("button", { name: "Probar" }).click();
      await notice(page, "Así se ve una notificación");
      assert.ok((await count(page, "tones")) > 0);
      assert.deepEqual(await violations(page), []);
      await page.reload();
      await openSettings(page);
      assert.ok(await desktop(page).isChecked());
    }),
  );

  it(
    "says what to do where the browser blocks it",
    office(async ({ sit }) => {
      const { page, context } = await sit("agent", { colorScheme: "dark" });
      await record(context, "denied");
      await page.reload();
      await openSettings(page);
      await page.getByText("Tu navegador las bloquea en esta página.").waitFor();
      assert.ok(await desktop(page).isDisabled());
      assert.deepEqual(await violations(page), []);
    }),
  );
});

/** Runs in the page: whether this tab, of all that are open, is the one that speaks. */
function speaks(): Promise<boolean> {
  const probe = crypto.randomUUID();
  return navigator.locks.request(probe, async () => {
    const { held = [] } = await navigator.locks.query();
    const own = held.find(({ name }) => name === probe)?.clientId;
    return held.some(({ name, clientId }) => name?.startsWith("hilo.alerts:") && clientId === own);
  });
}
