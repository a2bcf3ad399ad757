import type { Capabilities, MessageState } from "@hilo/schema";
import { type Connection, connectionOf } from "../channels/connections.ts";
import { stateFrom, stateOf } from "../conversations/message-state.ts";
import { filesOf } from "../files/files.ts";
import { AppError } from "../platform/errors.ts";
import { oneByOne } from "../platform/one-by-one.ts";
import { adapterOf } from "../providers/index.ts";
import { readyTemplate } from "../templates/sendable.ts";
import { checkContent, checkFiles } from "./content.ts";
import { deliver } from "./delivery.ts";
import type { Draft } from "./draft.ts";
import { queue } from "./queueing.ts";
import type { SendRequest } from "./send-request.ts";
import { draftMail } from "./sent-mail.ts";

/** The one door out: checks, queues with everything that goes with it in one commit, then tries to deliver. */
export async function dispatch(request: SendRequest): Promise<MessageState> {
  const { workspaceId, channelId, message } = request;
  const { connection, capabilities } = await readyChannel(workspaceId, channelId);
  const files = await filesOf(workspaceId, message.attachments ?? [], request.sees);
  checkContent({ ...message, replyTo: request.replyTo }, files, roomFor(request, capabilities));
  const draft = await draftOf(request, connection, files);
  checkFiles(draft.mail?.files ?? [], capabilities);
  const parts = { request, draft, connection, capabilities };
  const queued = await oneByOne(request.line, (turn) => queue(parts, turn));
  const ids = { workspaceId, conversationId: queued.conversationId, messageId: message.messageId };
  const sent = request.pump
    ? undefined
    : await deliver(workspaceId, ids.conversationId, ids.messageId, queued);
  return sent ? stateFrom(ids, sent) : stateOf(workspaceId, ids.conversationId, ids.messageId);
}

/** What a mail passed on the first time may go again with it, however many files that are. */
function roomFor({ kept, message }: SendRequest, capabilities: Capabilities): Capabilities {
  if (!kept?.forwards) return capabilities;
  const files = message.attachments?.length ?? 0;
  return { ...capabilities, attachments: Math.max(capabilities.attachments, files) };
}

/** A template is checked now, and shown in the thread as the customer will read it. */
async function draftOf(
  { workspaceId, author, purpose, channelId, message, replyTo, kept }: SendRequest,
  connection: Connection,
  files: Draft["files"],
): Promise<Draft> {
  const { kind, text = "", template, location, cards, options, subject } = message;
  const whose = { author, purpose };
  if (kind === "template" && template) {
    const ready = await readyTemplate(workspaceId, channelId, template);
    const { text: read, files: shown, options: buttons } = ready;
    return { ...whose, kind, text: read, files: shown, template, options: buttons, replyTo };
  }
  const mail = await draftMail(connection, { text, mail: message.mail, files, kept });
  return { ...whose, kind, text, files, location, cards, options, subject, mail, replyTo };
}

/** The channel, if it can send. */
async function readyChannel(workspaceId: string, channelId: string) {
  const connection = await connectionOf(workspaceId, channelId);
  if (!connection) throw new AppError("notFound", "There is no such channel.");
  const { channel } = connection;
  const capabilities = adapterOf(channel.provider)?.capabilities[channel.platform];
  if (!channel.enabled || !capabilities)
    throw new AppError(
      "channelDisabled",
      `${channel.name} cannot send at the moment. Ask an administrator to enable it.`,
    );
  return { connection, capabilities };
}
