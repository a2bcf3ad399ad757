import type { FailureCode } from "../provider.ts";

type Failure = { reply: number; message: string; at: FailureCode["at"] };

const call: FailureCode["at"] = ["call"];
const both: FailureCode["at"] = ["call", "callback"];

/** How a mail server refuses, by its most telling code: at once, or with a report that comes back later. */
export const failures: Record<string, Failure> = {
  "421": { reply: 421, message: "4.3.2 Service closing, try again later", at: call },
  "450": { reply: 450, message: "4.2.0 Greylisted, try again later", at: call },
  "451": { reply: 451, message: "4.3.0 Local error in processing", at: call },
  "452": { reply: 452, message: "4.3.1 Insufficient system storage", at: call },
  "454": { reply: 454, message: "4.7.0 Temporary authentication failure", at: call },
  "530": { reply: 530, message: "5.7.0 Authentication required", at: call },
  "534": { reply: 534, message: "5.7.9 Stronger authentication needed", at: call },
  "535": { reply: 535, message: "5.7.8 Authentication credentials invalid", at: call },
  "550": { reply: 550, message: "Mailbox unavailable", at: both },
  "551": { reply: 551, message: "User not local", at: call },
  "552": { reply: 552, message: "Storage allocation exceeded", at: both },
  "553": { reply: 553, message: "Mailbox name not allowed", at: call },
  "554": { reply: 554, message: "Transaction failed", at: both },
  "4.2.2": { reply: 452, message: "Mailbox full", at: call },
  "5.1.1": { reply: 550, message: "No such user here", at: both },
  "5.1.2": { reply: 550, message: "No such domain", at: both },
  "5.2.1": { reply: 550, message: "Mailbox disabled", at: both },
  "5.2.2": { reply: 552, message: "Mailbox full", at: both },
  "5.3.4": { reply: 552, message: "Message too big for system", at: both },
  "5.7.1": { reply: 554, message: "Message refused by policy", at: both },
  "5.7.26": { reply: 550, message: "Unauthenticated sender (SPF, DKIM)", at: both },
};

/** What the server says: the code of three digits, then the one that tells more. */
export function replyOf(code: string): { responseCode: number; message: string } {
  const failure = failures[code];
  const enhanced = code.includes(".") ? `${code} ` : "";
  return {
    responseCode: failure?.reply ?? 550,
    message: enhanced + (failure?.message ?? "Refused"),
  };
}
