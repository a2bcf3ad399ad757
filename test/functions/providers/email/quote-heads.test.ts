import assert from "node:assert/strict";
import { splitQuoted } from "../../../../functions/src/providers/email/quote.ts";

/** How mail programs introduce a quote whose lines stand below as they are, without a mark. */
const introductions: [client: string, head: string][] = [
  ["Gmail, en", "On Fri, Nov 20, 2026 at 10:19 AM Shop <hola@hilo.test> wrote:"],
  ["Gmail of old, en", "On 20 November 2026 10:19, Shop <hola@hilo.test> wrote:"],
  ["Gmail of 2012", "2012/11/20 Shop <hola@hilo.test>"],
  ["Apple, en", "On Nov 20, 2026, at 10:19 AM, Shop <hola@hilo.test> wrote:"],
  ["Apple, en-GB", "On 20 Nov 2026, at 10:19, Shop <hola@hilo.test> wrote:"],
  ["Yahoo, en", "On Friday, November 20, 2026 at 10:19:00 AM CLST, Shop <hola@hilo.test> wrote: "],
  ["Proton, en", "On Friday, November 20th, 2026 at 10:19 AM, Shop <hola@hilo.test> wrote:"],
  ["Spark, en", "On Nov 20, 2026 at 10:19 -0300, Shop <hola@hilo.test>, wrote:"],
  ["Zoho, en", "---- On Fri, 20 Nov 2026 10:19:00 -0300 Shop <hola@hilo.test> wrote ----"],
  ["Gmail, es", "El vie, 20 nov 2026 a las 10:19, Tienda (<hola@hilo.test>) escribió:"],
  [
    "Gmail, es-419",
    "El vie, 20 de nov de 2026 a la(s) 10:19 a. m., Tienda (hola@hilo.test) escribió:",
  ],
  ["Gmail of old, es", "El 20 de noviembre de 2026, 10:19, Tienda <hola@hilo.test> escribió:"],
  ["Apple, es", "El 20 nov 2026, a las 10:19, Tienda <hola@hilo.test> escribió:"],
  ["Apple, es-CL", "El 20-11-2026, a la(s) 10:19, Tienda <hola@hilo.test> escribió:"],
  [
    "Yahoo, es",
    "El viernes, 20 de noviembre de 2026, 10:19:00 CLST, Tienda <hola@hilo.test> escribió: ",
  ],
  ["Outlook for phones, es", "El vie., 20 nov. 2026 10:19, Tienda <hola@hilo.test> escribió:"],
  ["Zoho, es", "---- El vie, 20 nov 2026 10:19:00 -0300 Tienda <hola@hilo.test> escribió ----"],
  ["without an accent, es", "El vie, 20 nov 2026 a las 10:19, Tienda <hola@hilo.test> escribio:"],
  ["Gmail, pt-BR", "Em sex., 20 de nov. de 2026 às 10:19, Loja <hola@hilo.test> escreveu:"],
  ["Gmail of old, pt-BR", "Em 20 de novembro de 2026 10:19, Loja <hola@hilo.test> escreveu:"],
  ["Apple, pt-BR", "Em 20 de nov. de 2026, à(s) 10:19, Loja <hola@hilo.test> escreveu:"],
  ["Apple, pt", "No dia 20 de nov. de 2026, às 10:19, Loja <hola@hilo.test> escreveu:"],
  ["Apple of 2014, pt-PT", "No dia 20/11/2026, às 10:19, Loja <hola@hilo.test> escreveu:"],
  [
    "Yahoo, pt-BR",
    "Em sexta-feira, 20 de novembro de 2026 10:19:00 BRT, Loja <hola@hilo.test> escreveu: ",
  ],
  ["Gmail, pt-PT", "Loja <hola@hilo.test> escreveu (sexta, 20/11/2026 à(s) 10:19):"],
  ["Gmail, pt-PT, another day", "A Loja <hola@hilo.test> escreveu (quarta, 4/03/2026 à(s) 09:05):"],
  ["Gmail, de", "Am Fr., 20. Nov. 2026 um 10:19 Uhr schrieb Laden <hola@hilo.test>:"],
  ["Gmail of old, de", "Am 20. November 2026 10:19 schrieb Laden <hola@hilo.test>:"],
  ["Apple, de", "Am 20.11.2026 um 10:19 schrieb Laden <hola@hilo.test>:"],
  [
    "Yahoo, de",
    "Am Freitag, 20. November 2026 um 10:19:00 MEZ hat Laden <hola@hilo.test> Folgendes geschrieben: ",
  ],
  ["GMX, de", "Am 20.11.26, 10:19 schrieb Laden <hola@hilo.test>:"],
  ["Gmail, fr", "Le ven. 20 nov. 2026 à 10:19, Boutique <hola@hilo.test> a écrit :"],
  ["Gmail of old, fr", "Le 20 novembre 2026 10:19, Boutique <hola@hilo.test> a écrit :"],
  ["Apple, fr", "Le 20 nov. 2026 à 10:19, Boutique <hola@hilo.test> a écrit :"],
  [
    "Yahoo, fr",
    "Le vendredi 20 novembre 2026 à 10:19:00 UTC+1, Boutique <hola@hilo.test> a écrit : ",
  ],
  [
    "with its narrow space, fr",
    "Le 20 nov. 2026 à 10:19, Boutique <hola@hilo.test> a écrit\u202f:",
  ],
  ["Gmail, it", "Il giorno ven 20 nov 2026 alle ore 10:19 Negozio <hola@hilo.test> ha scritto:"],
  ["Gmail of old, it", "Il 20 novembre 2026 10:19, Negozio <hola@hilo.test> ha scritto:"],
  ["Apple, it", "Il giorno 20 nov 2026, alle ore 10:19, Negozio <hola@hilo.test> ha scritto:"],
  [
    "Yahoo, it",
    "Il venerdì 20 novembre 2026 alle ore 10:19:00 CET, Negozio <hola@hilo.test> ha scritto: ",
  ],
  ["Libero, it", "Il 20/11/2026 10:19 Negozio <hola@hilo.test> ha scritto:"],
  ["Gmail, ca", "Missatge de Botiga <hola@hilo.test> del dia dv., 20 de nov. 2026 a les 10:19:"],
  [
    "Gmail, ca, in full",
    "Missatge de La Botiga <hola@hilo.test> del dia dt., 3 de març 2026 a les 9:05:",
  ],
  ["Apple, ca", "El 20 nov 2026, a les 10:19, Botiga <hola@hilo.test> va escriure:"],
  ["Thunderbird, ca", "El 20/11/26 a les 10:19, Botiga <hola@hilo.test> ha escrit:"],
  ["Aqua Mail, it", 'Il 20 novembre 2026 21:11:31 "Negozio" <hola@hilo.test> ha scritto:'],
  ["Airmail, pt", "Em 20 de novembro de 2026 às 16:32:35, Loja ( hola@hilo.test) escreveu:"],
  ["K-9, de", "Am 20. November 2026 10:19:00 MEZ schrieb Laden <hola@hilo.test>:"],
  [
    "Yahoo, ca",
    "El divendres, 20 de novembre de 2026 10:19:00 CET, Botiga <hola@hilo.test> va escriure: ",
  ],
];

/** Those that leave the address out, with the marked lines that follow. */
const marked: [client: string, head: string][] = [
  ["Thunderbird, en", "On 11/20/26 10:19, Shop wrote:"],
  ["Thunderbird, es", "El 20/11/26 a las 10:19, Tienda escribió:"],
  ["Thunderbird, pt-BR", "Em 20/11/2026 10:19, Loja escreveu:"],
  ["Thunderbird, pt-PT", "Às 10:19 de 20/11/2026, Loja escreveu:"],
  ["Thunderbird, de", "Am 20.11.26 um 10:19 schrieb Laden:"],
  ["Thunderbird, fr", "Le 20/11/2026 à 10:19, Boutique a écrit :"],
  ["Thunderbird, it", "Il 20/11/2026 10:19, Negozio ha scritto:"],
  ["Roundcube, es", "El 2026-11-20 10:19, Tienda escribió:"],
  ["Apple, with the address alone", "On Nov 20, 2026, at 10:19 AM, hola@hilo.test wrote:"],
  ["Gmail, ru", "пт, 20 нояб. 2026 г. в 10:19, Магазин <hola@hilo.test>:"],
  ["Gmail, ja", "2026年11月20日(金) 10:19 ショップ <hola@hilo.test>:"],
  ["Gmail, tr", "Shop <hola@hilo.test>, 20 Kas 2026 Cum, 10:19 tarihinde şunu yazdı:"],
  ["T-Online, de", "Laden <hola@hilo.test> hat am 20.11.2026 10:19 CET geschrieben:"],
  ["Open-Xchange, es", '"Tienda" <hola@hilo.test> escribió el 20 de noviembre de 2026 10:19:'],
  ["Horde, es", "Tienda <hola@hilo.test> escribió (20/11/2026 10:19):"],
  ["Gmail, nl", "Op vr 20 nov 2026 om 10:19 schreef Winkel <hola@hilo.test>:"],
];

/** What Outlook and those after it repeat of the earlier mail's head. */
const blocks: [client: string, head: string][] = [
  [
    "Outlook, en",
    "From: Shop <hola@hilo.test>\nSent: Friday, November 20, 2026 10:19 AM\nTo: Ana <ana@x.cl>\nSubject: Order",
  ],
  [
    "Outlook, es",
    "De: Tienda <hola@hilo.test>\nEnviado el: viernes, 20 de noviembre de 2026 10:19\nPara: Ana <ana@x.cl>\nAsunto: Pedido",
  ],
  [
    "Outlook on the web, es",
    "________________________________\nDe: Tienda <hola@hilo.test>\nEnviado: viernes, 20 de noviembre de 2026 10:19\nPara: Ana <ana@x.cl>\nAsunto: Pedido",
  ],
  [
    "Outlook of 2010, es",
    "De: Tienda [mailto:hola@hilo.test] \nEnviado el: viernes, 20 de noviembre de 2026 10:19\nPara: 'Ana'\nCC: Luis\nAsunto: Pedido",
  ],
  [
    "Outlook, pt-BR",
    "De: Loja <hola@hilo.test> \nEnviada em: sexta-feira, 20 de novembro de 2026 10:19\nPara: Ana <ana@x.com.br>\nAssunto: Pedido",
  ],
  [
    "Outlook, pt-PT",
    "De: Loja <hola@hilo.test> \nEnviado: 20 de novembro de 2026 10:19\nPara: Ana <ana@x.pt>\nAssunto: Pedido",
  ],
  [
    "Outlook, de",
    "Von: Laden <hola@hilo.test> \nGesendet: Freitag, 20. November 2026 10:19\nAn: Ana <ana@x.de>\nBetreff: Bestellung",
  ],
  [
    "Outlook, fr",
    "De : Boutique <hola@hilo.test> \nEnvoyé : vendredi 20 novembre 2026 10:19\nÀ : Ana <ana@x.fr>\nObjet : Commande",
  ],
  [
    "Outlook, it",
    "Da: Negozio <hola@hilo.test> \nInviato: venerdì 20 novembre 2026 10:19\nA: Ana <ana@x.it>\nOggetto: Ordine",
  ],
  [
    "Outlook, ca",
    "De: Botiga <hola@hilo.test> \nEnviat el: divendres, 20 de novembre de 2026 10:19\nPer a: Ana <ana@x.cat>\nTema: Comanda",
  ],
  [
    "Outlook in bold, es",
    "*De:* Tienda <hola@hilo.test>\n*Enviado el:* viernes, 20 de noviembre\n*Para:* Ana\n*Asunto:* Pedido",
  ],
  [
    "Windows Mail, es",
    "De: hola@hilo.test\nEnviado: ‎viernes‎, ‎20‎ de ‎noviembre‎ de ‎2026 ‎10‎:‎19\nPara: ana@x.cl\nAsunto: Pedido",
  ],
  [
    "Outlook of old, es",
    "-----Mensaje original-----\nDe: Tienda [mailto:hola@hilo.test] \nEnviado el: viernes\nPara: Ana\nAsunto: Pedido",
  ],
  [
    "Samsung, es",
    "-------- Mensaje original --------\nDe: Tienda <hola@hilo.test> \nFecha: 20/11/26  10:19  (GMT-03:00) \nA: ana@x.cl \nAsunto: Pedido",
  ],
  [
    "Web.de and GMX",
    'Gesendet: Freitag, 20. November 2026 um 10:19 Uhr\nVon: "Laden" <hola@hilo.test>\nAn: ana@x.de\nBetreff: Bestellung',
  ],
  [
    "Hotmail",
    "Date: Fri, 20 Nov 2026 10:19:00 -0300\nSubject: Pedido\nFrom: hola@hilo.test\nTo: ana@x.cl",
  ],
  [
    "AOL",
    "-----Original Message-----\nFrom: Shop <hola@hilo.test>\nTo: Ana <ana@x.cl>\nSent: Fri, Nov 20, 2026 10:19 am\nSubject: Order",
  ],
  [
    "Outlook, with its address on a line of its own",
    "From: The Human Resources \n<a-really-long-address@hilo.test> \nSent: Friday, November 20, 2026\nTo: Ana\nSubject: Order",
  ],
  [
    "Exchange, with its links",
    "De: Tienda <hola@hilo.test<mailto:hola@hilo.test>>\nEnviado: viernes, 20 de noviembre\nPara: Ana <ana@x.cl<mailto:ana@x.cl>>\nAsunto: Pedido",
  ],
  [
    "Lotus Notes",
    "From:\tShop <hola@hilo.test>\nTo:\tAna\nDate:\t20/11/2026 10:19\nSubject:\tOrder",
  ],
  ["K-9, de", "-------- Original-Nachricht --------\nVon: Laden\nGesendet: 20. November 2026"],
  [
    "Outlook of old, en",
    "-----Original Message-----\nFrom: Shop\nSent: Friday\nTo: Ana\nSubject: Order",
  ],
  [
    "Outlook of old, de",
    "-----Ursprüngliche Nachricht-----\nVon: Laden\nGesendet: Freitag\nAn: Ana\nBetreff: Bestellung",
  ],
  [
    "Outlook of old, fr",
    "-----Message d'origine-----\nDe : Boutique\nEnvoyé : vendredi\nÀ : Ana\nObjet : Commande",
  ],
  [
    "Outlook of old, it",
    "-----Messaggio originale-----\nDa: Negozio\nInviato: venerdì\nA: Ana\nOggetto: Ordine",
  ],
  [
    "Outlook of old, pt",
    "-----Mensagem original-----\nDe: Loja\nEnviada em: sexta-feira\nPara: Ana\nAssunto: Pedido",
  ],
  [
    "Outlook of old, ca",
    "-----Missatge original-----\nDe: Botiga\nEnviat: divendres\nPer a: Ana\nTema: Comanda",
  ],
  [
    "Proton of old, en",
    "------- Original Message -------\nOn Friday, November 20th, 2026 at 10:19 AM, Shop <hola@hilo.test> wrote:",
  ],
];

const answer = "Sí, claro.\n\nAna";

function holds(whole: string, quote: string): void {
  const { text, quoted } = splitQuoted(whole);
  assert.equal(text, answer);
  assert.equal(quoted, quote.trim());
}

/** As a program breaks a line after so many characters. */
function broken(line: string, width: number): string {
  const at = line.lastIndexOf(" ", width);
  return at < 1 ? line : `${line.slice(0, at)}\n${broken(line.slice(at + 1), width)}`;
}

describe("the head of a quote", () => {
  for (const [client, head] of [...introductions, ...blocks])
    it(`is known where nothing marks what follows: ${client}`, () => {
      const quote = `${head}\n\n¿Serve?\nTienda`;
      holds(`${answer}\n\n${quote}`, quote);
    });

  for (const [client, head] of [...introductions, ...marked])
    it(`is known over marked lines: ${client}`, () => {
      for (const between of ["\n", "\n\n"]) {
        const quote = `${head}${between}> ¿Serve?\n> Tienda`;
        holds(`${answer}\n\n${quote}`, quote);
      }
    });

  for (const [client, head] of introductions)
    it(`is known over two and three lines: ${client}`, () => {
      for (const width of [72, 45, 30]) {
        // Gmail of 2012 and Zoho do not break theirs.
        const shown = /^(\d|----)/.test(head) ? head : broken(head, width);
        if (shown.split("\n").length > 4) continue;
        const quote = `${shown}\n\n> ¿Serve?`;
        holds(`${answer}\n\n${quote}`, quote);
      }
    });

  for (const [client, head] of marked)
    it(`is none without an address and marked lines: ${client}`, () => {
      if (head.includes("@")) return;
      const whole = `${answer}\n\n${head}\n\n¿Serve?`;
      assert.deepEqual(splitQuoted(whole), { text: whole });
    });
});
