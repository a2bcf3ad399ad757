import assert from "node:assert/strict";
import type { Neighbour } from "../../../../functions/src/providers/adapter.ts";
import { check } from "../../../../functions/src/providers/webchat/check.ts";
import { mayCarry } from "../../../../functions/src/providers/webchat/origins.ts";
import { webhooks } from "../../../../functions/src/providers/webchat/tag.ts";

const secret = { identitySecret: "0123456789abcdef" };

describe("a web chat's settings", () => {
  const rows: [settings: Record<string, string>, found: string[]][] = [
    [{ origins: "https://www.tienda.cl", hours: "mon-fri 09:00-18:00" }, ["ok settings"]],
    [{}, ["ok settings", "warning anySite"]],
    [{ hours: "siempre" }, ["error hours"]],
    [{ origins: "tienda.cl", hours: "x" }, ["error hours", "error origins"]],
    [{ origins: "https://a.cl/path" }, ["error origins"]],
  ];
  for (const [settings, expected] of rows) {
    it(`are told to be ${expected.join(", ")}`, async () => {
      const found = await check({ settings }, secret);
      assert.deepEqual(
        found.map(({ level, code }) => `${level} ${code}`),
        expected,
      );
    });
  }

  const shop = { origins: "https://www.tienda.cl" };
  const mailbox = { id: "correo", platform: "email", enabled: true } as const;
  const neighbours: [
    what: string,
    settings: Record<string, string>,
    others: Neighbour[],
    found: string[],
  ][] = [
    ["one mailbox", shop, [mailbox], ["ok goesOn"]],
    ["none", shop, [{ ...mailbox, platform: "sms" }], ["warning noMailbox"]],
    ["a disabled one", shop, [{ ...mailbox, enabled: false }], ["warning noMailbox"]],
    ["two", shop, [mailbox, { ...mailbox, id: "otro" }], ["warning whichMailbox"]],
    [
      "the chosen of two",
      { ...shop, mailChannel: "otro" },
      [mailbox, { ...mailbox, id: "otro" }],
      ["ok goesOn"],
    ],
    ["not the chosen one", { ...shop, mailChannel: "otro" }, [mailbox], ["warning mailboxGone"]],
    ["none, and no wish for one", { ...shop, mailAfter: "off" }, [], []],
  ];
  for (const [what, settings, others, expected] of neighbours) {
    it(`tell whether a conversation goes on by mail, with ${what}`, async () => {
      const found = await check({ settings, others }, secret);
      const told = found.map(({ level, code }) => `${level} ${code}`);
      assert.deepEqual(told.slice(1), expected);
    });
  }

  const pages: [list: string, origin: string, may: boolean][] = [
    ["", "https://anything.test", true],
    ["https://a.cl, https://b.cl/", "https://b.cl", true],
    ["https://a.cl", "https://a.cl.evil.test", false],
    ["https://a.cl", "http://a.cl", false],
    ["https://a.cl", "https://www.a.cl", false],
    ["https://a.cl", "null", false],
  ];
  for (const [list, origin, may] of pages) {
    it(`${may ? "let" : "do not let"} ${origin} carry the chat of "${list}"`, () => {
      assert.equal(mayCarry(list, origin), may);
    });
  }
});

describe("the tag of a web chat", () => {
  it("names the chat, its key and its colour, and comes after an address", () => {
    const [script, tag, vouched] = webhooks({
      workspaceId: "demo",
      channelId: "webchat",
      address: 'a"key',
      settings: { color: "#0b6e4f" },
      webhook: "https://hilo.test/webhooks/webchat/demo/webchat",
    });
    assert.equal(script?.url, "https://hilo.test/widget/widget.js");
    assert.equal(
      tag?.url,
      '<script src="https://hilo.test/widget/widget.js" data-workspace="demo" data-channel="webchat" data-site-key="a&quot;key" data-color="#0b6e4f" async></script>',
    );
    assert.equal(vouched?.url, tag?.url.replace(" async", ' data-identity="<JWT>" async'));
  });
});
