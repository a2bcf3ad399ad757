import type { ListedConversation } from "@hilo/schema";
import { isCode } from "../../../text/code.ts";
import { t } from "../../../text/inbox.ts";
import { w } from "../../../text/words.ts";
import type { IconName } from "../../../ui/icons.ts";

type Told = ListedConversation["preview"];
export type Preview = {
  icon: IconName | null;
  prefix: string;
  text: string;
  /** What one should see to first: what failed, then what was begun. */
  weight?: "failed" | "draft";
};

const kindIcons = {
  image: "camera",
  video: "video",
  audio: "mic",
  document: "fileText",
  sticker: "smile",
  location: "mapPin",
  contact: "user",
  template: "fileText",
  call: "phone",
  deleted: "trash",
  reaction: "smile",
  buttons: "check",
  unsupported: "info",
} as const satisfies Record<string, IconName>;

/** The one line of a row, by weight: what failed, then what was begun and not sent, then what was said last. */
export function lineOf(one: Pick<ListedConversation, "preview" | "failedAt">, draft = ""): Preview {
  if (one.failedAt) return { ...previewOf(one.preview), icon: "alert", weight: "failed" };
  if (draft === "") return previewOf(one.preview);
  return { icon: null, prefix: `${t.draft}: `, text: draft, weight: "draft" };
}

/** One line about the newest message: who wrote it when it was us, and words for what has none. */
export function previewOf(preview: Told): Preview {
  const prefixes = { outbound: `${w.you}: `, note: `${t.note}: `, inbound: "", system: "" };
  const kind = isWorded(preview.kind) ? preview.kind : null;
  return {
    icon: preview.direction === "note" ? "note" : kind && kindIcons[kind],
    prefix: prefixes[preview.direction],
    text: textOf(preview, kind),
  };
}

function textOf({ text }: Told, kind: keyof typeof kindIcons | null): string {
  if (kind === "buttons") return text === "" || isCode(text) ? w.pressed : text;
  return text || (kind ? w[kind] : "");
}

function isWorded(kind: string): kind is keyof typeof kindIcons {
  return Object.hasOwn(kindIcons, kind);
}
