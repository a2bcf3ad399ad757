import { cut, type Mail, type MessageEvent, mediaKindOf, type RemoteFile } from "@hilo/schema";
import { now } from "../../platform/clock.ts";
import type { Account } from "../adapter.ts";
import { allOf, firstOf } from "./headers.ts";
import { everybodyIn, filesOf, named } from "./left-out.ts";
import type { Letter } from "./letter.ts";
import { digestOf } from "./letter.ts";
import type { LetterFile } from "./letter-file.ts";
import { automaticOf, isQuiet } from "./machine.ts";
import { namedBy } from "./named.ts";
import { type Person, personOf } from "./person.ts";
import { proofOf } from "./proof.ts";
import { wordsOf } from "./reading.ts";
import { conversationOf, idsFrom, messageIdsIn } from "./thread.ts";

/** The message that a mail is; undefined when nobody can be told to have written it. */
export async function messageEvent(
  account: Account,
  letter: Letter,
): Promise<MessageEvent | undefined> {
  const person = personOf(account, letter);
  if (!person) return undefined;
  const [messageId] = messageIdsIn(firstOf(letter.headers, "message-id"));
  const { text, quoted, html, rest } = await wordsOf(letter);
  const files = filesOf(letter, [...rest, ...everybodyIn(letter)]).map(fileOf);
  const references = referencesOf(letter);
  return {
    type: "message",
    externalId: externalIdOf(messageId, letter),
    at: timeOf(letter),
    sender: person.sender,
    kind: text === "" && files[0] ? mediaKindOf(files[0].type) : "text",
    text,
    files,
    mail: {
      ...mailOf(letter, person, messageId, references),
      ...(html ? { html } : {}),
      ...(quoted ? { quoted } : {}),
    },
    ...(isQuiet(letter, automaticOf(letter, person)) ? { quiet: true } : {}),
    ...replyOf(account, letter, references),
    ...tokenOf(account, letter),
    thread: namedBy(account, letter, references),
  };
}

function externalIdOf(messageId: string | undefined, { fingerprint }: Letter): string {
  return messageId && messageId.length <= 300 ? messageId : fingerprint;
}

const day = 24 * 60 * 60 * 1000;

/** The time the mail claims, if it can be true: a clock that is wrong must not move a thread. */
function timeOf({ headers }: Letter): number | null {
  const claimed = Date.parse(firstOf(headers, "date"));
  const age = now() - claimed;
  return age >= 0 && age < 366 * day ? claimed : null;
}

function mailOf(
  letter: Letter,
  person: Person,
  messageId: string | undefined,
  references: string[],
): Mail {
  const automatic = automaticOf(letter, person);
  const proof = proofFor(person, letter);
  return {
    subject: cut(letter.subject, 1000).toWellFormed(),
    digest: digestOf(letter),
    ...(messageId ? { messageId: messageId.slice(0, 1000) } : {}),
    references: references.slice(-100),
    to: named(letter.to),
    cc: named(letter.cc),
    ...(automatic ? { automatic } : {}),
    ...(proof ? { proof } : {}),
  };
}

/** What was proved of another address says nothing of the person it wrote for. */
function proofFor({ sameDomain }: Person, { verdicts }: Letter): Mail["proof"] {
  const proof = proofOf(verdicts);
  return proof === "pass" && !sameDomain ? undefined : proof;
}

/** The Message-IDs of the thread so far, oldest first. */
function referencesOf({ headers }: Letter): string[] {
  const [parent] = messageIdsIn(firstOf(headers, "in-reply-to"));
  const known = messageIdsIn(allOf(headers, "references").join(" "));
  const thread = parent && !known.includes(parent) ? [...known, parent] : known;
  return thread.filter((id) => id.length <= 1000);
}

/** The mail that is shown as answered: In-Reply-To, else the last of ours among the references. */
function replyOf(account: Account, { headers }: Letter, references: string[]) {
  const [parent] = messageIdsIn(firstOf(headers, "in-reply-to"));
  const ours = references.toReversed().find((id) => idsFrom(account, id));
  const replyTo =
    parent && (idsFrom(account, parent) || !ours) ? parent : (ours ?? references.at(-1));
  return replyTo && replyTo.length <= 300 ? { replyTo } : {};
}

/** Only a token signed by us leads into a conversation whoever writes; some are for one address alone. */
function tokenOf(account: Account, { recipients, from }: Letter) {
  for (const recipient of recipients.slice(0, 200)) {
    const conversationId = conversationOf(account, recipient, account.address, from?.address);
    if (conversationId) return { conversationId };
  }
  return {};
}

/** In characters; of a longer name the end is kept, which tells what it is. */
const longestName = 1000;

function fileOf({ name, type, bytes, contentId }: LetterFile): RemoteFile {
  const shown =
    name.slice(-longestName).toWellFormed() ||
    (type === "text/calendar" ? "invite.ics" : type === "message/rfc822" ? "mail.eml" : "");
  return {
    source: "",
    type: type.split(";")[0]?.trim().toLowerCase() || "application/octet-stream",
    ...(shown ? { name: shown } : {}),
    size: bytes.length,
    bytes,
    ...(contentId ? { contentId } : {}),
  };
}
