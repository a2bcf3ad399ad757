import * as z from "zod";
import { ChangedField } from "./seen.ts";

/** Every error code of the API, and its HTTP status. */
export const problemStatus = {
  badRequest: 400,
  invalid: 422,
  empty: 422,
  notSignedIn: 401,
  sessionEnded: 401,
  notAllowed: 403,
  identityExpired: 403,
  notRecent: 403,
  otherMailbox: 403,
  notFound: 404,
  wrongMethod: 405,
  conflict: 409,
  changed: 409,
  moved: 409,
  taken: 409,
  unproved: 409,
  claimed: 409,
  windowClosed: 409,
  optedOut: 409,
  channelDisabled: 409,
  gone: 410,
  withdrawn: 410,
  tooLarge: 413,
  wrongType: 415,
  dangerous: 415,
  tooMany: 429,
  internal: 500,
  unavailable: 503,
} as const;

export const ProblemCode = z.enum(
  Object.keys(problemStatus) as [keyof typeof problemStatus, ...(keyof typeof problemStatus)[]],
);
export type ProblemCode = keyof typeof problemStatus;

/** An error as the API answers it: problem+json (RFC 9457). `detail` is a sentence a person can act on. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: ProblemCode,
  detail: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** Of `taken`: who has what was asked for. */
  details: z.array(z.object({ path: z.string(), contactId: z.string() })).optional(),
  /** Of `changed` and `moved`. */
  changed: z.array(ChangedField).optional(),
});
export type Problem = z.infer<typeof Problem>;
