import type { InboundEvent, MessageEvent, RemoteFile } from "@hilo/schema";
import { readMessage } from "../meta-message.ts";
import { addressed, contactsOf, namesIn } from "./person.ts";
import type { Conversation, KapsoMessage } from "./wire.ts";

/** Reads a message (or an echo of one) as WhatsApp's, with the file where Kapso keeps it. */
export function readKapsoMessage(
  message: KapsoMessage,
  conversation: Conversation | undefined,
  { echo = false } = {},
): InboundEvent[] {
  const known = namesIn(conversation);
  const whole = addressed(message, known, echo);
  const names = {
    phone: (echo ? whole.to : whole.from) ?? known.phone,
    userId: (echo ? whole.to_user_id : whole.from_user_id) ?? known.userId,
  };
  const contacts = contactsOf(conversation, names);
  return readMessage(whole, { contacts, echo }).map((event) =>
    event.type === "message" ? withFile(event, message) : event,
  );
}

/** What was said in a voice message stands as its text, so that it can be read and found. */
function withFile(event: MessageEvent, { kapso }: KapsoMessage): MessageEvent {
  const source = kapso?.media_url ?? kapso?.media_data?.url;
  const spoken = kapso?.transcript?.text;
  const text = event.text || (event.kind === "audio" && spoken) || "";
  if (!source) return { ...event, text };
  const [file] = event.files;
  return { ...event, text, files: [fileAt(source, file, kapso?.media_data)] };
}

function fileAt(
  source: string,
  file: RemoteFile | undefined,
  data: NonNullable<KapsoMessage["kapso"]>["media_data"],
): RemoteFile {
  const name = data?.filename ?? file?.name;
  const size = data?.byte_size;
  return {
    source,
    type: file?.type || (data?.content_type?.split(";")[0]?.trim() ?? ""),
    ...(name ? { name } : {}),
    ...(size !== undefined && Number.isSafeInteger(size) && size >= 0 ? { size } : {}),
  };
}
