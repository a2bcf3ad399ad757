import { sameMailAddress } from "@hilo/schema";
import { ProviderError, type Receipt } from "../providers/adapter.ts";
import type { Sending } from "./sending.ts";

/**
 * A mail may be taken for some of those it goes to. Where it was not for whom the conversation is with, it has failed,
 * though its copies went out: for good, lest these go out twice.
 */
export function missedBy(
  { conversation }: Sending,
  { refused = [] }: Receipt,
): ProviderError | undefined {
  const missed = refused.find(({ address }) => sameMailAddress(address, conversation.address));
  return missed && new ProviderError("refused", missed.code, missed.message);
}

/** What the message is told of its way out. */
export function toldBy({ externalId, refused = [] }: Receipt) {
  return { externalId, ...(refused.length > 0 ? { "mail.refused": refused } : {}) };
}
