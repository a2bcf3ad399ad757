import type { Capabilities, Conversation, Millis } from "@hilo/schema";
import { type Connection, connectionsOn } from "../channels/connections.ts";
import { adapterOf } from "../providers/index.ts";

type Channel = Pick<Connection["channel"], "provider" | "platform" | "settings">;

/** How many minutes an answer waits to be seen, unless the channel's setting `mailAfter` says otherwise. */
const usualMinutes = 5;

/** How long our answers wait to be seen before they are mailed (ms); null where they never are. */
export function mailedAfter({ provider, platform, settings }: Channel): Millis | null {
  const capabilities = adapterOf(provider)?.capabilities[platform];
  if (!capabilities?.goesOnByMail || settings.mailAfter === "off") return null;
  return (Number(settings.mailAfter) || usualMinutes) * 60_000;
}

/** What an answer changes in a conversation that may go on by mail: the first one not seen says when. */
export function awaitsSeeing(
  channel: Channel,
  { goesOnByMail }: Pick<Capabilities, "goesOnByMail">,
  conversation: Pick<Conversation, "mailDueAt">,
  at: Millis,
): Pick<Conversation, "mailDueAt"> {
  const after = goesOnByMail ? mailedAfter(channel) : null;
  return after === null ? {} : { mailDueAt: conversation.mailDueAt ?? at + after };
}

/**
 * The mailbox by which a channel's conversations go on: the one that its setting `mailChannel` names, else the
 * workspace's only one. Undefined where there is none that can send, or several and none is named.
 */
export async function mailboxOf({
  workspaceId,
  channel,
}: Pick<Connection, "workspaceId" | "channel">): Promise<Connection | undefined> {
  const all = await connectionsOn(workspaceId, "email");
  const able = all.filter(({ channel, credentials }) => channel.enabled && credentials);
  const { mailChannel } = channel.settings;
  if (mailChannel) return able.find(({ channelId }) => channelId === mailChannel);
  return able.length === 1 ? able[0] : undefined;
}
