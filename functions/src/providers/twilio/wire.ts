import * as z from "zod";

/**
 * The fields of the form Twilio posts that are read. Twilio adds fields without notice and documents few as certain, so
 * that any may be missing, and more may come.
 * @see https://www.twilio.com/docs/messaging/guides/webhook-request
 */
export const formFields = [
  "MessageSid",
  "MessageStatus",
  "MessageType",
  "CallSid",
  "ParentCallSid",
  "CallStatus",
  "CallDuration",
  "DialCallStatus",
  "DialCallDuration",
  "CallbackSource",
  "CallerName",
  "Direction",
  "SequenceNumber",
  "Timestamp",
  "AnsweredBy",
  "RecordingSid",
  "RecordingUrl",
  "RecordingStatus",
  "From",
  "To",
  "Body",
  "NumMedia",
  "ErrorCode",
  "ErrorMessage",
  "ProfileName",
  "ProfileUsername",
  "WaId",
  "ExternalUserId",
  "FromCountry",
  "ToCountry",
  "OptOutType",
  "Forwarded",
  "FrequentlyForwarded",
  "ButtonText",
  "ButtonPayload",
  "ListId",
  "ListTitle",
  "ListReplyId",
  "ListReplyTitle",
  "FlowData",
  "InteractiveData",
  "Latitude",
  "Longitude",
  "Address",
  "Label",
  "OriginalRepliedMessageSid",
  "ReferralBody",
  "ReferralHeadline",
  "ReferralSourceId",
  "ReferralSourceType",
  "ReferralSourceUrl",
] as const;
/** What tells of a file, by its number. */
type File = `MediaUrl${number}` | `MediaContentType${number}`;

export type TwilioForm = { readonly [F in (typeof formFields)[number] | File]?: string };

type Form = { parameters: Record<string, string[]>; fields: TwilioForm };

/** What a body says is read once for all who ask. */
const forms = new WeakMap<Buffer, Form>();

/** The form of a raw body; a repeated key keeps its last value. */
export function formOf(rawBody: Buffer): TwilioForm {
  return readForm(rawBody).fields;
}

/** Every value of each key of a raw body's form. */
export function parametersOf(rawBody: Buffer): Record<string, string[]> {
  return readForm(rawBody).parameters;
}

function readForm(rawBody: Buffer): Form {
  const known = forms.get(rawBody);
  if (known) return known;
  const values = new Map<string, string[]>();
  for (const [key, value] of new URLSearchParams(rawBody.toString("utf8"))) {
    const others = values.get(key);
    if (others) others.push(value);
    else values.set(key, [value]);
  }
  const last = [...values].map(([key, all]) => [key, all.at(-1)]);
  const form = {
    parameters: Object.fromEntries(values),
    fields: Object.fromEntries(last),
  };
  forms.set(rawBody, form);
  return form;
}

/** What the account's owner enters: the Auth Token signs webhooks; an API key may send instead of it. */
export const TwilioCredentials = z.object({
  accountSid: z.string().min(1),
  authToken: z.string().min(1),
  /** Still accepted on webhooks while a token is being rotated. */
  previousAuthToken: z.string().min(1).optional(),
  apiKeySid: z.string().min(1).optional(),
  apiKeySecret: z.string().min(1).optional(),
});
export type TwilioCredentials = z.infer<typeof TwilioCredentials>;
