import { type Language, languageIn, languages } from "@hilo/schema";
import type { Account, RawRequest, Reply } from "../adapter.ts";
import { formOf, type TwilioForm } from "./wire.ts";

/**
 * The TwiML that a call waits for: it is forwarded, told something, or declined, which costs nothing. Status
 * callbacks wait for nothing.
 * @see https://www.twilio.com/docs/voice/twiml
 */
export function answer(request: RawRequest, account: Account): Reply | undefined {
  const form = formOf(request.rawBody);
  if (!form.CallSid) return undefined;
  const verbs = verbsFor(form, account);
  return verbs === undefined ? undefined : twiml(verbs);
}

function verbsFor(form: TwilioForm, account: Account): string | undefined {
  if (form.DialCallStatus)
    return form.DialCallStatus === "completed" ? "<Hangup/>" : unanswered(account);
  if (form.RecordingUrl && !form.CallbackSource && form.CallStatus) return "<Hangup/>";
  const asks = form.Direction === "inbound" && form.CallStatus === "ringing";
  if (!asks || form.CallbackSource || form.SequenceNumber) return undefined;
  const { forwardTo } = account.settings;
  return forwardTo
    ? forwarded(forwardTo, account)
    : unanswered(account) || '<Reject reason="busy"/>';
}

/** The caller goes on hearing it ring until somebody takes the call; how that ended comes back to us. */
function forwarded(number: string, { webhook }: Account): string {
  return `<Dial answerOnBridge="true" timeout="25" action="${escaped(webhook)}"><Number>${escaped(number)}</Number></Dial>`;
}

/** What a caller hears whom nobody answers. */
function unanswered({ settings }: Account): string {
  const { voiceMessage, voicemail } = settings;
  const said = voiceMessage
    ? `<Say language="${languageOf(settings)}">${escaped(voiceMessage)}</Say>`
    : "";
  return voicemail === "on" ? `${said}<Record maxLength="180" playBeep="true"/>` : said;
}

/** By which voice Twilio reads a text aloud. */
const voices: Record<Language, string> = { es: "es-MX", en: "en-US" };

function languageOf({ voiceLanguage }: Account["settings"]): string {
  return voices[languageIn(voiceLanguage ?? "") ?? languages[0]];
}

function twiml(verbs: string): Reply {
  const body = `<?xml version="1.0" encoding="UTF-8"?><Response>${verbs}</Response>`;
  return { status: 200, contentType: "text/xml", body };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
