import type { DeliveryError, FailureReason } from "@hilo/schema";

/**
 * What the codes of SMTP mean, and the remedy each needs.
 * @see https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3 and https://www.rfc-editor.org/rfc/rfc3463
 */
const table: Record<string, readonly [FailureReason, string]> = {
  "421": ["transient", "Service closing / too many connections"],
  "450": ["transient", "Mailbox busy / greylisting"],
  "451": ["transient", "Local error"],
  "452": ["transient", "Storage / too many recipients"],
  "454": ["transient", "Temporary authentication failure"],
  "530": ["credentials", "Authentication required"],
  "534": ["credentials", "Stronger authentication needed (OAuth)"],
  "535": ["credentials", "Credentials refused"],
  "538": ["configuration", "The server wants an encrypted connection"],
  "550": ["badAddress", "Mailbox unavailable; 5.1.1 no such user, 5.7.x policy/auth"],
  "551": ["badAddress", "Not local"],
  "552": ["media", "Size or storage exceeded (5.3.4 too big, 5.2.2 mailbox full)"],
  "553": ["badAddress", "Mailbox name not allowed"],
  "554": ["policy", "Transaction failed (often spam/policy)"],
  "4.2.1": ["transient", "The mailbox is disabled for now"],
  "4.2.2": ["unreachable", "Mailbox full"],
  "4.4.1": ["transient", "The recipient's mail server does not answer"],
  "4.4.7": ["unreachable", "Delivery was tried for too long"],
  "4.7.0": ["transient", "Refused for now by policy"],
  "4.7.1": ["transient", "Refused for now, often greylisting"],
  "5.1.0": ["badAddress", "The address is not accepted"],
  "5.1.1": ["badAddress", "No such mailbox"],
  "5.1.2": ["badAddress", "Bad domain"],
  "5.1.3": ["badAddress", "The address is not written correctly"],
  "5.1.6": ["badAddress", "The mailbox has moved"],
  "5.1.8": ["configuration", "The sender's domain is not accepted"],
  "5.1.10": ["badAddress", "The domain takes no mail"],
  "5.2.1": ["unreachable", "Mailbox disabled"],
  "5.2.2": ["unreachable", "Mailbox full"],
  "5.2.3": ["media", "Message longer than the mailbox takes"],
  "5.3.4": ["media", "Message too big"],
  "5.4.1": ["unreachable", "The recipient's mail server does not answer"],
  "5.4.4": ["badAddress", "The domain has no mail server"],
  "5.4.6": ["configuration", "A mail loop"],
  "5.4.7": ["unreachable", "Delivery was tried for too long"],
  "5.5.0": ["other", "The mail server reports a protocol error"],
  "5.6.0": ["content", "The content is not accepted"],
  "5.7.1": ["policy", "Refused by policy"],
  "5.7.7": ["policy", "The message was changed on its way"],
  "5.7.8": ["credentials", "Credentials refused"],
  "5.7.9": ["credentials", "Stronger authentication needed (OAuth)"],
  "5.7.20": ["configuration", "No passing DKIM signature"],
  "5.7.23": ["configuration", "SPF does not allow this sender"],
  "5.7.25": ["configuration", "The sending server has no reverse name"],
  "5.7.26": ["configuration", "Unauthenticated sender (SPF/DKIM/DMARC)"],
  "5.7.27": ["configuration", "The sender's domain takes no mail"],
  // Words of the services.
  bounce: ["unreachable", "The mail came back"],
  dropped: [
    "blocked",
    "The mail service did not send it: the address bounced or complained before",
  ],
  rejected: ["policy", "The mail service did not send it"],
  suppressed: ["blocked", "The mail service suppresses this address"],
  "suppress-bounce": ["blocked", "The address bounced before"],
  "suppress-complaint": ["optedOut", "The address reported our mail as unwanted"],
  "suppress-unsubscribe": ["optedOut", "The address unsubscribed"],
  // Our own.
  badAddress: ["badAddress", "The address is not written correctly"],
  noServer: ["configuration", "No SMTP server is set for this mailbox"],
  notPublic: ["configuration", "The SMTP server's address is not public"],
  notEncrypted: ["configuration", "The SMTP server offers no encryption"],
  // Of OAuth 2 (RFC 6749, 5.2), before the server is asked.
  "oauth:invalid_grant": ["credentials", "The refresh token has ended or was taken back"],
  "oauth:invalid_client": ["credentials", "The client ID or secret is not accepted, or has ended"],
  "oauth:address": ["configuration", "Tokens are asked for at Google or Microsoft only"],
  "oauth:unreachable": ["transient", "The address that gives tokens does not answer"],
  EAUTH: ["credentials", "The SMTP server did not accept the sign-in"],
  ETLS: ["configuration", "No encrypted connection to the SMTP server came about"],
  EENVELOPE: ["badAddress", "The SMTP server refused the sender or the recipient"],
  EMESSAGE: ["content", "The SMTP server refused the message"],
};

/** The codes of the table, for tests and for whoever lists them. */
export const knownCodes = Object.keys(table);

/** Codes of a class that the table does not list one by one (RFC 3463: class, subject). */
const families: readonly [RegExp, FailureReason, string][] = [
  [/^[45]\.1\./, "badAddress", "The address is not accepted"],
  [/^[45]\.2\./, "unreachable", "The mailbox takes no mail"],
  [/^[45]\.3\./, "unreachable", "The recipient's mail system has a problem"],
  [/^[45]\.4\./, "unreachable", "The recipient's mail system cannot be reached"],
  [/^[45]\.6\./, "content", "The content is not accepted"],
  [/^5\.7\./, "policy", "Refused by policy"],
  [/^oauth:/, "credentials", "No token to sign in with was given"],
  [/^4\./, "transient", "Refused for now"],
  [/^4\d\d$/, "transient", "Refused for now"],
];

/** What a code means; one that nobody listed is told by its class. */
export function explain(code: string): DeliveryError {
  const known = table[code];
  if (known) return { code, reason: known[0], message: known[1] };
  const family = families.find(([pattern]) => pattern.test(code));
  const [, reason, meaning] = family ?? [
    null,
    "other" as const,
    `The mail server reported ${code}`,
  ];
  return { code, reason, message: meaning };
}

/** What a code with its words means: the enhanced code is looked for in both, and tells the most. */
export function explainWith(code: string, words: string): DeliveryError {
  const best = codeIn(`${code} ${words}`) ?? (code || "bounce");
  const meaning = explain(best);
  return words ? { ...meaning, message: `${meaning.message}: ${words}`.slice(0, 500) } : meaning;
}

/** The most telling code of a text: enhanced before plain, and one that says something before `x.0.0`. */
export function codeIn(text: string): string | undefined {
  const enhanced = [...text.matchAll(/(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/g)].map(String);
  const telling = enhanced.find((code) => !code.endsWith(".0.0"));
  return telling ?? /(?<![\d.])[45]\d\d(?![\d.])/.exec(text)?.[0] ?? enhanced[0];
}
