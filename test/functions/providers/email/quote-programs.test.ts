import assert from "node:assert/strict";
import { splitQuoted } from "../../../../functions/src/providers/email/quote.ts";
import { readMail } from "./samples.ts";

const shop = "Hilo <hola@hilo.test>";

/** How programs write what stands above a quoted mail, with all that stands above it. */
const heads: [program: string, head: string][] = [
  ["Gmail, pt-BR, over two lines", `Em seg., 3 de nov. de 2025 às 14:05, ${shop}\nescreveu:`],
  ["Gmail, pt-PT", "Hilo <hola@hilo.test> escreveu no dia segunda, 3/11/2025 à(s) 14:05:"],
  ["Gmail for phones, de", `${shop} schrieb am Mo., 3. Nov. 2025, 14:05:`],
  ["Gmail for phones, it", `${shop} ha scritto il lun 3 nov 2025 alle 14:05:`],
  ["Apple, pt-PT", `No dia 3 de nov. de 2025, às 14:05, ${shop} escreveu:`],
  [
    "Outlook, pt-PT",
    `De: ${shop}\nEnviada: 3 de novembro de 2025 14:05\nPara: Ana <ana@x.pt>\nAssunto: Re: Consulta`,
  ],
  [
    "Outlook, pt-BR",
    `De: ${shop}\nEnviado: segunda-feira, 3 de novembro de 2025 14:05\nPara: Ana <ana@x.br>\nAssunto: RES: Consulta`,
  ],
  ["Outlook of old, pt", `-----Mensagem original-----\nDe: ${shop}`],
  ["Yahoo, pt-BR", `Em segunda-feira, 3 de novembro de 2025 às 14:05:13 BRT, ${shop} escreveu:`],
  ["Gmail, es-AR", "El lun, 3 nov 2025 a la(s) 2:05 p.m., Hilo (hola@hilo.test) escribió:"],
  [
    "Outlook for iOS, es",
    `________________________________\nDe: ${shop}\nEnviado: Monday, November 3, 2025 2:05:13 PM\nPara: Ana <ana@x.cl>\nAsunto: Re: Consulta`,
  ],
  [
    "Samsung, es",
    `-------- Mensaje original --------\nDe: ${shop}\nFecha: 3/11/25 14:05 (GMT-03:00)\nA: Ana <ana@x.cl>\nAsunto: Re: Consulta`,
  ],
  ["Thunderbird, es", "El 3/11/25 a las 14:05, Hilo escribió:"],
  [
    "Outlook, en",
    `From: ${shop}\nSent: Monday, November 3, 2025 2:05 PM\nTo: Ana <ana@x.com>\nCc: Luis <luis@x.com>\nSubject: RE: Order`,
  ],
  [
    "Outlook, with a star at each name",
    `*From:* ${shop}\n*Sent:* Monday, November 3, 2025 2:05 PM\n*To:* Ana\n*Subject:* RE: Order`,
  ],
  ["Yahoo, en", `On Monday, November 3, 2025 at 02:05:13 PM GMT-3, ${shop} wrote:`],
  ["Gmail, en-GB, over two lines", "On Mon, 3 Nov 2025 at 14:05, Hilo\n<hola@hilo.test> wrote:"],
  ["Gmail, de", `Am Mo., 3. Nov. 2025 um 14:05 Uhr schrieb ${shop}:`],
  ["Thunderbird, de", "Am 03.11.25 um 14:05 schrieb Hilo:"],
  [
    "Outlook, de",
    `Von: ${shop}\nGesendet: Montag, 3. November 2025 14:05\nAn: Ana <ana@x.de>\nBetreff: AW: Anfrage`,
  ],
  [
    "GMX, de",
    `Gesendet: Montag, 03. November 2025 um 14:05 Uhr\nVon: "Hilo" <hola@hilo.test>\nAn: ana@x.de\nBetreff: Re: Anfrage`,
  ],
  ["Outlook of old, de", `-----Ursprüngliche Nachricht-----\nVon: ${shop}`],
  ["Gmail, fr", `Le lun. 3 nov. 2025 à 14:05, ${shop} a écrit :`],
  ["Gmail, fr, over two lines", `Le lun. 3 nov. 2025 à 14:05, ${shop} a\nécrit :`],
  ["Apple, fr", `Le 3 nov. 2025 à 14:05, ${shop} a écrit\u00a0:`],
  ["Thunderbird, fr", "Le 03/11/2025 à 14:05, Hilo a écrit :"],
  [
    "Outlook, fr",
    `De\u00a0: ${shop}\nEnvoyé\u00a0: lundi 3 novembre 2025 14:05\nÀ\u00a0: Ana <ana@x.fr>\nObjet\u00a0: RE: Demande`,
  ],
  ["Outlook of old, fr", `-----Message d'origine-----\nDe : ${shop}`],
  [
    "Orange, fr",
    `> Message du 03/11/25 14:05\n> De : "Hilo" <hola@hilo.test>\n> A : ana@x.fr\n> Objet : Re: Demande`,
  ],
  ["Gmail, it", `Il giorno lun 3 nov 2025 alle ore 14:05 ${shop} ha scritto:`],
  ["Gmail, it, over two lines", `Il giorno lun 3 nov 2025 alle ore 14:05 ${shop} ha\nscritto:`],
  ["Apple, it", `Il giorno 3 nov 2025, alle ore 14:05, ${shop} ha scritto:`],
  ["Thunderbird, it", "Il 03/11/2025 14:05, Hilo ha scritto:"],
  [
    "Outlook, it",
    `Da: ${shop}\nInviato: lunedì 3 novembre 2025 14:05\nA: Ana <ana@x.it>\nOggetto: R: Richiesta`,
  ],
  ["Gmail, ca", `Missatge de ${shop} del dia dl., 3 de nov. 2025 a les 14:05:`],
  ["Apple, ca", `El 3 nov 2025, a les 14:05, ${shop} va escriure:`],
  ["Thunderbird, ca", "El 3/11/25 a les 14:05, Hilo ha escrit:"],
  [
    "Outlook, ca",
    `De: ${shop}\nEnviat el: dilluns, 3 de novembre de 2025 14:05\nPer a: Ana <ana@x.cat>\nTema: RE: Consulta`,
  ],
];

const answers = ["Sí, gracias", "Perfeito, obrigada!\n\nAna", "Ja, gern.\n\n--\nAna\n+49 30 1234"];

describe("what mail programs write above a quote", () => {
  for (const [index, [program, head]] of heads.entries())
    it(`is folded away with it: ${program}`, () => {
      const answer = answers[index % answers.length] ?? "";
      // Those that name no address mark each line of the quote.
      const mark = head.includes("@") && !head.startsWith(">") ? "" : "> ";
      const below = `${mark}Buenos días\n${mark}¿En qué ayudo?`;
      const { text, quoted } = splitQuoted(`${answer}\n\n${head}\n\n${below}`);
      assert.equal(text.trim(), answer);
      assert.match(quoted ?? "", /ayudo\?/);
    });
});

/** What people write that only looks like it, in an answer to us. */
const own: [what: string, text: string][] = [
  ["what a client said, fr", "Le client a écrit : « je veux annuler »\nQue faire ?"],
  ["what a mother wrote, pt", "Minha mãe escreveu: quero cancelar\nComo faço?"],
  ["what a boss wrote, en", "On Monday my boss wrote: we need five\nCan you do that?"],
  ["what a boss wrote, de", "Am Montag schrieb mein Chef: wir brauchen fünf\nGeht das?"],
  ["what the bank wrote, it", "Il giorno 3 la banca ha scritto: bonifico respinto\nChe faccio?"],
  ["what the school wrote, ca", "El dia 3 l'escola va escriure: no cal venir\nQuè faig?"],
  ["a trip, de", "Von: Berlin\nAn: München\nDatum: 3.11.\nPersonen: 2"],
  ["a trip, ca", "De: Girona\nPer a: Lleida\nData: 3 de novembre\nTema: trasllat"],
  ["a trip, it", "Da: Roma\nA: Milano\nInviato: ieri\nOggetto: due valigie"],
  ["a label for a parcel, fr", "De : Marie Curie\nÀ : Ève Curie\nObjet : livres\nPoids : 3 kg"],
  ["a label for a parcel, es", "De: Ana\nPara: Luis\nAsunto: regalo\nEnviado: por avión"],
  ["prices after an arrow", "Precio > 100\n> 200 tampoco\nentonces no"],
  ["a line of dashes", "Pedido\n--------------------\n2 cajas\n--------------------\nGracias"],
];

describe("what customers write that looks like it", () => {
  for (const [what, text] of own)
    it(`is not folded away: ${what}`, async () => {
      const answering = { "In-Reply-To": "<x@hilo.test>", Subject: "Re: Pedido" };
      assert.equal((await readMail(answering, text)).text?.trim(), text);
    });
});

const inside = "De: Proveedor <v@p.example>\nAsunto: Factura\n\nAdjunto la factura 20418.";
/** Mails that are passed on; some programs say that they answer what they pass on. */
const passed: [what: string, subject: string, text: string][] = [
  ["Gmail, pt", "Fwd: Fatura", `---------- Forwarded message ---------\n${inside}`],
  ["Gmail, pt-BR", "Fwd: Fatura", `---------- Mensagem encaminhada ---------\n${inside}`],
  [
    "Gmail, pt-PT",
    "Fwd: Fatura",
    `Veja isto\n\n---------- Mensagem reencaminhada ---------\n${inside}`,
  ],
  ["Gmail, ca", "Fwd: Factura", `---------- Missatge reenviat ---------\n${inside}`],
  ["Gmail, it", "Fwd: Fattura", `---------- Messaggio inoltrato ---------\n${inside}`],
  ["Gmail, fr", "Fwd: Facture", `---------- Message transféré ---------\n${inside}`],
  ["Gmail, de", "Fwd: Rechnung", `---------- Weitergeleitete Nachricht ---------\n${inside}`],
  ["Apple, it", "I: Fattura", `Inizio messaggio inoltrato:\n\n> ${inside.replace(/\n/g, "\n> ")}`],
  [
    "Apple, fr",
    "Fwd: Facture",
    `Début du message transféré :\n\n> ${inside.replace(/\n/g, "\n> ")}`,
  ],
  [
    "Apple, es",
    "Fwd: Factura",
    `Inicio del mensaje reenviado:\n\n> ${inside.replace(/\n/g, "\n> ")}`,
  ],
  [
    "Apple, de",
    "Fwd: Rechnung",
    `Anfang der weitergeleiteten Nachricht:\n\n> ${inside.replace(/\n/g, "\n> ")}`,
  ],
  ["Outlook, de", "WG: Rechnung", `-----Ursprüngliche Nachricht-----\n${inside}`],
  ["Outlook, fr", "TR: Facture", `Voir ci-dessous\n\n-----Message d'origine-----\n${inside}`],
  ["Outlook, pt-BR", "ENC: Fatura", `Segue\n\n________________________________\n${inside}`],
  ["Outlook, es", "RV: Factura", `Va abajo\n\n________________________________\n${inside}`],
  ["Outlook, it", "I: Fattura", `Vedi sotto\n\n-----Messaggio originale-----\n${inside}`],
  ["Outlook, en", "FW: Invoice", `See below\n\n-----Original Message-----\n${inside}`],
];

describe("a mail that is passed on", () => {
  for (const [what, subject, text] of passed)
    for (const more of [{}, { "In-Reply-To": "<p@p.example>", References: "<p@p.example>" }])
      it(`is seen whole: ${what}${"References" in more ? ", said to answer it" : ""}`, async () => {
        const { text: seen } = await readMail({ Subject: subject, ...more }, text);
        assert.match(seen ?? "", /Adjunto la factura 20418/);
      });
});
