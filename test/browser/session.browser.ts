import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { writes } from "../journeys/customers.ts";
import { signIn } from "../support/console.ts";
import { demoPassword } from "../support/demo-members.ts";
import { office } from "../support/desk.ts";
import { house } from "../support/house.ts";
import { answer, bubble, caller, composer, openThread, rowOf } from "./scene.ts";

type Kept = {
  local: string[];
  session: string[];
  databases: string[];
  caches: string[];
  cookies: string;
};

/** Everything the browser keeps of the console, as text. */
function kept(page: Page): Promise<Kept> {
  return page.evaluate(async () => {
    const texts = (storage: Storage) => Object.entries(storage).map((pair) => pair.join("="));
    const known = await indexedDB.databases();
    const open = (name: string) =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const all = (store: IDBObjectStore) =>
      new Promise<unknown[]>((resolve) => {
        const request = store.getAll();
        request.onsuccess = () => resolve(request.result);
      });
    const databases: string[] = [];
    for (const { name = "" } of known) {
      const database = await open(name);
      for (const store of database.objectStoreNames) {
        const rows = await all(database.transaction(store).objectStore(store));
        databases.push(`${name}.${store}: ${JSON.stringify(rows)}`);
      }
      database.close();
    }
    return {
      local: texts(localStorage),
      session: texts(sessionStorage),
      databases,
      caches: await caches.keys(),
      cookies: document.cookie,
    };
  });
}

describe("a whole session", () => {
  it(
    "complains of nothing, calls nobody else, and leaves nothing of a customer behind but the draft",
    office(async ({ stranger }) => {
      const customer = await caller("Mi RUT es 12.345.678-9");
      await writes(customer, { kind: "image", text: "Mi carnet" });
      const { page, troubles } = await stranger({ path: "/inbox?view=all" });
      await signIn(page, "agent@hilo.test");
      await rowOf(page, customer).click();
      await bubble(page, "Mi carnet").locator("img").waitFor();
      await answer(page, "Recibido, gracias");
      await bubble(page, "Recibido, gracias").getByLabel("Leído").waitFor();
      await composer(page).fill("Un borrador");
      await page.getByRole("link", { name: /^Panel/ }).click();
      await page.locator("a.figure strong").first().waitFor();
      await page.getByRole("link", { name: /^Bandeja/ }).click();
      await page.locator("hilo-list").waitFor();
      await openThread(page, customer);
      const { local, session, databases, caches, cookies } = await kept(page);
      const onDisk = [...local, ...databases, ...caches, cookies].join("\n");
      for (const secret of [customer.name, customer.phone.slice(1), "12.345", "Recibido"]) {
        assert.ok(!onDisk.includes(secret), `${secret} is on the disk`);
      }
      assert.ok(!onDisk.includes(demoPassword), "nor is the password");
      assert.deepEqual(session, [], "the tab keeps nothing");
      assert.deepEqual(
        databases.filter((one) => one.startsWith("hilo.")),
        ['hilo.drafts: [{"text":"Un borrador"}]', "hilo.files: []", "hilo.letters: []"],
      );
      assert.deepEqual(troubles.all, []);
    }),
  );

  it(
    "is served under a policy that lets no stranger's script run",
    office(async ({ stranger }) => {
      const { page, troubles } = await stranger();
      await page.getByRole("button", { name: "Entrar" }).waitFor();
      const ran = await page.evaluate(() => {
        const script = document.createElement("script");
        script.textContent = "window.ranInline = true";
        document.body.append(script);
        return "ranInline" in window;
      });
      assert.equal(ran, false);
      assert.match(troubles.all.join("\n"), /Content Security Policy/);
    }, /Content Security Policy/),
  );

  it(
    "shows what customers write as text, whatever it is",
    office(async ({ sit }) => {
      const customer = await caller('<img src=x onerror="document.title=1"><script>1</script>');
      await writes(customer, { text: "javascript:alert(1) http://hilo.test/<b>x</b>" });
      const { page } = await sit("agent");
      await openThread(page, customer);
      await bubble(page, '<img src=x onerror="document.title=1"><script>1</script>').waitFor();
      const links = await page
        .locator("hilo-message .text a")
        .evaluateAll((found) =>
          found.map((one) => [one.getAttribute("href"), one.getAttribute("rel")]),
        );
      assert.ok(
        links.every(([href, rel]) => /^https?:/.test(href ?? "") && /noopener/.test(rel ?? "")),
      );
    }),
  );

  it(
    "that was signed out keeps nothing at all",
    office(async ({ sit }) => {
      const customer = await caller("¿Queda algo de mí?");
      const { page } = await sit("agent2", { path: "/inbox?view=all" });
      await openThread(page, customer);
      await composer(page).fill("Algo a medias");
      await page.getByRole("button", { name: /^Tu cuenta/ }).click();
      await page.getByRole("menuitem", { name: "Cerrar sesión" }).click();
      await page.getByText("Cerraste la sesión.").waitFor();
      const { local, session, databases } = await kept(page);
      const all = [...local, ...session, ...databases].join("\n");
      assert.ok(!all.includes("agent2@hilo.test"), "the account is gone");
      assert.ok(!all.includes("Algo a medias"), "the draft is gone");
      assert.ok(page.url().startsWith(house.baseUrl));
    }),
  );
});
