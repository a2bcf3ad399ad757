import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { Member } from "@hilo/schema";
import { retry } from "../../functions/src/outbound/retry.ts";
import { AppError } from "../../functions/src/platform/errors.ts";
import { changeSignatures } from "../../functions/src/users/signatures.ts";
import { memberAt } from "../../functions/src/users/store.ts";
import { during } from "../support/during.ts";
import { letter, mailDesk, mailServer, own, pictured } from "./mail-desk.ts";
import { startWebhooks } from "./server.ts";

const ana = "ana@example.org";

describe("e-mail as of a mail program", () => {
  during(startWebhooks);
  const refuses = new Map<string, string>();
  let server: Awaited<ReturnType<typeof mailServer>>;
  let desk: Awaited<ReturnType<typeof mailDesk>>;
  beforeEach(async () => {
    refuses.clear();
    server = await mailServer(refuses);
    desk = await mailDesk(server.port);
    await desk.post(letter(`Ana <${ana}>`, "q@example.org", ["Subject: Pedido"]));
  });
  afterEach(() => server.stop());

  const lastSent = () => server.sent.at(-1) ?? assert.fail("nothing was sent");

  it("sends copies, open ones in the head and hidden ones in the envelope alone", async () => {
    const mail = {
      cc: ["Jefe@example.org", "jefe@example.org", ana.toUpperCase(), own, "hola+x@hilo.test"],
      bcc: ["oculta@x.cl", "JEFE@example.org"],
    };
    const message = desk.written({ mail });
    const state = await desk.answer(ana, message);
    assert.deepEqual([state.status, state.refused], ["sent", undefined]);
    assert.deepEqual(lastSent().to, [ana, "Jefe@example.org", "oculta@x.cl"]);
    assert.deepEqual(
      lastSent().mail.cc?.map(({ address }) => address),
      ["Jefe@example.org"],
    );
    assert.doesNotMatch(lastSent().raw, /oculta/);
    assert.equal(lastSent().mail.inReplyTo, "<q@example.org>");
    const kept = await desk.message(ana, message.messageId);
    assert.deepEqual(
      [kept.mail?.to, kept.mail?.cc, kept.mail?.bcc],
      [[ana], ["Jefe@example.org"], ["oculta@x.cl"]],
    );
  });

  it("sends formatted text with a picture in it, and keeps it clean", async () => {
    const [shown, beside] = [await desk.picture(), await desk.picture("otra.png")];
    const html = `<p onclick="x">Va el <b>lunes</b></p><img src="cid:${shown.id}" alt="caja"><script>1</script>`;
    const message = desk.written({ mail: { html }, attachments: [shown.id, beside.id] });
    await desk.answer(ana, message);
    const kept = await desk.message(ana, message.messageId);
    assert.equal(
      kept.mail?.html,
      `<p>Va el <b>lunes</b></p><img alt="caja" src="cid:${shown.id}" />`,
    );
    assert.deepEqual(
      kept.attachments.map(({ contentId }) => contentId),
      [shown.id, undefined],
    );
    const { attachments, html: gone } = lastSent().mail;
    assert.deepEqual(
      attachments.map(({ filename, disposition }) => [filename, disposition]),
      [
        ["caja.png", "inline"],
        ["otra.png", "attachment"],
      ],
    );
    assert.match(gone ?? "", new RegExp(`cid:${attachments[0]?.contentId?.replace(/[<>]/g, "")}`));
  });

  const wrong: [what: string, mail: object][] = [
    ["a picture that is not among its files", { html: '<img src="cid:nothing">' }],
    ["a text nested too deep", { html: "<i>".repeat(1000) }],
    [
      "a message to pass on that is not there",
      { forwards: { conversationId: "none", messageId: "m" } },
    ],
  ];
  for (const [what, mail] of wrong)
    it(`refuses ${what}`, async () => {
      const error = await desk.answer(ana, desk.written({ mail })).catch((thrown) => thrown);
      assert.ok(error instanceof AppError, String(error));
      assert.equal(error.code, "invalid");
      assert.equal(server.sent.length, 0);
    });

  it("passes a mail on, with its head, its HTML, its picture and its files", async () => {
    await desk.post(pictured("Bruno <bruno@x.cl>", "p@x.cl"));
    const [source] = await desk.thread("bruno@x.cl");
    const forwards = { conversationId: desk.idOf("bruno@x.cl"), messageId: source?.id ?? "" };
    const message = desk.written({ text: "", mail: { forwards } });
    const state = await desk.begin("taller@x.cl", message);
    assert.equal(state.status, "sent");
    const { mail, to } = lastSent();
    assert.deepEqual(
      [to, mail.subject, mail.inReplyTo],
      [["taller@x.cl"], "RV: Pedido", undefined],
    );
    assert.match(
      mail.text ?? "",
      /Mensaje reenviado -+\nDe: Bruno <bruno@x\.cl>\nFecha: .+\nAsunto: Pedido\nPara: hola@hilo\.test\nCc: jefe@example\.org\n\nMira/,
    );
    assert.match(mail.html ?? "", /De: Bruno &lt;bruno@x\.cl&gt;[\s\S]+<div>Mira <img src="cid:/);
    assert.doesNotMatch(mail.html ?? "", /x\.cl\/p\.gif|color:red/);
    assert.deepEqual(
      mail.attachments.map(({ filename, disposition }) => [filename, disposition]),
      [
        ["p.png", "inline"],
        ["lista.pdf", "attachment"],
      ],
    );
    const kept = await desk.message("taller@x.cl", message.messageId);
    assert.equal(kept.text, "");
    assert.match(kept.mail?.quoted ?? "", /^-+ Mensaje reenviado/);
    // Passed on once more, it has what it passed on before.
    const again = { conversationId: desk.idOf("taller@x.cl"), messageId: message.messageId };
    await desk.begin("otro@x.cl", desk.written({ mail: { forwards: again } }));
    assert.equal(lastSent().mail.subject, "RV: Pedido");
    assert.equal(lastSent().mail.attachments.length, 2);
    assert.match(lastSent().mail.text ?? "", /De: Camila <hola@hilo\.test>[\s\S]+De: Bruno/);
  });

  it("lets whoever got a copy answer into the conversation, and nobody else", async () => {
    const mail = { cc: ["jefe@example.org"], bcc: ["oculta@x.cl"] };
    await desk.answer(ana, desk.written({ mail }));
    const { replyTo, messageId = "" } = lastSent().mail;
    const token = replyTo?.[0]?.address ?? "";
    const named = [`In-Reply-To: ${messageId}`];
    await desk.post(letter("Jefe <jefe@example.org>", "1@example.org", [`To: ${token}`]));
    await desk.post(letter("jefe@example.org", "2@example.org", named));
    await desk.post(letter("oculta@x.cl", "3@x.cl", named));
    await desk.post(letter("mallory@x.cl", "4@x.cl", named));
    const thread = await desk.thread(ana);
    const inbound = thread.filter(({ direction }) => direction === "inbound");
    assert.deepEqual(inbound.map(({ writer }) => writer).sort(), [
      "Jefe <jefe@example.org>",
      "jefe@example.org",
      "oculta@x.cl",
      undefined,
    ]);
    assert.equal((await desk.thread("mallory@x.cl")).length, 1);
    assert.equal((await desk.thread("jefe@example.org")).length, 0);
    await desk.answer(ana, desk.written());
    assert.deepEqual(lastSent().to, [ana]);
  });

  it("says which copies were refused, and fails where the customer's mail was", async () => {
    refuses.set("no@x.cl", "550 5.1.1 no such user");
    const message = desk.written({ mail: { cc: ["no@x.cl", "si@x.cl"] } });
    const state = await desk.answer(ana, message);
    assert.deepEqual(
      [state.status, state.refused?.map(({ address, code }) => [address, code])],
      ["sent", [["no@x.cl", "5.1.1"]]],
    );
    refuses.set(ana, "450 4.2.0 greylisted");
    const missed = desk.written({ mail: { cc: ["si@x.cl"] } });
    const failed = await desk.answer(ana, missed);
    assert.deepEqual([failed.status, failed.error?.code], ["failed", "4.2.0"]);
    assert.deepEqual(
      failed.refused?.map(({ address }) => address),
      [ana],
    );
    assert.equal(server.sent.length, 2);
    refuses.set("si@x.cl", "550 5.1.1 no such user");
    refuses.set(ana, "550 5.1.1 no such user");
    const nobody = await desk.answer(ana, desk.written({ mail: { cc: ["si@x.cl"] } }));
    assert.deepEqual([nobody.status, nobody.error?.code], ["failed", "5.1.1"]);
  });

  it("sends a failed mail again with all that it was", async () => {
    await desk.post(pictured("Bruno <bruno@x.cl>", "p@x.cl"));
    const [source] = await desk.thread("bruno@x.cl");
    const forwards = { conversationId: desk.idOf("bruno@x.cl"), messageId: source?.id ?? "" };
    const shown = await desk.picture();
    const html = `<p>Va <img src="cid:${shown.id}"></p>`;
    const mail = { cc: ["jefe@example.org"], bcc: ["oculta@x.cl"], html, forwards };
    for (const one of [ana, "jefe@example.org", "oculta@x.cl"]) refuses.set(one, "550 5.7.1 no");
    const message = desk.written({ mail, attachments: [shown.id] });
    assert.equal((await desk.answer(ana, message)).status, "failed");
    refuses.clear();
    const again = randomUUID();
    const state = await retry(desk.doer, desk.idOf(ana), message.messageId, again);
    assert.equal(state.status, "sent");
    assert.deepEqual(lastSent().to, [ana, "jefe@example.org", "oculta@x.cl"]);
    assert.equal(lastSent().mail.attachments.length, 3);
    const [first, second] = [
      await desk.message(ana, message.messageId),
      await desk.message(ana, again),
    ];
    assert.deepEqual(second.mail, first.mail);
    assert.deepEqual(second.attachments, first.attachments);
    assert.equal((await retry(desk.doer, desk.idOf(ana), message.messageId, again)).status, "sent");
    assert.equal(server.sent.length, 1);
  });

  it("takes the same mail under its id once, and no other", async () => {
    const mail = { cc: ["jefe@example.org"], html: "<p>Va</p>" };
    const message = desk.written({ mail });
    await desk.answer(ana, message);
    assert.equal((await desk.answer(ana, message)).status, "sent");
    assert.equal(server.sent.length, 1);
    const others = [
      { html: "<p>Va</p>" },
      { ...mail, bcc: ["b@x.cl"] },
      { ...mail, html: "<p>No</p>" },
    ];
    for (const other of others) {
      const error = await desk.answer(ana, { ...message, mail: other }).catch((thrown) => thrown);
      assert.equal(error.code, "conflict", JSON.stringify(other));
    }
  });

  it("signs with the member's own words, where they have some", async () => {
    const member: Member = {
      name: "Camila",
      email: "camila@hilo.test",
      role: "agent",
      enabled: true,
      see: "all",
      teams: [],
      language: "es",
      timeZone: "UTC",
      createdAt: new Date(),
      updatedAt: new Date(),
    };
    await memberAt(desk.workspaceId, "camila").set(member);
    const given = {
      email: '<p><b>Camila</b> · <a href="tel:+562">+562</a><script>1</script></p>',
      otro: "<p> </p>",
    };
    const { signatures } = await changeSignatures(desk.doer, { signatures: given });
    assert.deepEqual(signatures, { email: '<p><b>Camila</b> · <a href="tel:+562">+562</a></p>' });
    await desk.answer(ana, desk.written());
    assert.match(lastSent().mail.text ?? "", /^Va el lunes\n\n-- \nCamila · \+562/);
    await changeSignatures(desk.doer, { signatures: { email: "" } });
    await desk.answer(ana, desk.written());
    assert.match(lastSent().mail.text ?? "", /^Va el lunes\n\n-- \nCamila\nAndes/);
  });

  it("takes what comes back of a copy for what it is", async () => {
    const message = desk.written({ mail: { cc: ["jefe@example.org"] } });
    await desk.answer(ana, message);
    const { messageId = "" } = lastSent().mail;
    const bounce = (address: string) => [
      "From: mailer-daemon@mx.example.org",
      `To: ${own}`,
      'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
      "MIME-Version: 1.0",
      "",
      "--r",
      "Content-Type: message/delivery-status",
      "",
      `Final-Recipient: rfc822; ${address}`,
      "Action: failed",
      "Status: 5.1.1",
      "--r",
      "Content-Type: text/rfc822-headers",
      "",
      `Message-ID: ${messageId}`,
      "--r--",
      "",
    ];
    for (const _ of [1, 2]) await desk.post(bounce("Jefe@example.org"));
    const kept = await desk.message(ana, message.messageId);
    assert.equal(kept.status, "sent");
    assert.deepEqual(
      kept.mail?.refused?.map(({ address, code }) => [address, code]),
      [["jefe@example.org", "5.1.1"]],
    );
    await desk.post(bounce(ana));
    assert.equal((await desk.message(ana, message.messageId)).status, "failed");
  });
});
