import type { Problem, ProblemCode } from "@hilo/schema";
import { AppError } from "./errors.ts";

/** What is sent back: a status and its JSON. */
export type Answer = { status: number; body: string };

const titles: Record<ProblemCode, string> = {
  badRequest: "The request cannot be read",
  invalid: "The request is not complete or not right",
  empty: "Empty",
  notSignedIn: "Not signed in",
  sessionEnded: "The session has ended",
  notAllowed: "Not allowed",
  identityExpired: "What the site says of its customer is over",
  notRecent: "Signed in too long ago for this",
  otherMailbox: "It was sent to another mailbox",
  notFound: "Not found",
  wrongMethod: "Method not supported here",
  conflict: "Something else stands in the way",
  changed: "Somebody else has changed it",
  moved: "Somebody else has moved it",
  taken: "Somebody else has it already",
  unproved: "It is not certain whose mailbox this is",
  claimed: "A colleague is answering",
  windowClosed: "The reply window is closed",
  optedOut: "The person does not want messages",
  channelDisabled: "The channel is switched off",
  gone: "No longer there",
  withdrawn: "The invitation was withdrawn",
  tooLarge: "Too large",
  wrongType: "Type not accepted",
  dangerous: "Dangerous to open",
  tooMany: "Too many requests",
  internal: "Something went wrong here",
  unavailable: "Not available now",
};

/** gRPC's DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED and UNAVAILABLE: the same request may do better later. */
const passing = new Set<unknown>([4, 8, 10, 14]);

/** Any error as one the caller may see; what nobody foresaw says nothing of itself. */
export function publicError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { status, code } = typeof error === "object" && error ? (error as Traits) : {};
  if (typeof status === "number" && status >= 400 && status < 500) {
    return new AppError("badRequest", "The address or the body cannot be read.", { cause: error });
  }
  if (error instanceof Error && passing.has(code)) {
    return new AppError("unavailable", "Try again in a moment.", { cause: error });
  }
  const sentence =
    "It has been noted. Try again, and tell us the request's id if it happens again.";
  return new AppError("internal", sentence, { cause: error });
}

type Traits = { status?: unknown; code?: unknown };

/** An error as problem+json (RFC 9457). */
export function problemOf(error: AppError, requestId: string): Answer {
  const problem: Problem = {
    type: `urn:hilo:problem:${error.code}`,
    title: titles[error.code],
    status: error.status,
    code: error.code,
    detail: error.message,
    requestId,
    ...(error.details ? { errors: error.details } : {}),
    ...(error.taken ? { details: [...error.taken] } : {}),
    ...(error.changed ? { changed: [...error.changed] } : {}),
  };
  return { status: error.status, body: JSON.stringify(problem) };
}
