import * as z from "zod";
import { type OutboundMessage, ProviderError, type Receipt } from "../adapter.ts";
import { callX } from "./api.ts";
import { upload } from "./upload.ts";
import type { XCredentials } from "./wire.ts";

const Sent = z.looseObject({ dm_event_id: z.string().min(1) });

/**
 * Sends a direct message: text, one picture or video, or both.
 * @see https://docs.x.com/x-api/direct-messages/manage/quickstart
 */
export async function send(message: OutboundMessage, credentials: XCredentials): Promise<Receipt> {
  const [file] = message.files;
  const mediaId = file && (await upload(file, credentials));
  const call = {
    method: "POST",
    path: pathTo(message.to),
    json: bodyOf(message.text, mediaId),
  } as const;
  const sent = Sent.safeParse(await callX(call, credentials));
  if (sent.success) return { externalId: sent.data.dm_event_id };
  throw new ProviderError("unknown", "noAnswer", "X did not tell the message's id");
}

function pathTo(participant: string): string {
  return `/2/dm_conversations/with/${encodeURIComponent(participant)}/messages`;
}

/** The request of a message; X wants no empty text. */
export function bodyOf(text: string, mediaId?: string) {
  return {
    ...(text ? { text } : {}),
    ...(mediaId ? { attachments: [{ media_id: mediaId }] } : {}),
  };
}
