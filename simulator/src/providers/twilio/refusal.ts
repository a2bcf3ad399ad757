import { failures } from "./failures.ts";

/** A call that Twilio refuses, as it says so. */
export type Refusal = { code: number; message: string; more_info: string; status: number };

/** The refusal of a code; `message` is more exact than the table's wording. */
export function refusal(code: number, message?: string): Refusal {
  const known = failures[code];
  return {
    code,
    message: message ?? known?.message ?? "The request could not be processed",
    more_info: `https://www.twilio.com/docs/errors/${code}`,
    status: known?.status ?? 400,
  };
}
