import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { BrowserContext, Page } from "playwright-core";
import { type Customer, phoneOf, sendsOf } from "../journeys/customers.ts";
import { threadOf } from "../journeys/records.ts";
import { signIn } from "../support/console.ts";
import { office } from "../support/desk.ts";
import { house } from "../support/house.ts";
import { answer, attach, bubble, caller, composer, one, openThread, soon } from "./scene.ts";

const posts = /\/api\/v1\/(conversations\/[^/]+\/(messages|notes)|files)(\?|$)/;
const noAnswer = /ERR_CONNECTION_REFUSED|ERR_FAILED/;

/** The API cannot be reached, while all else can; gives how it is reached again. */
async function cut(context: BrowserContext): Promise<() => Promise<void>> {
  await context.route(posts, (route) =>
    route.request().method() === "POST" ? route.abort("connectionrefused") : route.continue(),
  );
  return () => context.unroute(posts);
}

/** The same browser, opened again at the conversation. */
async function comeBack(context: BrowserContext, { conversationId }: Customer): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${house.baseUrl}/inbox/${conversationId}`);
  return page;
}

const waiting = (page: Page, text: string) => bubble(page, text).getByText("Esperando conexión");
const arrived = (page: Page, text: string) => bubble(page, text).getByLabel("Leído").waitFor();

/** What the customer got, and how often the provider took each. */
async function got(customer: Customer): Promise<{ texts: string[]; taken: number[] }> {
  const ours = (await phoneOf(customer)).filter(({ from }) => from === "business");
  const sent = (await threadOf(customer)).filter(({ direction }) => direction === "outbound");
  const taken = await Promise.all(sent.map(async ({ id }) => (await sendsOf(id)).accepted));
  return { texts: ours.map(({ text }) => text), taken };
}

describe("what was not sent", () => {
  it(
    "survives the closing of its tab, with notes and drafts, and goes out once and in its order",
    office(async ({ sit }) => {
      const customer = await caller("¿Me lo guardas?");
      const { page, context } = await sit("agent");
      await openThread(page, customer);
      const mend = await cut(context);
      for (const text of ["Guardado a tu nombre", "Hasta el viernes"]) {
        await answer(page, text);
        await waiting(page, text).waitFor();
      }
      await page.getByRole("tab", { name: "Nota" }).click();
      await answer(page, "Apartar el azul");
      await bubble(page, "Apartar el azul").waitFor();
      await page.getByRole("tab", { name: "Responder" }).click();
      await composer(page).fill("Y si no alcanzas");
      const asked = page.waitForEvent("dialog");
      await page.close({ runBeforeUnload: true });
      assert.equal((await asked).type(), "beforeunload");
      await Promise.all([page.waitForEvent("close"), (await asked).accept()]);
      const after = await comeBack(context, customer);
      for (const text of ["Guardado a tu nombre", "Hasta el viernes"])
        await waiting(after, text).waitFor();
      await soon(async () => assert.equal(await composer(after).inputValue(), "Y si no alcanzas"));
      await mend();
      for (const text of ["Guardado a tu nombre", "Hasta el viernes"]) await arrived(after, text);
      await one(bubble(after, "Apartar el azul"));
      assert.deepEqual(await got(customer), {
        texts: ["Guardado a tu nombre", "Hasta el viernes"],
        taken: [1, 1],
      });
      await soon(async () =>
        (await threadOf(customer)).some(({ text }) => text === "Apartar el azul"),
      );
    }, noAnswer),
  );

  it(
    "survives a crash between sending and the answer, and is sent once all the same",
    office(async ({ sit }) => {
      const customer = await caller("¿Confirmas?");
      const { page, context } = await sit("agent");
      await openThread(page, customer);
      const taken = new Promise<void>((resolve) => {
        void page.route(posts, async (route) => {
          await route.fetch();
          resolve(); // The API has it, and its answer never comes.
        });
      });
      await answer(page, "Confirmado");
      await taken;
      const crashed = page.waitForEvent("crash");
      await page.goto("chrome://crash").catch(() => undefined);
      await crashed;
      await page.close();
      const after = await comeBack(context, customer);
      await arrived(after, "Confirmado");
      await one(bubble(after, "Confirmado"));
      assert.deepEqual(await got(customer), { texts: ["Confirmado"], taken: [1] });
    }, noAnswer),
  );

  it(
    "is shown once by each of two tabs, is sent by one, and a draft is the same in both",
    office(async ({ sit }) => {
      const customer = await caller("¿Están ahí?");
      const { page, context } = await sit("agent");
      await openThread(page, customer);
      const other = await comeBack(context, customer);
      await composer(other).waitFor();
      const mend = await cut(context);
      await answer(page, "Aquí estamos");
      await waiting(page, "Aquí estamos").waitFor();
      await waiting(other, "Aquí estamos").waitFor();
      await composer(page).fill("¿Algo más?");
      await soon(async () => assert.equal(await composer(other).inputValue(), "¿Algo más?"));
      await mend();
      for (const tab of [page, other]) {
        await arrived(tab, "Aquí estamos");
        await one(bubble(tab, "Aquí estamos"));
      }
      assert.deepEqual(await got(customer), { texts: ["Aquí estamos"], taken: [1] });
    }, noAnswer),
  );

  it(
    "takes its file along, which waits with it",
    office(async ({ sit }) => {
      const customer = await caller("¿Tienes una foto?");
      const { page, context } = await sit("agent");
      await openThread(page, customer);
      const mend = await cut(context);
      const photo = new URL("../../scripts/seed/files/producto.jpg", import.meta.url);
      await attach(page, {
        name: "producto.jpg",
        mimeType: "image/jpeg",
        buffer: readFileSync(photo),
      });
      await page.getByText("Se subirá cuando vuelva la conexión").waitFor();
      await answer(page, "Esta es");
      await waiting(page, "Esta es").waitFor();
      await page.close();
      const after = await comeBack(context, customer);
      await waiting(after, "Esta es").waitFor();
      const picture = bubble(after, "Esta es").locator("img");
      await soon(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth > 0));
      await mend();
      await arrived(after, "Esta es");
      const last = (await phoneOf(customer)).at(-1);
      assert.deepEqual(
        [last?.text, last?.files.map(({ type }) => type)],
        ["Esta es", ["image/jpeg"]],
      );
    }, noAnswer),
  );

  it(
    "is asked about before its writer signs out, and gone after that",
    office(async ({ sit }) => {
      const customer = await caller("¿Y entonces?");
      const { page, context } = await sit("agent2");
      await openThread(page, customer);
      const mend = await cut(context);
      await answer(page, "No se va a enviar");
      await waiting(page, "No se va a enviar").waitFor();
      await leave(page);
      const dialog = page.locator("hilo-leave");
      await dialog.getByText("Hay 1 mensaje que no se ha enviado.").waitFor();
      await dialog.getByRole("button", { name: "Enviar y cerrar sesión" }).click();
      await dialog.getByText(/^Todavía no se pudo enviar/).waitFor();
      await dialog.getByRole("button", { name: "Descartar y cerrar sesión" }).click();
      await page.getByText("Cerraste la sesión.").waitFor();
      await mend();
      const rows = await page.evaluate(rowsOnDevice);
      assert.deepEqual(rows, []);
      assert.deepEqual(await got(customer), { texts: [], taken: [] });
    }, noAnswer),
  );

  it(
    "waits through a session that ran out, unseen by a colleague on the same device",
    office(async ({ stranger }) => {
      const customer = await caller("¿Mañana?");
      const { page } = await stranger({ path: "/inbox?view=all" });
      await signIn(page, "agent@hilo.test");
      await openThread(page, customer);
      await page.route(posts, (route) =>
        route.fulfill({ status: 401, json: { code: "sessionEnded", detail: "It is over." } }),
      );
      await answer(page, "Mañana a las diez");
      await page.getByText(/^Tu sesión terminó/).waitFor();
      await page.unroute(posts);
      await signIn(page, "agent2@hilo.test");
      await bubble(page, "¿Mañana?").waitFor();
      assert.equal(await bubble(page, "Mañana a las diez").count(), 0);
      await leave(page);
      await page.getByText("Cerraste la sesión.").waitFor();
      assert.deepEqual(await got(customer), { texts: [], taken: [] });
      await signIn(page, "agent@hilo.test");
      await arrived(page, "Mañana a las diez");
      assert.deepEqual(await got(customer), { texts: ["Mañana a las diez"], taken: [1] });
      // What was just being drawn when the session ended finds nobody any more.
    }, /status of 401|Nobody is signed in/),
  );
});

async function leave(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Tu cuenta/ }).click();
  await page.getByRole("menuitem", { name: "Cerrar sesión" }).click();
}

/** Runs in the page: everything that was kept and not sent, of whomever. */
async function rowsOnDevice(): Promise<unknown[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("hilo");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const rows: unknown[] = [];
  for (const name of database.objectStoreNames) {
    const found = database.transaction(name).objectStore(name).getAll();
    await new Promise((resolve) => {
      found.onsuccess = resolve;
    });
    rows.push(...found.result);
  }
  database.close();
  return rows;
}
