import { createHash } from "node:crypto";
import type { About } from "../../../phones/about.ts";
import type { StoredFile } from "../../../phones/files.ts";
import { type Inbound, writtenAt } from "../../../phones/inbound.ts";
import { type Person, userIdOf } from "../../../phones/person.ts";
import { newWamid } from "./entry.ts";

type Json = Record<string, unknown>;

/** A customer's message, or what they did to one, as WhatsApp words it: an item of `messages`. */
export function messageOf(id: string, about: About, message: Inbound, file?: StoredFile): Json {
  return {
    ...writer(about.person, message),
    id,
    timestamp: String(Math.floor(writtenAt(message) / 1000)),
    ...content(message, file),
    ...context(about, message),
    ...referral(message),
  };
}

/** One message for each file, as WhatsApp splits an album; the text goes with the first. */
export function messagesOf(
  id: string,
  about: About,
  message: Inbound,
  files: StoredFile[],
): Json[] {
  const [first, ...others] = files;
  const more = others.map((file) => messageOf(newWamid(), about, { ...message, text: "" }, file));
  return [messageOf(id, about, message, first), ...more];
}

function writer(person: Person, message: Inbound): Json {
  const userId = userIdFor(person, message);
  return {
    ...(person.phone && { from: person.phone.slice(1) }),
    ...(userId && { from_user_id: userId }),
    ...(person.parentUserId && { from_parent_user_id: person.parentUserId }),
  };
}

function userIdFor(person: Person, message?: Inbound): string | undefined {
  if (message?.from.userId === null) return undefined;
  return person.userId ?? (person.phone && userIdOf(person.phone));
}

/** The profile that goes along: an item of `contacts`. */
export function contactOf(person: Person, message?: Inbound): Json {
  const userId = userIdFor(person, message);
  return {
    profile: { name: person.name, ...(person.username && { username: person.username }) },
    ...(person.phone && { wa_id: person.phone.slice(1) }),
    ...(userId && { user_id: userId }),
    ...(person.parentUserId && { parent_user_id: person.parentUserId }),
  };
}

function content(message: Inbound, file: StoredFile | undefined): Json {
  const { kind, text, button, list, location, card, target = "", emoji = "" } = message;
  switch (kind) {
    case "location":
      return {
        type: "location",
        location: location ?? { latitude: -33.4372, longitude: -70.6506 },
      };
    case "contact":
      return { type: "contacts", contacts: [contactCard(card ?? { name: "Ana Pérez" })] };
    case "button":
      return pressed(message, button ?? { id: "yes", title: text || "Sí" });
    case "list":
      return interactive("list_reply", list ?? { id: "row", title: text || "Opción" });
    case "reaction":
      return {
        type: "reaction",
        reaction: { message_id: target, ...(emoji && { emoji }) },
      };
    case "edit":
      return {
        type: "edit",
        edit: { original_message_id: target, message: { type: "text", text: { body: text } } },
      };
    case "delete":
      return { type: "revoke", revoke: { original_message_id: target } };
    default:
      return file ? media(message, file) : { type: "text", text: { body: text } };
  }
}

/** Buttons of a template answer in another form than those of an interactive message. */
function pressed(message: Inbound, { id, title }: { id: string; title: string }): Json {
  if (message.fields.type === "button")
    return { type: "button", button: { text: title, payload: id } };
  return interactive("button_reply", { id, title });
}

function interactive(type: string, reply: Json): Json {
  return { type: "interactive", interactive: { type, [type]: reply } };
}

function contactCard({ name, phone, email }: NonNullable<Inbound["card"]>): Json {
  const [first, ...others] = name.split(" ");
  const last = others.join(" ");
  return {
    name: { formatted_name: name, first_name: first, ...(last && { last_name: last }) },
    ...(phone && { phones: [{ phone, type: "CELL" }] }),
    ...(email && { emails: [{ email, type: "WORK" }] }),
  };
}

function media({ kind, text }: Inbound, { id, type, name, bytes }: StoredFile): Json {
  const sha256 = createHash("sha256").update(bytes).digest("base64");
  const about = { mime_type: type, sha256, id };
  const caption = text && kind !== "sticker" && kind !== "audio" ? { caption: text } : {};
  const more: Record<string, Json> = {
    document: { filename: name },
    audio: { voice: type.includes("ogg") },
    sticker: { animated: false },
  };
  return { type: kind, [kind]: { ...about, ...caption, ...more[kind] } };
}

function context({ channel }: About, { replyTo, forwarded }: Inbound): Json {
  if (replyTo !== undefined) {
    return { context: { from: channel.address.slice(1), id: replyTo } };
  }
  if (!forwarded) return {};
  const name = forwarded === "frequently" ? "frequently_forwarded" : "forwarded";
  return { context: { [name]: true } };
}

function referral({ referral: given }: Inbound): Json {
  if (!given) return {};
  const { headline, body, url, sourceId, sourceType } = given;
  const named = { headline, body, source_url: url, source_id: sourceId, source_type: sourceType };
  return { referral: Object.fromEntries(Object.entries(named).filter(([, value]) => value)) };
}
