import assert from "node:assert/strict";
import fc from "fast-check";
import { plainText } from "../../../../functions/src/providers/email/plain.ts";
import { splitQuoted } from "../../../../functions/src/providers/email/quote.ts";

const rows: [string, string, string, string | undefined][] = [
  [
    "Gmail in English",
    "Thanks!\n\nOn Fri, Nov 20, 2026 at 10:19 AM Shop <a@x.cl> wrote:\n\n> hi\n> you",
    "Thanks!",
    "> hi\n> you",
  ],
  [
    "Gmail in Spanish, over two lines",
    "Gracias\n\nEl vie, 20 nov 2026 a las 10:19, Andes Gestión (<hola@hilo.test>)\nescribió:\n\n> Hola",
    "Gracias",
    "> Hola",
  ],
  [
    "Gmail in Portuguese",
    "Obrigado\n\nEm sex., 20 de nov. de 2026, Loja escreveu:\n> oi",
    "Obrigado",
    "> oi",
  ],
  ["French", "Merci\n\nLe 20 nov. 2026 à 10:19, Boutique a écrit :\n> salut", "Merci", "> salut"],
  ["German", "Danke\n\nAm 20.11.2026 um 10:19 schrieb Laden:\n> hallo", "Danke", "> hallo"],
  [
    "Outlook",
    "Ok\n\n________________________________\nFrom: Shop <a@x.cl>\nSent: Friday\nTo: Ana\nSubject: Hi\n\nhello",
    "Ok",
    "hello",
  ],
  [
    "Outlook in Spanish",
    "Sí\n\nDe: Tienda <a@x.cl>\nEnviado el: viernes\nPara: Ana\nAsunto: Hola\n\nbuenas",
    "Sí",
    "buenas",
  ],
  ["Outlook of old", "Ok\n\n-----Mensaje original-----\nDe: Tienda\nbuenas", "Ok", "buenas"],
  ["bare quotes below", "Ok\n\n> hi\n>> you", "Ok", "> hi\n>> you"],
  [
    "a signature, which is kept",
    "Ok\n\n-- \nAna\n\nOn Fri, 20 Nov 2026, Shop wrote:\n> hi",
    "Ok\n\n-- \nAna",
    "> hi",
  ],
  ["nothing quoted", "Hola\n\n¿Cómo están?", "Hola\n\n¿Cómo están?", undefined],
  [
    "a line that only looks so",
    "On Monday I wrote: call me\nBye",
    "On Monday I wrote: call me\nBye",
    undefined,
  ],
  [
    "words that only begin so",
    "De: nuevo les escribo\nGracias",
    "De: nuevo les escribo\nGracias",
    undefined,
  ],
];

describe("what a mail quotes", () => {
  for (const [name, whole, text, end] of rows) {
    it(`is told from the new text: ${name}`, () => {
      const split = splitQuoted(whole);
      assert.equal(split.text, text);
      if (end === undefined) assert.equal(split.quoted, undefined);
      else assert.ok(split.quoted?.endsWith(end));
    });
  }

  const html: [string, string, string][] = [
    [
      "Gmail",
      '<div dir="ltr">Gracias<div>Ana</div></div><br><div class="gmail_quote"><div>El vie, 20 nov 2026 a las 10:19, Andes (&lt;<a href="mailto:a@x.cl">a@x.cl</a>&gt;) escribió:<br></div><blockquote><div>Hola</div><p>Sale</p></blockquote></div>',
      "Gracias\n\nAna",
    ],
    [
      "Outlook",
      "<p>Sí, claro</p><hr><div><b>De:</b> Andes &lt;a@x.cl&gt;<br><b>Enviado:</b> viernes<br><b>Para:</b> Ana<br><b>Asunto:</b> Pedido</div><div>Hola</div>",
      "Sí, claro",
    ],
    [
      "Apple Mail",
      '<body>Ok<br><div><br><blockquote type="cite"><div>On Nov 20, 2026, at 10:19, Shop &lt;a@x.cl&gt; wrote:</div><br><div>hello</div></blockquote></div></body>',
      "Ok",
    ],
  ];
  for (const [name, mail, text] of html) {
    it(`is told from the new text of HTML alone: ${name}`, async () => {
      const split = splitQuoted(await plainText(mail));
      assert.equal(split.text.replace(/\n+/g, "\n\n"), text);
      assert.ok(split.quoted);
    });
  }

  it("is kept where somebody answers between the lines", () => {
    const whole = "See below\n\nOn Fri, 20 Nov 2026, Shop wrote:\n> one?\nyes\n> two?\nno";
    assert.deepEqual(splitQuoted(whole), { text: whole });
  });

  it("is the message itself where there is nothing new, as in a forwarded mail", () => {
    const forwarded =
      "---------- Forwarded message ---------\nFrom: Shop <a@x.cl>\nDate: Fri\nSubject: Hi\nTo: Ana\n\nhello";
    assert.deepEqual(splitQuoted(`Miren\n\n${forwarded}`), { text: `Miren\n\n${forwarded}` });
    assert.deepEqual(splitQuoted("> only\n> quotes"), { text: "> only\n> quotes" });
  });

  it("loses nothing, whatever is written", () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom("> a", "On x, y wrote:", "-- ", "De: a", "Para: b", ""),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const whole = lines.join("\n");
        const { text, quoted = "" } = splitQuoted(whole);
        assert.equal((text + quoted).replace(/\s/g, ""), whole.replace(/\s/g, ""));
      }),
    );
  });

  it("is found in a long text without delay", () => {
    const whole = `${"On a b c ".repeat(50)}\n`.repeat(2000);
    const before = process.cpuUsage().user;
    splitQuoted(whole);
    assert.ok(process.cpuUsage().user - before < 1_500_000);
  });
});

describe("a mail made to keep us busy", () => {
  const long = 200_000;
  const mails: [what: string, text: string][] = [
    ["marks without end", `${">\n".repeat(long / 2)}x`],
    ["one long line of dashes", `-----forwarded${"-forwarded".repeat(long / 10)}\nFrom: x`],
    ["words that begin a quote", "On monday wrote\n".repeat(long / 16)],
    ["heads without end", "From: a\nTo: b\n".repeat(long / 14)],
  ];
  for (const [what, text] of mails)
    it(`is parted in no time: ${what}`, () => {
      const started = process.cpuUsage();
      splitQuoted(text);
      const { user } = process.cpuUsage(started);
      // Where every line looked at all others, it was minutes.
      assert.ok(user < 2_000_000, `${user} µs`);
    });
});
