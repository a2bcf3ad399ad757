import type { Mail } from "@hilo/schema";
import { firstOf, type Letter } from "./letter.ts";
import { localOf, loopMark, plainAddress } from "./thread.ts";

/**
 * Whether a machine wrote a mail, which is then never answered by another.
 * @see https://www.rfc-editor.org/rfc/rfc3834 and https://www.rfc-editor.org/rfc/rfc2919
 */
export function automaticOf({ headers, from }: Letter): Mail["automatic"] {
  const has = (name: string) => firstOf(headers, name) !== "";
  const precedence = firstOf(headers, "precedence").toLowerCase();
  const submitted = firstOf(headers, "auto-submitted").toLowerCase();
  const local = localOf(from?.address ?? "").toLowerCase();
  if (/^(mailer-daemon|postmaster)$/.test(local)) return "bounce";
  if (submitted !== "" && !submitted.startsWith("no")) return "reply";
  if (replies.some(has) || precedence === "auto_reply") return "reply";
  if (lists.some(has) || /^(bulk|list|junk)$/.test(precedence)) return "list";
  if (firstOf(headers, "return-path").trim() === "<>") return "bounce";
  return isNoReply(local) ? "list" : undefined;
}

const replies = ["x-autoreply", "x-autorespond", "x-auto-response-suppress"];
const lists = ["list-id", "list-unsubscribe"];

export function isNoReply(local: string): boolean {
  return /^(no|do-?not)[._-]?reply|^no[._-]?responder/i.test(local);
}

type Own = { workspaceId: string; address: string; settings: Record<string, string> };

/** Whether an address is one of this mailbox's own, whatever stands behind its plus. */
export function isOwn({ address, settings }: Own, other: string): boolean {
  const own = [address, settings.inboundAddress ?? ""].filter(Boolean).map(plainAddress);
  return own.includes(plainAddress(other));
}

/** Whether a mail carries the mark of what we send. */
export function carriesOurMark(own: Own, { headers }: Letter): boolean {
  return firstOf(headers, loopHeader) === loopMark(own);
}

export const loopHeader = "x-hilo-loop";
