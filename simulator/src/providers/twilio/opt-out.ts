import type { Inbound } from "../../phones/inbound.ts";
import type { Thread } from "../../phones/thread.ts";

// The words Twilio reacts to by itself on SMS, when they are the whole message.
// https://help.twilio.com/articles/223134027
const stops = new Set(["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT"]);
const starts = new Set(["START", "YES", "UNSTOP"]);

/** Keeps what the customer asked for: Twilio itself blocks further messages to who said stop. */
export function heed(thread: Thread, message: Inbound): void {
  const word = message.text.trim().toUpperCase();
  const bySms = thread.platform === "sms";
  if (message.optOut === "STOP" || (bySms && stops.has(word))) thread.optedOut = true;
  if (message.optOut === "START" || (bySms && starts.has(word))) thread.optedOut = false;
}
