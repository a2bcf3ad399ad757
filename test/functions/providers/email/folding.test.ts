import assert from "node:assert/strict";
import fc from "fast-check";
import { previewFrom } from "../../../../functions/src/conversations/arrival.ts";
import { splitQuoted } from "../../../../functions/src/providers/email/quote.ts";
import { readMail as read } from "./samples.ts";

const answering = { "In-Reply-To": "<x@hilo.test>" };
const head = "El vie, 20 nov 2026 a las 10:19, Tienda <hola@hilo.test> escribió:";
const block =
  "De: Tienda <hola@hilo.test>\nEnviado el: viernes, 20 de noviembre\nPara: Ana\nAsunto: Pedido";

/** What customers write themselves, even when they answer. */
const own: [string, string][] = [
  ["a trip", "De: Santiago\nPara: Valparaíso\nFecha: 12 de diciembre\nPasajeros: 4"],
  [
    "a trip under a line",
    "____________________\nDe: Lima\nPara: Cusco\nFecha: 12/12\nAsunto: viaje",
  ],
  ["a gift", "De: Ana\nPara: Luis\nFecha: 24/12\nDedicatoria: feliz Navidad"],
  ["a move, in Portuguese", "De: Porto\nPara: Lisboa\nData: 3/4\nAssunto: mudança"],
  ["a flight, in English", "From: Boston\nTo: Lima\nDate: 12/12/2026\nPassengers: 2"],
  ["a train, in German", "Von: Köln\nAn: Bonn\nDatum: 3.4.2026\nBetreff: Fahrt"],
  ["a delivery, in French", "De : Lyon\nÀ : Paris\nDate : 3/4\nObjet : colis"],
  ["a transfer, in Italian", "Da: Roma\nA: Pisa\nData: 3/4\nOggetto: viaggio"],
  [
    "a trip with an address",
    "De: Hotel <hotel@x.cl>\nPara: aeropuerto\nFecha: 12/12/2026\nHora: 9",
  ],
  ["somebody's words", "El lunes, su vendedor escribió:\n> venga mañana"],
  ["somebody's words, en", "On Monday your seller wrote:\n> come tomorrow"],
  ["somebody's words, pt", "Em março o vendedor escreveu:\n> venha"],
  ["a contact", "De: juan@x.cl\nTeléfono: 5555\nMonto: 20.000"],
  ["a story, es", "El lunes 3 de marzo de 2026 a las 10:00 el vendedor me escribió:\nvenga mañana"],
  ["a story with marked lines", "El lunes 3 a las 10:00 su vendedor me escribió:\n> venga mañana"],
  ["a story with an address", "El 3/3/2026 juan@tienda.cl escribió:\nvenga mañana"],
  ["a story with it in brackets", "El 3/3/2026 Juan <juan@tienda.cl> me escribió:\nvenga mañana"],
  ["a story, en", "On Monday March 3, 2026 at 10:00 he wrote:\ncome tomorrow"],
  ["a story, pt", "Em 3 de março de 2026 às 10:00 o vendedor me escreveu:\nvenha amanhã"],
  ["a story, fr", "Le 3 mars 2026 à 10:00 le vendeur m'a écrit :\nvenez demain"],
  ["a story, de", "Am 3. März 2026 um 10:00 schrieb mir der Verkäufer:\nkommen Sie"],
  ["a story, it", "Il 3 marzo 2026 alle 10:00 il venditore mi ha scritto:\nvenga domani"],
  ["a story, ca", "El 3 de març de 2026 a les 10:00 el venedor em va escriure:\nvingui demà"],
  ["a story without a date", "Mi hermana escribió:\nya no quiero nada"],
  ["an introduced list", "Lo que necesito es:\n> dos cajas\n> tres sillas"],
  ["a line of dashes", "----------\nGracias"],
  ["words about an original message", "--- ver mensaje original ---\nno me llegó"],
  ["a list that begins with On", "On 12/12 we travel:\n2 adults"],
];

/** Heads of what is passed on, by the programs that write them. */
const passedOn: [string, string][] = [
  ["Gmail, en", "---------- Forwarded message ---------"],
  ["Gmail, es", "---------- Mensaje reenviado ---------"],
  ["Gmail, pt", "---------- Mensagem encaminhada ---------"],
  ["Gmail, pt-PT", "---------- Mensagem reencaminhada ---------"],
  ["Gmail, fr", "---------- Message transféré ---------"],
  ["Gmail, de", "---------- Weitergeleitete Nachricht ---------"],
  ["Gmail, it", "---------- Messaggio inoltrato ---------"],
  ["Gmail, ca", "---------- Missatge reenviat ---------"],
  ["Thunderbird, es", "-------- Mensaje reenviado --------"],
  ["Yahoo, es", "----- Mensaje reenviado -----"],
  ["Apple, en", "Begin forwarded message:"],
  ["Apple, es", "Inicio del mensaje reenviado:"],
  ["Apple, pt", "Início da mensagem encaminhada:"],
  ["Apple, pt-PT", "Início da mensagem reencaminhada:"],
  ["Apple, fr", "Début du message transféré :"],
  ["Apple, fr, newer", "Début du message réexpédié :"],
  ["Apple, de", "Anfang der weitergeleiteten Nachricht:"],
  ["Apple, it", "Inizio messaggio inoltrato:"],
  ["Apple, ca", "Inici del missatge reenviat:"],
];

describe("the words of a mail that answers nothing", () => {
  const rows = [
    ...own.map(([, text]) => text),
    `${head}\n> hola`,
    `${head}\n\nhola`,
    block,
    "> hola",
    "-----Mensaje original-----\nDe: Tienda",
  ];
  for (const text of rows)
    it(`are all shown: ${text.replace(/\s+/g, " ").slice(0, 40)}`, async () => {
      const whole = `Buenas tardes\n\n${text}`;
      const event = await read({ Subject: "Consulta" }, whole);
      assert.deepEqual([event.text, event.mail?.quoted], [whole, undefined]);
      const preview = previewFrom({ ...event, direction: "inbound", deletedAt: undefined });
      assert.ok(preview.text.startsWith(`Consulta — ${whole.replace(/\s+/g, " ")}`.slice(0, 140)));
    });

  it("answer where the subject says so, in any language", async () => {
    for (const Subject of [
      "Re: Pedido",
      "RE: Pedido",
      "RES: Pedido",
      "AW: Pedido",
      "R: Pedido",
      "SV: x",
      "[EXTERNO] RE: x",
      "Re[2]: x",
      "Rép: x",
    ]) {
      const event = await read({ Subject }, `Sí\n\n${head}\n> hola`);
      assert.equal(event.text, "Sí", Subject);
    }
  });
});

describe("the words of a mail that answers", () => {
  for (const [name, text] of own)
    it(`are not taken for a quote: ${name}`, async () => {
      const whole = `Buenas tardes\n\n${text}\n\nGracias`;
      const event = await read(answering, whole);
      assert.deepEqual([event.text, event.mail?.quoted], [whole, undefined]);
    });

  it("are parted from the quote below, which the list does not show", async () => {
    const event = await read({ ...answering, Subject: "Re: Pedido" }, `Sí\n\n${head}\n\n> hola`);
    assert.deepEqual([event.text, event.mail?.quoted], ["Sí", `${head}\n\n> hola`]);
    const preview = previewFrom({ ...event, direction: "inbound", deletedAt: undefined });
    assert.equal(preview.text, "Re: Pedido — Sí");
  });

  const between: [string, string][] = [
    ["between the lines", `${head}\n> ¿color?\nrojo\n> ¿talla?\nM`],
    ["below them", `${head}\n> ¿color?\n\nrojo`],
    ["between the lines of Thunderbird", "On 11/20/26 10:19, Shop wrote:\n> one?\nyes\n> two?\nno"],
    ["between lines without an introduction", "> ¿color?\nrojo\n> ¿talla?\nM"],
    ["under a divider", "-----Mensaje original-----\nDe: Tienda\n> ¿color?\nrojo"],
  ];
  for (const [name, text] of between)
    it(`are shown with the lines they answer: ${name}`, async () => {
      const whole = `Va abajo\n\n${text}`;
      assert.equal((await read(answering, whole)).text, whole);
    });

  for (const words of [
    "Respondo más abajo, en rojo.",
    "Mis respuestas en azul",
    "See my answers below",
    "Respostas em vermelho abaixo",
    "Mes réponses en rouge, ci-dessous",
    "Antworten unten in Rot",
    "Risposte sotto, in rosso",
    "Les respostes, a sota",
  ])
    it(`are shown with the lines they say they answer: ${words}`, async () => {
      const whole = `${words}\n\n${block}\n\n¿Color? rojo`;
      assert.equal((await read(answering, whole)).text, whole);
      const marked = `${words}\n\n${head}\n> ¿Color?`;
      assert.equal((await read(answering, marked)).text, words);
    });

  it("may be followed by a signature below what they quote", async () => {
    for (const signature of [
      "-- \nAna\nGerente",
      "Enviado desde mi iPhone",
      "Sent from my phone",
    ]) {
      const event = await read(answering, `Sí\n\n${head}\n> hola\n\n${signature}`);
      assert.equal(event.text, "Sí");
      assert.ok(event.mail?.quoted?.endsWith(signature));
    }
  });
});

describe("what somebody passes on", () => {
  for (const [client, line] of passedOn)
    it(`is the message: ${client}`, async () => {
      const whole = `Miren\n\n${line}\n${block}\n\n¿Serve?\n\n${head}\n> hola`;
      for (const headers of [{ Subject: "Fwd: Pedido" }, answering, { Subject: "Re: Pedido" }]) {
        const event = await read(headers, whole);
        assert.deepEqual([event.text, event.mail?.quoted], [whole, undefined]);
      }
    });

  for (const prefix of ["RV", "Rv", "FW", "Fwd", "ENC", "TR", "WG", "I", "Reenv", "[EXT] RV"])
    it(`is the message where the subject says so: ${prefix}`, async () => {
      const whole = `Miren\n\n${block}\n\nhola\n\n${head}\n\n> antes`;
      const event = await read({ ...answering, Subject: `${prefix}: Pedido` }, whole);
      assert.deepEqual([event.text, event.mail?.quoted], [whole, undefined]);
    });

  it("may be quoted in an answer", async () => {
    const quote = `${head}\n\n> ---------- Forwarded message ---------\n> hola`;
    assert.equal((await read(answering, `Sí\n\n${quote}`)).text, "Sí");
    const old = `${block}\n\nSí\n\n---------- Forwarded message ---------\nhola`;
    assert.equal((await read({ Subject: "RE: RV: Pedido" }, `Sí\n\n${old}`)).text, "Sí");
  });
});

describe("what a customer wrote", () => {
  const bare = (text: string) => text.replace(/[\s\ufdd0\ufdd1]/g, "");
  const lines = fc.array(
    fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(
        ...own.flatMap(([, text]) => text.split("\n")),
        ...passedOn.map(([, text]) => text),
        ...block.split("\n"),
        head,
        "> a",
        ">",
        "-- ",
        "",
        "________________________________",
        "-----Mensaje original-----",
        "Enviado desde mi iPhone",
      ),
    ),
  );

  it("is in the text or folded below it, whatever it is", () => {
    fc.assert(
      fc.property(lines, fc.boolean(), fc.boolean(), (list, answers, forwards) => {
        const whole = list.join("\n");
        const { text, quoted = "" } = splitQuoted(whole, { answers, forwards });
        assert.equal(bare(text + quoted), bare(whole));
      }),
      { numRuns: 500 },
    );
  });

  it("is added as a file where its quotes are too long to keep", async () => {
    const quotes = "> 0123456789\n".repeat(6000);
    const event = await read(answering, `Sí\n\n${head}\n${quotes}> fin`);
    assert.equal(event.text, "Sí");
    assert.match(Buffer.from(event.files[0]?.bytes ?? []).toString(), /> fin\s*$/);
  });

  it("is never cut in the middle of a character", async () => {
    const event = await read({}, "🙂".repeat(40_000).slice(1));
    assert.ok(event.text.isWellFormed());
    const odd = await read({}, `a${"🙂".repeat(40_000)}`);
    assert.ok(odd.text.isWellFormed());
  });
});
