import { isMailAddress, sameMailAddress } from "@hilo/schema/mail-address";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
import { addressesIn, withAddresses } from "../../../text/address-list.ts";

type Here = {
  conversationId: string;
  /** Whom an answer goes to anyway. */
  address: string;
  /** Our own addresses. */
  own: readonly string[];
};

/** Everybody else in a mail who gets an answer to all: not ourselves, by whichever of our addresses, and each once. */
export function othersOf(
  { mail, sender }: Pick<ThreadMessage, "mail" | "sender">,
  { conversationId, address, own }: Here,
): string[] {
  const named = [sender?.address ?? "", ...(mail?.to ?? []), ...(mail?.cc ?? [])];
  const all = withAddresses([], named.flatMap(addressesIn).join(","));
  const ours = [...own, address].map(bare);
  const token = `+${conversationId}-`.toLowerCase();
  return all.filter(
    (one) =>
      isMailAddress(one) &&
      !one.toLowerCase().includes(token) &&
      !ours.some((other) => sameMailAddress(bare(one), other)),
  );
}

/** Without what stands behind a plus, which names no other mailbox. */
function bare(address: string): string {
  const at = address.indexOf("@");
  const plus = address.slice(0, Math.max(at, 0)).indexOf("+");
  return plus < 0 ? address : address.slice(0, plus) + address.slice(at);
}
