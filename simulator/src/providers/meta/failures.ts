import type { FailureCode } from "../provider.ts";

/** A failure in Meta's own words; `status` is the HTTP status of a refused call, 400 unless told. */
type Failure = { message: string; details?: string; status?: number; at: FailureCode["at"] };
type Failures = Record<string, Failure>;

const call: FailureCode["at"] = ["call"];
const callback: FailureCode["at"] = ["callback"];
const both: FailureCode["at"] = ["callback", "call"];

/** What every Graph call can be answered with, by code. */
const graph: Failures = {
  "0": { message: "AuthException", status: 401, at: call },
  "1": { message: "An unknown error occurred", status: 500, at: call },
  "2": {
    message: "An unexpected error has occurred. Please retry your request later.",
    status: 503,
    at: call,
  },
  "3": { message: "Application does not have the capability to make this API call.", at: call },
  "4": { message: "Application request limit reached", at: call },
  "10": { message: "Application does not have permission for this action", status: 403, at: call },
  "33": { message: "The object does not exist or cannot be loaded", at: call },
  "100": { message: "Invalid parameter", at: call },
  "190": { message: "Error validating access token", status: 401, at: call },
  "200": { message: "Permissions error", status: 403, at: call },
  "368": { message: "Temporarily blocked for policies violations", status: 403, at: call },
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes */
export const whatsappFailures: Failures = {
  ...graph,
  "80007": { message: "Rate limit issues", status: 429, at: call },
  "130403": { message: "User is blocked by the business", at: callback },
  "130429": {
    message: "Rate limit hit",
    details: "Cloud API message throughput has been reached.",
    status: 429,
    at: both,
  },
  "130472": { message: "User's number is part of an experiment", at: callback },
  "130497": {
    message: "Business account is restricted from messaging users in this country",
    at: both,
  },
  "131000": {
    message: "Something went wrong",
    details: "Message failed to send due to an unknown error.",
    status: 500,
    at: both,
  },
  "131005": { message: "Access denied", status: 403, at: call },
  "131008": { message: "Required parameter is missing", at: call },
  "131009": { message: "Parameter value is not valid", at: call },
  "131016": { message: "Service unavailable", status: 503, at: both },
  "131021": { message: "Recipient cannot be sender", at: call },
  "131026": { message: "Message undeliverable", details: "Message Undeliverable.", at: both },
  "131030": { message: "Recipient phone number not in allowed list", at: call },
  "131031": { message: "Account has been locked", status: 403, at: both },
  "131037": { message: "Display name approval is needed", at: callback },
  "131042": { message: "Business eligibility payment issue", at: callback },
  "131045": { message: "Incorrect certificate", at: call },
  "131047": {
    message: "Re-engagement message",
    details:
      "Message failed to send because more than 24 hours have passed since the customer last replied to this number.",
    at: both,
  },
  "131048": { message: "Spam rate limit hit", status: 429, at: both },
  "131049": {
    message: "This message was not delivered to maintain healthy ecosystem engagement.",
    at: callback,
  },
  "131050": { message: "User has stopped marketing messages from this business", at: callback },
  "131051": { message: "Unsupported message type", at: call },
  "131052": { message: "Media download error", at: callback },
  "131053": { message: "Media upload error", at: both },
  "131056": {
    message: "(Business Account, Consumer Account) pair rate limit hit",
    details:
      "Too many messages sent from the sender phone number to the same recipient phone number in a short period of time.",
    status: 429,
    at: both,
  },
  "131057": { message: "Account in maintenance mode", status: 503, at: call },
  "131062": {
    message: "BSUID not supported",
    details: "Business-scoped User ID (BSUID) recipients are not supported for this message.",
    at: call,
  },
  "131063": { message: "BSUID message not allowed", at: call },
  "131064": { message: "Message throttled", status: 429, at: call },
  "132000": {
    message: "Number of parameters does not match the expected number of params",
    at: call,
  },
  "132001": {
    message: "Template name does not exist in the translation",
    status: 404,
    at: call,
  },
  "132005": { message: "Translated text too long", at: call },
  "132007": { message: "Template content policy violated", at: call },
  "132008": { message: "Template parameter format mismatch", at: call },
  "132012": { message: "Parameter format does not match format in the created template", at: call },
  "132015": {
    message: "Template is Paused",
    details: "Template is paused due to low quality",
    at: call,
  },
  "132016": { message: "Template is Disabled", at: call },
  "132068": { message: "Flow is blocked", at: call },
  "132069": { message: "Flow is throttled", at: call },
  "133000": { message: "Incomplete deregistration", status: 500, at: call },
  "133004": { message: "Server temporarily unavailable", status: 503, at: call },
  "133005": { message: "Two step verification PIN mismatch", at: call },
  "133006": { message: "Phone number re-verification needed", at: call },
  "133010": { message: "Phone number not registered", at: call },
  "133016": { message: "Registration attempts exceeded", at: call },
  "134011": { message: "WhatsApp payments terms of service has not been accepted", at: call },
  "135000": { message: "Generic user error", at: both },
  "137000": { message: "Feature not available", at: call },
};

/** By code or code/subcode. https://developers.facebook.com/docs/messenger-platform/error-codes */
export const pageFailures: Failures = {
  ...graph,
  "1/99": { message: "An unknown error occurred", status: 500, at: call },
  "2/2018344": { message: "Message not sent due to a temporary error", status: 500, at: call },
  "17": { message: "User request limit reached", at: call },
  "32": { message: "Page request limit reached", at: call },
  "100/2018001": { message: "No matching user found", at: call },
  "100/2018008": { message: "Failed to fetch the file from the url", at: call },
  "200/2018028": {
    message: "Cannot message users who are not admins, developers or testers",
    status: 403,
    at: call,
  },
  "230": { message: "Permission disallows message to user", status: 403, at: call },
  "551": { message: "This person isn't available right now.", at: call },
  "551/1545041": { message: "This person isn't available right now.", at: call },
  "613": { message: "Calls to this api have exceeded the rate limit.", at: call },
  "10903": { message: "This user can't reply to this activity", at: call },
  "80006": { message: "There have been too many calls to this Messenger account", at: call },
  "1357046": { message: "Attachment could not be sent", at: call },
  "2018108": { message: "This person cannot receive messages", at: call },
};

/** What only one of the two gives. */
export const messengerFailures: Failures = {
  "10/2018278": { message: "This message is sent outside of allowed window.", at: call },
};
export const instagramFailures: Failures = {
  "10/2534022": { message: "This message is sent outside of allowed window.", at: call },
  "100/2534014": { message: "The requested user cannot be found.", at: call },
  "2534025": { message: "A private reply was already sent for this comment", at: call },
};

const tables = {
  whatsapp: whatsappFailures,
  messenger: { ...pageFailures, ...messengerFailures },
  instagram: { ...pageFailures, ...instagramFailures },
};
export type MetaPlatform = keyof typeof tables;

/** What a code says on a platform. */
export function failureOf(platform: MetaPlatform, code: string): Failure {
  return tables[platform][code] ?? { message: "Generic user error", at: both };
}

/** Every failure that the page can choose, with the platforms it happens on. */
export const failures: FailureCode[] = Object.entries(tables).flatMap(([platform, table]) =>
  Object.entries(table).map(([code, { at, message }]) => ({
    code,
    at,
    message,
    platforms: [platform as MetaPlatform],
  })),
);
