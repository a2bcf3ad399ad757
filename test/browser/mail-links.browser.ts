import assert from "node:assert/strict";
import type { Frame, Page } from "playwright-core";
import { office } from "../support/desk.ts";
import { openConversation, threadWith } from "./entries.ts";
import { email } from "./kinds-samples.ts";
import { bubble } from "./scene.ts";
import { violations } from "./violations.ts";

const dot = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
const mapped = (name: string, area: string) =>
  `<p>${name} <img src="${dot}" width="60" height="30" alt="${name}" usemap="#${name}"><map name="${name}"><area shape="rect" coords="0,0,60,30" alt="${name}" ${area}></map></p>`;

/** What may be pressed in a mail, by its words or its picture, and where it leads. */
const leading: [name: string, html: string, leads: string][] = [
  ["enlace", '<a href="https://lleva.test/a">enlace</a>', "https://lleva.test/a"],
  ["arriba", '<a href="https://lleva.test/b" target="_top">arriba</a>', "https://lleva.test/b"],
  [
    "propia",
    '<a href="https://lleva.test/c" target="_self" ping="/api/v1/me" download>propia</a>',
    "https://lleva.test/c",
  ],
  ["correo", '<a href="mailto:ana@lleva.test">correo</a>', "mailto:ana@lleva.test"],
  ["mapa", mapped("mapa", 'href="https://lleva.test/d" target="_self"'), "https://lleva.test/d"],
];
/** What leads to pages of ours, or acts: nothing comes of it. */
const idle: [name: string, html: string][] = [
  ["casa", mapped("casa", 'href="/inbox"')],
  ["raíz", '<a href="/inbox" target="_self">raíz</a>'],
  ["ancla", '<a href="#fin">ancla</a>'],
  ["script", '<a href="javascript:location=1">script</a>'],
  ["datos", '<a href="data:text/html,a">datos</a>'],
  [
    "forma",
    '<form action="/inbox"><b>forma</b><button>enviar</button><input type=image src=x></form>',
  ],
  [
    "dibujo",
    '<svg width=9 height=9><a xlink:href="/inbox"><text y=9>x</text></a></svg><i>dibujo</i>',
  ],
  ["fórmula", '<math href="/inbox"><mi>x</mi></math><i>fórmula</i>'],
  ["detalles", '<details ontoggle="location=1"><summary>detalles</summary>más</details>'],
  [
    "marco",
    '<iframe src="/inbox"></iframe><object data="/inbox"></object><embed src="/inbox"><i>marco</i>',
  ],
  [
    "encima",
    '<a href="https://lleva.test/z" style="position:fixed;inset:0;opacity:0">tapa</a><i>encima</i>',
  ],
];
const heads =
  '<base href="https://lleva.test/" target="_top"><meta http-equiv="refresh" content="0;url=/inbox"><link rel="prefetch" href="https://lleva.test/p"><style>@import "https://lleva.test/s";a{position:fixed}</style>';

async function frameOf(page: Page): Promise<Frame> {
  const all = [...leading, ...idle].map(([, html]) => `<div>${html}</div>`).join("");
  const html = `<html><head>${heads}</head><body>${all}<p id="fin">fin</p></body></html>`;
  const mail = { subject: "Mira", references: [], to: [], cc: [], html };
  const id = await threadWith(email, [{ text: "Mira esto", mail }], { replyUntil: null });
  await openConversation(page, id);
  await bubble(page, "Mira esto").getByRole("button", { name: "Ver con formato" }).click();
  const handle = await page.locator("hilo-mail iframe").elementHandle();
  const frame = await handle?.contentFrame();
  assert.ok(frame);
  await frame.getByText("fin", { exact: true }).waitFor();
  return frame;
}

/** The mail is still there, and nothing but it. */
async function isThere(frame: Frame): Promise<void> {
  assert.equal(frame.url(), "about:srcdoc");
  assert.equal(await frame.getByText("fin", { exact: true }).count(), 1);
}

describe("what is pressed in a mail with its formatting", () => {
  it(
    "opens outside, once its address was seen, and never in the mail's frame",
    office(async ({ sit }) => {
      const { page, context } = await sit("agent");
      const frame = await frameOf(page);
      const opened: string[] = [];
      await context.route("https://lleva.test/**", (route) => {
        opened.push(route.request().url());
        return route.fulfill({ body: "fuera", contentType: "text/plain" });
      });
      const dialog = page.locator("hilo-link");
      const close = async () => {
        await page.keyboard.press("Escape");
        await page.locator("hilo-link").waitFor({ state: "detached" });
      };
      for (const [name, html, leads] of leading) {
        const pressed = html.includes("<img")
          ? frame.getByAltText(name).first()
          : frame.getByText(name, { exact: true });
        for (const button of ["left", "middle"] as const) {
          await pressed.click({ button, force: true });
          await dialog.getByText(leads, { exact: true }).last().waitFor();
          await close();
          await isThere(frame);
        }
      }
      for (const [name, html] of idle) {
        const pressed = html.includes("<img")
          ? frame.getByAltText(name).first()
          : frame.getByText(name, { exact: true });
        await pressed.click({ force: true });
        assert.equal(await page.locator("hilo-link").count(), 0, name);
        await isThere(frame);
      }
      assert.deepEqual(opened, []);
      assert.equal(context.pages().length, 1);
      assert.match(page.url(), /\/inbox\//);

      await frame.getByText("enlace", { exact: true }).focus();
      await page.keyboard.press("Enter");
      await dialog.getByText("lleva.test", { exact: true }).waitFor();
      assert.deepEqual(await violations(page), []);
      const [outside] = await Promise.all([
        context.waitForEvent("page"),
        page.getByRole("link", { name: "Abrir", exact: true }).click(),
      ]);
      await outside.waitForURL("https://lleva.test/a");
      assert.equal(await outside.evaluate(() => window.opener), null);
      await page.locator("hilo-link").waitFor({ state: "detached" });
      await isThere(frame);
      assert.deepEqual(opened, ["https://lleva.test/a"]);
    }),
  );

  it(
    "would lead nowhere if it got past that: the frame may go to no page, open no window and post nothing",
    office(async ({ sit }) => {
      const { page, context } = await sit("agent");
      const frame = await frameOf(page);
      const sandbox = await page.locator("hilo-mail iframe").getAttribute("sandbox");
      assert.equal(sandbox, "allow-same-origin");
      const policy = await frame.locator("meta[http-equiv]").getAttribute("content");
      assert.match(policy ?? "", /default-src 'none'.*form-action 'none'; base-uri 'none'/);
      const violated = await page.locator("hilo-mail iframe").evaluate(
        (one: HTMLIFrameElement) =>
          new Promise<string>((resolve) => {
            document.addEventListener("securitypolicyviolation", (event) =>
              resolve(event.effectiveDirective),
            );
            if (one.contentWindow) one.contentWindow.location.href = "/inbox";
          }),
      );
      assert.equal(violated, "frame-src");
      assert.doesNotMatch(frame.url(), /\/inbox/);
      assert.equal(context.pages().length, 1);
    }, /Content Security Policy|frame-src|ERR_BLOCKED_BY_CSP/),
  );
});
