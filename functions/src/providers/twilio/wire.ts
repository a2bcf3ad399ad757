import * as z from "zod";

const text = z.string().optional();

/**
 * The form Twilio posts. Twilio adds fields without notice and documents few as certain, so all are
 * optional here and unknown ones pass.
 * @see https://www.twilio.com/docs/messaging/guides/webhook-request
 */
export const TwilioForm = z.looseObject({
  MessageSid: text,
  MessageStatus: text,
  MessageType: text,
  CallSid: text,
  ParentCallSid: text,
  CallStatus: text,
  CallDuration: text,
  DialCallStatus: text,
  DialCallDuration: text,
  CallbackSource: text,
  CallerName: text,
  Direction: text,
  SequenceNumber: text,
  Timestamp: text,
  AnsweredBy: text,
  RecordingSid: text,
  RecordingUrl: text,
  RecordingStatus: text,
  From: text,
  To: text,
  Body: text,
  NumMedia: text,
  ErrorCode: text,
  ErrorMessage: text,
  ProfileName: text,
  ProfileUsername: text,
  WaId: text,
  ExternalUserId: text,
  FromCountry: text,
  ToCountry: text,
  OptOutType: text,
  Forwarded: text,
  FrequentlyForwarded: text,
  ButtonText: text,
  ButtonPayload: text,
  ListId: text,
  ListTitle: text,
  ListReplyId: text,
  ListReplyTitle: text,
  FlowData: text,
  InteractiveData: text,
  Latitude: text,
  Longitude: text,
  Address: text,
  Label: text,
  OriginalRepliedMessageSid: text,
  ReferralBody: text,
  ReferralHeadline: text,
  ReferralSourceId: text,
  ReferralSourceType: text,
  ReferralSourceUrl: text,
});
export type TwilioForm = z.infer<typeof TwilioForm>;

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
    fields: TwilioForm.parse(Object.fromEntries(last)),
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
