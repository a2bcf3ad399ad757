import { Conversation } from "@hilo/schema";
import type { Page } from "playwright-core";
import { conversationsOf } from "../../functions/src/conversations/store.ts";
import { newId, now } from "../../functions/src/platform/clock.ts";
import { demo } from "../journeys/records.ts";
import { listed } from "../support/listed-conversation.ts";
import { eventually } from "../support/wait.ts";

const hour = 3_600_000;
const longAgo = 400 * 24 * hour;
const mostInBatch = 250;

/** Writes conversations that are older than all others, every ninth of them the agent's; gives their ids. */
export async function fillInbox(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  await inBatches(ids, (batch, id, index) => {
    batch.create(conversationsOf(demo).doc(id), oldOne(id, index));
  });
  return ids;
}

export function emptyInbox(ids: readonly string[]): Promise<void> {
  return inBatches(ids, (batch, id) => batch.delete(conversationsOf(demo).doc(id)));
}

/** How many the list of all has, by the server. */
export async function countActive(): Promise<number> {
  const active = conversationsOf(demo).where("status", "in", ["open", "waiting"]);
  return (await active.count().get()).data().count;
}

/** Scrolls on until the list says that it ends. */
export function toTheEnd(page: Page): Promise<unknown> {
  const scroller = page.locator("hilo-rows .scroller");
  const look = async () => {
    await scroller.evaluate((box) => box.scrollTo({ top: box.scrollHeight }));
    const ending = await page.locator("hilo-rows .ending").allInnerTexts();
    return ending.includes("No hay más conversaciones");
  };
  return eventually(look);
}

function oldOne(id: string, index: number): Conversation {
  const at = now() - longAgo - index * hour;
  const { id: _, ...usual } = listed(id, {
    contact: { name: `Antigua ${index}`, avatar: null, country: "CL" },
    address: id,
    assigneeId: index % 9 === 0 ? "demo-agent" : "none",
    lastMessageAt: at,
    lastInboundAt: at,
    waitingSince: null,
    createdAt: new Date(at),
    updatedAt: new Date(at),
  });
  return Conversation.parse(usual);
}

type Batch = ReturnType<ReturnType<typeof conversationsOf>["firestore"]["batch"]>;

async function inBatches(
  ids: readonly string[],
  put: (batch: Batch, id: string, index: number) => void,
): Promise<void> {
  for (let from = 0; from < ids.length; from += mostInBatch) {
    const batch = conversationsOf(demo).firestore.batch();
    for (const [i, id] of ids.slice(from, from + mostInBatch).entries()) put(batch, id, from + i);
    await batch.commit();
  }
}
