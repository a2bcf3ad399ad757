import { aboutOf, type InboundEvent } from "@hilo/schema";
import type { Connection } from "../channels/connections.ts";
import { recognise } from "../contacts/identities.ts";
import { now } from "../platform/clock.ts";
import { log } from "../platform/log.ts";

/** The contact who wrote what could not be used, where they are known. */
export async function writtenBy(connection: Connection, event: InboundEvent): Promise<string[]> {
  if (!("sender" in event) || !event.sender) return [];
  const at = ("at" in event ? event.at : null) ?? now();
  const known = await recognise(connection, event.sender, at).catch(unrecognised);
  return known ? aboutOf(known.contactId) : [];
}

/** The names in what the database does not take may be none that it could be asked for. */
function unrecognised(error: unknown): undefined {
  log.warn("deadLetter.ofNobody", { error });
}
