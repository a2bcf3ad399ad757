import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { accounts } from "../../functions/src/platform/accounts.ts";
import { db } from "../../functions/src/platform/firestore.ts";
import { launchBrowser } from "../support/browser.ts";
import { house } from "../support/house.ts";
import {
  callApi,
  choosePassword,
  forgetPassword,
  freshWorkspace,
  mailedCode,
  makeMember,
  type Person,
  signIn,
} from "../support/people.ts";

const password = "another-password-1";

describe("a member whose password was changed", () => {
  let browser: Browser;
  let page: Page;
  let person: Person;
  before(async () => {
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    page = await browser.newPage({ locale: "es-CL", viewport: { width: 1440, height: 900 } });
    person = await makeMember(freshWorkspace(), "agent");
    assert.equal((await callApi(await signIn(person), "/members/me/sign-in")).json.changed, null);
    await choosePassword(await forgetPassword(person.email), password);
    // As the house notes it, which believes for a minute how somebody came in before.
    const { tokensValidAfterTime } = await (await accounts()).getUser(person.uid);
    const validFrom = Date.parse(tokensValidAfterTime ?? "");
    const changed = { what: "password", at: validFrom, mailbox: person.email, mailedAt: validFrom };
    const known = { email: person.email, validFrom, changed };
    await db().collection("signIns").doc(person.uid).set(known);
  });
  afterEach(() => page.close());
  after(() => browser.close());

  const question = () => page.locator("hilo-sign-in-question");

  async function comeIn(): Promise<void> {
    await page.goto(house.baseUrl);
    await page.getByLabel("Correo").fill(person.email);
    await page.getByLabel("Contraseña", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Entrar", exact: true }).click();
    await page.getByRole("dialog", { name: "Tu contraseña cambió" }).waitFor();
  }

  it("is asked whether it was they, and once on each device", async () => {
    await comeIn();
    await question().getByText("¿Fuiste tú?").waitFor();
    await question().getByRole("button", { name: "Sí, fui yo" }).click();
    await question().waitFor({ state: "detached" });
    const answer = page.waitForResponse((one) => one.url().endsWith("/members/me/sign-in"));
    await page.reload();
    await answer;
    await page.getByRole("button", { name: /^Tu cuenta/ }).waitFor();
    assert.equal(await question().count(), 0);
  });

  it("gets a mail to set another one, where it was not, and is told what else to do", async () => {
    await comeIn();
    const before = await mailedCode(person.email, "PASSWORD_RESET");
    await question().getByRole("button", { name: "No fui yo" }).click();
    await question().getByRole("alert").filter({ hasText: "Te enviamos un correo" }).waitFor();
    await question().getByText("Avisa también a administración").waitFor();
    assert.notEqual(await mailedCode(person.email, "PASSWORD_RESET"), before);
    await question().getByRole("button", { name: "Cerrar sesión" }).click();
    await page.getByLabel("Contraseña", { exact: true }).waitFor();
  });
});
