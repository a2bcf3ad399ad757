import assert from "node:assert/strict";
import { InboundEvent, type MessageEvent } from "@hilo/schema";
import { parse } from "../../../../functions/src/providers/twilio/inbound.ts";
import { formRequest, sampleBody, webhookSamples } from "./samples.ts";

function messageOf(body: Record<string, string>, platform: "whatsapp" | "sms" = "whatsapp") {
  const [event] = parse(formRequest(body), { platform });
  assert.equal(event?.type, "message");
  return event as MessageEvent;
}

const types: Record<string, string> = {
  "message.inbound": "message",
  optin: "message",
  optout: "message",
  "message.status": "status",
  "call.inbound": "call",
  "call.status": "call",
  "call.recording": "call",
  "call.amd": "call",
};

describe("reading Twilio's webhooks", () => {
  for (const sample of webhookSamples) {
    const wanted = types[sample.kind] ?? "unsupported";
    it(`reads ${sample.event} as ${wanted}`, () => {
      const events = parse(formRequest(sample.body), { platform: "whatsapp" });
      assert.equal(events.length, 1);
      assert.equal(InboundEvent.parse(events[0]).type, wanted);
    });
  }

  const kinds: [string, string][] = [
    ["whatsapp_inbound_text", "text"],
    ["whatsapp_inbound_image", "image"],
    ["whatsapp_inbound_video", "video"],
    ["whatsapp_inbound_contact_vcard", "contact"],
    ["whatsapp_inbound_list", "buttons"],
    ["whatsapp_inbound_flow", "buttons"],
    ["mms_inbound_two_images", "image"],
    ["sms_inbound_unicode", "text"],
  ];
  for (const [event, kind] of kinds) {
    it(`tells that ${event} is ${kind}`, () => {
      assert.equal(messageOf(sampleBody(event)).kind, kind);
    });
  }

  it("knows a person by the user id, and keeps the phone as a name that may change", () => {
    const { sender } = messageOf(sampleBody("whatsapp_inbound_text"));
    assert.deepEqual(sender, {
      address: "+5511900000001",
      phone: "+5511900000001",
      userId: "BR.13491208655302741918",
      name: "Ana Souza",
    });
  });

  it("never drops somebody without a phone", () => {
    const { sender } = messageOf(sampleBody("whatsapp_inbound_text_bsuid_only"));
    assert.equal(sender.address, "BR.13491208655302741918");
    assert.equal(sender.phone, undefined);
    assert.equal(sender.username, "ana.souza");
  });

  it("keeps every file of a message", () => {
    const { files, text } = messageOf(sampleBody("mms_inbound_two_images"), "sms");
    assert.deepEqual(
      files.map((file) => file.type),
      ["image/jpeg", "image/png"],
    );
    assert.equal(text, "see pics");
  });

  it("reads a location with its name and address", () => {
    const body = {
      ...sampleBody("whatsapp_inbound_text"),
      Body: "",
      Latitude: "-33.4372",
      Longitude: "-70.6506",
      Label: "Plaza de Armas",
      Address: "Santiago",
    };
    const { kind, location } = messageOf(body);
    assert.equal(kind, "location");
    assert.deepEqual(location, {
      latitude: -33.4372,
      longitude: -70.6506,
      name: "Plaza de Armas",
      address: "Santiago",
    });
  });

  it("does not believe a place off the globe", () => {
    const body = { ...sampleBody("whatsapp_inbound_text"), Latitude: "912", Longitude: "1" };
    assert.equal(messageOf(body).location, undefined);
  });

  it("shows what was pressed, whichever names Twilio gives it", () => {
    const list = {
      ...sampleBody("whatsapp_inbound_text"),
      ListReplyId: "r1",
      ListReplyTitle: "Uno",
    };
    assert.deepEqual(messageOf(list).choice, { id: "r1", title: "Uno" });
    const button = {
      ...sampleBody("whatsapp_inbound_text"),
      Body: "Sí",
      ButtonText: "Sí",
      ButtonPayload: "yes",
    };
    assert.deepEqual(messageOf(button).choice, { id: "yes", title: "Sí" });
  });

  it("tells answers of a flow without its token", () => {
    assert.equal(messageOf(sampleBody("whatsapp_inbound_flow")).text, "rating: 5");
  });

  it("marks what was forwarded and what is quoted", () => {
    assert.equal(messageOf(sampleBody("whatsapp_inbound_forwarded")).forwarded, true);
    const quoted = messageOf(sampleBody("whatsapp_inbound_list"));
    assert.equal(quoted.replyTo, "MM00000000000000000000000000000385");
  });

  it("keeps an empty message of an unknown type as unsupported, in the thread", () => {
    const body = { ...sampleBody("whatsapp_inbound_text"), Body: "", MessageType: "hologram" };
    assert.equal(messageOf(body).kind, "unsupported");
  });

  it("takes a sticker for what it is", () => {
    const body = {
      ...sampleBody("whatsapp_inbound_image"),
      Body: "",
      MessageType: "sticker",
      MediaContentType0: "image/webp",
    };
    assert.equal(messageOf(body).kind, "sticker");
  });

  describe("wishes", () => {
    const table: [string, string, "sms" | "whatsapp", string | undefined][] = [
      ["STOP", "", "sms", "stop"],
      [" stop ", "", "sms", "stop"],
      ["STOP", "", "whatsapp", "stop"],
      ["YES", "", "sms", "start"],
      ["YES", "", "whatsapp", undefined],
      ["info", "", "whatsapp", undefined],
      ["please stop", "", "sms", undefined],
      ["baja", "STOP", "sms", "stop"],
      ["alta", "START", "whatsapp", "start"],
    ];
    for (const [Body, OptOutType, platform, wanted] of table) {
      it(`reads "${Body}" (${OptOutType || "no type"}) by ${platform} as ${wanted ?? "no wish"}`, () => {
        const body = { ...sampleBody("sms_inbound_text"), Body, OptOutType };
        assert.equal(messageOf(body, platform).consent, wanted);
      });
    }
  });

  describe("statuses", () => {
    it("finds our message by the ids in the callback's query", () => {
      const query = { conversation: "c1", message: "m1", mark: "0123" };
      const [event] = parse(formRequest(sampleBody("whatsapp_status_delivered"), query), {
        platform: "whatsapp",
      });
      assert.deepEqual(event, {
        type: "status",
        externalId: "SM0000000000000000000000000000003c",
        status: "delivered",
        at: null,
        message: { conversationId: "c1", messageId: "m1", mark: "0123" },
      });
    });

    it("tells whom the message went to where the callback has no mark", () => {
      const query = { conversation: "c1", message: "m1" };
      const body = { ...sampleBody("whatsapp_status_delivered"), To: "whatsapp:+5511900000001" };
      const [event] = parse(formRequest(body, query), { platform: "whatsapp" });
      assert.ok(event?.type === "status");
      assert.deepEqual([event.message, event.sender?.address], [undefined, "+5511900000001"]);
    });

    it("says why a message was not delivered", () => {
      const body = sampleBody("whatsapp_status_undelivered_63016");
      const [event] = parse(formRequest(body), { platform: "whatsapp" });
      assert.equal(event?.type === "status" && event.status, "failed");
      assert.equal(event?.type === "status" && event.error?.code, "63016");
      assert.equal(event?.type === "status" && event.error?.reason, "windowClosed");
    });

    it("keeps a status Twilio invents later as unsupported", () => {
      const body = { ...sampleBody("whatsapp_status_delivered"), MessageStatus: "teleported" };
      assert.equal(parse(formRequest(body), { platform: "whatsapp" })[0]?.type, "unsupported");
    });
  });
});
