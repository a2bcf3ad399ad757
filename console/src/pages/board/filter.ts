import type { LeadKind, ListedLead, Platform } from "@hilo/schema";
import { leadKinds, nobody } from "@hilo/schema/words";
import { type BoardOrder, boardOrders } from "../../data/board-order.ts";
import { plain } from "../../text/plain.ts";
import { sameTag } from "../../text/tags.ts";

/** What of a board somebody looks at; it stands in the address. */
export type BoardFilter = {
  /** A member's uid, or 'none'. */
  owner: string;
  tag: string;
  channel: string;
  kind: string;
  words: string;
  order: BoardOrder;
};

export const allOfIt: BoardFilter = {
  owner: "",
  tag: "",
  channel: "",
  kind: "",
  words: "",
  order: "rank",
};

const names = { owner: "owner", tag: "tag", channel: "channel", kind: "kind", words: "q" } as const;
export type FilterName = Exclude<keyof typeof names, "words">;

/** The filter that an address names. */
export function filterIn(query: string): BoardFilter {
  const asked = new URLSearchParams(query);
  const text = (name: keyof typeof names) => asked.get(names[name]) ?? "";
  return {
    owner: text("owner"),
    tag: text("tag"),
    channel: text("channel"),
    kind: leadKinds.find((one) => one === text("kind")) ?? "",
    words: text("words"),
    order: boardOrders.find((one) => one === asked.get("order")) ?? "rank",
  };
}

/** The address of a board with a filter, and with the lead that is open beside it. */
export function addressOf(funnelId: string, filter: BoardFilter, leadId = ""): string {
  const parts = new URLSearchParams();
  for (const [name, short] of Object.entries(names)) {
    const value = filter[name as keyof typeof names];
    if (value) parts.set(short, value);
  }
  if (filter.order !== "rank") parts.set("order", filter.order);
  if (leadId) parts.set("lead", leadId);
  const query = parts.toString();
  return `/board/${encodeURIComponent(funnelId)}${query ? `?${query}` : ""}`;
}

/** Whether a filter leaves anything out. */
export function leavesOut({ order: _, ...rest }: BoardFilter): boolean {
  return Object.values(rest).some((value) => value !== "");
}

/** Whether a card is among what somebody looks at. */
export function isAmong(lead: ListedLead, filter: BoardFilter, ownerName = ""): boolean {
  const { owner, tag, channel, kind, words } = filter;
  const searched = plain(words).trim();
  return (
    (!owner || (lead.ownerId || nobody) === owner) &&
    (!tag || lead.tags.some((own) => sameTag(own, tag))) &&
    (!channel || lead.source.platform === (channel as Platform)) &&
    (!kind || lead.kind === (kind as LeadKind)) &&
    (!searched || plain(`${lead.name} ${lead.tags.join(" ")} ${ownerName}`).includes(searched))
  );
}
