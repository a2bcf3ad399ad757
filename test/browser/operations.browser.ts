import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import type { Role } from "@hilo/schema";
import type { Browser, Page } from "playwright-core";
import { kinds, migrations } from "../../functions/src/operation-kinds.ts";
import { enter } from "../../functions/src/operations/begin.ts";
import { operationsOf } from "../../functions/src/operations/store.ts";
import { work } from "../../functions/src/operations/work.ts";
import { forgetConfig } from "../../functions/src/platform/config.ts";
import { workspace } from "../../functions/src/platform/firestore.ts";
import { settingsAt } from "../../functions/src/settings/store.ts";
import { launchBrowser } from "../support/browser.ts";
import { house } from "../support/house.ts";
import { freshWorkspace, makeMember, type Person } from "../support/people.ts";
import { toast } from "./scene.ts";
import { fits } from "./sideways.ts";
import { violations } from "./violations.ts";

const name = "Puesta al día de los datos";
const counts = { create: 0, update: 3, same: 0, skip: 1, refuse: 1 };

describe("what takes long, on the screen", () => {
  let browser: Browser;
  let page: Page;
  let workspaceId: string;
  let person: Person;
  before(async () => {
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    page = await browser.newPage({ locale: "es-CL", viewport: { width: 1440, height: 900 } });
    workspaceId = freshWorkspace();
    await settingsAt(workspaceId).create({
      ...{ name: "Prueba", timeZone: "America/Santiago", language: "es" },
      ...{ responseTargetMs: 900_000, updatedAt: new Date() },
    });
  });
  afterEach(() => page.close());
  after(() => browser.close());

  async function comeIn(role: Role): Promise<void> {
    person = await makeMember(workspaceId, role);
    await page.goto(house.baseUrl);
    await page.getByLabel("Correo").fill(person.email);
    await page.getByLabel("Contraseña", { exact: true }).fill(person.password);
    await page.getByRole("button", { name: "Entrar", exact: true }).click();
    await page.getByRole("button", { name: /^Tu cuenta/ }).waitFor();
  }

  /** An operation that stands in the database and on which nobody works. */
  async function stands(as: object, by = person.uid): Promise<string> {
    const doer = { type: "member", id: by, name: "Ana Rojas" } as const;
    const about = { ...doer, workspaceId, requestId: "", ip: "" };
    const id = await enter(about, kinds.migrate, { names: migrations.map((one) => one.name) });
    const idle = { dueAt: null, step: "apply", total: 5 };
    await operationsOf(workspaceId)
      .doc(id)
      .update({ ...idle, ...as });
    return id;
  }

  const change = (id: string, as: object) => operationsOf(workspaceId).doc(id).update(as);

  async function openList(): Promise<void> {
    await page.getByRole("button", { name: /^Tu cuenta/ }).click();
    await page.getByRole("menuitem", { name: "Tareas en curso…" }).click();
    await page.getByRole("dialog", { name: "Tareas en curso" }).waitFor();
  }

  const list = () => page.locator("hilo-operations");

  /** Works on it in this process, whose files are in a folder, as in the functions emulator. */
  async function workHere(id: string): Promise<void> {
    const { FUNCTIONS_EMULATOR = "false" } = process.env;
    process.env.FUNCTIONS_EMULATOR = "true";
    forgetConfig();
    await work(kinds, workspaceId, id);
    process.env.FUNCTIONS_EMULATOR = FUNCTIONS_EMULATOR;
    forgetConfig();
  }

  /** This device began it, in the page before. */
  async function remember(id: string): Promise<void> {
    const key = `hilo.operations.${workspaceId}.${person.uid}`;
    await page.evaluate(([key = "", id = ""]) => localStorage.setItem(key, id), [key, id]);
    await page.reload();
  }

  it("says where nothing is what will be shown there", async () => {
    await comeIn("agent");
    await openList();
    await list().getByText("Aquí verás lo que tarda").waitFor();
    assert.deepEqual(await violations(page), []);
  });

  it("is told after a reload, followed to its end, and undone", async () => {
    await comeIn("admin");
    const things = workspace(workspaceId).collection("conversations");
    await things.doc("c1").create({ teamId: null, lastMessageAt: 1 });
    const id = await stands({ done: 2 });
    await remember(id);
    await toast(page, `${name}: en curso`).waitFor();
    await openList();
    await list().getByText("2 de 5").waitFor();
    await change(id, { done: 4 });
    await list().getByText("4 de 5").waitFor();
    assert.equal(
      await list().getByRole("progressbar").getAttribute("aria-label"),
      `Avance de ${name}`,
    );
    // The house does it, as its task would.
    await change(id, { step: "plan", total: 0, done: 0, dueAt: new Date() });
    await workHere(id);
    await list().getByText("1 cambiado").waitFor();
    await toast(page, `${name}: terminada. 1 cambiado`).waitFor();
    assert.equal((await things.doc("c1").get()).get("teamId"), "none");
    await list().getByRole("button", { name: "Deshacer" }).click();
    await list().getByText("1 devuelto").waitFor({ timeout: 90_000 });
    await toast(page, `${name}: deshecha`).waitFor();
    assert.equal((await things.doc("c1").get()).get("teamId"), null);
    assert.equal(await list().getByRole("button", { name: "Deshacer" }).count(), 0);
  });

  it("that stopped says what stands and what to do next, also by a toast", async () => {
    await comeIn("agent");
    const id = await stands({ done: 2 });
    await remember(id);
    await toast(page, `${name}: en curso`).waitFor();
    await change(id, { state: "failed", error: "internal", worker: null });
    await toast(page, `${name}: se detuvo`).waitFor();
    await openList();
    await list().getByText("Lo hecho hasta ahí (2 de 5) sigue en pie").waitFor();
    // What may be undone by administrators is not offered to an agent.
    assert.equal(await list().getByRole("button", { name: "Deshacer" }).count(), 0);
    await page.reload();
    await page.getByRole("button", { name: /^Tu cuenta/ }).waitFor();
    assert.equal(await toast(page, name).count(), 0);
  });

  it("is one's own for an agent, everybody's for an administrator", async () => {
    await comeIn("agent");
    await stands({ state: "done", done: 5, counts });
    await stands({ state: "done", done: 5, counts: { ...counts, update: 77 } }, "somebody-else");
    await openList();
    await list().getByText("3 cambiados, 1 omitido, 1 rechazado").waitFor();
    assert.equal(await list().getByText("77 cambiados").count(), 0);
    await page.close();
    page = await browser.newPage({ locale: "es-CL", viewport: { width: 1440, height: 900 } });
    await comeIn("admin");
    await openList();
    await list().getByText("77 cambiados").waitFor();
  });

  it("names the rows that were left out", async () => {
    await comeIn("agent");
    const id = await stands({ state: "done", done: 5, counts, named: 1 });
    await operationsOf(workspaceId)
      .doc(id)
      .collection("changes")
      .doc("0")
      .create({
        ...{ from: 0, to: 5, changes: [], about: [], kept: [], keptCount: 0, named: 1 },
        ...{ rows: [{ row: 3, outcome: "refuse", why: "phone" }], expiresAt: new Date() },
      });
    await openList();
    await list().getByRole("button", { name: "Ver cuáles" }).click();
    await list().getByText("Fila 4: 1 rechazado (phone)").waitFor();
  });

  it("fits on every screen, in both themes", async () => {
    await comeIn("admin");
    await stands({ done: 2 });
    await stands({ state: "failed", error: "internal", done: 3, named: 2, counts });
    await stands({ state: "done", done: 5, counts });
    await openList();
    await list().getByText("2 de 5").waitFor();
    mkdirSync(".cache/looks", { recursive: true });
    for (const colorScheme of ["light", "dark"] as const)
      for (const width of [1440, 1024, 390]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 844 });
        await fits(page, `${width} ${colorScheme}`);
        assert.deepEqual(await violations(page), []);
        await page.screenshot({ path: `.cache/looks/operations-${width}-${colorScheme}.png` });
      }
  });

  it("a page that is too old for the documents asks to be loaded anew", async () => {
    await comeIn("agent");
    await settingsAt(workspaceId).update({ minVersion: 1 });
    await page.waitForTimeout(500);
    assert.equal(await page.getByRole("button", { name: "Recargar" }).count(), 0);
    await settingsAt(workspaceId).update({ minVersion: 1000 });
    await page.getByRole("button", { name: "Recargar" }).waitFor();
    await page.getByText("Hay una versión nueva de Hilo").waitFor();
    assert.deepEqual(await violations(page), []);
  });
});
