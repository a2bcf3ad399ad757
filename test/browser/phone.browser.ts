import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { graph, phoneNumberId } from "../simulator/providers/meta/graph.ts";
import { type Pair, startPair } from "../simulator/support/house.ts";
import { senders } from "../simulator/support/senders.ts";
import { launchBrowser } from "../support/browser.ts";
import { eventually } from "../support/wait.ts";

/** Somebody for each channel, with what the phone's menu says there beside a photo. */
const phones: [channel: string, person: string, also: string | null][] = [
  ["twilio-whatsapp", "+56981000101", "Escribir STOP"],
  ["twilio-sms", "+56981000105", "Escribir STOP"],
  ["whatsapp", "+56981000109", "Tres fotos de muestra a la vez"],
  ["kapso", "+56981000110", "El negocio escribe en otro lugar"],
  ["messenger", "+56981000104", "Bloquear al negocio"],
  ["instagram", "1102585743422954", "Bloquear al negocio"],
  ["telegram", "+56981000119", "Bloquear al negocio"],
  ["email", "+56981000116", "Denunciar como spam"],
  ["x", "1629232141363792492", "El negocio escribe en otro lugar"],
];

describe("The simulator's phone", () => {
  let pair: Pair;
  let browser: Browser;
  let page: Page;
  const troubles: string[] = [];

  before(async () => {
    pair = await startPair({ smtpPort: 0, behaviour: { window: "open" } });
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 820 }, locale: "es-CL" });
    page.on("pageerror", ({ message }) => troubles.push(message));
  });
  after(async () => {
    await browser.close();
    await pair.stop();
  });
  afterEach(() => assert.deepEqual(troubles, []));

  const open = (person: string, channel: string) =>
    page.goto(`${pair.simulator.url}/#/${encodeURIComponent(person)}/${channel}`);
  const write = async (text: string) => {
    await page.locator("sim-composer textarea").fill(text);
    await page.keyboard.press("Enter");
  };
  const pick = async (name: string) => {
    await page.locator("sim-menu button.icon-button").click();
    await page.getByRole("menuitem", { name, exact: true }).click();
  };
  const bubbles = () => page.locator("sim-bubble");

  for (const [channel, person, also] of phones) {
    it(`writes and sends a picture by ${channel}`, async () => {
      await open(person, channel);
      await write(`Hola por ${channel}`);
      await bubbles().getByText(`Hola por ${channel}`).waitFor();
      await pick("Foto de muestra");
      await bubbles().locator("img").first().waitFor();
      await eventually(async () => {
        const states = await bubbles().locator(".state.received").count();
        assert.equal(states, 2);
      });
      await page.locator("sim-menu button.icon-button").click();
      if (also) await page.getByRole("menuitem", { name: also }).waitFor();
      await page.keyboard.press("Escape");
      const call = pair.calls.at(-1);
      assert.match(call?.path ?? "", /^\/webhooks\/\w+\/demo/);
    });
  }

  it("calls, and keeps the recording", async () => {
    await open("+56981000105", "twilio-voice");
    await pick("Llamar, con grabación");
    await bubbles().locator("audio").waitFor();
    await bubbles().getByText("Llamada · Atendida · 42 s").waitFor();
    assert.equal(await page.locator("sim-composer textarea").count(), 0);
  });

  it("presses what the business offers, edits and reacts", async () => {
    const person = "+56981000101";
    await open(person, "whatsapp");
    await write("Ola");
    await bubbles().getByText("Ola").waitFor();
    const reply = { type: "reply", reply: { id: "si", title: "Sí, vamos" } };
    const interactive = { type: "button", body: { text: "¿Va?" }, action: { buttons: [reply] } };
    const to = person.slice(1);
    await graph(pair, `${phoneNumberId}/messages`, {
      ...{ messaging_product: "whatsapp", to, type: "interactive", interactive },
    });
    await page.locator(".offer button", { hasText: "Sí, vamos" }).click();
    await eventually(async () => assert.equal(await bubbles().count(), 3));
    await bubbles().nth(0).hover();
    await bubbles().nth(0).getByRole("button", { name: "Editar" }).click();
    await write("Hola");
    await bubbles().nth(0).getByText("editado").waitFor();
    await bubbles().nth(1).hover();
    await bubbles().nth(1).getByRole("button", { name: "Reaccionar" }).click();
    await bubbles().nth(1).getByRole("button", { name: "👍" }).click();
    await bubbles().nth(1).locator(".reactions").getByText("👍").waitFor();
  });

  for (const { channel, person, refusal, send, told } of senders) {
    it(`lets a refusal be chosen by ${channel}, and only the switches that mean something`, async () => {
      await open(person, channel);
      await page.locator("sim-behaviour select").selectOption(refusal);
      await eventually(async () => {
        const { next } = pair.simulator.control.behave({ scope: "everybody", behaviour: {} });
        assert.equal(String(next[0]?.behaviour.failure?.code), refusal);
      });
      assert.equal(await send(pair), false);
      assert.equal(await send(pair), true);
      const reports = await page.locator("sim-behaviour").getByText("Avisos de entrega").count();
      assert.equal(reports, told ? 1 : 0);
    });
  }

  it("brings the customer's next message late and twice, and only that one", async () => {
    const [, , whatsapp = senders[0]] = senders;
    assert.ok(whatsapp);
    await open(whatsapp.person, whatsapp.channel);
    await bubbles().first().waitFor();
    const before = pair.calls.length;
    const panel = page.locator("sim-behaviour .arrival");
    await panel.getByLabel("Llega con retraso").fill("1500");
    await panel.getByLabel("Llega dos veces").check();
    await write("Primero");
    await bubbles().getByText("Primero").waitFor();
    await write("Segundo");
    await eventually(() => assert.equal(pair.calls.length, before + 3));
    const order = pair.calls.slice(before).map(({ raw }) => /Primero|Segundo/.exec(`${raw}`)?.[0]);
    assert.deepEqual(order, ["Segundo", "Primero", "Primero"]);
    assert.equal(await panel.getByLabel("Llega dos veces").isChecked(), false);
  });

  it("leads to the shop with the web chat, at the house", async () => {
    const link = page.getByRole("link", { name: "Una tienda con el chat web" });
    assert.equal(await link.getAttribute("href"), `${pair.target}/widget/demo.html`);
  });

  it("lets a failure be chosen, in the provider's own words", async () => {
    await open("+56981000109", "whatsapp");
    await page.locator("sim-behaviour select").selectOption("131026");
    const answer = { messaging_product: "whatsapp", to: "56981000109", text: { body: "x" } };
    await eventually(async () => {
      const { next } = pair.simulator.control.behave({ scope: "everybody", behaviour: {} });
      assert.equal(next[0]?.behaviour.failure?.code, "131026");
    });
    await graph(pair, `${phoneNumberId}/messages`, answer);
    await bubbles().getByText("131026 · Message undeliverable").waitFor();
  });
});
