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

/** The form of a raw body; a repeated key keeps its last value. */
export function formOf(rawBody: Buffer): TwilioForm {
  return TwilioForm.parse(Object.fromEntries(new URLSearchParams(rawBody.toString("utf8"))));
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
