import { newId } from "../platform/clock.ts";
import { adapterOf } from "../providers/index.ts";
import { accountFrom, connectionsOn } from "./connections.ts";

type HouseMail = { to: string; subject: string; text: string };

/** Sends a mail in nobody's name by a mailbox of a workspace; false where it has none that can. Throws `ProviderError`. */
export async function mailByHouse(
  workspaceId: string,
  { to, subject, text }: HouseMail,
): Promise<boolean> {
  const all = await connectionsOn(workspaceId, "email");
  const mailbox = all.find(({ channel, credentials }) => channel.enabled && credentials);
  const channel = mailbox && adapterOf(mailbox.channel.provider);
  if (!mailbox || !channel) return false;
  const { channelId, platform, webhook, settings, address: from } = accountFrom(mailbox);
  const message = {
    ...{ workspaceId, channelId, conversationId: "house", messageId: newId() },
    ...{ platform, from, to, kind: "text", text, files: [], webhook, author: "Hilo" },
    // It belongs to no conversation.
    settings: { ...settings, replyToken: "off", subjectTag: "off", signature: "" },
    mail: { subject, references: [] },
    automatic: true,
  };
  await channel.send(message, mailbox.credentials);
  return true;
}
