import { type InboundEvent, isMailAddress, longestAddress, type StatusEvent } from "@hilo/schema";
import type { Account } from "../adapter.ts";
import { explainWith } from "./errors.ts";
import { bare } from "./letter.ts";
import { addresseeMark, idsFrom, messageIdFor } from "./thread.ts";

/** What a service tells of one mail. */
export type Told = {
  status: "sent" | "delivered" | "failed";
  at: number | null;
  /** The mail's Message-ID, with or without brackets. */
  messageId: string | undefined;
  /** The ids we gave along, where the service gives them back. */
  conversation: string | undefined;
  message: string | undefined;
  mark: string | undefined;
  /** Whom it tells of, and the mark of whom the mail went to: others got a copy. */
  recipient: string | undefined;
  to: string | undefined;
  /** Of a failure: its code and the words it came with. */
  code?: string;
  words?: string;
};

/** The status of a mail of ours; what a service tells of mails that others sent with it is of no consequence here. */
export function statusEvent(account: Account, told: Told): InboundEvent {
  const named = told.messageId ? bare(told.messageId) : "";
  const ids = givenBack(told) ?? idsFrom(account, named);
  if (!ids) return { type: "ignored", reason: "It is about a mail that was not sent from here" };
  const externalId = named || messageIdFor(account, ids, account.address);
  return {
    type: "status",
    externalId: externalId.slice(0, 300),
    at: told.at,
    status: told.status,
    message: ids,
    ...recipientOf(told),
    ...errorOf(told),
  };
}

/** Named unless it is surely whom the mail went to. */
function recipientOf({ recipient = "", to }: Told): Pick<StatusEvent, "recipient"> {
  const address = recipient.trim().toLowerCase();
  if (!isMailAddress(address) || to === addresseeMark(address)) return {};
  return { recipient: address };
}

function givenBack({ conversation: conversationId, message: messageId, mark }: Told) {
  return conversationId && messageId && mark ? { conversationId, messageId, mark } : undefined;
}

function errorOf({ status, code = "", words = "" }: Told): Pick<StatusEvent, "error"> {
  return status === "failed" ? { error: explainWith(code, words) } : {};
}

/** Somebody does not want our mails; the service itself will not deliver more of them. */
export function stopEvent(address: string, id: string, at: number | null): InboundEvent {
  const sender = { address: address.trim().toLowerCase() };
  if (!sender.address || sender.address.length > longestAddress)
    return { type: "unsupported", reason: "A complaint without an address" };
  return { type: "consent", externalId: id.slice(0, 300), at, sender, consent: "stop" };
}

/** A time as services write it: seconds since the epoch or ISO 8601. */
export function timeOf(time: string | number | undefined): number | null {
  const ms = typeof time === "number" ? Math.round(time * 1000) : Date.parse(time ?? "");
  return Number.isFinite(ms) && ms > 0 ? ms : null;
}
