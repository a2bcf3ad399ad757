import { deepEqual, equal, throws } from "node:assert/strict";
import type { OutboundMessage } from "../../../../functions/src/channels/channel.ts";
import { pageBody } from "../../../../functions/src/channels/meta/page-outbound.ts";
import { whatsappBody } from "../../../../functions/src/channels/meta-outbound.ts";
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
  ["send_audio", { kind: "audio", files: cdn("a.ogg", "audio/ogg") }, { audio: linked("a.ogg") }],
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
      const tag = { biz_opaque_callback_data: "hilo/conv1/msg1" };
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
      throws(() => sent(given), { name: "ChannelError", kind: "refused" }));
});

describe("what is sent to Messenger and Instagram", () => {
  const sent = (
    given: Partial<OutboundMessage>,
    platform: "messenger" | "instagram" = "messenger",
  ) => pageBody(message({ platform, to: "4415550000001", ...given }));
  const tagged = { metadata: "hilo/conv1/msg1" };
  const recipient = { id: "4415550000001" };

  it("is a text with our tag, as an answer", () => {
    deepEqual(sent({ text: "Hello" }), {
      recipient,
      messaging_type: "RESPONSE",
      message: { text: "Hello", ...tagged },
    });
  });

  it("bears no tag on Instagram's own login, which knows none", () => {
    deepEqual(sent({ text: "Hello" }, "instagram").message, { text: "Hello" });
    const byPage = { text: "Hello", settings: { pageId: "7788" } };
    deepEqual(sent(byPage, "instagram").message, { text: "Hello", ...tagged });
  });

  it("is a person's late answer where the settings allow it", () => {
    for (const platform of ["messenger", "instagram"] as const) {
      const { message: _, ...late } = sent({ text: "x", humanAgent: true }, platform);
      deepEqual(late, { recipient, messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" });
    }
    throws(() => sent({ text: "x", humanAgent: true, settings: { humanAgent: "no" } }), {
      kind: "refused",
      code: "10",
    });
  });

  it("quotes on Messenger", () => {
    deepEqual(sent({ text: "x", replyTo: "m_A1" }).reply_to, { mid: "m_A1" });
    equal(sent({ text: "x", replyTo: "aW_1" }, "instagram").reply_to, undefined);
  });

  it("is a file by its link", () => {
    const kinds = ["image/png", "audio/mpeg", "video/mp4", "application/pdf"].map((type) => {
      const { attachment } = sent({ files: cdn("f", type) }).message as { attachment: object };
      return attachment;
    });
    const payload = { url: "https://cdn.example.com/f" };
    deepEqual(
      kinds,
      ["image", "audio", "video", "file"].map((type) => ({ type, payload })),
    );
  });

  it("is answers to press, or buttons that stay when one opens a page", () => {
    const answers = { buttons: [{ id: "COLOR_RED", title: "Red" }] };
    const { message_type: _, ...quick } = bodyOf("messenger", "send_quick_replies");
    deepEqual(sent({ text: "Pick", options: answers }).message, {
      ...(quick.message as object),
      ...tagged,
    });
    const staying = {
      buttons: [
        { id: "TRACK_42", title: "Track" },
        { id: "o", title: "Open", url: "https://example.com" },
      ],
    };
    deepEqual(sent({ text: "Next?", options: staying }).message, {
      ...(bodyOf("messenger", "send_button_template").message as object),
      ...tagged,
    });
  });

  it("is a utility template, on Messenger alone", () => {
    const utility = template({
      name: "order_update",
      language: "en",
      header: undefined,
      buttons: undefined,
      text: "Your order {{1}}",
      variables: { "1": "566701" },
    });
    const { messaging_type, message: told } = sent({ template: utility });
    deepEqual(
      [messaging_type, (told as { template: unknown }).template],
      [
        "UTILITY",
        {
          name: "order_update",
          language: { code: "en" },
          components: [{ type: "body", parameters: [{ type: "text", text: "566701" }] }],
        },
      ],
    );
    throws(() => sent({ template: utility }, "instagram"), { kind: "refused" });
  });

  it("is a reaction, on Instagram alone", () => {
    const react = { kind: "reaction", text: "❤️", replyTo: "aW_1", to: "1234567890000001" };
    deepEqual(sent(react, "instagram"), bodyOf("instagram", "react"));
    deepEqual(sent({ ...react, text: "" }, "instagram"), {
      recipient: { id: "1234567890000001" },
      sender_action: "unreact",
      payload: { message_id: "aW_1" },
    });
    throws(() => sent(react), { kind: "refused" });
  });

  const link = { id: "x", title: "Ver", url: "https://hilo.cl" };
  const refused: [name: string, given: Partial<OutboundMessage>][] = [
    ["nothing", {}],
    ["a text beside a file", { text: "x", files: cdn("a.png", "image/png") }],
    ["a place", { location: { latitude: 1, longitude: 1 } }],
    ["a contact card", { cards: [{ name: "x", phones: [], emails: [] }] }],
    ["a list", { text: "x", options: { list: { button: "b", rows: [{ id: "1", title: "x" }] } } }],
    ["four buttons with a link", { text: "x", options: { buttons: [link, link, link, link] } }],
  ];
  for (const [name, given] of refused)
    it(`is not ${name}`, () =>
      throws(() => sent(given), { name: "ChannelError", kind: "refused" }));
});
