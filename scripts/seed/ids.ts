import { createHash } from "node:crypto";
import { keyOf } from "@hilo/schema";
import { hash } from "../../functions/src/platform/crypto.ts";
import type { ChannelId } from "./channel-table.ts";
import type { PersonId } from "./people.ts";
import { senderOf } from "./senders.ts";

/** The conversation of a person on a channel, under the id that a real message of theirs would give it. */
export function conversationIdOf(channelId: ChannelId, person: PersonId): string {
  return hash(channelId, keyOf(senderOf(person, channelId)));
}

/** What a provider could have called a message, the same at every run. */
export function externalIdOf(provider: string, ...parts: string[]): string {
  const digest = createHash("md5").update(parts.join("\n")).digest("hex");
  return provider === "twilio" ? `SM${digest}` : digest;
}

/** A UUID (RFC 9562, version 8) that is the same at every run. */
export function uuidOf(...parts: string[]): string {
  const hex = createHash("sha256").update(parts.join("\n")).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
