import { House } from "@hilo/schema";
import { now } from "./clock.ts";
import { db, read } from "./firestore.ts";

/** How long the settings are kept, in milliseconds. */
const keptMs = 60_000;

let kept: { heldBefore: number; readAt: number } | undefined;

/** Nothing that was due before this goes out by itself (ms); 0 where nothing is held. */
export async function heldBefore(): Promise<number> {
  if (!kept || now() - kept.readAt >= keptMs || now() < kept.readAt) {
    const house = read(House, await db().collection("settings").doc("house").get());
    kept = { heldBefore: house?.heldBefore?.getTime() ?? 0, readAt: now() };
  }
  return kept.heldBefore;
}

/** Has the settings be read anew, for tests. */
export function forgetHouse(): void {
  kept = undefined;
}
