import type { InboundRequest } from "../../phones/inbound.ts";
import type { Person } from "../../phones/person.ts";
import { kindOf } from "../../phones/thread.ts";
import { api } from "./api.ts";
import type { Selection } from "./selection.ts";
import { store } from "./store.ts";

export type Content = Omit<InboundRequest, "channel" | "from">;

/** Writes, or does something to a message, as the customer whose phone is in the hand. */
export function write(chosen: Selection, content: Content): Promise<boolean> {
  const request = { ...requestOf(chosen, content), ...store.takeArrival() };
  return store.attempt(api.write(chosen.channel.provider, request));
}

function requestOf({ person, platform }: Selection, content: Content): InboundRequest {
  return { channel: platform, from: writerOf(person), ...content };
}

/** The customer's addresses, without what only the page needs. */
function writerOf(person: Person): InboundRequest["from"] {
  const { id: _, platform: __, channelId: ___, ...writer } = person;
  return writer;
}

/** Sends a file from the person's own disk, as the kind of message its type makes it. */
export async function attach(chosen: Selection, file: File, content: Content): Promise<boolean> {
  const arrival = store.takeArrival();
  const sent = api.upload(file).then((id) => {
    const message = { ...content, ...arrival, kind: kindOf(file.type), file: { id } };
    return api.write(chosen.channel.provider, requestOf(chosen, message));
  });
  return store.attempt(sent);
}
