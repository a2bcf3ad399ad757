import { Lead, nobody } from "@hilo/schema";
import { channelTable } from "./channel-table.ts";
import type { Dialogue } from "./dialogue.ts";
import type { Place, Written } from "./messages.ts";

/** The lead that came from a dialogue. */
export function leadOf(dialogue: Dialogue, place: Place, thread: Written[]): Lead {
  const { kind, state, value, notes = "" } = dialogue.lead;
  return Lead.parse({
    conversationId: place.conversationId,
    contactId: place.contactId,
    name: place.sender.name ?? place.sender.address,
    platform: channelTable[dialogue.channel].platform,
    kind,
    state,
    value: value === undefined ? null : { amount: value, currency: "CLP" },
    ownerId: dialogue.assignee ?? nobody,
    teamId: dialogue.team ?? nobody,
    notes,
    openedAt: thread[0]?.message.providerAt,
    createdAt: thread[0]?.message.createdAt,
    updatedAt: thread.at(-1)?.message.createdAt,
  });
}
