import { deepEqual, equal, throws } from "node:assert/strict";
import type { OutboundMessage } from "../../../../functions/src/providers/adapter.ts";
import { whatsappBody } from "../../../../functions/src/providers/meta-outbound.ts";
import { tagOf } from "../../../../functions/src/providers/meta-tag.ts";
import { file, message, template } from "./outgoing.ts";
import { bodyOf, samplesOf } from "./samples.ts";

type Row = [sample: string, message: Partial<OutboundMessage>, instead?: object];
const to = "+5511900000001";
const cdn = (name: string, type: string) => [file(`https://cdn.example.com/${name}`, type, name)];

const plain = (body: string) => ({ text: { body, preview_url: false } });
const linked = (name: string) => ({ link: `https://cdn.example.com/${name}` });

// What the samples send, in our words; files go by link, also where the sample names an upload.
const whatsapp: Row[] = [
  ["send_text", { text: "Hello" }],
  ["send_text_bsuid", { to: "BR.13491208655302741918", text: "Hello" }, plain("Hello")],
  ["send_text_reply", { text: "re: yours", replyTo: "wamid.IN==" }, plain("re: yours")],
  ["send_image", { kind: "image", text: "c", files: cdn("a.jpg", "image/jpeg") }],
  ["send_document", { kind: "document", text: "c", files: cdn("a.pdf", "application/pdf") }],
  ["send_audio", { kind: "audio", files: cdn("a.mp3", "audio/mpeg") }, { audio: linked("a.mp3") }],
  [
    "send_audio",
    { kind: "audio", files: cdn("a.ogg", "audio/ogg") },
    { audio: { ...linked("a.ogg"), voice: true } },
  ],
  ["send_video", { kind: "video", files: cdn("a.mp4", "video/mp4") }, { video: linked("a.mp4") }],
  [
    "send_sticker",
    { kind: "sticker", files: cdn("a.webp", "image/webp") },
    { sticker: linked("a.webp") },
  ],
  [
    "send_location",
    {
      kind: "location",
      location: { latitude: -23.56, longitude: -46.65, name: "Shop", address: "Av. Paulista" },
    },
  ],
  ["send_reaction", { kind: "reaction", text: "👍", replyTo: "wamid.IN==" }],
  [
    "send_interactive_buttons",
    {
      kind: "buttons",
      text: "Choose",
      options: {
        buttons: [
          { id: "y", title: "Yes" },
          { id: "n", title: "No" },
        ],
      },
    },
  ],
];

describe("what is sent to WhatsApp", () => {
  for (const [sample, sent, instead = {}] of whatsapp) {
    it(`is ${sample}`, () => {
      const tag = { biz_opaque_callback_data: tagOf(message()) };
      const wanted = { ...bodyOf("whatsapp", sample), ...instead, ...tag };
      deepEqual(whatsappBody(message({ to, ...sent })), wanted);
    });
  }

  it("is a list in one section", () => {
    const { interactive } = bodyOf("whatsapp", "send_interactive_list");
    const rows = [{ id: "e", title: "Express", description: "1-2 days" }];
    const body = whatsappBody(
      message({
        to,
        text: "Pick",
        options: { header: "Shipping", footer: "f", list: { button: "Options", rows } },
      }),
    );
    const wanted = {
      ...(interactive as object),
      action: { button: "Options", sections: [{ rows }] },
    };
    deepEqual(body.interactive, wanted);
  });

  it("is a template with its header, named values and the end of an address", () => {
    deepEqual(whatsappBody(message({ to, template: template() })).template, {
      ...(bodyOf("whatsapp", "send_template").template as object),
      components: [
        {
          type: "header",
          parameters: [{ type: "image", image: { link: "https://cdn.example.com/a.jpg" } }],
        },
        {
          type: "body",
          parameters: [
            { type: "text", parameter_name: "customer_name", text: "Ana" },
            { type: "text", parameter_name: "order_number", text: "42" },
          ],
        },
        { type: "button", sub_type: "url", index: "0", parameters: [{ type: "text", text: "42" }] },
      ],
    });
  });

  it("knows every kind of send among the samples", () => {
    const known = [...whatsapp.map(([sample]) => sample), "send_interactive_list", "send_template"];
    const others = ["mark_read_with_typing", "send_interactive_request_contact_info"];
    deepEqual(
      samplesOf("whatsapp", "request")
        .map(({ event }) => event)
        .filter((event) => ![...known, ...others].includes(event)),
      [],
    );
  });
});

describe("a template on WhatsApp", () => {
  const parts = (...given: Parameters<typeof template>) => {
    const sent = whatsappBody(message({ to, template: template(...given) })).template;
    return (sent as { components?: unknown[] }).components;
  };

  it("gives counted values in their order, whatever order the text has", () => {
    deepEqual(
      parts({
        header: undefined,
        buttons: undefined,
        text: "{{2}} antes de {{1}}",
        variables: { "1": "uno", "2": "dos" },
      }),
      [
        {
          type: "body",
          parameters: [
            { type: "text", text: "uno" },
            { type: "text", text: "dos" },
          ],
        },
      ],
    );
  });

  it("fills the variable of a header's text without a name", () => {
    const header = { type: "text" as const, text: "Hola {{header}}" };
    deepEqual(parts({ header, buttons: undefined, text: "x", variables: { header: "Ana" } }), [
      { type: "header", parameters: [{ type: "text", text: "Ana" }] },
    ]);
  });

  it("has no parts when it has nothing to fill", () => {
    equal(parts({ header: undefined, buttons: undefined, text: "Hola" }), undefined);
  });

  it("gives a code to its button too", () => {
    const given = {
      category: "AUTHENTICATION" as const,
      header: undefined,
      text: "{{1}}",
      variables: { "1": "9981" },
    };
    deepEqual(parts({ ...given, buttons: undefined })?.[1], {
      type: "button",
      sub_type: "url",
      index: "0",
      parameters: [{ type: "text", text: "9981" }],
    });
  });

  it("is refused when a value is missing", () => {
    throws(() => parts({ variables: {} }), { kind: "refused", code: "132000" });
  });
});

describe("what WhatsApp takes besides", () => {
  const sent = (given: Partial<OutboundMessage>) => whatsappBody(message({ to, ...given }));

  it("is a preview of a link, and none of a text without one", () => {
    deepEqual(sent({ text: "ver https://hilo.cl" }).text, {
      body: "ver https://hilo.cl",
      preview_url: true,
    });
    deepEqual(sent({ text: "https: no" }).text, { body: "https: no", preview_url: false });
  });

  it("is a contact card", () => {
    const cards = [{ name: "Iván Soto", phones: ["+569111"], emails: [], organization: "Taller" }];
    deepEqual(sent({ kind: "contact", cards }).contacts, [
      {
        name: { formatted_name: "Iván Soto", first_name: "Iván Soto" },
        phones: [{ phone: "+569111", type: "CELL" }],
        org: { company: "Taller" },
      },
    ]);
  });

  it("is one button that opens a page, below a picture", () => {
    const buttons = [{ id: "x", title: "Ver", url: "https://hilo.cl" }];
    deepEqual(
      sent({ text: "Mira", options: { buttons }, files: cdn("a.png", "image/png") }).interactive,
      {
        type: "cta_url",
        action: { name: "cta_url", parameters: { display_text: "Ver", url: "https://hilo.cl" } },
        header: { type: "image", image: { link: "https://cdn.example.com/a.png" } },
        body: { text: "Mira" },
      },
    );
  });

  it("is a group", () => {
    const { recipient_type, to: group } = sent({ to: "Y2FwaV9ncm91", text: "x" });
    deepEqual([recipient_type, group], ["group", "Y2FwaV9ncm91"]);
  });

  it("is a reaction taken back", () => {
    deepEqual(sent({ kind: "reaction", text: "", replyTo: "w" }).reaction, {
      message_id: "w",
      emoji: "",
    });
  });

  const two = [...cdn("a.png", "image/png"), ...cdn("b.png", "image/png")];
  const link = { id: "x", title: "Ver", url: "https://hilo.cl" };
  const refused: [name: string, given: Partial<OutboundMessage>][] = [
    ["nothing", {}],
    ["two files", { files: two }],
    ["a text along with a voice message", { text: "x", files: cdn("a.ogg", "audio/ogg") }],
    ["buttons without a text", { options: { buttons: [{ id: "1", title: "x" }] } }],
    [
      "a link beside an answer",
      { text: "x", options: { buttons: [link, { id: "1", title: "x" }] } },
    ],
    ["a reaction to nothing", { kind: "reaction", text: "👍" }],
  ];
  for (const [name, given] of refused)
    it(`is not ${name}`, () =>
      throws(() => sent(given), { name: "ProviderError", kind: "refused" }));
});
