import assert from "node:assert/strict";
import type { ApprovedTemplate } from "@hilo/schema";
import fc from "fast-check";
import {
  templateFrom as fromMeta,
  MetaTemplate,
} from "../../../functions/src/channels/meta-kept-template.ts";
import { templateRequest } from "../../../functions/src/channels/meta-new-template.ts";
import {
  contentRequest,
  saysTheSame,
} from "../../../functions/src/channels/twilio/templates-new.ts";
import {
  templateFrom as fromTwilio,
  TwilioContent,
} from "../../../functions/src/channels/twilio/templates-wire.ts";

const about = {
  channelId: "c",
  externalId: null,
  name: "pedido",
  language: "es",
  category: "UTILITY",
  status: "draft",
  reason: null,
  quality: null,
} as const satisfies ApprovedTemplate;

type Written = ApprovedTemplate & { text: string; examples: Record<string, string> };

const rows: [name: string, written: Written, type: string][] = [
  ["a text", { ...about, text: "Hola", examples: {} }, "twilio/text"],
  [
    "variables",
    { ...about, text: "Hola {{1}} y {{2}} ya", examples: { "1": "a", "2": "b" } },
    "twilio/text",
  ],
  [
    "answers",
    { ...about, text: "Hola", examples: {}, buttons: [{ type: "reply", title: "Sí" }] },
    "twilio/quick-reply",
  ],
  [
    "pages and phones",
    {
      ...about,
      text: "Hola",
      examples: {},
      buttons: [
        { type: "url", title: "Ver", value: "https://a.cl" },
        { type: "phone", title: "Llamar", value: "+56912345678" },
      ],
    },
    "twilio/call-to-action",
  ],
  [
    "everything",
    {
      ...about,
      text: "Hola {{1}}, ya",
      examples: { "1": "a", header: "9", button1: "x" },
      header: { type: "text", text: "Caso {{header}}" },
      footer: "Hilo",
      buttons: [
        { type: "reply", title: "Sí" },
        { type: "url", title: "Ver", value: "https://a.cl/{{button1}}" },
      ],
    },
    "whatsapp/card",
  ],
];

describe("templates on the wire", () => {
  for (const [name, written, type] of rows) {
    it(`with ${name} come back from Meta as they went`, () => {
      const request = { ...templateRequest(written), id: 12, status: "APPROVED" };
      const kept = fromMeta(MetaTemplate.parse(JSON.parse(JSON.stringify(request))));
      const { channelId: _, ...parts } = written;
      assert.deepEqual(kept, { ...parts, externalId: "12", status: "approved" });
    });
    it(`with ${name} come back from Twilio as they went, as ${type}`, () => {
      const request = contentRequest(written);
      assert.deepEqual(Object.keys(request.types), [type]);
      const approval_requests = { name: "pedido", category: "UTILITY", status: "approved" };
      const content = TwilioContent.parse({ ...request, sid: "HX1", approval_requests });
      const { channelId: _, ...parts } = written;
      assert.deepEqual(fromTwilio(content), { ...parts, externalId: "HX1", status: "approved" });
      assert.ok(saysTheSame(content, written));
      assert.ok(!saysTheSame(content, { ...written, text: "Otro" }));
    });
  }

  it("named parameters keep their names, with their examples", () => {
    const written: Written = {
      ...about,
      text: "Hola {{cliente}}, ya",
      examples: { cliente: "Ana" },
    };
    const request = templateRequest(written);
    assert.equal(request.parameter_format, "NAMED");
    const kept = fromMeta(MetaTemplate.parse({ ...request, id: "1" }));
    assert.deepEqual([kept.text, kept.examples], [written.text, written.examples]);
  });

  it("what Hilo cannot fill is told, not lost", () => {
    const carousel = { type: "CAROUSEL", cards: [] };
    const base = { id: "1", name: "a", language: "es", status: "APPROVED" };
    const body = { type: "BODY", text: "Hola" };
    const kept = fromMeta(MetaTemplate.parse({ ...base, components: [body, carousel] }));
    assert.equal(kept.unsendable, "CAROUSEL");
    const content = { sid: "HX1", language: "es", approval_requests: { status: "approved" } };
    const types = { "twilio/carousel": { body: "Hola" } };
    assert.equal(
      fromTwilio(TwilioContent.parse({ ...content, types }))?.unsendable,
      "twilio/carousel",
    );
  });

  it("content that nobody submitted is no template", () => {
    const types = { "twilio/text": { body: "Hola" } };
    const content = {
      sid: "HX1",
      language: "es",
      types,
      approval_requests: { status: "unsubmitted" },
    };
    assert.equal(fromTwilio(TwilioContent.parse(content)), undefined);
  });

  it("is read whatever its shape", () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (components, types) => {
        fromMeta(MetaTemplate.parse({ id: 1, name: "a", language: "es", components }));
        const approval_requests = { status: "approved" };
        fromTwilio(TwilioContent.parse({ sid: "HX1", language: "es", types, approval_requests }));
      }),
    );
  });
});
