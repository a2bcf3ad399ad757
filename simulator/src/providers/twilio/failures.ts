import type { FailureCode } from "../provider.ts";

type Failure = { message: string; status?: number; at: FailureCode["at"] };

const call: FailureCode["at"] = ["call"];
const callback: FailureCode["at"] = ["callback"];

/**
 * Twilio's codes, with its own wording, the HTTP status of a refused call (400 unless told), and where they appear.
 * https://www.twilio.com/docs/api/errors
 */
export const failures: Record<number, Failure> = {
  20001: { message: "Unknown parameters", at: [] },
  20003: { message: "Authenticate", status: 401, at: call },
  20404: { message: "The requested resource was not found", status: 404, at: call },
  20422: { message: "Invalid Parameter", at: [] },
  20429: { message: "Too Many Requests", status: 429, at: call },
  20500: { message: "Internal Server Error", status: 500, at: [] },
  21211: { message: "Invalid 'To' Phone Number", at: call },
  21212: { message: "Invalid 'From' Phone Number", at: call },
  21266: { message: "'To' and 'From' number cannot be the same", at: [] },
  21408: { message: "Permission to send an SMS has not been enabled for the region", at: call },
  21602: { message: "A text message body or media urls must be specified.", at: [] },
  21603: { message: "A 'From' phone number is required.", at: [] },
  21604: { message: "A 'To' phone number is required.", at: [] },
  21606: {
    message:
      "The 'From' phone number provided is not a valid message-capable Twilio phone number for this destination",
    at: call,
  },
  21608: {
    message: "The number is unverified. Trial accounts cannot send messages to unverified numbers",
    at: call,
  },
  21609: { message: "Invalid 'StatusCallback' URL", at: [] },
  21610: { message: "Attempt to send to unsubscribed recipient", at: call },
  21611: {
    message: "This 'From' number has exceeded the maximum number of queued messages",
    status: 429,
    at: call,
  },
  21612: {
    message: "Message cannot be sent with the current combination of 'To' and 'From' parameters",
    at: call,
  },
  21614: { message: "'To' number is not a valid mobile number", at: call },
  21617: { message: "The concatenated message body exceeds the 1600 character limit", at: [] },
  21620: { message: "Invalid media URL(s)", at: call },
  21623: { message: "Number of media files exceeds allowed limit", at: [] },
  21655: { message: "The ContentSid is invalid", at: call },
  21656: { message: "The ContentVariables Parameter is invalid", at: call },
  21701: { message: "The Messaging Service does not exist", at: [] },
  21703: {
    message: "The Messaging Service does not have a phone number available to send a message",
    at: call,
  },
  21910: { message: "Invalid From and To pair. From and To should be of the same channel", at: [] },
  30001: { message: "Queue overflow", at: callback },
  30002: { message: "Account suspended", at: callback },
  30003: { message: "Unreachable destination handset", at: callback },
  30004: { message: "Message blocked", at: callback },
  30005: { message: "Unknown destination handset", at: callback },
  30006: { message: "Landline or unreachable carrier", at: callback },
  30007: { message: "Message filtered", at: callback },
  30008: { message: "Unknown error", at: callback },
  30019: { message: "Content size exceeds carrier limit", at: callback },
  30022: { message: "US A2P 10DLC - Rate Limits Exceeded", at: callback },
  30023: { message: "US A2P 10DLC - Daily Message Cap Reached", at: callback },
  30034: { message: "US A2P 10DLC - Message from an Unregistered Number", at: callback },
  30036: { message: "Validity Period Expired", at: callback },
  30410: { message: "Provider Timeout Error", at: callback },
  30450: { message: "Message delivery blocked", at: callback },
  30610: { message: "Message blocked by quiet hours", at: callback },
  63001: { message: "Channel could not authenticate the request", at: ["call", "callback"] },
  63003: { message: "Channel could not find To address", at: callback },
  63005: { message: "Channel did not accept given content", at: callback },
  63007: { message: "Twilio could not find a Channel with the specified From address", at: call },
  63012: { message: "Channel provider returned an internal service error", at: callback },
  63013: {
    message: "This message send failed because it violates Channel provider's policy",
    at: callback,
  },
  63014: { message: "Message blocked by user action", at: callback },
  63015: {
    message: "Channel Sandbox can only send messages to phone numbers that have joined the Sandbox",
    at: callback,
  },
  63016: {
    message: "Failed to send freeform message because you are outside the allowed window.",
    at: callback,
  },
  63017: { message: "Rate limit exceeded for Channel", at: ["call", "callback"] },
  63018: { message: "Rate limit exceeded for Channel", at: ["call", "callback"] },
  63019: { message: "Media failed to download", at: callback },
  63020: { message: "Meta business invitation was not accepted", at: callback },
  63021: { message: "Channel invalid content error", at: callback },
  63022: { message: "Invalid vname certificate", at: callback },
  63024: { message: "Invalid message recipient", at: callback },
  63025: { message: "Media already exists", at: callback },
  63027: { message: "Template does not exist for a language and locale", at: callback },
  63028: {
    message: "Number of parameters provided does not match the expected number of parameters",
    at: callback,
  },
  63029: { message: "The receiver failed to download the template", at: callback },
  63030: { message: "Unsupported parameter for type of channels message", at: callback },
  63031: { message: "Channels message cannot have same From and To", at: ["call", "callback"] },
  63032: {
    message: "User's number is part of an experiment: the message was not sent",
    at: callback,
  },
  63033: { message: "Recipient blocked to receive message", at: callback },
  63034: { message: "Media exceeded the channel's size or type limits", at: callback },
  63035: { message: "Operation blocked for the sender", at: callback },
  63036: { message: "Subscriber is not reachable on RCS", at: callback },
  63038: {
    message: "Account exceeded the daily messages limit",
    status: 429,
    at: ["call", "callback"],
  },
  63040: { message: "Template rejected", at: callback },
  63041: { message: "Template paused", at: callback },
  63042: { message: "Template disabled", at: callback },
  63049: { message: "Meta chose not to deliver this WhatsApp marketing message", at: callback },
  63051: { message: "WhatsApp Business Account is locked", at: callback },
  63119: { message: "Rate limit hit at Meta", at: callback },
};

/** Failures that happen before the message leaves Twilio are `failed`, later ones `undelivered`. */
export function finalStatus(code: number): "failed" | "undelivered" {
  return code < 30000 || [30001, 30002, 30036].includes(code) ? "failed" : "undelivered";
}
