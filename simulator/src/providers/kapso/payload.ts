import { accountOf } from "../../phones/demo-channels.ts";
import { type Person, userIdOf } from "../../phones/person.ts";
import type { Thread } from "../../phones/thread.ts";
import { line } from "./account.ts";

type Json = Record<string, unknown>;

/** What Kapso adds to a message of Meta's shape. */
export type Extension = {
  direction: "inbound" | "outbound";
  status: string;
  origin: "cloud_api" | "business_app" | "history_sync";
  content?: string;
  statuses?: Json[];
  media?: { url: string; filename: string; content_type: string; byte_size: number };
};

/** One message and its conversation, in version 2 of Kapso's form. */
export function payloadOf(
  message: Json,
  extension: Extension,
  person: Person,
  thread: Thread,
): Json {
  return {
    message: { ...message, kapso: kapsoOf(extension) },
    conversation: conversationOf(person, thread),
    is_new_conversation: thread.entries.length <= 1,
    phone_number_id: accountOf(line),
  };
}

function kapsoOf({ media, content, statuses, ...about }: Extension): Json {
  return {
    ...about,
    processing_status: about.direction === "inbound" ? "pending" : "completed",
    has_media: media !== undefined,
    ...(content && { content }),
    ...(statuses && { statuses }),
    ...(media && { media_url: media.url, media_data: media }),
  };
}

function conversationOf(person: Person, thread: Thread): Json {
  const now = new Date().toISOString();
  const userId = person.userId ?? (person.phone && userIdOf(person.phone));
  return {
    id: `conv_${thread.personId.replace(/\W/g, "")}`,
    phone_number: person.phone ?? null,
    ...(userId && { business_scoped_user_id: userId }),
    ...(person.username && { username: person.username }),
    status: "active",
    last_active_at: now,
    created_at: new Date(thread.entries[0]?.at ?? Date.now()).toISOString(),
    updated_at: now,
    metadata: {},
    phone_number_id: accountOf(line),
    kapso: { contact_name: person.name, messages_count: thread.entries.length },
  };
}
