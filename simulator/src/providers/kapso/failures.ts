import { whatsappFailures } from "../meta/failures.ts";
import type { GraphError } from "../meta/graph-error.ts";
import type { FailureCode } from "../provider.ts";

/** What Kapso itself says no with, by HTTP status; everything else passes through from Meta. */
const own: Record<string, string> = {
  "401": "Invalid API key",
  "403": "This API key may not use this phone number",
  "404": "Phone number not found",
  "409": "Another message is in-flight for this conversation",
  "422": "Validation failed",
  "429": "Rate limit exceeded",
  "500": "Internal server error",
};

/** A refusal in Kapso's form; undefined for codes of Meta's. */
export function refusalOf(code: string): GraphError | undefined {
  const status = code === "1" ? "500" : code;
  const error = own[status];
  return error === undefined ? undefined : { status: Number(status), body: { error } };
}

export const failures: FailureCode[] = [
  ...Object.entries(own).map(([code, message]): FailureCode => ({ code, at: ["call"], message })),
  ...Object.entries(whatsappFailures).map(([code, { at, message }]) => ({ code, at, message })),
];
