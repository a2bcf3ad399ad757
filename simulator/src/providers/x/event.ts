import type { Person } from "../../phones/person.ts";
import type { Entry, ThreadFile } from "../../phones/thread.ts";
import type { World } from "../../phones/world.ts";
import { account, channel, newId } from "./account.ts";

type Json = Record<string, unknown>;

/** The envelope of the X Activity API around what happened to the account. */
export function activity(person: Person, event_type: string, payload: Json): Json {
  const users = {
    [channel.address]: { data: user(channel.address, account.name, account.username) },
    [idOf(person)]: { data: user(idOf(person), person.name, person.username ?? "persona") },
  };
  const filter = { user_id: channel.address };
  return {
    data: {
      event_uuid: newId(),
      filter,
      event_type,
      tag: "inbox",
      payload: { ...payload, users },
    },
  };
}

function user(id: string, name: string, username: string): Json {
  return { id, name, username, verified: false };
}

export function idOf({ xId, id }: Person): string {
  return xId ?? id;
}

/** A message, from the customer or, `byUs`, from the account; `appId` where an app sent it. */
export function messageEvent(
  world: World,
  person: Person,
  entry: Entry,
  { byUs = false, appId }: { byUs?: boolean; appId?: string } = {},
): Json {
  const [from, to] = byUs ? [channel.address, idOf(person)] : [idOf(person), channel.address];
  return {
    type: "message_create",
    id: entry.id,
    created_timestamp: String(entry.at),
    message_create: {
      target: { recipient_id: to },
      sender_id: from,
      ...(appId && { source_app_id: appId }),
      message_data: dataOf(world, entry),
    },
  };
}

/** A message that only its two ends can read: X tells when it came, and from whom. */
export function encryptedEvent(person: Person, { id, at }: Entry): Json {
  return {
    id,
    created_at_msec: String(at),
    sender_id: idOf(person),
    conversation_id: `${idOf(person)}:${channel.address}`,
    conversation_key_version: "1768236281331",
    encoded_event: "CwABAAAAEjE4",
  };
}

/** X writes a short link to the file behind the text. */
function dataOf(world: World, { text, files, choice }: Entry): Json {
  const [file] = files;
  const entities = { hashtags: [], symbols: [], user_mentions: [], urls: [] };
  const short = "https://t.co/Ab12Cd34Ef";
  return {
    text: file ? `${text} ${short}`.trim() : (choice?.title ?? text),
    entities,
    ...(file && { attachment: { type: "media", media: mediaOf(world, file, short) } }),
    ...(choice && { quick_reply_response: { type: "options", metadata: choice.id } }),
  };
}

function mediaOf(world: World, file: ThreadFile, url: string): Json {
  const id = newId();
  const address = `${world.url}/x/ton/data/dm/${id}/${file.id}.${extensionOf(file)}`;
  const base = { id_str: id, url, media_url_https: address };
  if (!file.type.startsWith("video/")) return { ...base, type: "photo" };
  const variant = { url: address, content_type: file.type, bitrate: 832_000 };
  return { ...base, type: "video", video_info: { variants: [variant] } };
}

function extensionOf({ type }: ThreadFile): string {
  return type.split("/")[1]?.replace("jpeg", "jpg") ?? "bin";
}

/** The customer has read everything up to a message. */
export function readEvent(person: Person, entry: Entry): Json {
  return {
    created_timestamp: String(Date.now()),
    sender_id: idOf(person),
    target: { recipient_id: channel.address },
    last_read_event_id: entry.id,
  };
}
