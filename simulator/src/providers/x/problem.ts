import type { Response } from "express";
import type { FailureCode } from "../provider.ts";

/** A refusal as X tells it (RFC 9457). */
export type Problem = { title: string; detail: string; status: number; type: string };

const titles: Record<number, [title: string, detail: string]> = {
  400: ["Invalid Request", "One or more parameters to your request was invalid."],
  401: ["Unauthorized", "Unauthorized"],
  402: ["CreditsDepleted", "Your account does not have any credits to fulfill this request."],
  403: ["Forbidden", "You do not have permission to DM one or more participants."],
  404: ["Not Found Error", "Could not find participant."],
  413: ["Payload Too Large", "The media is too large."],
  429: ["Too Many Requests", "Too Many Requests"],
  503: ["Service Unavailable", "Service Unavailable"],
};

export function problem(status: number, detail?: string): Problem {
  const [title, usual] = titles[status] ?? ["Internal Server Error", "Something is broken"];
  return { title, detail: detail ?? usual, status, type: "about:blank" };
}

/** What may be chosen for the next messages. */
export const failures: FailureCode[] = [400, 401, 402, 403, 404, 429, 503].map((code) => ({
  code,
  at: ["call"],
  message: problem(code).detail,
}));

/** Answers with a problem; too many requests tell when the quarter of an hour ends. */
export function refuse(response: Response, refused: Problem, retryAfter = 60): void {
  if (refused.status === 429) {
    response.set({
      "x-rate-limit-limit": "15",
      "x-rate-limit-remaining": "0",
      "x-rate-limit-reset": String(Math.ceil(Date.now() / 1000) + retryAfter),
    });
  }
  response.status(refused.status).type("application/problem+json").send(JSON.stringify(refused));
}
