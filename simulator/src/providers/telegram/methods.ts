import type { World } from "../../phones/world.ts";
import { bot } from "./account.ts";
import { entryIdOf, keptIn, personAt } from "./chats.ts";
import { badRequest, blocked, type Refusal } from "./failures.ts";
import { ownIdOf, pathOf } from "./files.ts";
import { mayCall } from "./post.ts";
import type { Params } from "./read-call.ts";

/** What a call gives back. */
export type Outcome = { ok: true; result: unknown; description?: string } | Refusal;
type Method = (world: World, params: Params) => Outcome;

const done = (result: unknown, description?: string): Outcome => ({
  ok: true,
  result,
  ...(description !== undefined && { description }),
});

/** Every method that sends no message. */
export const methods: Record<string, Method> = {
  getMe: () => done({ ...bot, can_join_groups: true, can_read_all_group_messages: false }),
  getFile,
  answerCallbackQuery,
  setMessageReaction,
  setWebhook,
  getWebhookInfo,
  deleteWebhook(world) {
    keptIn(world).webhook = { url: "", secret: "", kinds: null, lastError: null };
    return done(true, "Webhook was deleted");
  },
};

/** What Telegram serves at most, in bytes. */
const mostBytes = 20 * 1024 * 1024;

function getFile(world: World, { file_id: id }: Params): Outcome {
  const file = world.files.get(ownIdOf(String(id)));
  if (!file) return badRequest("wrong file_id or the file is temporarily unavailable");
  if (file.bytes.length > mostBytes) return badRequest("file is too big");
  const found = { file_id: id, file_unique_id: `AgAD${file.id.slice(-10)}` };
  return done({ ...found, file_size: file.bytes.length, file_path: pathOf(file) });
}

function answerCallbackQuery(world: World, { callback_query_id: id }: Params): Outcome {
  if (keptIn(world).presses.delete(String(id))) return done(true);
  return badRequest("query is too old and response timeout expired or query ID is invalid");
}

/** The reactions that Telegram offers everybody; a few of them. */
const emojis =
  "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 😴 😭 🤓 👻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷 😡";
const allowed = new Set(emojis.split(" "));

function setMessageReaction(world: World, params: Params): Outcome {
  const chatId = String(params.chat_id);
  const person = personAt(world, chatId);
  if (!person) return badRequest("chat not found");
  const entry = world.threads.entry(entryIdOf(chatId, Number(params.message_id)));
  if (!entry) return badRequest("message to react not found");
  if (world.threads.threads.get(entry.threadId)?.blocked) return blocked;
  const [{ emoji = "" } = {}] = (params.reaction ?? []) as { emoji?: string }[];
  if (emoji && !allowed.has(emoji.replace(/\uFE0F$/, ""))) return badRequest("REACTION_INVALID");
  const { business: _, ...others } = entry.reactions ?? {};
  world.threads.update(entry, { reactions: { ...others, ...(emoji && { business: emoji }) } });
  return done(true);
}

function setWebhook(world: World, params: Params): Outcome {
  const url = String(params.url);
  const secret = String(params.secret_token ?? "");
  if (secret && !/^[A-Za-z0-9_-]{1,256}$/.test(secret))
    return badRequest("secret token contains unallowed characters");
  if (url && !mayCall(world, url))
    return badRequest("bad webhook: the simulator calls this machine only");
  const kept = keptIn(world);
  const { kinds } = kept.webhook;
  const given = params.allowed_updates as string[] | undefined;
  // An empty list asks for the usual kinds; without a list the previous one holds.
  const asked = given === undefined ? kinds : given.length > 0 ? given : null;
  kept.webhook = { url, secret, kinds: asked, lastError: null };
  return done(true, "Webhook was set");
}

function getWebhookInfo(world: World): Outcome {
  const { url, kinds, lastError } = keptIn(world).webhook;
  return done({
    url,
    has_custom_certificate: false,
    pending_update_count: 0,
    ...(url && { max_connections: 40, ip_address: "127.0.0.1" }),
    ...(lastError && { last_error_date: lastError.at, last_error_message: lastError.message }),
    ...(kinds && { allowed_updates: kinds }),
  });
}
