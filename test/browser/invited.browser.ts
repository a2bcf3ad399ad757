import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { newId } from "../../functions/src/platform/clock.ts";
import { launchBrowser } from "../support/browser.ts";
import { house } from "../support/house.ts";
import { callApi, freshWorkspace, makeMember, signIn } from "../support/people.ts";

describe("somebody who is invited", () => {
  let browser: Browser;
  let page: Page;
  before(async () => {
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    page = await browser.newPage({ locale: "es-CL", viewport: { width: 1440, height: 900 } });
  });
  afterEach(() => page.close());
  after(() => browser.close());

  const problem = () => page.getByRole("alert");

  /** Invites a mailbox into a workspace of its own; its administrator's token. */
  async function invited(email: string): Promise<string> {
    const admin = await signIn(await makeMember(freshWorkspace(), "admin"));
    const body = { email, name: "Rocío Nueva", role: "supervisor" };
    assert.equal((await callApi(admin, "/members", { body })).status, 201);
    return admin;
  }

  /** Finds the mail in the simulator, and follows its link. */
  async function openMail(email: string): Promise<void> {
    await page.goto(house.simulatorUrl);
    await page.getByRole("tab", { name: "Accesos" }).click();
    const row = page.getByRole("listitem").filter({ hasText: email }).first();
    const link = await row.getByRole("link", { name: "Abrir el correo" }).getAttribute("href");
    await page.goto(link ?? "");
  }

  async function confirm(email: string): Promise<void> {
    await page.getByLabel("Correo").fill(email);
    await page.getByRole("button", { name: "Continuar" }).click();
  }

  it("comes in by the mail, with a password for the next time", async () => {
    const email = `${newId()}@hilo.test`;
    await invited(email);
    await openMail(email);
    await confirm("somebody-else@hilo.test");
    await problem().filter({ hasText: "no se envió a ese correo" }).waitFor();
    await confirm(email);
    await page.getByText("Test admin te invita a trabajar en").waitFor();
    await page.getByLabel("Contraseña nueva").fill("corta");
    await page.getByRole("button", { name: "Aceptar la invitación" }).click();
    await problem().filter({ hasText: "al menos 8 caracteres" }).waitFor();
    await page.getByLabel("Contraseña nueva").fill("una-clave-larga");
    await page.getByRole("button", { name: "Aceptar la invitación" }).click();
    await page.waitForURL(/\/inbox/);
    await page.getByRole("button", { name: /^Tu cuenta: Rocío Nueva/ }).waitFor();
    assert.ok(await signIn({ email, password: "una-clave-larga" }));
  });

  it("is told where an invitation is gone, and that a link was used", async () => {
    const email = `${newId()}@hilo.test`;
    const admin = await invited(email);
    const { json } = await callApi(admin, "/members");
    const uid = (json.items as { id: string; email: string }[]).find(
      (one) => one.email === email,
    )?.id;
    await callApi(admin, `/members/${uid}/invitation`, { method: "DELETE" });
    await openMail(email);
    const address = page.url();
    await confirm(email);
    await page.getByText("Esta invitación se retiró").waitFor();
    await page.getByRole("button", { name: "Usar otro correo" }).click();
    await problem().filter({ hasText: "Abre el enlace del correo" }).waitFor();
    await page.goto(address);
    await confirm(email);
    await problem().filter({ hasText: "ya se usó o venció" }).waitFor();
  });
});
