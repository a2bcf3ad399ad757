import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from "cockatiel";
import { LRUCache } from "lru-cache";
import { type Connection, connectionOf, webhookOf } from "../channels/connections.ts";
import { count } from "../channels/health.ts";
import { AppError } from "../platform/errors.ts";
import {
  type Adapter,
  type OutboundMessage,
  ProviderError,
  type Receipt,
} from "../providers/adapter.ts";
import { adapterOf } from "../providers/index.ts";
import { languageOf } from "../settings/settings.ts";
import { readyTemplate } from "../templates/sendable.ts";
import { signatureOf } from "../users/signatures.ts";
import { mailThread } from "./mail-thread.ts";
import { outgoingFile } from "./outgoing-file.ts";
import { routeOf, type Sending } from "./sending.ts";
import { unseenLetter } from "./unseen-letter.ts";

/** A channel that could not be reached five times in a row is left alone for this long (ms). */
const restMs = 30_000;

const breakers = new LRUCache<string, CircuitBreakerPolicy>({ max: 1000 });

/** Gives a message to its provider; throws ProviderError. */
export async function handOver(sending: Sending): Promise<Receipt> {
  const { workspaceId, conversation, message: said } = sending;
  if (conversation.optedOut)
    throw new ProviderError(
      "refused",
      "optedOut",
      "The person has asked for no more messages since",
    );
  const { channelId, provider } = routeOf(sending);
  const connection = await connectionOf(workspaceId, channelId);
  const channel = adapterOf(provider);
  if (!connection?.credentials || !channel)
    throw new ProviderError("refused", "noCredentials", "The channel has no credentials");
  if (!connection.channel.enabled)
    throw new ProviderError("refused", "channelDisabled", "The channel has been disabled since");
  const message = said.carries
    ? await unseenLetter(sending, said.carries, connection)
    : await outboundMessage(sending, connection);
  return counted(connection, () => guarded(connection, channel, message));
}

async function guarded(
  connection: Connection,
  channel: Adapter<unknown>,
  message: OutboundMessage,
): Promise<Receipt> {
  try {
    return await breakerOf(connection).execute(() => channel.send(message, connection.credentials));
  } catch (error) {
    if (!(error instanceof BrokenCircuitError)) throw error;
    throw new ProviderError("unreachable", "circuitOpen", "The provider cannot be reached", {
      retryAfter: restMs,
      cause: error,
    });
  }
}

function breakerOf({ workspaceId, channelId }: Connection): CircuitBreakerPolicy {
  const key = `${workspaceId}/${channelId}`;
  const known = breakers.get(key);
  if (known) return known;
  const made = circuitBreaker(
    handleWhen((error) => error instanceof ProviderError && error.kind === "unreachable"),
    { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(5) },
  );
  breakers.set(key, made);
  return made;
}

async function counted(connection: Connection, run: () => Promise<Receipt>): Promise<Receipt> {
  const { workspaceId, channelId } = connection;
  try {
    const receipt = await run();
    count(workspaceId, channelId, "sent");
    return receipt;
  } catch (error) {
    count(workspaceId, channelId, "failed");
    throw error;
  }
}

/** The template as it is now: it may have been paused since the message was queued. */
async function templateOf({
  workspaceId,
  message,
  conversation,
}: Sending): Promise<Pick<OutboundMessage, "template">> {
  if (!message.template) return {};
  try {
    const ready = await readyTemplate(workspaceId, conversation.channelId, message.template);
    return { template: ready.template };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new ProviderError("refused", "template", error.message, { cause: error });
  }
}

/** What an e-mail has besides: its thread, its copies, its HTML and its writer's own signature. */
async function mailOf(
  sending: Sending,
  { workspaceId, channelId, channel }: Connection,
): Promise<Pick<OutboundMessage, "mail">> {
  const capabilities = adapterOf(channel.provider)?.capabilities[channel.platform];
  if (!capabilities?.subject) return {};
  const { mail, author } = sending.message;
  const { cc = [], bcc = [], html, quoted, forwards } = mail ?? {};
  const isSigned = capabilities.mail && author.type === "member";
  const signature = isSigned ? await signatureOf(workspaceId, author.id, channelId) : undefined;
  const further = { text: quoted ?? "", ...(forwards?.html ? { html: forwards.html } : {}) };
  return {
    mail: {
      ...(await mailThread(sending)),
      language: await languageOf(workspaceId),
      cc,
      bcc,
      ...(html ? { html } : {}),
      ...(signature ? { signature } : {}),
      ...(forwards ? { quoted: further } : {}),
    },
  };
}

async function outboundMessage(sending: Sending, connection: Connection): Promise<OutboundMessage> {
  const { workspaceId, conversationId, messageId, message, conversation } = sending;
  const { channel, channelId } = connection;
  const files = message.attachments.map((one) => outgoingFile(workspaceId, one));
  const { location, cards, options, humanAgent } = message;
  return {
    workspaceId,
    channelId,
    conversationId,
    messageId,
    platform: channel.platform,
    from: channel.address,
    to: conversation.address,
    kind: message.kind,
    text: message.text,
    files,
    ...(location ? { location } : {}),
    ...(cards ? { cards } : {}),
    ...(options ? { options } : {}),
    ...(humanAgent ? { humanAgent } : {}),
    ...(await templateOf(sending)),
    ...(await mailOf(sending, connection)),
    ...(message.replyTo?.externalId ? { replyTo: message.replyTo.externalId } : {}),
    webhook: webhookOf(channel.provider, workspaceId, channelId),
    settings: channel.settings,
    author: message.author.name,
    ...(message.author.type === "member" ? {} : { automatic: true }),
  };
}
