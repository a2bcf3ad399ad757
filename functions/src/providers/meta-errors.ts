import type { DeliveryError, FailureReason } from "@hilo/schema";

/**
 * What the error codes of the Graph API mean and the remedy each needs, for WhatsApp, Messenger and Instagram
 * alike: a code means the same on all of them. `code/subcode` where only both together tell.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 * @see https://developers.facebook.com/docs/messenger-platform/error-codes
 */
const table: Record<string, readonly [FailureReason, string]> = {
  "0": ["credentials", "AuthException: token could not be used"],
  "190": ["credentials", "Access token expired or revoked"],
  "3": ["permission", "App lacks capability"],
  "10": ["permission", "Permission not granted"],
  "200": ["permission", "Permission missing (200–299 family)"],
  "1": ["transient", "Unknown API error"],
  "2": ["transient", "API service down or overloaded"],
  "33": ["configuration", "Phone number id deleted or not accessible"],
  "100": ["content", "Invalid parameter"],
  "4": ["rateLimited", "App call limit"],
  "80007": ["rateLimited", "WABA rate limit"],
  "130429": ["rateLimited", "Throughput of the number exceeded"],
  "131048": ["spamLimited", "Spam rate limit: too many blocked/flagged"],
  "131056": ["rateLimited", "Pair limit: too many messages to the same recipient in a short time"],
  "131064": ["rateLimited", "Throttled (a newer limit)"],
  "133016": ["rateLimited", "Registration attempts limit"],
  "368": ["policy", "Account blocked for policy"],
  "130497": ["policy", "Not allowed to message this country/category"],
  "131031": ["policy", "Account locked"],
  "130403": ["blocked", "We blocked this user"],
  "130472": ["spamLimited", "User in experiment: marketing not delivered"],
  "131000": ["transient", "Something went wrong"],
  "131005": ["permission", "Access denied"],
  "131008": ["content", "Required parameter missing"],
  "131009": ["content", "Parameter value not valid"],
  "131016": ["transient", "Service temporarily unavailable"],
  "131021": ["badAddress", "Recipient is the sender"],
  "131026": [
    "unreachable",
    "Message undeliverable (not on WhatsApp, old client, terms not accepted, …)",
  ],
  "131030": ["configuration", "Recipient not in allowed list (test number)"],
  "131037": ["configuration", "Display name approval needed"],
  "131042": ["configuration", "Payment method problem"],
  "131045": ["configuration", "Number not registered properly (certificate)"],
  "131047": ["windowClosed", "More than 24 h since the last user message"],
  "131049": ["spamLimited", "Not delivered to keep ecosystem healthy"],
  "131050": ["optedOut", "User stopped marketing messages from this business"],
  "131051": ["content", "Message type not supported"],
  "131052": ["media", "Could not download the user's media"],
  "131053": ["media", "Could not upload/send the media"],
  "131057": ["transient", "Account in maintenance mode"],
  "131062": ["badAddress", "BSUID recipients not supported for this message"],
  "131063": ["badAddress", "BSUID-related send refusal"],
  "132000": ["template", "Parameter count differs from the template"],
  "132001": ["template", "Template does not exist in that language"],
  "132005": ["template", "Text too long after filling parameters"],
  "132007": ["template", "Template text breaks policy"],
  "132008": ["template", "Parameter format mismatch (family with 132012)"],
  "132012": ["template", "Parameter format mismatch"],
  "132015": ["templatePaused", "Template paused for low quality"],
  "132016": ["templatePaused", "Template disabled for good"],
  "132068": ["template", "Flow blocked"],
  "132069": ["template", "Flow throttled"],
  "133000": ["configuration", "Incomplete deregistration"],
  "133004": ["transient", "Server temporarily unavailable (registration)"],
  "133005": ["configuration", "Two-step PIN mismatch"],
  "133006": ["configuration", "Number must be verified"],
  "133010": ["configuration", "Number not registered"],
  "134011": ["configuration", "Payments terms not accepted"],
  "135000": ["other", "Generic user error"],
  "137000": ["policy", "Feature-specific refusal"],
  "10/2018278": ["windowClosed", "Outside the 24 h window (Messenger)"],
  "10/2534022": ["windowClosed", "Outside the window (Instagram)"],
  "551/1545041": ["unreachable", "Person is not available (blocked page, deactivated, …)"],
  "551": ["unreachable", "Person is not available"],
  "100/2018001": ["badAddress", "No matching user"],
  "100/2534014": ["badAddress", "Requested Instagram user not found"],
  "10903": ["unreachable", "User cannot reply to this activity"],
  "2018108": ["unreachable", "Person cannot receive messages from the page"],
  "2534025": ["policy", "Private reply already used for that comment"],
  "17": ["rateLimited", "User request limit"],
  "32": ["rateLimited", "Page request limit"],
  "613": ["rateLimited", "Custom rate limit (messages)"],
  "80006": ["rateLimited", "Messenger business-use-case rate limit"],
  "200/2018028": ["permission", "App not approved for messaging people outside its roles"],
  "230": ["permission", "Permission disallows message to user"],
  "2/2018344": ["transient", "Temporary send error"],
  "1/99": ["transient", "Unknown error at Meta"],
  "1357046": ["other", "Attachment / generic send failure"],
};

/** What somebody refuses is marketing only: what they ask may be answered. */
const marketing = new Set(["131050"]);

/** The codes of the table, for tests and for whoever lists them. */
export const knownCodes = Object.keys(table);

/** What a code (`190`, or with its subcode `190/460`) means; one Meta added since is shown as it is. */
export function explain(code: string): DeliveryError {
  const [main = ""] = code.split("/");
  const known = [code, main].find((key) => Object.hasOwn(table, key));
  if (known) return meaningOf(known);
  if (/^2\d\d$/.test(main)) return { ...meaningOf("200"), code: main };
  return { code, reason: "other", message: `Meta reported error ${code}` };
}

function meaningOf(code: string): DeliveryError {
  const [reason, message] = table[code] ?? ["other", `Meta reported error ${code}`];
  return { code, reason, message, ...(marketing.has(code) ? { scope: "marketing" } : {}) };
}
