import type { MessageEvent, Turn } from "@hilo/schema";
import { LRUCache } from "lru-cache";
import type { Connection } from "../channels/connections.ts";
import { type Arrival, arrivalOf } from "../conversations/arrival.ts";
import { fillPlaceholder } from "../conversations/early-changes.ts";
import { messageOf } from "../conversations/store.ts";
import { alone } from "../platform/alone.ts";
import { hash } from "../platform/crypto.ts";
import { enqueue } from "../platform/tasks.ts";
import { mailHome } from "./mail-home.ts";
import { settle } from "./settle.ts";
import { forgetPhones, learnPhone } from "./shown-phone.ts";
import { acquaintance, append } from "./writing.ts";

/** Where this instance has seen people's conversations: a hint that saves a call, never a truth. */
const seen = new LRUCache<string, string>({ max: 20_000 });

/** Forgets the hints, as a new instance would. */
export function forgetConversations(): void {
  seen.clear();
  forgetPhones();
}

/**
 * Records a message that came in (or one of ours that was written elsewhere) in one atomic batch without reads:
 * the message under its derived id, its conversation, its count. A second delivery finds the message and changes
 * nothing. `turn`: whose it was before an echo.
 */
export async function receive(
  connection: Connection,
  event: MessageEvent,
  turn?: Turn,
): Promise<"recorded" | "duplicate"> {
  const arrival = { ...(await arrivalOf(connection, event)), ...(turn ? { turn } : {}) };
  const home = event.conversationId ?? (await mailHome(arrival));
  const taken = home ? await append(signedFor(home, arrival), home) : "missing";
  if (home && taken !== "missing")
    return taken === "written" ? "recorded" : keepApart(signedFor(home, arrival), home);
  const key = `${connection.workspaceId}/${arrival.personId}`;
  const hint = seen.get(key);
  const hinted = hint ? await append(arrival, hint) : "missing";
  const settled =
    hint && hinted !== "missing"
      ? { conversationId: hint, outcome: hinted }
      : await settle(arrival);
  const outcome =
    settled.outcome === "written" ? "recorded" : await again(arrival, settled.conversationId);
  const place = await learnPhone(arrival, settled.conversationId);
  if (place !== hint) seen.set(key, place);
  return outcome;
}

/** Something is under the message's id already: a place that was kept for it, another mail, or itself. */
async function again(arrival: Arrival, conversationId: string): Promise<"recorded" | "duplicate"> {
  const person = () => acquaintance(arrival, conversationId);
  const filled = await fillPlaceholder(arrival, conversationId, person);
  if (!filled) return keepApart(arrival, conversationId);
  const { connection, messageId } = arrival;
  const ids = { workspaceId: connection.workspaceId, conversationId, messageId };
  // Told again, it would be a duplicate: should this fail, the next message or the night makes up for it.
  await alone("reaction.notQueued", ids, () => enqueue("placeTaken", ids));
  return "recorded";
}

/** Some programs give two mails one Message-ID: the second is kept beside the first, under an id of its own. */
async function keepApart(
  arrival: Arrival,
  conversationId: string,
): Promise<"recorded" | "duplicate"> {
  const { connection, event, messageId } = arrival;
  const digest = event.mail?.digest;
  if (!digest) return "duplicate";
  const first = await messageOf(connection.workspaceId, conversationId, messageId).get();
  const known: unknown = first.get("mail.digest");
  if (known === undefined || known === digest) return "duplicate";
  const second = { ...arrival, messageId: hash(messageId, digest) };
  return (await append(second, conversationId)) === "written" ? "recorded" : "duplicate";
}

/** Tells who wrote, in a conversation with somebody else. */
function signedFor(conversationId: string, arrival: Arrival): Arrival {
  if (conversationId === arrival.personId) return arrival;
  const { name, address } = arrival.event.sender;
  const writer = name ? `${name} <${address}>` : address;
  return { ...arrival, event: { ...arrival.event, writer } };
}
