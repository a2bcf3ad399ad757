import type { MessageEvent, MessageKind, RemoteFile } from "@hilo/schema";
import { placeOf } from "../meta-content.ts";
import type { PageAttachment, PageMessage } from "./wire.ts";

type Content = Pick<MessageEvent, "kind" | "text" | "files" | "location" | "choice">;

/** What a message of Messenger or Instagram says: its text, what was pressed, and what hangs on it. */
export function contentOf(message: PageMessage, platform: "messenger" | "instagram"): Content {
  const parts = (message.attachments ?? []).map((one) => readAttachment(one, message, platform));
  const files = parts.flatMap(({ file }) => file ?? []);
  const location = parts.find((part) => part.location)?.location;
  const text = withLines(
    message.text ?? "",
    parts.flatMap(({ line }) => line ?? []),
  );
  const payload = message.quick_reply?.payload;
  const kind = payload === undefined ? undefined : ("buttons" as const);
  const attached = parts.find((part) => part.file ?? part.location)?.kind;
  return {
    kind: kind ?? attached ?? (text ? "text" : "unsupported"),
    text,
    files,
    ...(location ? { location } : {}),
    ...(payload === undefined ? {} : { choice: { id: payload || text, title: text || payload } }),
  };
}

type Part = {
  kind: MessageKind;
  file?: RemoteFile;
  location?: MessageEvent["location"];
  /** What is read instead of a file: a link, or the words of a card. */
  line?: string;
};

type Reader = (attachment: PageAttachment, sticker: boolean) => Part;

function readAttachment(
  attachment: PageAttachment,
  message: PageMessage,
  platform: "messenger" | "instagram",
): Part {
  const { type = "" } = attachment;
  // What is shared on Instagram is a picture or film behind a link; on Messenger it is a page.
  const known = platform === "instagram" && sharedTypes.has(type) ? "shared" : type;
  const reader = Object.hasOwn(readers, known) ? readers[known] : undefined;
  const sticker = message.sticker_id !== undefined || attachment.payload?.sticker_id !== undefined;
  return reader ? reader(attachment, sticker) : otherwise(attachment);
}

const sharedTypes = new Set(["share", "ig_post", "post"]);

/** Meta tells the family of a file, not its type: that is found when it is fetched. */
const readers: Record<string, Reader> = {
  image: (one, sticker) => fileOr(one, sticker ? "sticker" : "image"),
  video: (one) => fileOr(one, "video"),
  audio: (one) => fileOr(one, "audio"),
  file: (one) => fileOr(one, "document"),
  reel: (one) => fileOr(one, "video"),
  ig_reel: (one) => fileOr(one, "video"),
  story_mention: (one) => fileOr(one, "image"),
  shared: (one) => fileOr(one, "image"),
  location: ({ payload }) => {
    const { lat: latitude, long: longitude } = payload?.coordinates ?? {};
    const location = placeOf({ latitude, longitude });
    return location ? { kind: "location", location } : { kind: "unsupported" };
  },
  template: ({ title, payload }) => {
    const elements = payload?.elements ?? payload?.product?.elements ?? [];
    const lines = elements.map((one) => [one.title, one.subtitle].filter(Boolean).join(" · "));
    return lineOf([...lines, title].filter(Boolean).join("\n"));
  },
};

function fileOr(attachment: PageAttachment, kind: MessageKind): Part {
  const source = attachment.payload?.url;
  if (!source) return otherwise(attachment);
  return { kind, file: { source, type: "", name: nameIn(source) ?? kind } };
}

/** A link to a document ends in the name that the customer's file has. */
function nameIn(link: string): string | undefined {
  const last = URL.parse(link)?.pathname.split("/").at(-1) ?? "";
  return /^[\w%.() -]{1,120}\.[A-Za-z0-9]{2,5}$/.test(last) ? decoded(last) : undefined;
}

function decoded(name: string): string | undefined {
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}

/** A link is read as one; of what has none (a picture to be seen once) nothing is to be had. */
function otherwise({ title, url, payload }: PageAttachment): Part {
  const link = payload?.url ?? url;
  const name = payload?.title ?? title;
  return lineOf([name, link].filter(Boolean).join("\n"));
}

function lineOf(line: string): Part {
  return line ? { kind: "text", line } : { kind: "unsupported" };
}

/** The text, then whatever it does not say already. */
function withLines(text: string, lines: string[]): string {
  const news = lines.flatMap((line) => line.split("\n")).filter((line) => !text.includes(line));
  return [text, ...news].filter(Boolean).join("\n");
}
