import type { DeliveryError, FailureReason } from "@hilo/schema";
import { channelsOf } from "../channels/store.ts";
import { optOutsOf } from "../contacts/opt-outs.ts";
import { refusedAt } from "../conversations/settle-wishes.ts";
import { conversationsOf } from "../conversations/store.ts";
import { now } from "../platform/clock.ts";
import type { Transaction } from "../platform/firestore.ts";
import type { ProviderError } from "../providers/adapter.ts";
import { adapterOf } from "../providers/index.ts";
import { lookedAfter, lookedAfterAt } from "./outbox-times.ts";
import { routeOf, type Sending } from "./sending.ts";
import type { Reached } from "./tell-status.ts";

/** After this many tries, about a quarter of an hour, a message that never reached the provider has failed. */
const maxAttempts = 10;

export type FailureOutcome = {
  message: Record<string, unknown>;
  /** When to try again; undefined when it is over. */
  retryAt: Date | undefined;
  /** What is told of it, when it is over. */
  end?: Reached;
  /** What else belongs to the commit: it reads, so it comes before what else the commit writes. */
  also(transaction: Transaction): Promise<void> | void;
};

/** What a failed delivery means: later, for good, or nobody knows. */
export function failureChanges(sending: Sending, error: ProviderError): FailureOutcome {
  if (error.kind === "unknown")
    return { ...final(unconfirmed()), end: { status: "unknown", at: now(), code: "unconfirmed" } };
  const tries = (sending.message.attempts ?? 0) + 1;
  if (error.kind !== "refused" && tries < maxAttempts) return again(sending, error, tries);
  const meaning = meaningOf(sending, error);
  return {
    ...final({
      status: "failed",
      "statusAt.failed": now(),
      error: meaning,
      ...lookedAfter(),
    }),
    end: { status: "failed", at: now(), code: meaning.code },
    also: async (transaction) => {
      const isWish = meaning.reason === "optedOut" && meaning.scope !== "marketing";
      if (isWish && !sending.message.carries) await noteOptOut(transaction, sending);
      if (meaning.reason === "credentials" && error.code !== "noCredentials")
        askToReconnect(transaction, sending, meaning);
    },
  };
}

/** Written, but no answer came: never sent again blindly. */
export function unconfirmed(): Record<string, unknown> {
  const error: DeliveryError = {
    code: "unconfirmed",
    reason: "unconfirmed",
    message: "The provider did not answer, so the message may or may not have been sent.",
  };
  return { status: "unknown", "statusAt.unknown": now(), error, ...lookedAfter() };
}

function final(message: Record<string, unknown>): FailureOutcome {
  return { message, retryAt: undefined, also: () => undefined };
}

function again({ message }: Sending, error: ProviderError, tries: number): FailureOutcome {
  const retryAt = new Date(now() + (error.retryAfter ?? backoff(tries)));
  const changes = { status: "queued", ...lookedAfterAt(message, retryAt) };
  return { message: changes, retryAt, also: () => undefined };
}

/** Exponential, from 2 s to 9 min, with jitter over its upper half. */
function backoff(tries: number): number {
  const ceiling = 2000 * 2 ** (tries - 1);
  return Math.round(ceiling * (0.5 + Math.random() / 2));
}

/** Refusals of our own, before any provider is asked. */
const ownReasons: Partial<Record<string, FailureReason>> = {
  optedOut: "optedOut",
  noCredentials: "credentials",
  channelDisabled: "configuration",
  template: "template",
};

function meaningOf(sending: Sending, error: ProviderError): DeliveryError {
  if (error.kind === "unreachable")
    return { code: error.code || "unreachable", reason: "transient", message: error.message };
  const own = ownReasons[error.code];
  if (own) return { code: error.code, reason: own, message: error.message };
  const known = adapterOf(routeOf(sending).provider)?.explain(error.code);
  return known ?? { code: error.code, reason: "other", message: error.message };
}

/** Nothing more will go out until somebody enters credentials that the provider takes. */
function askToReconnect(
  transaction: Transaction,
  sending: Sending,
  { message }: DeliveryError,
): void {
  const notice = { level: "error", code: "reconnect", text: message, at: now() };
  transaction.update(channelsOf(sending.workspaceId).doc(routeOf(sending).channelId), { notice });
}

async function noteOptOut(transaction: Transaction, sending: Sending): Promise<void> {
  const { workspaceId, conversationId } = sending;
  const optOuts = await optOutsOf(transaction, workspaceId, conversationId);
  const consentAt = now();
  const wish = { optedOut: true, noMarketing: false, consentAt };
  transaction.update(conversationsOf(workspaceId).doc(conversationId), wish);
  optOuts.note(refusedAt(consentAt));
}
