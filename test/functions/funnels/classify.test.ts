import { deepEqual, equal, ok } from "node:assert/strict";
import { classify } from "../../../functions/src/funnels/classify.ts";
import { thread } from "./thread.ts";

/** What a conversation is taken for, in one word: `sales.closing sale`. */
function taken(...texts: string[]): string {
  const { funnel, stage, leadKind } = classify(thread(texts));
  return stage === null ? funnel : `${funnel}.${stage} ${leadKind}`;
}

function held(rows: readonly [what: string, expected: string, ...texts: string[]][]): void {
  for (const [what, expected, ...texts] of rows)
    it(`${what}: ${texts.join(" | ")}`, () => equal(taken(...texts), expected));
}

describe("a conversation is classified", () => {
  held([
    [
      "a first question of price",
      "sales.initial sale",
      "hola, ¿cuánto sale el plan para 5 personas?",
    ],
    ["in English", "sales.initial sale", "hi, how much is the plan for five people?"],
    ["in Portuguese", "sales.initial sale", "oi, quanto custa o plano para cinco pessoas?"],
    ["spelt by ear", "sales.initial sale", "ola kuanto bale el plan de internet"],
    [
      "conditions of a purchase",
      "sales.negotiation sale",
      "B: El plan cuesta $20.000.",
      "y si contrato dos me hacen descuento?",
    ],
    [
      "an objection",
      "sales.debate sale",
      "B: Serían $340.000.",
      "mmm lo encuentro caro, lo voy a pensar",
    ],
    [
      "a decision",
      "sales.closing sale",
      "B: Serían $340.000.",
      "lo llevo, mándame el link de pago",
    ],
    [
      "a broken thing",
      "support.firstContact support",
      "mi pedido llegó roto y quiero la devolución",
    ],
    [
      "asking again",
      "support.inProcess support",
      "hola, alguna novedad de mi reclamo? ya van 5 días",
    ],
    ["solved", "support.closing support", "ya quedó funcionando, muchas gracias"],
    [
      "a voice message written out",
      "sales.initial sale",
      "(transcripción) hola, quería saber cuánto cuesta la clase de prueba",
    ],
  ]);
});

describe("a negation is read for what is meant", () => {
  held([
    [
      "not to buy but to complain",
      "support.firstContact support",
      "no quiero comprar, quiero reclamar por el cobro",
    ],
    ["not a complaint", "sales.initial sale", "no es un reclamo, quiero saber qué planes tienen"],
    ["price words of a bill", "support.firstContact support", "me cobraron de más en la cuenta"],
    [
      "not solved",
      "support.inProcess support",
      "B: Ya lo corregimos, ¿puede probar?",
      "no quedó funcionando, sigue igual",
    ],
    [
      "not interested",
      "sales.closing noInterest",
      "B: ¿Te cuento de la promoción?",
      "no me interesa",
    ],
  ]);
});

describe("an ok, thanks or a face keeps what it answers", () => {
  held([
    [
      "of a solved problem",
      "support.closing support",
      "no tengo internet",
      "B: Listo, reactivamos tu línea.",
      "👍",
    ],
    [
      "of a promise",
      "support.inProcess support",
      "no tengo internet",
      "B: Vamos a revisarlo, el técnico va mañana.",
      "ok gracias",
    ],
    [
      "of an offer",
      "sales.closing sale",
      "cuánto cuesta?",
      "B: Son $20.000 al mes. ¿Te inscribo?",
      "ok",
    ],
    [
      "of a sale that is made",
      "sales.closing sale",
      "B: Pago recibido, tu reserva está confirmada.",
      "gracias!!",
    ],
    ["of nothing", "none", "ok"],
    ["of a greeting", "none", "hola", "B: ¡Hola! ¿En qué te ayudo?", "🙂"],
    ["of holiday wishes", "none", "B: ¡Felices fiestas te desea el equipo!", "igualmente, gracias"],
  ]);
});

describe("the last wish decides", () => {
  held([
    [
      "a sale after help",
      "sales.initial sale",
      "no tengo internet",
      "B: Listo, quedó arreglado.",
      "gracias! y cuánto cuesta agregar televisión?",
    ],
    [
      "help after a sale",
      "support.firstContact support",
      "cuánto cuesta el plan?",
      "B: $20.000.",
      "otra cosa, me cobraron dos veces la cuota del mes pasado",
    ],
    [
      "the business speaking last changes no matter",
      "sales.negotiation sale",
      "me cotizas 20 sillas con despacho?",
      "B: Claro, son $400.000.",
    ],
  ]);
});

describe("what is no customer's matter is none", () => {
  held([
    ["a greeting", "none", "buenas tardes"],
    ["somebody who seeks work", "none", "hola, dejo mi currículum por si necesitan personal"],
    [
      "a supplier",
      "none",
      "somos distribuidores de envases y queremos ofrecerles nuestros productos",
    ],
    ["spam", "none", "GANASTE un premio!! haz clic en http://premio.example"],
    ["a wrong number", "none", "perdón, número equivocado"],
    ["a sticker", "none", "[sticker]"],
    ["nothing at all", "none"],
  ]);
});

describe("kinds of leads", () => {
  held([
    ["who wants no messages", "sales.closing noInterest", "B: 30 % de descuento solo hoy", "STOP"],
    [
      "who wants none, after an invitation to come back",
      "sales.closing noInterest",
      "B: Te echamos de menos, vuelve con 20 %",
      "no me escriban más",
    ],
    [
      "later, nothing offered yet",
      "sales.initial futureContact",
      "me interesan las clases pero en marzo, me pueden escribir en esa fecha?",
    ],
    [
      "later, after a price",
      "sales.debate futureContact",
      "B: El curso cuesta $90.000.",
      "este mes no puedo, escríbeme en agosto",
    ],
    [
      "a former customer",
      "sales.initial recovery",
      "fui alumna el año pasado y quiero volver, qué horarios tienen?",
    ],
    [
      "a reaction to an invitation to come back",
      "sales.closing recovery",
      "B: Te extrañamos, vuelve con 30 % de descuento.",
      "dale, reactívenme el plan",
    ],
  ]);
});

describe("a reason is given", () => {
  it("by rules and the words that were found", () => {
    const { why } = classify(thread(["hola, cuánto sale el plan?"]));
    deepEqual(
      why.find(({ rule }) => rule === "es.price"),
      { rule: "es.price", values: ["cuánto sale"] },
    );
  });
  it("by what it answers where it has no words of its own", () => {
    const { why } = classify(thread(["no tengo internet", "B: Listo, quedó arreglado.", "ok"]));
    ok(why.some(({ rule }) => rule === "place.ackSolved"));
  });
  it("by a button that a workspace wrote down", async () => {
    const { rules, withButton } = await import("./own-rules.ts");
    const own = withButton(rules(), "es.book", "AGENDAR_VISITA");
    const { why, stage } = classify(
      [{ from: "customer", text: "Sí", payload: "AGENDAR_VISITA" }],
      undefined,
      own,
    );
    equal(stage, "closing");
    equal(why[0]?.rule, "es.book");
  });
});
