import assert from "node:assert/strict";
import { compose } from "../../../../functions/src/providers/email/compose.ts";
import { conversationOf } from "../../../../functions/src/providers/email/thread.ts";

const own = "hola@hilo.test";
const to = "ana+tienda@example.org";
const stopUrl = "https://hilo.test/api/v1/mail-stops/abc.def";

const mail = () =>
  compose({
    workspaceId: "demo",
    channelId: "email",
    conversationId: "abcdefghij234567klmn",
    messageId: "line234567abcdefghij",
    platform: "email",
    from: own,
    to,
    kind: "text",
    text: "Sí, quedan tres",
    files: [],
    mail: { subject: "Respuesta de La Tienda", references: [] },
    unseen: { why: `Recibes este correo & <nada> más: ${stopUrl}`, stopUrl },
    webhook: "",
    settings: {},
    author: "Paula",
  });

describe("a mail that carries what somebody did not see in a chat", () => {
  it("says why it comes below its signature, with the way to stop it", async () => {
    const { text, html, headers } = await mail();
    assert.equal(
      text,
      `Sí, quedan tres\n\n-- \nPaula\n\nRecibes este correo & <nada> más: ${stopUrl}\n`,
    );
    assert.match(
      html,
      /&amp; &lt;nada&gt; más: <a href="https:\/\/hilo\.test\/api\/v1\/mail-stops/,
    );
    const told = headers as Record<string, unknown>;
    assert.equal(told["List-Unsubscribe"], `<${stopUrl}>`);
    assert.equal(told["List-Unsubscribe-Post"], "List-Unsubscribe=One-Click");
  });

  const senders: [from: string, conversation: string | undefined][] = [
    [to, "abcdefghij234567klmn"],
    ["Ana@Example.org", "abcdefghij234567klmn"],
    ["jefe@example.org", undefined],
    ["", undefined],
  ];
  for (const [from, conversation] of senders) {
    it(`is ${conversation ? "" : "not "}answered into its conversation from "${from}"`, async () => {
      const { replyTo } = await mail();
      assert.equal(conversationOf({ workspaceId: "demo" }, replyTo, own, from), conversation);
    });
  }
});
