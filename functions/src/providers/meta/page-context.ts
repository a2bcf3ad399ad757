import type { InboundEvent, Sender } from "@hilo/schema";
import type { Messaging } from "./wire.ts";

/** Where an event happened. */
export type PagePlace = {
  /** The page's or the Instagram account's id. */
  account: string | undefined;
  platform: "messenger" | "instagram";
  /** Our own app's id, when it is known. */
  appId: string | undefined;
};

/** An event with the customer it is about. */
export type Context = PagePlace & { event: Messaging; sender: Sender };
/** Reads one part of an event; undefined when it is not there. */
export type Reader = (context: Context) => InboundEvent[] | undefined;

/** What every event of the customer has. */
export function aboutOf({ account, sender, event }: Context, externalId: string) {
  return { ...(account ? { account } : {}), externalId, at: event.timestamp ?? null, sender };
}

/** Kept for somebody to look at. */
export function unsupported(
  { account }: { account: string | undefined },
  reason: string,
): InboundEvent {
  return { type: "unsupported", ...(account ? { account } : {}), reason: reason.slice(0, 200) };
}
