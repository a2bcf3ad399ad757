import { randomBytes } from "node:crypto";
import type { About, Delivery } from "../../phones/about.ts";
import type { Inbound } from "../../phones/inbound.ts";
import { tell } from "../../phones/tell.ts";
import type { Entry } from "../../phones/thread.ts";
import type { World } from "../../phones/world.ts";
import { filesOf } from "../../samples/files-of.ts";
import { chatIdOf, entryIdOf, keptIn, nextNumber, numberOf } from "./chats.ts";
import { post } from "./post.ts";
import { updatesOf } from "./updates.ts";

/** A customer writes to the bot, presses, edits, reacts or blocks it. */
export async function deliver(world: World, about: About, message: Inbound): Promise<Delivery> {
  if (message.echo) throw new RangeError("Telegram does not tell a bot what others write for it");
  const files = message.kind === "contact" ? [] : filesOf(world.files, message);
  const ids = idsOf(world, about, message, Math.max(files.length, 1));
  const [id = ""] = ids;
  const album = files.length > 1 ? String(135e8 + numberOf(id)) : undefined;
  const delivery = await tell(world, about, withStart(message), {
    id,
    files,
    kept: (entry) => {
      if (album) world.threads.update(entry, { album });
    },
    webhooks: (entry) => {
      const updates = updatesOf(world, about, message, entry, ids);
      return updates.flatMap((update) => post(world, update, message));
    },
  });
  noteAnswers(world, delivery);
  return delivery;
}

/** Messages are counted by chat; what is no message has an id that nobody sees. */
function idsOf(world: World, { person }: About, message: Inbound, count: number): string[] {
  if (message.sid !== undefined) return [message.sid];
  const { kind } = message;
  if (kind === "button" || kind === "list") return [`press-${randomBytes(8).toString("hex")}`];
  const isMessage = !["reaction", "edit", "delete", "block", "unblock"].includes(kind);
  if (!isMessage) return [`update-${keptIn(world).update + 1}`];
  const chat = chatIdOf(world, person);
  return Array.from({ length: count }, () => entryIdOf(chat, nextNumber(world, chat)));
}

/** Whoever comes by a link begins with its word. */
function withStart(message: Inbound): Inbound {
  const { sourceId } = message.referral ?? {};
  return sourceId === undefined ? message : { ...message, text: `/start ${sourceId}` };
}

/** What getWebhookInfo tells of a delivery that failed. */
function noteAnswers(
  world: World,
  { answers }: { entry: Entry } & Pick<Delivery, "answers">,
): void {
  const failed = answers.findLast(({ status }) => status === null || status < 200 || status > 299);
  if (!failed) return;
  const message =
    failed.status === null
      ? "Connection refused"
      : `Wrong response from the webhook: ${failed.status}`;
  keptIn(world).webhook.lastError = { at: Math.floor(Date.now() / 1000), message };
}
