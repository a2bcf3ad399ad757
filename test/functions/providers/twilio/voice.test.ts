import assert from "node:assert/strict";
import { type CallEvent, InboundEvent } from "@hilo/schema";
import fc from "fast-check";
import type { Account } from "../../../../functions/src/providers/adapter.ts";
import { parse } from "../../../../functions/src/providers/twilio/inbound.ts";
import { answer } from "../../../../functions/src/providers/twilio/voice-answer.ts";
import { formRequest, sampleBody } from "./samples.ts";

const account: Account = {
  workspaceId: "demo",
  channelId: "twilio-voice",
  platform: "voice",
  address: "+15550100001",
  settings: {},
  webhook: "https://hilo.example/webhooks/twilio/demo/twilio-voice",
};

function callOf(body: Record<string, string>): CallEvent {
  const [event] = parse(formRequest(body), account);
  assert.equal(event?.type, "call", JSON.stringify(event));
  return InboundEvent.parse(event) as CallEvent;
}

const at = Date.parse("Fri, 20 Nov 2026 13:19:04 +0000");

describe("Twilio's calls", () => {
  const rows: [string, Partial<CallEvent["call"]>][] = [
    ["voice_inbound_ringing", { direction: "inbound", state: "ringing", sequence: 0 }],
    [
      "voice_inbound_status_completed",
      { direction: "inbound", state: "completed", durationMs: 83_000 },
    ],
    ["voice_status_ringing", { direction: "outbound", state: "ringing", sequence: 1 }],
    ["voice_status_busy", { direction: "outbound", state: "busy", durationMs: 0 }],
    ["voice_status_canceled", { direction: "outbound", state: "canceled" }],
    ["voice_status_failed", { direction: "outbound", state: "failed" }],
    ["voice_status_no_answer", { direction: "outbound", state: "missed", sequence: 2 }],
    [
      "voice_child_leg_completed",
      { direction: "outbound", state: "completed", durationMs: 12_000 },
    ],
  ];
  for (const [name, wanted] of rows) {
    it(`reads ${name}`, () => {
      const { call, sender } = callOf(sampleBody(name));
      assert.deepEqual({ ...call, ...wanted }, call);
      assert.equal(sender?.address, "+15550100002");
      assert.equal(sender?.phone, "+15550100002");
      assert.equal(sender?.country, "US");
    });
  }

  it("knows when a call began, by its last report", () => {
    assert.equal(callOf(sampleBody("voice_inbound_status_completed")).at, at - 83_000);
    assert.equal(callOf(sampleBody("voice_status_ringing")).at, at);
    assert.equal(callOf(sampleBody("voice_inbound_ringing")).at, null);
  });

  it("knows a caller by name", () => {
    assert.equal(callOf(sampleBody("voice_inbound_ringing")).sender?.name, "ANA SOUZA");
  });

  const inbound = sampleBody("voice_inbound_status_completed");
  const missed: [string, Record<string, string>][] = [
    ["nobody answered", { CallStatus: "no-answer" }],
    ["the line was busy", { CallStatus: "busy" }],
    ["the caller gave up", { CallStatus: "canceled" }],
    ["it lasted no second", { CallDuration: "0" }],
    ["it was passed on in vain", { CallStatus: "in-progress", DialCallStatus: "no-answer" }],
  ];
  for (const [name, changes] of missed) {
    it(`takes a call that came in for missed when ${name}`, () => {
      assert.equal(callOf({ ...inbound, ...changes }).call.state, "missed");
    });
  }

  it("believes the end of a forwarded call before the status of the whole", () => {
    const forwarded = callOf({
      ...inbound,
      CallStatus: "in-progress",
      DialCallStatus: "completed",
      DialCallDuration: "31",
    });
    const whole = callOf(inbound);
    assert.equal(forwarded.call.durationMs, 31_000);
    assert.ok(forwarded.call.sequence > whole.call.sequence);
  });

  it("counts the leg to a colleague as part of the customer's call", () => {
    const leg: Record<string, string> = {
      ...sampleBody("voice_child_leg_completed"),
      From: "+56981000101",
      To: "+56222223333",
    };
    const event = callOf(leg);
    assert.equal(event.externalId, leg.ParentCallSid);
    assert.equal(event.sender?.address, "+56981000101");
    assert.equal(event.call.direction, "inbound");
  });

  it("keeps those who withhold their number", () => {
    for (const From of ["anonymous", ""])
      assert.equal(callOf({ ...inbound, From }).sender?.address, "anonymous");
  });

  it("adds a recording and who answered, which name the call alone", () => {
    const { recording, sender, externalId } = callOf(sampleBody("recording_status_completed"));
    assert.equal(sender, undefined);
    assert.equal(externalId, "CA00000000000000000000000000000001");
    assert.match(recording?.source ?? "", /\/Recordings\/RE0+1\.mp3$/);
    assert.equal(recording?.type, "audio/mpeg");
    assert.equal(callOf(sampleBody("amd_status")).call.answeredBy, "machine");
    assert.equal(
      callOf({ ...sampleBody("amd_status"), AnsweredBy: "human" }).call.answeredBy,
      "person",
    );
  });

  it("takes a recording that comes with the last status", () => {
    const RecordingUrl = "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE9";
    assert.equal(callOf({ ...inbound, RecordingUrl }).recording?.source, `${RecordingUrl}.mp3`);
  });

  const nothing: [string, Record<string, string>, string][] = [
    [
      "a recording that failed",
      { ...sampleBody("recording_status_completed"), RecordingStatus: "failed" },
      "ignored",
    ],
    ["an unknown answerer", { ...sampleBody("amd_status"), AnsweredBy: "unknown" }, "ignored"],
    ["a status Twilio invents later", { ...inbound, CallStatus: "teleported" }, "unsupported"],
    ["a call without a status", { CallSid: "CA1" }, "unsupported"],
  ];
  for (const [name, body, type] of nothing) {
    it(`takes ${name} as ${type}`, () => {
      assert.equal(parse(formRequest(body), account)[0]?.type, type);
    });
  }

  it("never throws, whatever the form says", () => {
    const names = [
      "CallSid",
      "CallStatus",
      "From",
      "To",
      "Direction",
      "CallDuration",
      "SequenceNumber",
      "Timestamp",
      "ParentCallSid",
      "RecordingUrl",
      "AnsweredBy",
    ];
    const form = fc.dictionary(fc.constantFrom(...names), fc.string());
    fc.assert(
      fc.property(form, (body) => {
        for (const event of parse(formRequest(body), account)) InboundEvent.parse(event);
        answer(formRequest(body), account);
      }),
    );
  });

  describe("a call that waits for its TwiML", () => {
    const question = sampleBody("voice_inbound_ringing");
    const answered = (settings: Record<string, string>, body = question) =>
      answer(formRequest(body), { ...account, settings })?.body;

    it("is declined when nothing is set", () => {
      assert.match(answered({}) ?? "", /<Response><Reject reason="busy"\/><\/Response>$/);
    });

    it("is passed on, and tells us how that ended", () => {
      const twiml = answered({ forwardTo: "+56222223333" }) ?? "";
      assert.match(
        twiml,
        /<Dial [^>]*action="https:\/\/hilo.example\/webhooks\/twilio\/demo\/twilio-voice"/,
      );
      assert.match(twiml, /<Number>\+56222223333<\/Number>/);
    });

    it("hears a message and may leave one when nobody answers", () => {
      const settings = {
        forwardTo: "+56222223333",
        voiceMessage: "Deje su <mensaje> & espere",
        voicemail: "on",
      };
      const after = { ...question, CallStatus: "in-progress", DialCallStatus: "no-answer" };
      const twiml = answered(settings, after) ?? "";
      assert.match(
        twiml,
        /<Say language="es-MX">Deje su &#60;mensaje&#62; &#38; espere<\/Say><Record /,
      );
      assert.match(
        answered(settings, { ...after, DialCallStatus: "completed" }) ?? "",
        /<Hangup\/>/,
      );
    });

    for (const name of [
      "voice_inbound_status_completed",
      "voice_status_ringing",
      "amd_status",
      "recording_status_completed",
      "sms_inbound_text",
    ]) {
      it(`is not ${name}`, () =>
        assert.equal(answered({ forwardTo: "+56222223333" }, sampleBody(name)), undefined));
    }
  });
});
