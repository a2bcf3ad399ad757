import type { About, Delivery } from "../../phones/about.ts";
import type { Inbound } from "../../phones/inbound.ts";
import { addressOf } from "../../phones/person.ts";
import { tell } from "../../phones/tell.ts";
import type { World } from "../../phones/world.ts";
import { filesOf } from "../../samples/files-of.ts";
import type { Webhook } from "../../wire/webhook.ts";
import { bring } from "./bring.ts";
import { spamReport } from "./reports.ts";
import { newMessageId, subjectFor, write } from "./write.ts";

/** A customer writes, by whichever service; one that blocks the business reports its mail as spam. */
export async function deliver(world: World, about: About, message: Inbound): Promise<Delivery> {
  const files = filesOf(world.files, message);
  const id = message.sid ?? newMessageId();
  const webhooks = await callsFor(world, about, message, id, files);
  const subject = { subject: subjectFor(world, about, message) };
  return tell(world, about, message, {
    id,
    files,
    kept: (entry) => world.threads.update(entry, { mail: { ...subject, ...entry.mail } }),
    webhooks: () => webhooks,
  });
}

async function callsFor(
  world: World,
  about: About,
  message: Inbound,
  id: string,
  files: ReturnType<typeof filesOf>,
): Promise<Webhook[]> {
  if (message.kind === "block")
    return [await spamReport(world, addressOf(about.person, "email") ?? "", message.signature)];
  if (quiet.has(message.kind)) return [];
  const letter = write(world, about, message, id, files);
  const headers = Object.entries(message.fields).filter(
    (field): field is [string, string] => field[1] !== null,
  );
  const whole = { ...letter, headers: [...letter.headers, ...headers] };
  return [await bring(world, message.service ?? "sendgrid", whole, message.signature)];
}

/** What nobody can do to a mail. */
const quiet = new Set<string>(["unblock", "reaction", "edit", "delete", "event"]);
