import type { CallOrder } from "../../phones/inbound.ts";
import { account, apiVersion } from "./account.ts";
import type { Form } from "./sign.ts";

export type CallStatus =
  | "initiated"
  | "ringing"
  | "in-progress"
  | "completed"
  | "busy"
  | "failed"
  | "no-answer"
  | "canceled";

export type CallParts = {
  sid: string;
  order: CallOrder;
  /** The business's number. */
  ours: string;
  /** The customer's number. */
  theirs: string;
  name: string;
};

/** What every request about a call says. */
function base({ sid, order, ours, theirs }: CallParts): Form {
  const inbound = order.direction === "inbound";
  const [from, to] = inbound ? [theirs, ours] : [ours, theirs];
  const [fromCountry, toCountry] = inbound ? ["CL", "US"] : ["US", "CL"];
  return {
    CallSid: sid,
    AccountSid: account.sid,
    ApiVersion: apiVersion,
    Direction: inbound ? "inbound" : "outbound-api",
    From: from,
    To: to,
    Caller: from,
    Called: to,
    FromCountry: fromCountry,
    ToCountry: toCountry,
    CallerCountry: fromCountry,
    CalledCountry: toCountry,
    FromCity: "",
    ToCity: "",
  };
}

/** The question of a call that comes in, which waits for TwiML. */
export function questionForm(parts: CallParts): Form {
  const CallerName = parts.name.toUpperCase();
  return {
    ...base(parts),
    CallStatus: "ringing",
    CallerName,
    StirVerstat: "TN-Validation-Passed-A",
  };
}

/** A status callback. */
export function statusForm(parts: CallParts, status: CallStatus, sequence: number): Form {
  const { seconds, answeredBy } = parts.order;
  return {
    ...base(parts),
    CallStatus: status,
    CallbackSource: "call-progress-events",
    SequenceNumber: String(sequence),
    Timestamp: new Date().toUTCString().replace("GMT", "+0000"),
    ...(status === "completed" && {
      CallDuration: String(seconds),
      Duration: String(Math.ceil(seconds / 60)),
    }),
    ...(isUnanswered(status) && { CallDuration: "0", Duration: "0" }),
    ...(status === "completed" && answeredBy !== undefined && { AnsweredBy: answeredBy }),
  };
}

function isUnanswered(status: CallStatus): boolean {
  return ["busy", "failed", "no-answer", "canceled"].includes(status);
}

/** The callback of a recording, which names the call and nobody on it. */
export function recordingForm({ sid, order }: CallParts, recordingSid: string, url: string): Form {
  return {
    AccountSid: account.sid,
    CallSid: sid,
    RecordingSid: recordingSid,
    RecordingUrl: url,
    RecordingStatus: "completed",
    RecordingDuration: String(order.seconds),
    RecordingChannels: "1",
    RecordingSource: "DialVerb",
    RecordingTrack: "both",
  };
}
