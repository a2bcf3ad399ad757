import assert from "node:assert/strict";
import type { OutboundMail } from "../../../../functions/src/providers/adapter.ts";
import { outgoing, picture, read } from "./outgoing.ts";

describe("a mail as of a mail program", () => {
  it("says who gets a copy, and of hidden ones nothing", async () => {
    const { mail, raw } = await read(
      outgoing({ cc: ["jefe@example.org", "b@x.cl"], bcc: ["oculta@x.cl"] }),
    );
    assert.deepEqual(
      mail.cc?.map(({ address }) => address),
      ["jefe@example.org", "b@x.cl"],
    );
    assert.equal(mail.bcc, undefined);
    assert.doesNotMatch(raw, /oculta|^bcc:/im);
  });

  it("is plain and formatted, each a part of one alternative", async () => {
    const { mail, raw } = await read(outgoing({ html: "<p>Hola <b>Ana</b></p>" }));
    assert.match(raw, /Content-Type: multipart\/alternative/);
    assert.match(mail.text ?? "", /^Hola\n/);
    assert.match(mail.html ?? "", /<p style="[^"]+">Hola <b>Ana<\/b><\/p>/);
  });

  it("shows a picture of its own within, and has the others beside it", async () => {
    const files = [picture("f1"), { ...picture("f2"), name: "plano.png" }];
    const html = '<p>Mira</p><img src="cid:f1" alt="caja" width="40">';
    const { mail, raw } = await read(outgoing({ html }, { files }));
    assert.match(raw, /multipart\/mixed[\s\S]+multipart\/alternative[\s\S]+multipart\/related/);
    assert.match(mail.html ?? "", /<img alt="caja" width="40" src="cid:f1@hilo\.test" style/);
    assert.deepEqual(
      mail.attachments.map(({ filename, contentId, disposition }) => [
        filename,
        contentId,
        disposition,
      ]),
      [
        ["f1.png", "<f1@hilo.test>", "inline"],
        ["plano.png", null, "attachment"],
      ].map(([name, id, kind]) => [name, id ?? undefined, kind]),
    );
  });

  it("shows no picture that is not among its files", async () => {
    const { mail } = await read(outgoing({ html: '<p>a</p><img src="cid:f9">' }));
    assert.doesNotMatch(mail.html ?? "", /<img/);
  });

  const signatures: [who: string, mail: Partial<OutboundMail>, text: string, html: RegExp][] = [
    [
      "name above the business's words",
      {},
      "Hola\n\n-- \nCamila\nAndes Gestión\nSantiago\n",
      /Camila<br ?\/?>Andes Gestión/,
    ],
    [
      "own words in place of both",
      { signature: '<p><b>Camila Rojas</b><br>Ventas · <a href="https://x.cl">x.cl</a></p>' },
      "Hola\n\n-- \nCamila Rojas\nVentas · x.cl [https://x.cl]\n",
      /<b>Camila Rojas<\/b><br \/>Ventas · <a href="https:\/\/x\.cl">x\.cl<\/a>/,
    ],
  ];
  for (const [who, mail, text, html] of signatures)
    it(`is signed with the writer's ${who}`, async () => {
      const sent = (await read(outgoing(mail))).mail;
      assert.equal(sent.text?.trim(), text.trim());
      assert.match(sent.html ?? "", html);
    });

  it("has what it passes on below the signature, plain and as HTML", async () => {
    const quoted = {
      text: "---------- Mensaje reenviado ----------\nDe: Ana\n\nLa caja",
      html: '<p>De: Ana</p><table><tr><td style="color:red">La caja</td></tr></table>',
    };
    const { mail } = await read(outgoing({ quoted, subject: "RV: Caja" }));
    assert.equal(
      mail.text?.trimEnd(),
      `Hola\n\n-- \nCamila\nAndes Gestión\nSantiago\n\n${quoted.text}`,
    );
    const [, below = ""] = mail.html?.split("Santiago") ?? [];
    assert.match(below, /<td style="vertical-align[^"]*">La caja<\/td>/);
    assert.equal(mail.subject, "RV: Caja");
  });

  it("names its language and lets mail programs choose the colours", async () => {
    const { mail } = await read(outgoing({ html: "<p>a</p>", language: "es" }));
    assert.match(mail.html ?? "", /^<!doctype html><html lang="es">/);
    assert.match(mail.html ?? "", /<meta name="color-scheme" content="light dark">/);
    const [, body = ""] = mail.html?.split("<body>") ?? [];
    assert.doesNotMatch(body, /[";]\s*(color|background)/);
  });
});
