import { html, nothing, type TemplateResult } from "lit";
import type { Entry, ThreadFile } from "../../phones/thread.ts";
import { formatSize } from "../text/formats.ts";
import { texts } from "../text/texts.ts";
import { icon } from "./icon.ts";
import type { IconName } from "./icons.ts";
import { framed } from "./offer.ts";

const awaitsFile = new Set<Entry["kind"]>(["image", "video", "audio", "document", "sticker"]);

/** What a message says and shows. */
export function content(entry: Entry): TemplateResult {
  const coming =
    entry.from === "business" && awaitsFile.has(entry.kind) && entry.files.length === 0;
  const files = entry.kind === "contact" ? [] : entry.files;
  const text =
    entry.text && !entry.choice ? html`<p class="text" dir="auto">${entry.text}</p>` : nothing;
  return html`
    ${entry.mail ? letterHead(entry.mail) : nothing}
    ${entry.template ? html`<p class="small">${texts.template(entry.template)}</p>` : nothing}
    ${coming ? html`<p class="small">${texts.missingFile}</p>` : nothing}
    ${files.length > 1 ? html`<div class="album">${files.map(file)}</div>` : files.map(file)}
    ${place(entry)} ${contact(entry)} ${choice(entry)} ${framed(entry, text)}
    ${entry.mail?.html && entry.from === "business" ? asHtml(entry.mail) : nothing}
  `;
}

function letterHead({ subject, cc }: NonNullable<Entry["mail"]>) {
  return html`<p class="subject" dir="auto">${subject}</p>
    ${cc ? html`<p class="small">${texts.copies}: ${cc.join(", ")}</p>` : nothing}`;
}

/** The mail's HTML as a mail program shows it: nothing in it runs, and it reaches nothing outside. */
function asHtml({ html: mail = "", pictures = {} }: NonNullable<Entry["mail"]>) {
  const shown = mail.replace(/"cid:([^"]+)"/g, (as, id: string) =>
    pictures[id] ? `"${pictures[id]}"` : as,
  );
  return html`<details class="letter">
    <summary>${texts.asHtml}</summary>
    <iframe sandbox="" title=${texts.asHtml} .srcdoc=${shown} loading="lazy"></iframe>
  </details>`;
}

function file({ url, type, name, size }: ThreadFile) {
  const family = type.split("/")[0];
  if (family === "image") return html`<img src=${url} alt=${name} />`;
  if (family === "audio") return html`<audio controls preload="metadata" src=${url}></audio>`;
  if (family === "video") return html`<video controls preload="metadata" src=${url}></video>`;
  return html`<a class="card" href=${url} target="_blank" rel="noopener">
    ${icon("fileText", 22)}
    <span><b class="cut">${name}</b><small>${formatSize(size)}</small></span>
  </a>`;
}

function card(name: IconName, title: string, detail: string) {
  return html`<div class="card">
    ${icon(name, 22)}<span><b>${title}</b>${detail ? html`<small>${detail}</small>` : nothing}</span>
  </div>`;
}

function place({ place: where }: Entry) {
  if (!where) return nothing;
  const point = `${where.latitude.toFixed(5)}, ${where.longitude.toFixed(5)}`;
  return card("mapPin", where.name ?? texts.location, where.address ?? point);
}

function contact({ kind, card: person, files }: Entry) {
  if (kind !== "contact") return nothing;
  const title = person?.name ?? files[0]?.name ?? texts.kinds.contact;
  return card("contact", title, [person?.phone, person?.email].filter(Boolean).join(" · "));
}

function choice({ kind, choice: chosen }: Entry) {
  if (!chosen) return nothing;
  return card(
    kind === "list" ? "list" : "button",
    chosen.title,
    chosen.description ?? texts.kinds[kind],
  );
}
