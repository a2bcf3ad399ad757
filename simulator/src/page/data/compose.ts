import type { InboundRequest } from "../../inbound.ts";
import type { Person } from "../../person.ts";
import type { Kind } from "../../thread.ts";
import { api } from "./api.ts";
import type { Selection } from "./selection.ts";
import { store } from "./store.ts";

type Content = Omit<InboundRequest, "channel" | "from">;

/** Writes as the customer whose phone is in the hand. */
export function write({ person, platform }: Selection, content: Content): Promise<boolean> {
  return store.attempt(api.write({ channel: platform, from: writerOf(person), ...content }));
}

function writerOf({ name, phone, userId, parentUserId, username }: Person): InboundRequest["from"] {
  return {
    name,
    ...(phone !== undefined && { phone }),
    ...(userId !== undefined && { userId }),
    ...(parentUserId !== undefined && { parentUserId }),
    ...(username !== undefined && { username }),
  };
}

/** Sends a file from the person's own disk, as the kind of message its type makes it. */
export async function attach(chosen: Selection, file: File, content: Content): Promise<boolean> {
  const sent = api.upload(file).then((id) => {
    const message = { ...content, kind: kindOf(file.type), file: { id } };
    return api.write({ channel: chosen.platform, from: writerOf(chosen.person), ...message });
  });
  return store.attempt(sent);
}

function kindOf(type: string): Kind {
  const family = type.split("/")[0];
  if (type === "image/webp") return "sticker";
  return family === "image" || family === "audio" || family === "video" ? family : "document";
}
