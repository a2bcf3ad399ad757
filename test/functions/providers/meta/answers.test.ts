import { deepEqual, equal } from "node:assert/strict";
import type { OutboundMessage } from "../../../../functions/src/providers/adapter.ts";
import { meta } from "../../../../functions/src/providers/meta/index.ts";
import { pageBody } from "../../../../functions/src/providers/meta/page-outbound.ts";
import { templateRequest } from "../../../../functions/src/providers/meta-new-template.ts";
import { whatsappBody } from "../../../../functions/src/providers/meta-outbound.ts";
import { tagOf } from "../../../../functions/src/providers/meta-tag.ts";
import { everySampleIsClaimed } from "../claims.ts";
import { type Listed, retriesAsListed } from "../retries.ts";
import { graphServer } from "./graph-server.ts";
import { file, message, template } from "./outgoing.ts";
import { account, bodyOf, fixture, read, samplesOf } from "./samples.ts";

const graph = graphServer();
const credentials = { appSecret: "s3cret", verifyToken: "word", accessToken: "EAAtoken" };
const number = { phoneNumberId: "4440001" };
const picture = [file("https://cdn.example.com/a.jpg", "image/jpeg")];

type Row = [name: string, sample: string, message: Partial<OutboundMessage>, differs?: object];
const sent: Row[] = [
  ["a text with our tag in place of the sample's", "send_text", { text: "Hello" }],
  ["an answer to a message", "send_reply", { text: "Hello", replyTo: "m_A1" }],
  [
    "a person's late answer",
    "send_human_agent",
    { text: "A human answer within 7 days", humanAgent: true },
  ],
  [
    "a picture, not kept at Meta for another time: its link is good for a while only",
    "send_image",
    { files: picture },
    { attachment: { type: "image", payload: { url: "https://cdn.example.com/a.jpg" } } },
  ],
  [
    "a utility template",
    "send_utility_template",
    {
      template: template({
        name: "order_update",
        language: "en",
        header: undefined,
        text: "Your order {{1}}",
        buttons: [{ type: "reply", title: "Track", value: "{{button0}}" }],
        variables: { "1": "566701", button0: "order_566701" },
      }),
    },
  ],
];

describe("what Messenger's samples send", () => {
  for (const [name, sample, given, differs = {}] of sent)
    it(`is ${sample}: ${name}`, () => {
      const { message: content, ...about } = bodyOf("messenger", sample);
      const metadata = tagOf(message());
      deepEqual(pageBody(message({ platform: "messenger", to: "4415550000000001", ...given })), {
        ...about,
        message: { ...(content as object), ...differs, metadata },
      });
    });

  it("is create_utility_template", () => {
    const made = template({
      name: "order_update",
      language: "en",
      header: undefined,
      buttons: undefined,
      text: "Your order {{1}} is on its way today.",
    });
    deepEqual(
      templateRequest({ ...made, examples: { "1": "566701" } }, "page"),
      bodyOf("messenger", "create_utility_template"),
    );
  });
});

describe("what Meta answers", () => {
  graph.serve();

  it("mark_read_ok needs nothing more", async () => {
    graph.answer = () => ({ body: bodyOf("whatsapp", "mark_read_ok") });
    const of = { externalId: "wamid.IN==", to: "56987654321" };
    const asked = { ...of, account: account("whatsapp", number) };
    equal(await meta.seen?.(asked, credentials), undefined);
    equal(graph.calls.length, 1);
  });

  const lists = fixture<Record<string, { errors: Listed[] }>>("errors.json");
  const platforms = [
    ["whatsapp", "whatsapp"],
    ["messenger", "messenger_instagram"],
    ["instagram", "messenger_instagram"],
  ] as const;
  for (const [platform, list] of platforms)
    describe(`to a send by ${platform}`, () => {
      retriesAsListed(lists[list]?.errors ?? [], (told) => {
        const [code, error_subcode] = told.split("/").map(Number);
        const error = { message: "no", code, ...(error_subcode ? { error_subcode } : {}) };
        graph.answer = () => ({ status: 400, body: { error } });
        return meta.send(message({ platform, text: "x", settings: number }), credentials);
      });
    });
});

describe("what is never sent to Meta", () => {
  graph.serve();

  it("is an upload, so that media_upload_ok never comes: files go by their link", () => {
    const { id } = bodyOf("whatsapp", "media_upload_ok");
    equal(typeof id, "string");
    const { image } = whatsappBody(message({ kind: "image", files: picture }));
    deepEqual(image, { link: "https://cdn.example.com/a.jpg" });
  });

  it("is private_reply: comments are public and open no conversation to answer in", () => {
    const { recipient } = bodyOf("instagram", "private_reply");
    deepEqual(Object.keys(recipient as object), ["comment_id"]);
    const comment = read(bodyOf("instagram", "comment_change"));
    deepEqual(
      comment.map(({ type }) => type),
      ["ignored"],
    );
    const body = pageBody(message({ platform: "instagram", to: "17900", text: "x" }));
    deepEqual(body.recipient, { id: "17900" });
  });

  it("is sender_action_typing: of what goes on here a customer sees only that they were read", async () => {
    const typing = bodyOf("messenger", "sender_action_typing");
    equal(typing.sender_action, "typing_on");
    const of = { externalId: "m_A1", to: "4415550000000001", account: account("messenger") };
    await meta.seen?.(of, credentials);
    deepEqual(
      graph.calls.map(({ body }) => body),
      [{ ...typing, sender_action: "mark_seen" }],
    );
  });

  it("is send_interactive_request_contact_info: people are known without their number", () => {
    const { interactive } = bodyOf("whatsapp", "send_interactive_request_contact_info");
    equal((interactive as { type: string }).type, "contact_request");
    const { text, type } = whatsappBody(message({ to: "BR.1349", text: "Share your number?" }));
    deepEqual([type, text], ["text", { body: "Share your number?", preview_url: false }]);
  });
});

describe("Meta's samples", () => {
  const errorsOf = (platform: "whatsapp" | "messenger" | "instagram") =>
    samplesOf(platform, "response")
      .filter(({ kind }) => kind === "send.error")
      .map(({ event }) => event);
  const all = (platform: "whatsapp" | "messenger" | "instagram") =>
    ["request", "response", "webhook"].flatMap((direction) => samplesOf(platform, direction));

  it("of WhatsApp are all claimed by a test", () => {
    const here = ["mark_read_ok", "media_upload_ok", "send_interactive_request_contact_info"];
    const bodies = ["text", "text_bsuid", "text_reply", "image", "document", "audio", "video"];
    const others = ["sticker", "location", "reaction", "interactive_buttons", "interactive_list"];
    everySampleIsClaimed(import.meta.url, all("whatsapp"), here, {
      "errors.test.ts": errorsOf("whatsapp"),
      "requests.test.ts": [
        ...["send_ok", "send_ok_bsuid", "send_ok_template"],
        ...["mark_read_with_typing", "media_get_ok"],
      ],
      "whatsapp-outbound.test.ts": [...bodies, ...others, "template"].map((one) => `send_${one}`),
    });
  });

  it("of Messenger are all claimed by a test", () => {
    const here = [...sent.map(([, sample]) => sample), "create_utility_template"];
    everySampleIsClaimed(import.meta.url, all("messenger"), [...here, "sender_action_typing"], {
      "errors.test.ts": errorsOf("messenger"),
      "requests.test.ts": ["send_ok"],
      "page-outbound.test.ts": ["send_quick_replies", "send_button_template"],
    });
  });

  it("of Instagram are all claimed by a test", () => {
    everySampleIsClaimed(import.meta.url, all("instagram"), ["private_reply"], {
      "errors.test.ts": errorsOf("instagram"),
      "requests.test.ts": ["send_ok"],
      "page-outbound.test.ts": ["send_text", "send_human_agent", "send_image", "react"],
    });
  });
});
