import { randomBytes } from "node:crypto";
import type { Choice, Entry, Kind, Offer, Thread } from "../../../phones/thread.ts";
import type { PageMessage, PageSend } from "./wire.ts";

/** A new message id in the form of Messenger (`m_…`) or Instagram (`aW…`). */
export function newMid(platform: "messenger" | "instagram"): string {
  return `${platform === "messenger" ? "m_" : "aW"}${randomBytes(24).toString("base64url")}`;
}

const kinds: Record<string, Kind> = {
  image: "image",
  audio: "audio",
  video: "video",
  file: "document",
};

/** The business's message as the customer's phone shows it; its file comes later. */
export function entryOf(send: PageSend, message: PageMessage, thread: Thread): Entry {
  const { attachment, template } = message;
  const offer = offerOf(message);
  return {
    id: newMid(thread.platform === "instagram" ? "instagram" : "messenger"),
    threadId: thread.id,
    from: "business",
    kind: kinds[attachment?.type ?? ""] ?? "text",
    text: textOf(message),
    files: [],
    ...(offer && { offer }),
    ...(template && { template: template.name }),
    ...(send.reply_to && { replyTo: send.reply_to.mid }),
    status: "queued",
    at: Date.now(),
  };
}

function textOf({ text, attachment, template }: PageMessage): string {
  const parameters = template?.components?.flatMap((one) => one.parameters ?? []) ?? [];
  const words = parameters.flatMap((one) => one.text ?? []).join(" · ");
  const [element] = attachment?.payload.elements ?? [];
  const titles = [element?.title, element?.subtitle].filter(Boolean).join("\n");
  return text ?? attachment?.payload.text ?? (titles || words);
}

function offerOf({ quick_replies: quick, attachment }: PageMessage): Offer | undefined {
  const buttons = attachment?.payload.buttons ?? attachment?.payload.elements?.[0]?.buttons;
  if (buttons) return { postback: true, buttons: buttons.map(choice) };
  return quick && { buttons: quick.map(choice) };
}

type Button = { title?: string | undefined; payload?: string | undefined; url?: unknown };

function choice({ title = "", payload, url }: Button): Choice & { url?: string } {
  return { id: payload ?? title, title, ...(typeof url === "string" && { url }) };
}
