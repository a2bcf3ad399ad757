import assert from "node:assert/strict";
import type { Capabilities, PublicChannel, Template } from "@hilo/schema";
import { needsTemplate } from "../../../../console/src/data/starting.ts";
import {
  beginSlash,
  blankIn,
  insert,
  matching,
  slashAt,
  valuesOf,
  withoutSlash,
} from "../../../../console/src/pages/inbox/composer/quick-replies/slash-values.ts";
import { sendableOn } from "../../../../console/src/pages/inbox/composer/template-picker/template-values.ts";
import {
  faultsOfForm,
  fitted,
  formOf,
  isWhole,
  newApproved,
  nextNumber,
  providerName,
  shapeOf,
  variablesOf,
  writtenOf,
} from "../../../../console/src/pages/templates/form.ts";
import { capabilities as meta } from "../../../../functions/src/providers/meta/capabilities.ts";
import { capabilities as twilio } from "../../../../functions/src/providers/twilio/capabilities.ts";

const known = {
  name: "Rocío Núñez",
  address: "+56981000101",
  agent: "Camila",
  company: "Andes",
  date: "20 de noviembre",
};

describe("quick replies behind a slash", () => {
  const slashes: [name: string, text: string, words: string | undefined][] = [
    ["alone", "/", ""],
    ["with words", "/sal", "sal"],
    ["with two words", "/un mom", "un mom"],
    ["after a word", "Hola /des", "des"],
    ["in an address", "https://a.cl/x", undefined],
    ["between numbers", "24/7", undefined],
    ["followed by more than two words", "/ir a otra parte", undefined],
    ["nowhere", "Hola", undefined],
  ];
  for (const [name, text, words] of slashes)
    it(`are asked for by a slash ${name}: ${words ?? "no"}`, () => {
      assert.equal(slashAt(text, text.length)?.words, words);
    });

  it("take the customer's values, and select what nobody knows", () => {
    const text = "Listo. /reu";
    const slash = slashAt(text, text.length);
    assert.ok(slash);
    const reply = "Hola {{first_name}}, soy {{agente}}: ¿el {{dia}} a las {{hora}}?";
    const done = insert(text, text.length, slash, reply, valuesOf(known));
    assert.equal(done.text, "Listo. Hola Rocío, soy Camila: ¿el {{dia}} a las {{hora}}?");
    assert.equal(done.text.slice(...done.select), "{{dia}}");
    const next = blankIn(done.text, done.select[1]);
    assert.equal(next && done.text.slice(...next), "{{hora}}");
  });

  const begun: [name: string, text: string, selected: [number, number], put: string][] = [
    ["in an empty field", "", [0, 0], "/"],
    ["after a word", "Hola", [4, 4], " /"],
    ["after a space", "Hola ", [5, 5], "/"],
    ["on a new line", "Hola\n", [5, 5], "/"],
    ["before a word", "Hola", [0, 0], "/"],
    ["within a word", "Hola", [2, 2], " /"],
    ["in the place of what is selected", "Hola sol", [5, 8], "/"],
  ];
  for (const [name, text, [from, to], put] of begun)
    it(`are asked for by their button ${name}, and leave no slash behind`, () => {
      const { text: written, caret, put: done } = beginSlash(text, from, to);
      const slash = slashAt(written, caret);
      assert.deepEqual([done, slash?.words], [put, ""]);
      assert.ok(slash);
      const left = withoutSlash(
        `${written.slice(0, caret)}ho${written.slice(caret)}`,
        caret + 2,
        slash,
        done,
      );
      assert.deepEqual(left, { text: text.slice(0, from) + text.slice(to), caret: from });
    });

  it("put the caret behind what has no blanks", () => {
    const done = insert("/a fin", 2, { from: 0, words: "a" }, "Hola", {});
    assert.deepEqual(done, { text: "Hola fin", select: [4, 4] });
  });

  it("never call a customer by a number", () => {
    const values = valuesOf({ ...known, name: "+56981000101" });
    assert.equal(values.first_name, undefined);
    assert.equal(values.phone, "+56 9 8100 0101");
  });

  it("are found by name first, then by what they say; accents aside", () => {
    const reply = (name: string, text: string) => ({ name, category: "", text });
    const all = [reply("Horario", "Abrimos"), reply("Despedida", "Adiós"), reply("Adiós", "Chao")];
    assert.deepEqual(
      matching(all, "adios").map(({ name }) => name),
      ["Adiós", "Despedida"],
    );
    assert.equal(matching(all, "").length, 3);
  });
});

const at = new Date();
const approved: Template & { id: string } = {
  id: "t",
  name: "Caso",
  category: "Ventas",
  platforms: ["whatsapp"],
  text: "Hola {{1}}, ya.",
  examples: { "1": "Ana", viejo: "x" },
  approved: {
    channelId: "whatsapp",
    externalId: "1",
    name: "caso",
    language: "es",
    category: "UTILITY",
    status: "approved",
    reason: null,
    quality: null,
  },
  used: 3,
  createdAt: at,
  updatedAt: at,
};

describe("a template's form", () => {
  it("sends of what the provider has only what is ours", () => {
    const written = writtenOf({ ...formOf(approved), name: " Otro " }, undefined);
    assert.deepEqual(written, {
      name: "Otro",
      category: "Ventas",
      platforms: ["whatsapp"],
      text: approved.text,
      examples: { "1": "Ana" },
    });
  });

  it("counts variables in the text, or over all parts", () => {
    const form = { ...newApproved("c", "es"), text: "Hola {{1}}" };
    const header = { kind: "text", text: "A {{2}}", url: "" } as const;
    const parts = { ...form, approved: form.approved && { ...form.approved, header } };
    const [free, numbered] = [meta.whatsapp?.templates, twilio.whatsapp?.templates];
    assert.equal(nextNumber(parts, free), "2");
    assert.equal(nextNumber(parts, numbered), "3");
    assert.deepEqual(variablesOf(parts, numbered), ["2", "1"]);
  });

  const channelBy = (id: string, platform: "whatsapp" | "messenger", capabilities: Capabilities) =>
    ({
      id,
      name: id,
      enabled: true,
      address: "",
      provider: "meta",
      platform,
      capabilities,
    }) as const;
  const [number, page, address] = [
    channelBy("whatsapp", "whatsapp", meta.whatsapp ?? assert.fail()),
    channelBy("messenger", "messenger", meta.messenger ?? assert.fail()),
    channelBy("twilio", "whatsapp", twilio.whatsapp ?? assert.fail()),
  ];

  it("follows its account: what that does not take falls away", () => {
    const { approved } = newApproved("whatsapp", "es");
    assert.ok(approved);
    const header = { kind: "document", text: "", url: "" } as const;
    const whole = { ...approved, category: "MARKETING", header, footer: "Hilo" } as const;
    const { category, header: left, footer } = fitted(whole, page);
    assert.deepEqual([category, left.kind, footer], ["UTILITY", "none", ""]);
    assert.deepEqual(fitted(whole, number), whole);
  });

  it("gives a header's file as an upload among the examples, or by its address", () => {
    const { approved, ...form } = newApproved("whatsapp", "es");
    assert.ok(approved);
    const header = { kind: "image", text: "", url: " https://a.cl/{{1}} " } as const;
    const examples = { header: "file1", "1": "a.png" };
    const written = { ...form, text: "Hola", examples, approved: { ...approved, header } };
    const given = (channel: PublicChannel) => {
      const { platforms, examples, approved } = writtenOf(written, channel);
      return [platforms, examples, approved?.header];
    };
    const uploaded = { header: "file1" };
    assert.deepEqual(given(number), [["whatsapp"], uploaded, { type: "image" }]);
    assert.deepEqual(given(page), [["messenger"], uploaded, { type: "image" }]);
    const located = { type: "image", url: "https://a.cl/{{1}}" };
    assert.deepEqual(given(address), [["whatsapp"], { "1": "a.png" }, located]);
    assert.deepEqual(variablesOf(written, shapeOf(number)), []);
    assert.deepEqual(variablesOf(written, shapeOf(address)), ["1"]);
    assert.deepEqual(faultsOfForm({ ...written, examples: {} }, number), [
      { path: "header", fault: "noFile" },
    ]);
  });

  it("begins a conversation by a template where the reply window asks for one", () => {
    assert.deepEqual(
      [number, page, address].map((one) => needsTemplate(one)),
      [true, true, true],
    );
    assert.equal(needsTemplate({ capabilities: twilio.sms ?? null }), false);
  });

  const names: [string, string][] = [
    ["Vencimiento F29", "vencimiento_f29"],
    ["  ¡Últimos días!  ", "ultimos_dias"],
    ["日本", ""],
  ];
  for (const [name, wanted] of names)
    it(`calls ${name} “${wanted}” at the provider`, () => assert.equal(providerName(name), wanted));

  it("is whole with name, text and a provider's name", () => {
    const form = newApproved("c", "es");
    assert.equal(isWhole(form), false);
    const named = { ...form, name: "A", text: "Hola" };
    assert.equal(isWhole(named), false);
    assert.equal(
      isWhole({ ...named, approved: form.approved && { ...form.approved, name: "a" } }),
      true,
    );
  });

  it("is offered on its channel while it is approved and can be filled", () => {
    const other = (changes: object) => ({
      ...approved,
      approved: approved.approved && { ...approved.approved, ...changes },
    });
    const all = [
      approved,
      other({ status: "paused" }),
      other({ unsendable: "CAROUSEL" }),
      other({ channelId: "twilio-whatsapp" }),
      { ...approved, approved: null },
    ];
    assert.deepEqual(sendableOn("whatsapp", all), [approved]);
  });
});
