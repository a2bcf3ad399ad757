import * as z from "zod";

const secret = z.string().min(1).optional();

/** What connects a mailbox: one secret for each service that may bring mail, and the SMTP sign-in. */
export const EmailCredentials = z.object({
  /** The unguessable end of SendGrid's address, where it does not sign. */
  sendgridPath: secret,
  /** SendGrid's public keys, base64 DER, one after another: of the parse security policy, of the event webhook. */
  sendgridKey: secret,
  /** Mailgun's HTTP webhook signing key. */
  mailgunKey: secret,
  /** `user:password`, as they stand in the address Postmark calls. */
  postmarkBasic: secret,
  smtpUser: secret,
  smtpPassword: secret,
  /** OAuth 2 instead of the password: our application and, at Google, the token of whoever allowed it to send. */
  oauthClientId: secret,
  oauthClientSecret: secret,
  oauthRefreshToken: secret,
});
export type EmailCredentials = z.infer<typeof EmailCredentials>;

/** The services that bring mail; the name stands in the path of their webhook. */
export const services = ["sendgrid", "mailgun", "postmark"] as const;
export type Service = (typeof services)[number];

/** The service of a request, by its path. */
export function serviceOf({ rest }: { rest: readonly string[] }): Service | undefined {
  return services.find((service) => service === rest[0]);
}

/** The JSON of a body, or undefined when it is none. */
export function jsonOf(body: Uint8Array | string): unknown {
  try {
    return JSON.parse(typeof body === "string" ? body : Buffer.from(body).toString("utf8"));
  } catch {
    return undefined;
  }
}
