import assert from "node:assert/strict";
import type { SystemEvent } from "@hilo/schema";
import { funnels } from "../../../../../console/src/data/funnels.ts";
import type { ThreadMessage } from "../../../../../console/src/data/thread-merge.ts";
import {
  reasons,
  stageReasons,
  systemWords,
} from "../../../../../console/src/pages/inbox/thread/messages/system-words.ts";
import { setLanguage } from "../../../../../console/src/text/language.ts";
import type { OwnSource } from "../../../../../console/src/ui/source.ts";

const now = new Date(2026, 10, 20, 12).getTime();

function line(event: SystemEvent, author: "member" | "system" = "member"): ThreadMessage {
  return {
    id: "s",
    direction: "system",
    kind: "event",
    text: "",
    attachments: [],
    event,
    status: "sent",
    statusRank: 3,
    statusAt: {},
    externalId: null,
    author: { type: author, id: "ana", name: "Ana" },
    providerAt: now,
    createdAt: new Date(now),
  };
}

const mailed = (change: Partial<ThreadMessage>): ThreadMessage => ({
  ...line({ type: "mailed", to: "ana@x.cl" }, "system"),
  ...change,
});
const tomorrow = new Date(2026, 10, 21, 9);
const rows: [name: string, message: ThreadMessage, es: string, en: string][] = [
  [
    "given back, since who had it works here no more",
    line({ type: "unassigned", to: "Temporal" }, "system"),
    "Quedó sin asignar: Temporal ya no trabaja aquí",
    "Left unassigned: Temporal no longer works here",
  ],
  [
    "mailed",
    mailed({ statusAt: { sent: now } }),
    "Enviado por correo a ana@x.cl a las 12:00",
    "Sent by e-mail to ana@x.cl at 12:00",
  ],
  [
    "about to be mailed",
    mailed({ status: "queued", statusRank: 1 }),
    "Enviando por correo a ana@x.cl",
    "Sending by e-mail to ana@x.cl",
  ],
  [
    "mailed, or not",
    mailed({ status: "unknown", statusRank: 1 }),
    "No sabemos si el correo a ana@x.cl llegó",
    "We don't know whether the e-mail to ana@x.cl arrived",
  ],
  [
    "mailed no more",
    line({ type: "mailStopped", to: "ana@x.cl" }, "system"),
    "ana@x.cl no quiere más correos de este chat",
    "ana@x.cl wants no more e-mails from this chat",
  ],
  [
    "given to another",
    line({ type: "assigned", to: "Luis" }),
    "Ana asignó la conversación a Luis",
    "Ana assigned the conversation to Luis",
  ],
  [
    "taken by oneself",
    line({ type: "assigned", to: "Ana" }),
    "Ana tomó la conversación",
    "Ana took the conversation",
  ],
  [
    "given by the machine, with why",
    line({ type: "assigned", to: "Luis", why: "turno" }, "system"),
    "Asignada a Luis: turno",
    "Assigned to Luis: turno",
  ],
  [
    "resolved",
    line({ type: "status", to: "resolved" }),
    "Ana la dejó como resuelta",
    "Ana set it to resolved",
  ],
  [
    "snoozed until an ISO time",
    line({ type: "snoozed", to: tomorrow.toISOString() }),
    "Ana la pospuso hasta mañana 09:00",
    "Ana snoozed it until tomorrow 09:00",
  ],
  [
    "snoozed until milliseconds",
    line({ type: "snoozed", to: String(tomorrow.getTime()) }, "system"),
    "Pospuesta hasta mañana 09:00",
    "Snoozed until tomorrow 09:00",
  ],
  [
    "snoozed without an end",
    line({ type: "snoozed" }),
    "Ana la pospuso hasta que el cliente responda",
    "Ana snoozed it until the customer answers",
  ],
  [
    "snoozed without an end, by nobody",
    line({ type: "snoozed" }, "system"),
    "Pospuesta hasta que el cliente responda",
    "Snoozed until the customer answers",
  ],
  [
    "opted out",
    line({ type: "optOut" }, "system"),
    "Pidió no recibir más mensajes",
    "Asked for no more messages",
  ],
];

describe("system lines", () => {
  const host = { requestUpdate: () => undefined };
  before(() => reasons.load());
  afterEach(() => setLanguage("es"));
  for (const [name, message, es, en] of rows) {
    it(name, () => {
      setLanguage("es");
      assert.equal(systemWords(message, now, host), es);
      setLanguage("en");
      assert.equal(systemWords(message, now, host), en);
    });
  }

  describe("of where a lead stands", () => {
    const known = funnels as OwnSource<unknown>;
    const earlier = known.value;
    const stages = [{ id: "debate", name: "Debate", color: "#000000" }];
    before(() => stageReasons.load());
    beforeEach(() => known.set([{ id: "sales", name: "Ventas", stages }]));
    after(() => known.set(earlier));
    const words = ["cuánto sale"];
    const stage = (event: Partial<SystemEvent>) => line({ type: "stage", ...event }, "system");
    const said = (event: Partial<SystemEvent>) => systemWords(stage(event), now, host);

    it("tell the stage by its name, and by which words", () => {
      const full = { to: "sales/debate", why: "es.price", words };
      const expected = "Clasificada en Ventas · Debate: pregunta por precio («cuánto sale»)";
      assert.equal(said(full), expected);
      assert.equal(said({ to: "sales/debate" }), "Clasificada en Ventas · Debate");
    });

    it("tell no id of a stage that is gone, or of a rule that nobody knows", () => {
      assert.equal(said({ to: "sales/old" }), "Se clasificó por lo que escribió");
      const own = "Clasificada en Ventas · Debate: coincide con una regla del equipo";
      assert.equal(said({ to: "sales/debate", why: "xyz123" }), own);
    });
  });
});
