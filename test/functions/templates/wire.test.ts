import assert from "node:assert/strict";
import { type ApprovedTemplate, parametersOf } from "@hilo/schema";
import fc from "fast-check";
import {
  templateFrom as fromMeta,
  MetaTemplate,
} from "../../../functions/src/providers/meta-kept-template.ts";
import { templateRequest } from "../../../functions/src/providers/meta-new-template.ts";
import { templateBody } from "../../../functions/src/providers/meta-template.ts";
import {
  contentRequest,
  saysTheSame,
} from "../../../functions/src/providers/twilio/templates-new.ts";
import {
  templateFrom as fromTwilio,
  TwilioContent,
} from "../../../functions/src/providers/twilio/templates-wire.ts";
import { faultOf } from "../../../simulator/src/providers/twilio/content-description.ts";

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
      const request = { ...templateRequest(written, "whatsapp"), id: 12, status: "APPROVED" };
      const kept = fromMeta(MetaTemplate.parse(JSON.parse(JSON.stringify(request))), "whatsapp");
      const { channelId: _, ...parts } = written;
      assert.deepEqual(kept, { ...parts, externalId: "12", status: "approved" });
    });
    it(`with ${name} come back from Twilio as they went, as ${type}`, () => {
      const request = contentRequest(written);
      assert.deepEqual(Object.keys(request.types), [type]);
      assert.equal(faultOf("createContent", request), null);
      const approval_requests = { name: "pedido", category: "UTILITY", status: "approved" };
      const content = TwilioContent.parse({ ...request, sid: "HX1", approval_requests });
      const { channelId: _, ...parts } = written;
      assert.deepEqual(fromTwilio(content), { ...parts, externalId: "HX1", status: "approved" });
      assert.ok(saysTheSame(content, written));
      assert.ok(!saysTheSame(content, { ...written, text: "Otro" }));
    });
  }

  it("with a file at an address come back from Twilio as they went", () => {
    const header = { type: "document", url: "https://a.cl/{{2}}" } as const;
    for (const [parts, type] of [
      [{}, "twilio/media"],
      [{ footer: "Hilo" }, "whatsapp/card"],
    ] as const) {
      const written: Written = {
        ...about,
        text: "Hola {{1}}, ya",
        header,
        examples: { "1": "a", "2": "boleta.pdf" },
        ...parts,
      };
      const request = contentRequest(written);
      assert.deepEqual(Object.keys(request.types), [type]);
      assert.equal(faultOf("createContent", request), null);
      const approval_requests = { name: "pedido", category: "UTILITY", status: "approved" };
      const content = TwilioContent.parse({ ...request, sid: "HX1", approval_requests });
      const { channelId: _, ...kept } = written;
      assert.deepEqual(fromTwilio(content), { ...kept, externalId: "HX1", status: "approved" });
    }
  });

  it("of a page tells buttons, addresses and pictures in Messenger's own way", () => {
    const written: Written = {
      ...about,
      text: "Hola {{1}}, ya",
      examples: { "1": "a", button1: "x" },
      header: { type: "image" },
      buttons: [
        { type: "reply", title: "Sí" },
        { type: "url", title: "Ver", value: "https://a.cl/{{button1}}" },
      ],
    };
    const request = templateRequest(written, "page", "4:handle");
    assert.deepEqual(request.components, [
      { type: "HEADER", format: "IMAGE", example: { header_handle: ["4:handle"] } },
      { type: "BODY", text: "Hola {{1}}, ya", example: { body_text: [["a"]] } },
      {
        type: "BUTTONS",
        buttons: [
          { type: "POSTBACK", text: "Sí", payload: "Sí" },
          {
            type: "URL",
            text: "Ver",
            url: "https://a.cl/{{1}}",
            example: { url_suffix_example: "https://a.cl/x" },
          },
        ],
      },
    ]);
    const kept = fromMeta(MetaTemplate.parse({ ...request, id: 12, status: "APPROVED" }), "page");
    const { channelId: _, ...parts } = written;
    const header = { type: "image", url: "" };
    assert.deepEqual(kept, { ...parts, header, externalId: "12", status: "approved" });
    assert.deepEqual(
      parametersOf(kept).map(({ name }) => name),
      ["1", "button1"],
    );
  });

  it("of a page that wants a value for an answer asks for it", () => {
    const button = { type: "POSTBACK", text: "Ver pedido", payload: "order_{{number}}" };
    const components = [
      { type: "BODY", text: "Hola" },
      { type: "BUTTONS", buttons: [button] },
    ];
    const base = { id: "1", name: "a", language: "es", status: "APPROVED", components };
    const kept = fromMeta(MetaTemplate.parse(base), "page");
    assert.deepEqual(kept.buttons, [
      { type: "reply", title: "Ver pedido", value: "order_{{button0}}" },
    ]);
    const sent = { ...about, ...kept, externalId: "1", variables: { button0: "77" } };
    assert.deepEqual(templateBody(sent, "page").components, [
      { type: "buttons", parameters: [{ type: "POSTBACK", payload: "77" }] },
    ]);
  });

  it("named parameters keep their names, with their examples", () => {
    const written: Written = {
      ...about,
      text: "Hola {{cliente}}, ya",
      examples: { cliente: "Ana" },
    };
    const request = templateRequest(written, "whatsapp");
    assert.equal(request.parameter_format, "NAMED");
    const kept = fromMeta(MetaTemplate.parse({ ...request, id: "1" }), "whatsapp");
    assert.deepEqual([kept.text, kept.examples], [written.text, written.examples]);
  });

  it("what Hilo cannot fill is told, not lost", () => {
    const carousel = { type: "CAROUSEL", cards: [] };
    const base = { id: "1", name: "a", language: "es", status: "APPROVED" };
    const body = { type: "BODY", text: "Hola" };
    const kept = fromMeta(
      MetaTemplate.parse({ ...base, components: [body, carousel] }),
      "whatsapp",
    );
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
        const template = MetaTemplate.parse({ id: 1, name: "a", language: "es", components });
        fromMeta(template, "whatsapp");
        fromMeta(template, "page");
        const approval_requests = { status: "approved" };
        fromTwilio(TwilioContent.parse({ sid: "HX1", language: "es", types, approval_requests }));
      }),
    );
  });
});
