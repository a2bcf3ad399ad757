import { hasInk, type Mail, type SentMail, sameMailAddress, type UploadedFile } from "@hilo/schema";
import { accountFrom, type Connection, connectionsBy } from "../channels/connections.ts";
import { AppError } from "../platform/errors.ts";
import { isTooDeep } from "../platform/flat-html.ts";
import { picturesIn, safeHtml, written } from "../platform/safe-html.ts";
import { adapterOf } from "../providers/index.ts";
import type { DraftMail } from "./draft-mail.ts";
import { passOn } from "./passing-on.ts";

/** What a message is to hold: in characters of HTML, and in bytes of all that is written in it. */
const longestHtml = 300_000;
const mostBytes = 800_000;

type Written = {
  text?: string | undefined;
  mail?: SentMail | undefined;
  files: readonly UploadedFile[];
  /** Of a message that is sent again: its mail as it was, with what it passed on. */
  kept?: Mail | undefined;
};

/** The mail that was written, cleaned; throws `invalid` for what cannot be sent. */
export async function draftMail(
  connection: Connection,
  { text = "", mail, files, kept }: Written,
): Promise<DraftMail | undefined> {
  if (kept) return keptMail(kept);
  if (!mail) return undefined;
  const { cc = [], bcc = [], forwards } = mail;
  const isOurs = await ownAddresses(connection);
  const others = (addresses: readonly string[]) => addresses.filter((one) => !isOurs(one));
  const html = await cleanHtml(mail.html, files);
  const further = forwards ? await passOn(connection, forwards) : undefined;
  const draft = {
    cc: others(cc),
    ...(bcc.length > 0 ? { bcc: others(bcc) } : {}),
    ...(html ? { html } : {}),
    files: [],
    ...further,
  };
  return fitting(text, draft);
}

function keptMail({ cc, bcc, html, quoted, forwards }: Mail): DraftMail {
  return {
    cc,
    ...(bcc ? { bcc } : {}),
    ...(html ? { html } : {}),
    ...(quoted ? { quoted } : {}),
    ...(forwards ? { forwards } : {}),
    files: [],
  };
}

/** Whether an address is one of the workspace's mailboxes: a copy to it would come back as a customer's mail. */
async function ownAddresses({ workspaceId, channel }: Connection) {
  const mailboxes = (await connectionsBy(workspaceId, channel.provider)).map(accountFrom);
  const owns = adapterOf(channel.provider)?.owns;
  return (address: string) => mailboxes.some((account) => owns?.(account, address));
}

async function cleanHtml(
  html: string | undefined,
  files: readonly UploadedFile[],
): Promise<string | undefined> {
  if (html === undefined) return undefined;
  if (await isTooDeep(html)) throw unusable("The text is nested too deep. Write it more simply.");
  const clean = await safeHtml(html, written);
  const pictures = picturesIn(clean);
  const isThere = (id: string) =>
    files.some((file) => file.id === id && file.type.startsWith("image/"));
  if (!pictures.every(isThere))
    throw unusable("A picture in the text is not among the message's files. Add it again.");
  if (clean.length > longestHtml) throw unusable("The text is too long. Send it in parts.");
  return pictures.length > 0 || hasInk(clean.replace(/<[^>]*>|&nbsp;/g, "")) ? clean : undefined;
}

function unusable(message: string): AppError {
  return new AppError("invalid", message, { details: [{ path: "mail.html", message }] });
}

/** What is passed on goes as its text where its HTML would not fit into the message. */
function fitting(text: string, draft: DraftMail): DraftMail {
  const { html = "", quoted = "", forwards } = draft;
  const further = forwards?.html ?? "";
  if (bytes(text, html, quoted, further) <= mostBytes) return draft;
  if (bytes(text, html, quoted) > mostBytes)
    throw unusable("The text is too long. Send it in parts.");
  const { html: _, ...reference } = forwards ?? { conversationId: "", messageId: "" };
  return { ...draft, forwards: reference };
}

function bytes(...parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
}

/** A draft with each addressee once, in the place where most see them: in To, else in Cc, else hidden. */
export function addressedTo(mail: DraftMail, to: string): DraftMail {
  const cc = mail.cc.filter((one, i, all) => firstOf(all, one) === i && !sameMailAddress(one, to));
  const bcc = mail.bcc?.filter(
    (one, i, all) =>
      firstOf(all, one) === i && !sameMailAddress(one, to) && firstOf(cc, one) === -1,
  );
  const { bcc: _, ...others } = mail;
  return { ...others, cc, ...(bcc && bcc.length > 0 ? { bcc } : {}) };
}

function firstOf(all: readonly string[], address: string): number {
  return all.findIndex((other) => sameMailAddress(other, address));
}
