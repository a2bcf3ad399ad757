import * as z from "zod";
import { type OutboundMessage, ProviderError, type Receipt } from "../adapter.ts";
import { whatsappBody } from "../meta-outbound.ts";
import { ownId } from "./accounts.ts";
import { graph, graphUrl } from "./graph.ts";
import { pageBody } from "./page-outbound.ts";
import type { MetaCredentials } from "./wire.ts";

/** Hands a message to WhatsApp, Messenger or Instagram. */
export async function send(
  message: OutboundMessage,
  credentials: MetaCredentials,
): Promise<Receipt> {
  const body = message.platform === "whatsapp" ? whatsappBody(message) : pageBody(message);
  const answer = await graph(sendUrl(message, credentials), credentials, body);
  return { externalId: idIn(answer.body) ?? idOfReaction(message) ?? noId() };
}

/** Instagram sends by its page's address where it was connected by Facebook's login. */
function sendUrl(message: OutboundMessage, credentials: MetaCredentials): string {
  const { platform, settings, from: address } = message;
  const page = platform === "instagram" ? settings.pageId : undefined;
  const id = page || ownId({ platform, settings, address });
  return graphUrl(`${encodeURIComponent(id)}/messages`, message, credentials);
}

const Sent = z.looseObject({
  messages: z.tuple([z.looseObject({ id: z.string().min(1) })], z.unknown()).optional(),
  message_id: z.string().min(1).optional(),
});

function idIn(body: unknown): string | undefined {
  const parsed = Sent.safeParse(body);
  return parsed.success ? (parsed.data.messages?.[0].id ?? parsed.data.message_id) : undefined;
}

/** A reaction on Instagram makes no message of its own. */
function idOfReaction({ kind, platform, replyTo }: OutboundMessage): string | undefined {
  return kind === "reaction" && platform === "instagram" ? `reaction:${replyTo}` : undefined;
}

function noId(): never {
  throw new ProviderError("unknown", "noId", "Meta took the message without giving it an id");
}
