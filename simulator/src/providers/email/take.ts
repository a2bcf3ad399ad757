import type { Email } from "postal-mime";
import { follow } from "../../phones/course.ts";
import type { StoredFile } from "../../phones/files.ts";
import type { Person } from "../../phones/person.ts";
import { shown } from "../../phones/tell.ts";
import type { Entry } from "../../phones/thread.ts";
import type { World } from "../../phones/world.ts";
import type { FullBehaviour } from "../../wire/behaviour.ts";
import { mailbox } from "./account.ts";
import { type Arrived, arrivedOf } from "./mailboxes.ts";
import { report } from "./reports.ts";

/** The person behind an address. */
export function recipient(world: World, address: string): Person {
  const email = address.toLowerCase();
  return world.threads.find(email) ?? world.threads.meet({ email }, "email");
}

/** Our own id of a message, which is part of its Message-ID. */
export function ownId(messageId: string): string | undefined {
  return /^[^.@]+\.([0-9a-f-]{36})\./i.exec(messageId)?.[1];
}

export function idOf({ messageId = "" }: Email): string {
  return messageId.replace(/^<|>$/g, "");
}

/** A mail lies in the customer's mailbox, and takes its course. Resolves as `follow` does. */
export function accept(
  world: World,
  mail: Email,
  to: string,
  behaviour: FullBehaviour,
): Promise<void> {
  const arrived = arrivedFrom(mail, to);
  const entry = entryFrom(world, mail, arrived);
  arrivedOf(world).set(entry.id, arrived);
  world.threads.add(world.threads.thread(mailbox, recipient(world, to)), entry);
  const { failure } = behaviour;
  const code = failure?.at === "callback" ? String(failure.code) : null;
  return follow(world, {
    entry,
    behaviour,
    statuses: ["sent", "delivered"],
    failure: code,
    reads: false,
    report: (status) => report(world, arrived, status, code),
  });
}

function arrivedFrom(mail: Email, to: string): Arrived {
  return {
    id: idOf(mail),
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: mail.html ?? "",
    replyTo: mail.replyTo?.[0]?.address ?? mail.from?.address ?? mailbox.address,
    references: [...(mail.references ?? "").matchAll(/<([^<>]+)>/g)].map(([, id = ""]) => id),
    to,
    others: othersIn(mail, to),
    at: Date.now(),
  };
}

/** Everybody in its head but this one. */
function othersIn({ to = [], cc = [] }: Email, own: string): string[] {
  return [...to, ...cc]
    .flatMap(({ address }) => address ?? [])
    .filter((address) => address.toLowerCase() !== own.toLowerCase());
}

/** The one it is to has it under its own id, others under one of theirs: it is one mail in several mailboxes. */
function entryIdOf(mail: Email, to: string): string {
  const isFirst = mail.to?.[0]?.address?.toLowerCase() === to.toLowerCase();
  return isFirst ? idOf(mail) : `${idOf(mail)} ${to}`;
}

function entryFrom(world: World, mail: Email, { subject, html, to }: Arrived): Entry {
  const thread = world.threads.thread(mailbox, recipient(world, to));
  const files = mail.attachments.map(({ filename, mimeType, content }) =>
    world.files.save({
      name: filename ?? "archivo",
      type: mimeType,
      bytes:
        typeof content === "string" ? Buffer.from(content) : Buffer.from(new Uint8Array(content)),
    }),
  );
  const cc = (mail.cc ?? []).flatMap(({ address }) => address ?? []);
  return {
    id: entryIdOf(mail, to),
    threadId: thread.id,
    from: "business",
    kind: "text",
    text: (mail.text ?? "").trim(),
    files: files.map(shown),
    mail: {
      subject,
      ...(cc.length > 0 && { cc }),
      ...(html && { html, pictures: picturesOf(mail, files) }),
    },
    status: "queued",
    at: Date.now(),
  };
}

/** Where the pictures are that its HTML shows, by their Content-ID. */
function picturesOf({ attachments }: Email, files: readonly StoredFile[]): Record<string, string> {
  const pictures = attachments.flatMap(({ contentId }, index) => {
    const file = files[index];
    return contentId && file ? [[contentId.replace(/^<|>$/g, ""), shown(file).url] as const] : [];
  });
  return Object.fromEntries(pictures);
}
