import assert from "node:assert/strict";
import { besideOf } from "../../../../../console/src/pages/inbox/list/beside.ts";
import { tagOf } from "../../../../../console/src/pages/inbox/list/tag-of.ts";
import { lineOf, previewOf } from "../../../../../console/src/pages/inbox/message/preview.ts";
import { e164 } from "../../../../../console/src/text/e164.ts";
import { language, setLanguage } from "../../../../../console/src/text/language.ts";
import { listed } from "../../../../support/listed-conversation.ts";

const now = 1_000_000;

describe("a row of the list", () => {
  const before = language();
  beforeEach(() => setLanguage("es"));
  after(() => setLanguage(before));

  const previews: [string, Parameters<typeof previewOf>[0], string][] = [
    ["their text", { text: "Hola", kind: "text", direction: "inbound" }, "Hola"],
    ["our text", { text: "Hola", kind: "text", direction: "outbound" }, "Tú: Hola"],
    ["a note", { text: "Ojo", kind: "text", direction: "note" }, "Nota: Ojo"],
    ["a photo without words", { text: "", kind: "image", direction: "inbound" }, "Foto"],
    [
      "our file with words",
      { text: "Cotización", kind: "document", direction: "outbound" },
      "Tú: Cotización",
    ],
    ["a kind of the future", { text: "", kind: "hologram", direction: "inbound" }, ""],
  ];
  for (const [name, preview, expected] of previews) {
    it(`previews ${name}`, () => {
      const { prefix, text } = previewOf(preview);
      assert.equal(prefix + text, expected);
    });
  }

  const heard = { text: "Hola", kind: "text", direction: "inbound" } as const;
  const sent = { ...heard, direction: "outbound" } as const;
  const lines: [string, Parameters<typeof lineOf>, string, string | undefined][] = [
    ["what was said last", [{ preview: heard }], "Hola", undefined],
    ["what was begun", [{ preview: heard }, "Buenas"], "Borrador: Buenas", "draft"],
    ["what was begun after our own", [{ preview: sent }, "Y"], "Borrador: Y", "draft"],
    [
      "a failure before what was begun",
      [{ preview: sent, failedAt: 5 }, "Y"],
      "Tú: Hola",
      "failed",
    ],
    ["a failure", [{ preview: sent, failedAt: 5 }], "Tú: Hola", "failed"],
    ["no failure that was dealt with", [{ preview: sent, failedAt: null }], "Tú: Hola", undefined],
    [
      "what was begun, once a failure was dealt with",
      [{ preview: sent, failedAt: null }, "Y"],
      "Borrador: Y",
      "draft",
    ],
  ];
  for (const [name, [one, draft], expected, weight] of lines) {
    it(`has one line: ${name}`, () => {
      const line = lineOf(one, draft);
      assert.deepEqual([line.prefix + line.text, line.weight], [expected, weight]);
    });
  }

  const main = { id: "twilio-whatsapp", name: "Ventas", platform: "whatsapp" } as const;
  const other = { id: "kapso", name: "Soporte", platform: "whatsapp" } as const;
  const sms = { id: "sms", name: "SMS", platform: "sms" } as const;
  const ana = { assigneeId: "ana" };
  const besides: [
    name: string,
    changes: Parameters<typeof listed>[1],
    owners: boolean,
    channels: Parameters<typeof besideOf>[1]["channels"],
    channel: string,
    owner: string | undefined,
  ][] = [
    ["our number, of two", {}, false, [main, other, sms], "Ventas", undefined],
    ["no number where there is one of that kind", {}, false, [main, sms], "", undefined],
    ["no number before they are known", {}, false, [], "", undefined],
    [
      "no number of a channel that is gone",
      { channelId: "gone" },
      false,
      [main, other],
      "",
      undefined,
    ],
    ["who has it, among everybody's", ana, true, [main], "", "Ana"],
    ["not who has it, among one's own", ana, false, [main], "", undefined],
    ["nobody where nobody has it", {}, true, [main], "", undefined],
    ["nobody whose name is not known", { assigneeId: "luis" }, true, [main], "", undefined],
    ["both", ana, true, [main, other], "Ventas", "Ana"],
  ];
  for (const [name, changes, owners, channels, channel, owner] of besides) {
    it(`tells at its edge ${name}`, () => {
      const nameOf = (id: string) => (id === "ana" ? "Ana" : undefined);
      const beside = besideOf(listed("c", changes), { owners, channels, nameOf });
      assert.deepEqual([beside.channel, beside.owner?.name], [channel, owner]);
    });
  }

  const claim = { memberId: "ana", name: "Ana", until: now + 1 };
  const tags: [string, Parameters<typeof listed>[1], string | undefined][] = [
    ["who is answering", { claim, optedOut: true }, "Ana está respondiendo"],
    ["no claim that has run out", { claim: { ...claim, until: now }, tags: ["pyme"] }, "pyme"],
    ["a failed send", { failedAt: 5, optedOut: true, priority: "urgent" }, "Problema de envío"],
    ["no failure that was dealt with", { failedAt: null, priority: "urgent" }, "Urgente"],
    ["an opt-out", { optedOut: true, status: "resolved" }, "Pidió no recibir mensajes"],
    ["what is done", { status: "resolved", priority: "urgent" }, "Resuelta"],
    ["what is urgent", { priority: "urgent", status: "waiting" }, "Urgente"],
    ["what waits", { status: "waiting" }, "En espera"],
    [
      "until when it is put off",
      { status: "snoozed", snoozedUntil: null },
      "Pospuesta: hasta que responda",
    ],
    ["what is new", {}, "Nueva"],
    ["nothing when there is nothing to say", { firstResponseAt: 5 }, undefined],
    ["nothing of who comes back, though nobody has answered yet", { episode: 2 }, undefined],
  ];
  for (const [name, changes, expected] of tags) {
    it(`tells ${name}`, () => assert.equal(tagOf(listed("c", changes), now)?.text, expected));
  }

  it("tells the stage of its lead by its name, and never by its id", () => {
    const funnel = { id: "sales", stage: "debate", by: "rule", why: [] } as const;
    const one = listed("c", { funnel: { ...funnel, why: [] }, status: "waiting" });
    const stageIn = (column: string) => (column === "sales/debate" ? "Debate" : undefined);
    assert.equal(tagOf(one, now, "", stageIn)?.text, "Debate");
    assert.equal(tagOf(one, now)?.text, "En espera");
  });

  const phones: [string, string | null][] = [
    ["+56 9 8123 4567", "+56981234567"],
    ["0056 (9) 8123-4567", "+56981234567"],
    ["981234567", null],
    ["+0123456789", null],
    ["+56 9 hola", null],
  ];
  for (const [typed, expected] of phones) {
    it(`reads ${typed} as ${expected}`, () => assert.equal(e164(typed), expected));
  }
});
