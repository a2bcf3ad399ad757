import {
  type Call,
  type CallEvent,
  cut,
  type InboundEvent,
  oneForm,
  type RemoteFile,
  type Sender,
} from "@hilo/schema";
import type { Account } from "../adapter.ts";
import { withoutPrefix } from "./sender.ts";
import type { TwilioForm } from "./wire.ts";

type Own = Pick<Account, "address">;

/**
 * A step of a call: the question of a call that comes in, a status callback, the end of a forwarded call, or what
 * Twilio found out beside (a recording, whether a machine answered).
 * @see https://www.twilio.com/docs/voice/api/call-resource#statuscallback
 */
export function callEvent(given: TwilioForm, account: Own): InboundEvent {
  const form = {
    ...given,
    From: withoutPrefix(given.From ?? ""),
    To: withoutPrefix(given.To ?? ""),
  };
  const externalId = callOf(form, account);
  if (!form.CallStatus && !form.DialCallStatus) return besides(form, externalId);
  const call = callFrom(form, account);
  if (!call)
    return unsupported(`A call status of an unknown kind: ${form.CallStatus?.slice(0, 40)}`);
  const recording = recordingOf(form);
  return {
    type: "call",
    externalId,
    at: beginningOf(form),
    sender: personOf(form, account),
    call,
    ...(recording ? { recording } : {}),
  };
}

function unsupported(reason: string): InboundEvent {
  return { type: "unsupported", reason };
}

/** A leg by which somebody's call is passed on to a colleague belongs to that call; any other is one of its own. */
function callOf(form: TwilioForm, account: Own): string {
  const { ParentCallSid, CallSid = "" } = form;
  return ParentCallSid && isPassedOn(form, account) ? ParentCallSid : CallSid;
}

function isPassedOn({ ParentCallSid, From = "", To = "" }: TwilioForm, { address }: Own) {
  const own = oneForm(address);
  return Boolean(ParentCallSid) && oneForm(From) !== own && oneForm(To) !== own;
}

/** Our words for Twilio's; `answered` is an event whose status is in-progress. */
const states: Record<string, Call["state"]> = {
  queued: "ringing",
  initiated: "ringing",
  ringing: "ringing",
  "in-progress": "inProgress",
  answered: "inProgress",
  completed: "completed",
  busy: "busy",
  failed: "failed",
  "no-answer": "missed",
  canceled: "canceled",
};

/** The end of a forwarded call tells more than the status of the whole, which was answered by Twilio. */
const outranks = 1000;

function callFrom(form: TwilioForm, account: Own): Call | undefined {
  const word = form.DialCallStatus ?? form.CallStatus ?? "";
  const told = Object.hasOwn(states, word) ? states[word] : undefined;
  if (!told) return undefined;
  const direction = directionOf(form, account);
  const seconds = secondsOf(form.DialCallDuration ?? form.CallDuration);
  const own = Number.parseInt(form.SequenceNumber ?? "", 10) || 0;
  const answeredBy = answererOf(form.AnsweredBy);
  return {
    direction,
    state: stateOf(told, direction, seconds),
    sequence: Math.max(own, 0) + (form.DialCallStatus || form.ParentCallSid ? outranks : 0),
    ...(seconds === undefined ? {} : { durationMs: seconds * 1000 }),
    ...(answeredBy ? { answeredBy } : {}),
  };
}

function directionOf(form: TwilioForm, account: Own): Call["direction"] {
  if (isPassedOn(form, account)) return "inbound";
  return /^(outbound|trunking-terminating)/.test(form.Direction ?? "") ? "outbound" : "inbound";
}

/** A customer's call that nobody took was missed, however it ended. */
function stateOf(
  told: Call["state"],
  direction: Call["direction"],
  seconds: number | undefined,
): Call["state"] {
  if (direction === "outbound") return told;
  if (told === "completed" && seconds === 0) return "missed";
  return told === "busy" || told === "canceled" ? "missed" : told;
}

function secondsOf(text: string | undefined): number | undefined {
  const seconds = text ? Number(text) : Number.NaN;
  return Number.isSafeInteger(seconds) && seconds >= 0 ? seconds : undefined;
}

/** @see https://www.twilio.com/docs/voice/answering-machine-detection */
function answererOf(text: string | undefined): Call["answeredBy"] {
  if (text === "human") return "person";
  return /^(machine_|fax)/.test(text ?? "") ? "machine" : undefined;
}

/** The customer: whoever is not us. Withheld numbers come as a word. */
function personOf(form: TwilioForm, account: Own): Sender {
  const calledThem = directionOf(form, account) === "outbound";
  const [address, country] = calledThem ? [form.To, form.ToCountry] : [form.From, form.FromCountry];
  const named = !calledThem && form.CallerName ? cut(form.CallerName, 100).trim() : "";
  const plain = (address ?? "").slice(0, 140) || "anonymous";
  return {
    address: plain,
    ...(/^\+\d{3,15}$/.test(plain) ? { phone: plain } : {}),
    ...(named ? { name: named } : {}),
    ...(country?.length === 2 ? { country: country.toUpperCase() } : {}),
  };
}

/** When the call began: its last report comes at its end. */
function beginningOf(form: TwilioForm): number | null {
  const at = Date.parse(form.Timestamp ?? "");
  if (!Number.isFinite(at) || at <= 0) return null;
  return at - (secondsOf(form.CallDuration) ?? 0) * 1000;
}

/** Twilio keeps a recording as WAV and gives it as MP3 too, which is a tenth of it. */
function recordingOf({ RecordingUrl, RecordingStatus }: TwilioForm): RemoteFile | undefined {
  if (!RecordingUrl || (RecordingStatus && RecordingStatus !== "completed")) return undefined;
  const source = RecordingUrl.replace(/\.(wav|mp3)$/, "");
  return { source: `${source}.mp3`, type: "audio/mpeg", name: "recording.mp3" };
}

/** Reports that name nothing but the call. */
function besides(form: TwilioForm, externalId: string): InboundEvent {
  const recording = recordingOf(form);
  const answeredBy = answererOf(form.AnsweredBy);
  if (!recording && !answeredBy)
    return form.RecordingSid || form.AnsweredBy
      ? { type: "ignored", reason: "Nothing came of a recording or of the question who answered" }
      : unsupported("A call event without a status");
  const call: CallEvent["call"] = {
    direction: "inbound",
    state: "inProgress",
    sequence: 0,
    ...(answeredBy ? { answeredBy } : {}),
  };
  return { type: "call", externalId, at: null, call, ...(recording ? { recording } : {}) };
}
