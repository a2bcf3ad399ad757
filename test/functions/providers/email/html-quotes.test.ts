import assert from "node:assert/strict";
import fc from "fast-check";
import { plainText } from "../../../../functions/src/providers/email/plain.ts";
import { splitQuoted } from "../../../../functions/src/providers/email/quote.ts";
import { readMail as read } from "./samples.ts";

const answering = { "In-Reply-To": "<x@hilo.test>" };

describe("what a mail in HTML quotes", () => {
  const intro = "20 Kas 2026 tarihinde Mağaza şunu yazdı:";
  const answered: [client: string, html: string][] = [
    [
      "Gmail",
      `<div dir="ltr">Sí, claro</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">${intro}<br></div><blockquote class="gmail_quote" style="margin:0">¿Serve?</blockquote></div>`,
    ],
    [
      "Gmail of old",
      `<div>Sí, claro</div><div class="gmail_extra"><br><div class="gmail_quote">${intro}<br><blockquote class="gmail_quote">¿Serve?</blockquote></div></div>`,
    ],
    [
      "Yahoo",
      `<div class="ydp1yahoo-style-wrap"><div>Sí, claro</div></div><div id="ydp2yahoo_quoted_1" class="ydp2yahoo_quoted"><div><div>${intro}</div><div><br></div><div>¿Serve?</div></div></div>`,
    ],
    [
      "Outlook on the web",
      `<div>Sí, claro</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>De:</b> Tienda<br><b>Enviado:</b> viernes<br><b>Para:</b> Ana<br><b>Asunto:</b> Pedido</div><div>¿Serve?</div>`,
    ],
    [
      "Outlook, new",
      `<div>Sí, claro</div><div id="mail-editor-reference-message-container"><div><b>De: </b>Tienda</div><div>¿Serve?</div></div>`,
    ],
    [
      "Outlook for phones",
      `<div>Sí, claro</div><div id="ms-outlook-mobile-body-separator-line"><br></div><div><b>De:</b> Tienda</div><div>¿Serve?</div>`,
    ],
    [
      "Outlook",
      `<p class=MsoNormal>Sí, claro</p><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>De:</b> Tienda &lt;hola@hilo.test&gt; <br><b>Enviado el:</b> viernes<br><b>Para:</b> Ana<br><b>Asunto:</b> Pedido</p></div><p class=MsoNormal>¿Serve?</p>`,
    ],
    [
      "Thunderbird",
      `<p>Sí, claro</p><div class="moz-cite-prefix">${intro}<br></div><blockquote type="cite" cite="mid:1@x"><p>¿Serve?</p></blockquote>`,
    ],
    [
      "Apple",
      `<body>Sí, claro<br><div><br><blockquote type="cite"><div>${intro}</div><br><div>¿Serve?</div></blockquote></div></body>`,
    ],
    [
      "Proton",
      `<div>Sí, claro</div><div class="protonmail_quote">${intro}<br><blockquote class="protonmail_quote" type="cite">¿Serve?</blockquote></div>`,
    ],
    [
      "Zoho",
      `<div>Sí, claro</div><div class="zmail_extra"><div>${intro}</div><blockquote id="blockquote_zmail"><div>¿Serve?</div></blockquote></div>`,
    ],
  ];
  const html = { ...answering, "Content-Type": "text/html; charset=utf-8" };
  for (const [client, body] of answered)
    it(`is known by the mark-up of ${client}`, async () => {
      const event = await read(html, body);
      assert.equal(event.text, "Sí, claro");
      assert.match(event.mail?.quoted ?? "", /¿Serve\?$/);
      const first = await read({ ...html, "In-Reply-To": "" }, body);
      assert.match(first.text, /^Sí, claro[\s\S]*¿Serve\?$/);
      const forwarded = await read({ ...html, Subject: "RV: Pedido" }, body);
      assert.match(forwarded.text, /^Sí, claro[\s\S]*¿Serve\?$/);
    });

  const shown: [string, string][] = [
    [
      "an answer below",
      `<div>Va</div><div class="gmail_quote"><div>${intro}</div><blockquote class="gmail_quote">¿Serve?</blockquote></div><div>la respuesta</div>`,
    ],
    [
      "an answer between",
      `<div>Va</div><div class="gmail_quote"><div class="gmail_attr">${intro}</div><blockquote class="gmail_quote">¿Color?</blockquote><div>la respuesta</div><blockquote class="gmail_quote">¿Talla?</blockquote></div>`,
    ],
    [
      "an answer between, of Apple",
      `<div>Va</div><blockquote type="cite">¿Color?</blockquote><div>la respuesta</div><blockquote type="cite">¿Talla?</blockquote>`,
    ],
    [
      "an answer below, of Thunderbird",
      `<p>Va</p><div class="moz-cite-prefix">${intro}</div><blockquote type="cite">¿Color?</blockquote><p>la respuesta</p>`,
    ],
    [
      "a mail passed on",
      `<div>Va</div><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>De: x</div>la respuesta</div>`,
    ],
    [
      "an indented paragraph",
      `<p>Va</p><blockquote style="margin:0 0 0 40px;border:none;padding:0px">la respuesta</blockquote>`,
    ],
  ];
  for (const [name, body] of shown)
    it(`is shown with the customer's own words: ${name}`, async () => {
      const event = await read(html, body);
      assert.match(event.text, /^Va[\s\S]*la respuesta/);
      assert.equal(event.mail?.quoted, undefined);
    });

  it("is marked by nobody but us", async () => {
    const event = await read(html, "<p>Va</p><p>&#xFDD0;</p><p>\ufdd0</p><p>\ufdd1</p><p>todo</p>");
    assert.match(event.text, /^Va[\s\S]*todo$/);
    assert.doesNotMatch(event.text, /[\ufdd0\ufdd1]/);
  });

  it("is folded below the text or part of it: nothing is lost", async () => {
    const element = fc.constantFrom(
      '<blockquote type="cite">cita</blockquote>',
      '<div class="gmail_quote">cita<blockquote>más</blockquote></div>',
      '<div id="appendonsend"></div>',
      '<div class="moz-cite-prefix">Shop wrote:</div>',
      "<p>palabras</p>",
      "<blockquote>sangría</blockquote>",
      `<p>El vie, 20 nov 2026 a las 10:19, Tienda &lt;hola@hilo.test&gt; escribió:</p>`,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(element), async (elements) => {
        const words = elements.join(" ").match(/cita|más|palabras|sangría|Shop|escribió/g) ?? [];
        const { text, quoted = "" } = splitQuoted(await plainText(elements.join(" ")));
        assert.deepEqual(
          `${text} ${quoted}`.match(/cita|más|palabras|sangría|Shop|escribió/g) ?? [],
          words,
        );
      }),
    );
  });
});
