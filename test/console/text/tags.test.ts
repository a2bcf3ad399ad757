import assert from "node:assert/strict";
import { stepOf } from "../../../console/src/pages/inbox/context/lead-card.ts";
import { tagOf } from "../../../console/src/pages/inbox/list/tag-of.ts";
import { latestSubject } from "../../../console/src/pages/inbox/message/subject-of.ts";
import { tagsByUse, withTag } from "../../../console/src/text/tags.ts";
import { listed } from "../../support/listed-conversation.ts";
import { threadMessage } from "../thread-message.ts";

describe("tags", () => {
  const added: [name: string, written: string, known: string[], expected: string[]][] = [
    ["keep their capitals", "VIP", [], ["pyme", "VIP"]],
    ["lose the spaces around them", "  Zona   Sur ", [], ["pyme", "Zona Sur"]],
    ["are written as they are known", "iva", ["IVA"], ["pyme", "IVA"]],
    ["are known without their accents", "atencion", ["Atención"], ["pyme", "Atención"]],
    ["are not added twice", "PYME", [], ["pyme"]],
    ["are not empty", "  ", [], ["pyme"]],
  ];
  for (const [name, written, known, expected] of added) {
    it(name, () => assert.deepEqual(withTag(["pyme"], written, known), expected));
  }

  it("are suggested by their use, as most write them", () => {
    const used = ["VIP", "iva", "VIP", "IVA", "IVA", "sii", "vip"];
    assert.deepEqual(tagsByUse(used), ["VIP", "IVA", "sii"]);
  });

  it("look in the list as they look beside the thread", () => {
    for (const tag of ["VIP", "urgente", "pyme", "a", "b", "c"]) {
      assert.deepEqual(tagOf(listed("c", { tags: [tag] }), 0), { text: tag, tone: "neutral" });
    }
  });
});

describe("a lead's bar", () => {
  const steps: [Parameters<typeof stepOf>[0], number][] = [
    ["new", 1],
    ["inProgress", 2],
    ["negotiation", 3],
    ["won", 4],
    ["lost", 0],
  ];
  for (const [state, expected] of steps) {
    it(`is filled ${expected} steps when ${state}`, () => assert.equal(stepOf(state), expected));
  }
});

describe("the subject in the header", () => {
  const subjects: [string[], string][] = [
    [["Factura 123"], "Factura 123"],
    [["Factura 123", "Re: Factura 123"], "Factura 123"],
    [["RE: RV: Fwd: Cotización"], "Cotización"],
    [["Re[2]: Plazo"], "Plazo"],
    [["Antes", "Después"], "Después"],
    [["Antes", ""], "Antes"],
    [[], ""],
  ];
  for (const [told, expected] of subjects) {
    it(`is ${expected || "nothing"} after ${told.join(", ") || "no mail"}`, () => {
      const messages = told.map((subject, i) =>
        threadMessage(String(i), { mail: { subject, references: [], to: [], cc: [] } }),
      );
      assert.equal(latestSubject(messages), expected);
    });
  }
});
