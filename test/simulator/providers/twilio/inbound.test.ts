import assert from "node:assert/strict";
import { createRequire } from "node:module";
import type { InboundRequest } from "@hilo/simulator";
import { demoTwilio } from "../../../support/twilio.ts";
import { authorization, type Pair, startPair } from "../../support/house.ts";

const { validateRequest } = createRequire(import.meta.url)("twilio/lib/webhooks/webhooks");

const from = { phone: "+56981234567", name: "Rocío Núñez" };
const whatsapp = { channel: "whatsapp", from } as const;
const sid = `SM${"a".repeat(32)}`;

type Row = [name: string, message: InboundRequest, fields: Record<string, string | undefined>];

const rows: Row[] = [
  [
    "a text",
    { ...whatsapp, text: "Olá ☕" },
    {
      Body: "Olá ☕",
      MessageType: "text",
      NumMedia: "0",
      From: "whatsapp:+56981234567",
      To: "whatsapp:+15550100001",
      WaId: "56981234567",
      ProfileName: "Rocío Núñez",
    },
  ],
  [
    "a hidden phone",
    { channel: "whatsapp", from: { userId: "CL.13491208655302741918", username: "vale.soto" } },
    {
      From: "whatsapp:CL.13491208655302741918",
      ExternalUserId: "CL.13491208655302741918",
      WaId: undefined,
      ProfileUsername: "vale.soto",
    },
  ],
  [
    "a phone without user id",
    { channel: "whatsapp", from: { phone: "+56900000001", userId: null } },
    { ExternalUserId: undefined, WaId: "56900000001" },
  ],
  [
    "a location",
    {
      ...whatsapp,
      kind: "location",
      location: { latitude: -33.4372, longitude: -70.6506, name: "Oficina", address: "Moneda 970" },
    },
    {
      MessageType: "location",
      Latitude: "-33.4372",
      Longitude: "-70.6506",
      Label: "Oficina",
      Address: "Moneda 970",
      Body: "",
    },
  ],
  [
    "a button",
    { ...whatsapp, kind: "button", button: { id: "si", title: "Sí, gracias" }, replyTo: sid },
    {
      MessageType: "button",
      Body: "Sí, gracias",
      ButtonText: "Sí, gracias",
      ButtonPayload: "si",
      OriginalRepliedMessageSid: sid,
    },
  ],
  [
    "a list pick",
    { ...whatsapp, kind: "list", list: { id: "exp", title: "Exprés", description: "1 día" } },
    { MessageType: "interactive", ListId: "exp", ListTitle: "Exprés", ListDescription: "1 día" },
  ],
  [
    "a referral",
    { ...whatsapp, text: "Hola", referral: { headline: "Oferta", sourceType: "ad" } },
    { ReferralHeadline: "Oferta", ReferralSourceType: "ad" },
  ],
  [
    "a forwarded text",
    { ...whatsapp, text: "x", forwarded: "frequently" },
    { Forwarded: "true", FrequentlyForwarded: "true" },
  ],
  [
    "an opt-out",
    { channel: "sms", from, text: "STOP", optOut: "STOP" },
    {
      OptOutType: "STOP",
      From: "+56981234567",
      MessageType: undefined,
      WaId: undefined,
      FromCountry: "CL",
    },
  ],
  [
    "fields of one's own",
    { ...whatsapp, text: "x", fields: { MessageType: "hologram", WaId: null, New: "1" } },
    { MessageType: "hologram", WaId: undefined, New: "1" },
  ],
];

const media: [
  kind: "image" | "video" | "audio" | "document" | "sticker" | "contact",
  type: string,
  magic: string,
][] = [
  ["image", "image/jpeg", "ffd8ff"],
  ["video", "video/mp4", "66747970"],
  ["audio", "audio/ogg", "4f676753"],
  ["document", "application/pdf", "25504446"],
  ["sticker", "image/webp", "52494646"],
  ["contact", "text/vcard", "424547494e"],
];

describe("A customer's message", () => {
  let pair: Pair;
  before(async () => {
    pair = await startPair();
  });
  beforeEach(() => pair.calls.splice(0));
  after(() => pair.stop());

  for (const [name, message, fields] of rows) {
    it(`is posted signed: ${name}`, async () => {
      const { answers } = await pair.simulator.control.inbound(message);
      assert.deepEqual(
        answers.map((answer) => answer.status),
        [200],
      );
      const [call] = pair.calls;
      assert.ok(call);
      assert.equal(call.path, `/webhooks/twilio/demo/twilio-${message.channel}`);
      assert.ok(
        validateRequest(
          demoTwilio.authToken,
          call.signature,
          `${pair.target}${call.path}`,
          call.form,
        ),
      );
      assert.equal(call.form.MessageSid, call.form.SmsSid);
      for (const [field, value] of Object.entries(fields))
        assert.equal(call.form[field], value, field);
    });
  }

  for (const [kind, type, magic] of media) {
    it(`brings a file that is what it says: ${kind}`, async () => {
      await pair.simulator.control.inbound({ ...whatsapp, kind });
      const form = pair.calls[0]?.form ?? {};
      assert.match(form.MessageSid ?? "", /^MM[0-9a-f]{32}$/);
      assert.equal(form.NumMedia, "1");
      assert.equal(form.MediaContentType0, type);
      const url = form.MediaUrl0 ?? "";
      assert.equal((await fetch(url, { redirect: "manual" })).status, 401);
      const redirect = await fetch(url, { redirect: "manual", headers: { authorization } });
      assert.equal(redirect.status, 307);
      const place = redirect.headers.get("location") ?? "";
      assert.ok(place.startsWith(`${pair.simulator.url}/cdn/`));
      const file = await fetch(place);
      assert.equal(file.headers.get("content-type"), type);
      assert.ok(
        Buffer.from(await file.arrayBuffer())
          .subarray(0, 16)
          .toString("hex")
          .includes(magic),
      );
      assert.equal((await fetch(place.replace("Signature=", "Signature=x"))).status, 403);
    });
  }

  it("brings the file a person attached, byte by byte", async () => {
    const base64 = Buffer.from("%PDF-1.4 mine").toString("base64");
    const file = { name: "mío.pdf", type: "application/pdf", base64 };
    await pair.simulator.control.inbound({ ...whatsapp, kind: "document", text: "Adjunto", file });
    const url = pair.calls[0]?.form.MediaUrl0 ?? "";
    const fetched = await fetch(url, { headers: { authorization } });
    assert.equal(await fetched.text(), "%PDF-1.4 mine");
  });

  it("comes as often as asked, always the same", async () => {
    const { answers } = await pair.simulator.control.inbound({
      ...whatsapp,
      copies: 3,
      together: true,
    });
    assert.equal(answers.length, 3);
    assert.equal(pair.calls.length, 3);
    assert.equal(new Set(pair.calls.map((call) => JSON.stringify(call.form))).size, 1);
  });

  it("waits before it is posted", async () => {
    const before = Date.now();
    await pair.simulator.control.inbound({ ...whatsapp, delayMs: 80 });
    assert.ok(Date.now() - before >= 80);
  });

  it("can be signed wrongly, and shows on the phone that it was refused", async () => {
    pair.answers.push(401);
    const { entry, answers } = await pair.simulator.control.inbound({
      ...whatsapp,
      signature: "wrong",
    });
    assert.equal(answers[0]?.status, 401);
    const [call] = pair.calls;
    assert.ok(
      call &&
        !validateRequest(
          demoTwilio.authToken,
          call.signature,
          `${pair.target}${call.path}`,
          call.form,
        ),
    );
    assert.equal(entry.status, "refused");
    assert.equal(entry.error, "401");
  });

  it("is asked for over HTTP, and refused with a sentence when it is not right", async () => {
    const post = (path: string, body: unknown) =>
      fetch(`${pair.simulator.url}/control/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    const good = await post("twilio/inbound", { ...whatsapp, text: "Hola" });
    assert.equal((await good.json()).status, 200);
    const bad = await post("twilio/inbound", { channel: "whatsapp", from: {}, text: "Hola" });
    assert.equal(bad.status, 400);
    assert.match((await bad.json()).message, /A phone or a user id/);
    assert.equal((await post("nobody/inbound", whatsapp)).status, 400);
    assert.equal(
      (await post("twilio/inbound", { ...whatsapp, kind: "image", file: { id: "ME0" } })).status,
      400,
    );
  });
});
