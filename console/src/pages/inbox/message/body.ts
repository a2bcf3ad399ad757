import type { Attachment } from "@hilo/schema";
import { mostCards } from "@hilo/schema/shown";
import { html, nothing, type TemplateResult } from "lit";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
import { choiceWords } from "../../../text/code.ts";
import { t } from "../../../text/thread.ts";
import { w } from "../../../text/words.ts";
import { icon } from "../../../ui/icon.ts";
import { richText } from "../../../ui/rich-text.ts";
import { attachment, isSeen } from "../kinds/attachment.ts";
import type { MessageRow } from "./row.ts";

type Seen = { names: readonly string[]; revealed: boolean; reveal: () => void };

/** What a message says and carries, whatever its kind; what is rare comes with its first use. */
export function body(row: MessageRow, seen: Seen): TemplateResult {
  const { message } = row;
  if (message.deletedAt !== undefined) return deleted(row, seen);
  const original =
    seen.revealed && message.original !== undefined
      ? html`<div class="original"><small>${t.before}</small><div class="text" dir="auto">${richText(message.original)}</div></div>`
      : nothing;
  return html`${content(row, seen)}${original}`;
}

/** What somebody took back is shown only to whoever asks for it. */
function deleted(row: MessageRow, seen: Seen): TemplateResult {
  const { message } = row;
  const kept = message.text !== "" || message.attachments.length > 0;
  return html`
    <span class="soft">
      ${icon("trash", 14)}<span>${w.deleted}</span>
      ${
        kept
          ? html`<button type="button" class="again" aria-expanded=${seen.revealed} @click=${seen.reveal}>
              ${seen.revealed ? t.hide : t.show}
            </button>`
          : nothing
      }
    </span>
    ${seen.revealed ? html`<div class="gone">${content(row, seen)}</div>` : nothing}
  `;
}

function content(row: MessageRow, { names }: Seen): TemplateResult {
  const { message, subject } = row;
  return html`
    ${subject === "" ? nothing : html`<h2 class="subject" dir="auto">${subject}</h2>`}
    ${message.forwarded ? line("reply", t.forwarded) : nothing}
    ${message.kind === "unsupported" ? line("info", t.unsupported) : nothing} ${call(message)}
    ${files(row)} ${cards(message)} ${choice(message)} ${words(row, names)}
  `;
}

/** Pictures and videos that came together stand in a grid, everything else below each other. */
function files({ message, album }: MessageRow): TemplateResult {
  const all = (album.length > 0 ? album : [message]).flatMap(shownFiles);
  const seen = all.filter((file) => isSeen(file, message.createdAt.getTime()));
  const grid = seen.length > 1 ? seen : [];
  const rest = all.filter((file) => !grid.includes(file));
  const show = (file: Attachment) =>
    attachment(file, message.createdAt.getTime(), message.kind === "sticker");
  return html`
    ${grid.length === 0 ? nothing : html`<div class="grid">${grid.map(show)}</div>`}
    ${rest.map(show)}
  `;
}

/** A card's file says nothing that its card does not; a picture inside an e-mail's HTML is shown there. */
function shownFiles({ attachments, cards, mail }: ThreadMessage): ThreadMessage["attachments"] {
  return attachments.filter(({ id, type, contentId = id }) => {
    if (cards?.length && cards.length < mostCards && type.includes("vcard")) return false;
    return !mail?.html?.includes(`cid:${contentId}`);
  });
}

function cards(message: ThreadMessage): TemplateResult | typeof nothing {
  if (!message.location && !message.cards?.length && !message.referral) return nothing;
  void import("../kinds/cards.ts");
  return html`<hilo-cards .message=${message}></hilo-cards>`;
}

function call(message: ThreadMessage): TemplateResult | typeof nothing {
  if (message.kind !== "call") return nothing;
  if (!message.call) return line("phone", t.call);
  void import("../kinds/call.ts");
  return html`<hilo-call .call=${message.call} ?theirs=${message.direction === "inbound"}></hilo-call>`;
}

function choice({ choice, text }: ThreadMessage): TemplateResult | typeof nothing {
  if (!choice) return nothing;
  const title = choiceWords(choice);
  const pressed = html`<span class="pressed">${icon("check", 14)}<span dir="auto">${title}</span></span>`;
  return text === "" || text === choice.title ? pressed : html`${line("check", t.chose)}${pressed}`;
}

/** The text, with what stands around it in an e-mail or over buttons. */
function words({ message, album }: MessageRow, names: readonly string[]) {
  const { mail, options, choice, location } = message;
  const text = album.find((one) => one.text !== "")?.text ?? message.text;
  const repeated = text === location?.name || text === choice?.title;
  const shown =
    text === "" || repeated
      ? nothing
      : html`<div class="text" dir="auto">${richText(text, names)}</div>`;
  if (options) {
    void import("../kinds/options.ts");
    return html`<hilo-options .options=${options}>${shown}</hilo-options>`;
  }
  if (!mail) return shown;
  void import("../kinds/mail.ts");
  return html`<hilo-mail .message=${message}>${shown}</hilo-mail>`;
}

function line(name: Parameters<typeof icon>[0], text: string): TemplateResult {
  return html`<span class="soft">${icon(name, 14)}<span>${text}</span></span>`;
}
