import type { About } from "../../../phones/about.ts";
import { type Inbound, writtenAt } from "../../../phones/inbound.ts";
import { addressOf } from "../../../phones/person.ts";
import type { ThreadFile } from "../../../phones/thread.ts";
import type { World } from "../../../phones/world.ts";
import { pageInboxId } from "../account.ts";
import type { PagePlatform } from "./read.ts";

type Json = Record<string, unknown>;

const linkSeconds = 3600;

/** What a customer (or, of an echo, the business elsewhere) did, as an item of `messaging`. */
export function eventOf(
  world: World,
  about: About & { platform: PagePlatform },
  id: string,
  message: Inbound,
  files: ThreadFile[],
): Json {
  const customer = { id: addressOf(about.person, about.platform) };
  const business = { id: about.channel.address };
  const [sender, recipient] = message.echo ? [business, customer] : [customer, business];
  const timestamp = writtenAt(message);
  return { sender, recipient, timestamp, ...content(world, about, id, message, files) };
}

function content(
  world: World,
  { platform }: { platform: PagePlatform },
  id: string,
  message: Inbound,
  files: ThreadFile[],
): Json {
  const { kind, target: mid = "", emoji, text } = message;
  switch (kind) {
    case "reaction":
      return {
        reaction: emoji
          ? { mid, action: "react", emoji, reaction: names[emoji] ?? "other" }
          : { mid, action: "unreact" },
      };
    case "edit":
      return { message_edit: { mid, text, num_edit: 1 } };
    case "delete":
      return { message: { mid, is_deleted: true } };
    case "button":
      return pressed(world, id, message);
    default:
      return { message: written(world, platform, id, message, files) };
  }
}

const names: Record<string, string> = {
  "❤️": "love",
  "❤": "love",
  "😆": "smile",
  "😮": "wow",
  "😢": "sad",
  "😠": "angry",
  "👍": "like",
  "👎": "dislike",
};

/** A quick reply writes a message; a button of a template does not. */
function pressed(world: World, id: string, message: Inbound): Json {
  const { id: payload, title } = message.button ?? { id: message.text, title: message.text };
  const stays = world.threads.entry(message.replyTo ?? "")?.offer?.postback;
  if (stays || message.fields.type === "postback") return { postback: { mid: id, title, payload } };
  return { message: { mid: id, text: title, quick_reply: { payload } } };
}

function written(
  world: World,
  platform: PagePlatform,
  id: string,
  message: Inbound,
  files: ThreadFile[],
): Json {
  const { text, replyTo, echo, referral, story } = message;
  const sticker = message.kind === "sticker" && platform === "messenger";
  return {
    mid: id,
    ...(echo && { is_echo: true, app_id: Number(pageInboxId) }),
    ...(text && { text }),
    ...(sticker && { sticker_id: 369239263222822 }),
    ...(files.length > 0 && { attachments: attachmentsOf(world, files, story) }),
    ...(story === "reply" && { reply_to: { story: ourStory } }),
    ...(replyTo !== undefined && { reply_to: { mid: replyTo } }),
    ...(referral && { referral: referralOf(referral) }),
  };
}

const ourStory = {
  id: "17918000000000178",
  url: "https://www.instagram.com/stories/andesgestion/",
};

function referralOf({ sourceId, headline, url }: NonNullable<Inbound["referral"]>): Json {
  return {
    source: "ADS",
    type: "OPEN_THREAD",
    ...(sourceId && { ad_id: sourceId }),
    ...(url && { ref: url }),
    ...(headline && { ads_context_data: { ad_title: headline } }),
  };
}

/** Files by links that hold for a while and want no token. */
export function attachmentsOf(world: World, files: ThreadFile[], story?: Inbound["story"]): Json[] {
  return files.map(({ id, type }) => {
    const family = type.split("/")[0] ?? "";
    const kind = ["image", "audio", "video"].includes(family) ? family : "file";
    const as = story === "mention" ? "story_mention" : kind;
    return { type: as, payload: { url: `${world.url}${world.files.link(id, linkSeconds)}` } };
  });
}
