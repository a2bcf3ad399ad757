import { type ChatSettings, type Language, languages } from "@hilo/schema";
import type { Connection } from "../channels/connections.ts";
import { mailboxOf, mailedAfter } from "../outbound/goes-on.ts";
import { now } from "../platform/clock.ts";
import { log } from "../platform/log.ts";
import { capabilities } from "../providers/webchat/capabilities.ts";
import { greetingIn } from "../providers/webchat/fields.ts";
import { hoursFrom, isOpen, opensAt, type Week, weekFrom } from "../providers/webchat/hours.ts";
import { zoneOf } from "../settings/settings.ts";
import { usualResponse } from "./usual-response.ts";
import { whoAnswers } from "./who-answers.ts";

const questions = ["name", "email"] as const;

/** What the chat is told about its business, in the visitor's language. */
export async function chatSettings(
  connection: Connection,
  language: Language,
): Promise<ChatSettings> {
  const { workspaceId, channel, channelId } = connection;
  const { title, color = "", form = "", ...settings } = channel.settings;
  const greetings = [language, ...languages].map((one) => settings[greetingIn(one)]);
  const timeZone = await zoneOf(workspaceId);
  const hours = readHours(channel.settings.hours ?? "", channelId);
  const { media, textLength } = capabilities.webchat;
  const kinds = Object.values(media);
  return {
    title: title || channel.name,
    color: /^#[0-9a-f]{6}$/i.test(color) ? color : "",
    greeting: greetings.find(Boolean) ?? "",
    form: questions.filter((one) => form.split(",").includes(one)),
    open: isOpen(hours, now(), timeZone),
    opensAt: opensAt(hours, now(), timeZone),
    files: {
      maxBytes: Math.max(...kinds.map((kind) => kind.maxBytes)),
      types: kinds.flatMap((kind) => kind.types),
    },
    textLength,
    answersIn: await usualResponse(workspaceId),
    people: await whoAnswers(connection),
    week: weekFrom(hours, now(), timeZone),
    goesOnByMail: mailedAfter(channel) !== null && (await mailboxOf(connection)) !== undefined,
  };
}

/** Hours that cannot be read close nobody's chat; the channel's connection test says so. */
function readHours(text: string, channelId: string): Week | undefined {
  try {
    return hoursFrom(text);
  } catch (error) {
    log.warn("webchat.hoursUnreadable", { channelId, error });
    return undefined;
  }
}
