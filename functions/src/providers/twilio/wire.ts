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

type Parameters = Record<string, string | string[]>;
type Form = { parameters: Parameters; fields: TwilioForm };

/** What a body says is read once for all who ask. */
const forms = new WeakMap<Buffer, Form>();

/** The form of a raw body; a repeated key keeps its last value. */
export function formOf(rawBody: Buffer): TwilioForm {
  return readForm(rawBody).fields;
}

/** The value of each key of a raw body's form; of a repeated key every value. */
export function parametersOf(rawBody: Buffer): Parameters {
  return readForm(rawBody).parameters;
}

function readForm(rawBody: Buffer): Form {
  const known = forms.get(rawBody);
  if (known) return known;
  // Whoever posts chooses the keys: none of them may be found in a prototype, or be it.
  const fields: Record<string, string> = Object.create(null);
  let repeated: Record<string, string[]> | undefined;
  new URLSearchParams(rawBody.toString("utf8")).forEach((value, key) => {
    const before = fields[key];
    fields[key] = value;
    if (before === undefined) return;
    repeated ??= Object.create(null) as Record<string, string[]>;
    const values = repeated[key] ?? [before];
    values.push(value);
    repeated[key] = values;
  });
  const form = { parameters: repeated ? { ...fields, ...repeated } : fields, fields };
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
