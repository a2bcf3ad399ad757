import { deepEqual, equal } from "node:assert/strict";
import type { OutboundMessage } from "../../../../functions/src/providers/adapter.ts";
import { proofFor } from "../../../../functions/src/providers/message-proof.ts";
import { twilio } from "../../../../functions/src/providers/twilio/index.ts";
import { everySampleIsClaimed } from "../claims.ts";
import { file, message as outgoing, template } from "../meta/outgoing.ts";
import { providerServer } from "../provider-server.ts";
import { failureOf, type Listed, retriesAsListed } from "../retries.ts";
import { fixture, formRequest, type Sample, sampleBody, samples } from "./samples.ts";

const api = providerServer("TWILIO_API_BASE");
const credentials = { accountSid: "AC000000000000000000000000000000a1", authToken: "token" };
const webhook = "https://hilo.example/webhooks/twilio/demo/twilio";
const sms = { platform: "sms", from: "+15550100001", to: "+15550100002" } as const;
const whatsapp = { platform: "whatsapp", from: "+15550100001" } as const;

const message = (given: Partial<OutboundMessage> = {}) =>
  outgoing({ ...sms, text: "Hello", webhook, ...given });
const send = (given?: Partial<OutboundMessage>) => twilio.send(message(given), credentials);

const answer = (event: string) => {
  const { response, body } = fixture<Sample>(`samples/${event}.json`);
  api.answer = () => ({ status: response?.status, headers: response?.headers, body });
};

const receipts = ["api_message_created", "api_message_created_service"];

const failures: Record<string, [kind: string, reason: string]> = {
  api_error_20003: ["refused", "credentials"],
  api_error_20404: ["refused", "other"],
  api_error_20429: ["rateLimited", "rateLimited"],
  api_error_21211: ["refused", "badAddress"],
  api_error_21408: ["refused", "permission"],
  api_error_21610: ["refused", "optedOut"],
  api_error_21614: ["refused", "badAddress"],
  api_error_21617: ["refused", "content"],
  api_error_21656: ["refused", "template"],
  api_error_63007: ["refused", "configuration"],
};

type Row = [name: string, sample: string, message: Partial<OutboundMessage>, without?: string[]];
const requests: Row[] = [
  [
    "by a messaging service; without ValidityPeriod, since Twilio's own does",
    "send_sms_request",
    { settings: { messagingServiceSid: "MG000000000000000000000000000000b2" } },
    ["ValidityPeriod"],
  ],
  [
    "of a file to a person without a phone",
    "send_whatsapp_media_request",
    {
      ...whatsapp,
      to: "BR.13491208655302741918",
      text: "caption",
      files: [file("https://cdn.example.com/a.jpg", "image/jpeg")],
    },
  ],
  [
    "of a template",
    "send_whatsapp_template_request",
    {
      ...whatsapp,
      to: "+5511900000001",
      template: template({
        externalId: "HX00000000000000000000000000000001",
        variables: { "1": "Ana", "2": "#42" },
      }),
    },
  ],
];

describe("what Twilio answers to a send", () => {
  api.serve();

  for (const event of receipts)
    it(`${event} is a receipt`, async () => {
      answer(event);
      deepEqual(await send(), { externalId: sampleBody(event).sid });
    });

  for (const [event, [kind, reason]] of Object.entries(failures))
    it(`${event} is ${kind}, ${reason}`, async () => {
      answer(event);
      const failure = await failureOf(send());
      deepEqual(
        [failure.kind, failure.code, twilio.explain(failure.code).reason],
        [kind, event.replace("api_error_", ""), reason],
      );
    });

  const { errors } = fixture<{ errors: Listed[] }>("errors.json");
  const statuses: Record<string, number> = { "20003": 401, "20404": 404, "20429": 429 };
  retriesAsListed(errors, (code) => {
    const status = statuses[code] ?? 400;
    api.answer = () => ({ status, body: { code: Number(code), message: "no", status } });
    return send();
  });
});

describe("what is sent to Twilio", () => {
  api.serve();
  const place = { workspaceId: "demo", channelId: "meta" };
  const mark = proofFor(place, { conversationId: "conv1", messageId: "msg1" });
  const callback = `${webhook}?conversation=conv1&message=msg1&mark=${mark}#rc=3&rp=all`;

  for (const [name, sample, given, without = []] of requests)
    it(`is ${sample}: ${name}`, async () => {
      answer("api_message_created");
      await send(given);
      const { request, body } = fixture<Sample>(`samples/${sample}.json`);
      const fields = Object.entries({ ...body, StatusCallback: callback })
        .filter(([field]) => !without.includes(field))
        .map(([field, value]) => [field, String(value)]);
      const [call] = api.calls;
      deepEqual(call?.body, Object.fromEntries(fields));
      equal(call?.path, new URL(request?.url ?? "").pathname);
    });
});

describe("what Twilio's webhooks are answered with", () => {
  const closed = (xml: string) => xml.replace(/<(\w+)\/>/g, "<$1></$1>");

  it("is reply_twiml_empty", () => {
    const { response, body } = fixture<Sample>("samples/reply_twiml_empty.json");
    const { accepted } = twilio;
    deepEqual(
      [accepted.status, accepted.contentType, closed(accepted.body)],
      [response?.status, response?.contentType, body],
    );
  });

  it("is never reply_twiml_message: a reply in the answer would be a message without receipt", () => {
    const account = { ...sms, workspaceId: "demo", channelId: "s", address: sms.from };
    const request = formRequest(sampleBody("sms_inbound_text"));
    const said = twilio.answer?.(request, { ...account, settings: {}, webhook });
    equal((said ?? twilio.accepted).body.includes("<Message>"), false);
    equal(String(sampleBody("reply_twiml_message")).includes("<Message>"), true);
  });
});

describe("Twilio's samples", () => {
  it("are all claimed by a test", () => {
    const sent = requests.map(([, sample]) => sample);
    const replies = ["reply_twiml_empty", "reply_twiml_message"];
    const rows = [...receipts, ...Object.keys(failures), ...sent, ...replies];
    everySampleIsClaimed(import.meta.url, samples, rows, {});
  });
});
