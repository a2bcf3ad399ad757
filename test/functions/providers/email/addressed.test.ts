import assert from "node:assert/strict";
import { eventsOf, mail, mimeRequest } from "./samples.ts";

const us = "hola@hilo.test";
const people: [what: string, headers: Record<string, string>, address: string][] = [
  ["in capitals", { "Reply-To": "LUIS@Cliente.Example" }, "luis@cliente.example"],
  [
    "of an encoded name",
    { "Reply-To": "=?utf-8?Q?Luis_Nu=C3=B1ez?= <luis@c.example>" },
    "luis@c.example",
  ],
  ["of a name with a comma", { "Reply-To": '"Núñez, Luis" <luis@c.example>' }, "luis@c.example"],
  ["with a comment", { "Reply-To": "luis@c.example (Luis, en casa)" }, "luis@c.example"],
  ["as a group of nobody", { "Reply-To": "undisclosed-recipients:;" }, "ana@example.org"],
  ["as a group of one", { "Reply-To": "Clientes: luis@c.example;" }, "luis@c.example"],
  ["that is no address", { "Reply-To": "no responder" }, "ana@example.org"],
  ["that is empty", { "Reply-To": "" }, "ana@example.org"],
  ["that is ours with a token", { "Reply-To": "hola+abc@hilo.test" }, "ana@example.org"],
  ["that is ours in capitals", { "Reply-To": "Hola@HILO.test" }, "ana@example.org"],
  ["that is nobody's", { "Reply-To": "<no-reply@c.example>" }, "ana@example.org"],
  ["twice", { "Reply-To": `${us}, "Luis" <luis@c.example>` }, "luis@c.example"],
  ["in angle brackets twice", { "Reply-To": "<<luis@c.example>>" }, "luis@c.example"],
  ["as a link", { "Reply-To": "mailto:luis@c.example" }, "luis@c.example"],
  [
    "of a list",
    {
      "Reply-To": "vecinos@l.example",
      "List-Id": "<vecinos.l.example>",
      "List-Post": "<mailto:vecinos@l.example>",
    },
    "ana@example.org",
  ],
];

describe("an answer's address", () => {
  for (const [what, headers, address] of people)
    it(`is found: ${what}`, async () => {
      const [event] = await eventsOf(mimeRequest(mail(headers)));
      assert.equal(event?.type, "message", JSON.stringify(event));
      assert.equal(event?.type === "message" && event.sender.address, address);
    });
});

const away = [
  "Respuesta automática: Pedido",
  "Resposta automática: Pedido",
  "Automatische Antwort: Bestellung",
  "Réponse automatique : Commande",
  "Risposta automatica: Ordine",
  "Resposta automàtica: Comanda",
  "Out of Office: Order",
  "Abwesenheitsnotiz: Bestellung",
  "Fuera de la oficina Re: Pedido",
];
/** A subject alone proves nothing. */
const machines: [headers: Record<string, string>, automatic: boolean][] = [
  [{ "auto-submitted": "AUTO-REPLIED" }, true],
  [{ "Auto-Submitted": "auto-notified" }, true],
  [{ "Auto-Submitted": "No" }, false],
  [{ "Auto-Submitted": "" }, false],
  ...away.flatMap((Subject): [Record<string, string>, boolean][] => [
    [{ Subject, Precedence: "bulk" }, true],
    [{ Subject, "Return-Path": "<>" }, true],
  ]),
  [{ Subject: "¿Tienen respuesta automática?" }, false],
  [{ Subject: "Out of office chairs, do you sell them?" }, false],
  [{ Subject: "Automatic reply machines" }, false],
  [{ Subject: "Respuesta automática: no me funciona" }, false],
  [{ "X-Vacation": "1", "X-Autoreply": "true" }, true],
];

describe("an answer of a machine", () => {
  for (const [headers, automatic] of machines)
    it(`is ${automatic ? "known" : "a person's"}: ${JSON.stringify(headers)}`, async () => {
      const answering = { "In-Reply-To": "<x@hilo.test>" };
      const [event] = await eventsOf(mimeRequest(mail({ ...answering, ...headers })));
      assert.equal(event?.type === "message" && event.mail?.automatic !== undefined, automatic);
    });
});
