import assert from "node:assert/strict";
import { setClock } from "../../../../functions/src/platform/clock.ts";
import { signLink } from "../../../../functions/src/platform/crypto.ts";
import { verify } from "../../../../functions/src/providers/webchat/signature.ts";
import { tokenOf, visitorIn } from "../../../../functions/src/providers/webchat/token.ts";
import { postBy, visitor } from "./visitors.ts";

describe("a web chat visitor's token", () => {
  afterEach(() => setClock());

  const good = tokenOf(visitor());
  const [payload = "", signature = ""] = good.split(".");
  const other = Buffer.from(JSON.stringify(visitor({ address: "visitor:u2" }))).toString(
    "base64url",
  );
  const at = (path: string) => `https://hilo.test${path}`;

  const rows: [is: string, authorization: string | undefined, url: string, right: boolean][] = [
    ["its own", `Bearer ${good}`, at("/webhooks/webchat/demo/webchat"), true],
    ["its own, with a query", `Bearer ${good}`, at("/webhooks/webchat/demo/webchat?a=1"), true],
    ["none", undefined, at("/webhooks/webchat/demo/webchat"), false],
    ["an empty one", "Bearer ", at("/webhooks/webchat/demo/webchat"), false],
    ["another scheme", `Basic ${good}`, at("/webhooks/webchat/demo/webchat"), false],
    ["without a signature", `Bearer ${payload}`, at("/webhooks/webchat/demo/webchat"), false],
    [
      "a shorter signature",
      `Bearer ${good.slice(0, -1)}`,
      at("/webhooks/webchat/demo/webchat"),
      false,
    ],
    [
      "another payload",
      `Bearer ${other}.${signature}`,
      at("/webhooks/webchat/demo/webchat"),
      false,
    ],
    [
      "a link's signature",
      `Bearer ${payload}.${signLink(payload)}`,
      at("/webhooks/webchat/demo/webchat"),
      false,
    ],
    ["another channel", `Bearer ${good}`, at("/webhooks/webchat/demo/other"), false],
    ["another workspace", `Bearer ${good}`, at("/webhooks/webchat/other/webchat"), false],
    ["a channel further back", `Bearer ${good}`, at("/webhooks/webchat/x/y/demo/webchat"), false],
  ];
  for (const [is, authorization, url, right] of rows) {
    it(`${right ? "accepts" : "refuses"} ${is}`, () => {
      assert.equal(verify({ ...postBy(visitor(), {}), headers: { authorization }, url }), right);
    });
  }

  it("is over at its time", () => {
    const end = Date.now() + 1000;
    const request = postBy(visitor({ expires: end }), {});
    setClock(() => end - 1);
    assert.equal(verify(request), true);
    setClock(() => end);
    assert.equal(verify(request), false);
  });

  it("tells who the visitor is", () => {
    const ana = visitor({ name: "Ana Ñuñez", email: "ana@ejemplo.cl" });
    assert.deepEqual(visitorIn(`Bearer ${tokenOf(ana)}`), ana);
  });
});
