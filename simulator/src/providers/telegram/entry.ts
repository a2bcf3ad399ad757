import type { Card, Entry, Kind, Offer, Place, Thread } from "../../phones/thread.ts";
import type { World } from "../../phones/world.ts";
import type { Params } from "./read-call.ts";
import { quotedBy, rowsOf } from "./rules.ts";

const kinds: Record<string, Kind> = {
  sendMessage: "text",
  sendPhoto: "image",
  sendAnimation: "image",
  sendVideo: "video",
  sendAudio: "audio",
  sendVoice: "audio",
  sendSticker: "sticker",
  sendDocument: "document",
  sendLocation: "location",
  sendVenue: "location",
  sendContact: "contact",
};

/** Whether a method sends a message. */
export function isSend(method: string): boolean {
  return method in kinds;
}

/** The business's message as the customer's phone shows it; its id and its file come later. */
export function entryOf(world: World, method: string, params: Params, thread: Thread): Entry {
  const quoted = quotedBy(world, params, String(params.chat_id));
  const offer = offerOf(params);
  const kind = kinds[method] ?? "text";
  return {
    id: "",
    threadId: thread.id,
    from: "business",
    kind,
    text: String(params.text ?? params.caption ?? ""),
    files: [],
    ...(kind === "location" && { place: placeOf(params) }),
    ...(kind === "contact" && { card: cardOf(params) }),
    ...(offer && { offer }),
    ...(quoted && { replyTo: quoted.id }),
    status: "queued",
    at: Date.now(),
  };
}

function placeOf({ latitude, longitude, title, address }: Params): Place {
  return {
    latitude: Number(latitude),
    longitude: Number(longitude),
    ...(title !== undefined && { name: String(title) }),
    ...(address !== undefined && { address: String(address) }),
  };
}

function cardOf({ first_name, last_name = "", phone_number }: Params): Card {
  return { name: `${first_name} ${last_name}`.trim(), phone: String(phone_number) };
}

function offerOf(params: Params): Offer | null {
  const buttons = rowsOf(params).flat();
  if (buttons.length === 0) return null;
  return {
    // On Telegram the buttons stay under the message, and a press writes none.
    postback: true,
    buttons: buttons.map(({ text, url, callback_data }) => ({
      id: callback_data ?? url ?? "",
      title: text,
      ...(url !== undefined && { url }),
    })),
  };
}
