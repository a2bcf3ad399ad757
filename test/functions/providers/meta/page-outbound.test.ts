import { deepEqual, equal, throws } from "node:assert/strict";
import type { OutboundMessage } from "../../../../functions/src/providers/adapter.ts";
import { pageBody } from "../../../../functions/src/providers/meta/page-outbound.ts";
import { tagOf } from "../../../../functions/src/providers/meta-tag.ts";
import { file, message, template } from "./outgoing.ts";
import { bodyOf } from "./samples.ts";

const cdn = (name: string, type: string) => [file(`https://cdn.example.com/${name}`, type, name)];

describe("what is sent to Messenger and Instagram", () => {
  const sent = (
    given: Partial<OutboundMessage>,
    platform: "messenger" | "instagram" = "messenger",
  ) => pageBody(message({ platform, to: "4415550000001", ...given }));
  const tagged = { metadata: tagOf(message()) };
  const recipient = { id: "4415550000001" };

  it("is a text with our tag, as an answer", () => {
    deepEqual(sent({ text: "Hello" }), {
      recipient,
      messaging_type: "RESPONSE",
      message: { text: "Hello", ...tagged },
    });
  });

  it("is what the samples of Instagram send", () => {
    const to = "1234567890000001";
    deepEqual(sent({ to, text: "Hello" }, "instagram"), bodyOf("instagram", "send_text"));
    const late = { to, text: "within 7 days", humanAgent: true };
    deepEqual(sent(late, "instagram"), bodyOf("instagram", "send_human_agent"));
    const picture = { to, files: cdn("a.jpg", "image/jpeg") };
    deepEqual(sent(picture, "instagram"), bodyOf("instagram", "send_image"));
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
    throws(() => sent({ text: "x", humanAgent: true, settings: { humanAgent: "off" } }), {
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
      throws(() => sent(given), { name: "ProviderError", kind: "refused" }));
});
