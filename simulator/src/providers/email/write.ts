import { randomBytes } from "node:crypto";
import type { About } from "../../phones/about.ts";
import type { StoredFile } from "../../phones/files.ts";
import type { Inbound } from "../../phones/inbound.ts";
import { addressOf } from "../../phones/person.ts";
import type { Entry } from "../../phones/thread.ts";
import type { World } from "../../phones/world.ts";
import { mailbox } from "./account.ts";
import type { Letter } from "./letter.ts";
import { type Arrived, arrivedOf } from "./mailboxes.ts";

export function newMessageId(): string {
  return `${randomBytes(12).toString("hex")}@mail.ejemplo.cl`;
}

/** The mail a customer writes: an answer to what the business last sent, as mail programs make it, or a new one. */
export function write(
  world: World,
  about: About,
  message: Inbound,
  id: string,
  files: StoredFile[],
): Letter {
  const { person, thread } = about;
  const answered = answeredBy(world, thread.entries, message);
  const subject = subjectFor(world, about, message);
  const shown = files.map((file, index) => ({
    file,
    ...(file.type.startsWith("image/") && { contentId: `image${index + 1}@mail.ejemplo.cl` }),
  }));
  return {
    messageId: id,
    from: { name: person.name, address: addressOf(person, "email") ?? "" },
    to: answered?.replyTo ?? mailbox.address,
    ...(message.toAll && answered ? { cc: answered.others } : {}),
    subject,
    text: message.text + (answered ? quoteOf(answered) : ""),
    html: message.html ?? htmlOf(message.text, shown, answered),
    headers: answered ? threadOf(answered) : [],
    files: shown,
  };
}

/** What the customer's mail is about: what they say, else what they answer. */
export function subjectFor(world: World, { thread }: About, message: Inbound): string {
  const answered = answeredBy(world, thread.entries, message);
  return message.subject ?? (answered ? reply(answered.subject) : "Consulta");
}

/** The mail that is answered: the one named, else the last of the business. */
function answeredBy(world: World, entries: Entry[], { replyTo }: Inbound): Arrived | undefined {
  const last = entries.findLast((entry) => entry.from === "business");
  return arrivedOf(world).get(replyTo ?? last?.id ?? "");
}

function reply(subject: string): string {
  return /^re:/i.test(subject) ? subject : `Re: ${subject}`;
}

function threadOf({ id, references }: Arrived): Letter["headers"] {
  const all = [...references, id].map((one) => `<${one}>`).join(" ");
  return [
    ["In-Reply-To", `<${id}>`],
    ["References", all],
  ];
}

function quoteOf(answered: Arrived): string {
  const lines = answered.text.trim().split("\n");
  return `\n\n${attribution(answered)}\n\n${lines.map((line) => `> ${line}`).join("\n")}\n`;
}

function attribution({ at }: Arrived): string {
  const day = new Intl.DateTimeFormat("es-CL", { dateStyle: "medium", timeStyle: "short" });
  return `El ${day.format(at)}, Andes Gestión <${mailbox.address}> escribió:`;
}

function htmlOf(text: string, files: Letter["files"], answered: Arrived | undefined): string {
  const images = files.flatMap(({ contentId }) =>
    contentId ? [`<img src="cid:${contentId}" alt="">`] : [],
  );
  const quoted = answered
    ? `<div class="gmail_quote"><div>${escaped(attribution(answered))}</div><blockquote>${answered.html || lines(answered.text)}</blockquote></div>`
    : "";
  return `<div dir="ltr">${lines(text)}${images.join("")}</div>${quoted}`;
}

function lines(text: string): string {
  return escaped(text).replace(/\n/g, "<br>");
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
