import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { attendanceAt } from "../../functions/src/users/store.ts";
import { demo } from "../journeys/records.ts";
import { signIn } from "../support/console.ts";
import { accountOf } from "../support/demo-members.ts";
import { office } from "../support/desk.ts";
import { soon } from "./scene.ts";

const account = (page: Page, state: string) =>
  page.getByRole("button", { name: new RegExp(`^Tu cuenta: .+, ${state}$`) });

async function choose(page: Page, state: string): Promise<void> {
  await page.getByRole("button", { name: /^Tu cuenta/ }).click();
  await page.getByRole("menuitemradio", { name: state, exact: true }).click();
}

describe("a member", () => {
  it(
    "is available once they are here, chooses to be away on every device, and back",
    office(async ({ sit }) => {
      const { page } = await sit("supervisor");
      await account(page, "disponible").waitFor();
      await choose(page, "Ausente");
      await account(page, "ausente").waitFor();
      const { page: phone } = await sit("supervisor", { viewport: { width: 390, height: 844 } });
      await account(phone, "ausente").waitFor();
      await page.reload();
      await account(page, "ausente").waitFor();
      await choose(phone, "Disponible");
      await account(page, "disponible").waitFor();
      await account(phone, "disponible").waitFor();
    }),
  );

  it(
    "is told when the choice cannot be made, and stays what they were",
    office(async ({ sit }) => {
      const { page, context } = await sit("supervisor");
      await account(page, "disponible").waitFor();
      await context.setOffline(true);
      await choose(page, "Ausente");
      await page.getByText(/^No hay conexión con el servidor/).waitFor();
      await account(page, "disponible").waitFor();
    }, /ERR_INTERNET_DISCONNECTED/),
  );

  it(
    "is expected back no longer once they have signed out",
    office(async ({ stranger }) => {
      const { page } = await stranger();
      const said = page.waitForRequest(/members\/me\/presence$/);
      await signIn(page, accountOf("supervisor").email);
      const { tabId } = (await said).postDataJSON() as { tabId: string };
      const until = async () => {
        const found = await attendanceAt(demo, "demo-supervisor").get();
        return (found.get(`tabs.${tabId}`)?.toMillis() ?? 0) - Date.now();
      };
      await soon(async () => (await until()) > 4 * 60_000);
      await page.getByRole("button", { name: /^Tu cuenta/ }).click();
      await page.getByRole("menuitem", { name: "Cerrar sesión" }).click();
      await page.locator("input[type=password]").waitFor();
      await soon(async () => assert.ok((await until()) <= 30_000));
    }),
  );
});
