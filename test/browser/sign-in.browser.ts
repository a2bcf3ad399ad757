import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { demoPassword } from "../support/demo-members.ts";
import { office } from "../support/desk.ts";
import { caller } from "./scene.ts";

async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel(/^(Correo|E-mail)$/).fill(email);
  await page.getByLabel(/^(Contraseña|Password)$/).fill(password);
  await page.keyboard.press("Enter");
}

function pathOf(page: Page): string {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
}

describe("signing in", () => {
  it(
    "says what is wrong with a password, and opens the inbox with the right one",
    office(async ({ stranger }) => {
      const { page } = await stranger();
      await enter(page, "agent@hilo.test", "not-the-password");
      const said = page.getByRole("alert");
      await said.waitFor();
      assert.match(await said.innerText(), /^El correo o la contraseña no coinciden/);
      await enter(page, "agent@hilo.test", demoPassword);
      await page.getByRole("heading", { name: "Bandeja" }).waitFor();
      await page.locator("a.row").first().waitFor();
      assert.equal(pathOf(page), "/inbox");
    }, /status of 400/),
  );

  it(
    "asks for what is missing without asking the server",
    office(async ({ stranger }) => {
      const { page } = await stranger();
      await page.getByRole("button", { name: "Entrar" }).click();
      await page.getByText("Escribe tu correo.").waitFor();
      await page.getByLabel("Correo").fill("agent@hilo.test");
      await page.keyboard.press("Enter");
      await page.getByText("Escribe tu contraseña.").waitFor();
      const focused = await page.getByLabel("Contraseña", { exact: true }).evaluate((field) => {
        const root = field.getRootNode() as ShadowRoot;
        return root.activeElement === field;
      });
      assert.ok(focused, "the caret is where something is missing");
    }),
  );

  it(
    "leads back to the address that was asked for",
    office(async ({ stranger }) => {
      const customer = await caller("¿Me llegó la boleta?");
      const path = `/inbox/${customer.conversationId}?view=all`;
      const { page } = await stranger({ path });
      await page.getByLabel("Correo").waitFor();
      assert.equal(pathOf(page), `/sign-in?next=${encodeURIComponent(path)}`);
      await enter(page, "agent@hilo.test", demoPassword);
      await page.locator("hilo-thread-header", { hasText: customer.name }).waitFor();
      assert.equal(pathOf(page), path);
    }),
  );

  it(
    "ends when asked, and an address of before asks to sign in again",
    office(async ({ sit }) => {
      const { page } = await sit("agent2");
      await page.locator("a.row").first().waitFor();
      await page.getByRole("button", { name: /^Tu cuenta/ }).click();
      await page.getByRole("menuitem", { name: "Cerrar sesión" }).click();
      await page.getByText("Cerraste la sesión.").waitFor();
      await page.goto(new URL("/inbox?view=all", page.url()).href);
      await page.getByLabel("Correo").waitFor();
      assert.equal(await page.locator("a.row").count(), 0);
    }),
  );

  it(
    "answers everybody alike who has forgotten the password",
    office(async ({ stranger }) => {
      const { page } = await stranger();
      await page.getByLabel("Correo").waitFor();
      await page.getByRole("button", { name: "¿Olvidaste tu contraseña?" }).click();
      await page.getByLabel("Correo").fill("nobody@hilo.test");
      await page.getByRole("button", { name: "Enviar enlace" }).click();
      await page.getByText(/Si nobody@hilo.test tiene una cuenta/).waitFor();
    }, /status of 400/),
  );
});

describe("the language", () => {
  it(
    "changes at the sign-in page and stays after it",
    office(async ({ stranger }) => {
      const { page } = await stranger();
      await page.getByRole("heading", { name: "Entra a Hilo" }).waitFor();
      await page.getByRole("button", { name: "English" }).click();
      await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
      assert.equal(await page.locator("html").getAttribute("lang"), "en");
      await enter(page, "agent@hilo.test", demoPassword);
      await page.getByRole("heading", { name: "Inbox" }).waitFor();
      await page.reload();
      await page.getByRole("heading", { name: "Inbox" }).waitFor();
    }),
  );

  it(
    "changes everywhere at once from the account menu",
    office(async ({ sit }) => {
      const { page } = await sit("agent");
      await page.getByRole("heading", { name: "Bandeja" }).waitFor();
      await page.getByRole("button", { name: /^Tu cuenta/ }).click();
      await page.getByRole("menuitemradio", { name: "English" }).click();
      await page.getByRole("heading", { name: "Inbox" }).waitFor();
      await page.getByRole("link", { name: /^Unassigned/ }).waitFor();
      assert.equal(await page.getByText("Sin asignar").count(), 0);
      await page.getByRole("button", { name: /^Your account/ }).click();
      await page.getByRole("menuitemradio", { name: "Español" }).click();
      await page.getByRole("heading", { name: "Bandeja" }).waitFor();
    }),
  );

  it(
    "is the browser's until somebody chooses",
    office(async ({ stranger }) => {
      const { page } = await stranger({ locale: "en-GB" });
      await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
    }),
  );
});
