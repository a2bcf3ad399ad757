import type { Millis, Sender } from "@hilo/schema";
import type { Connection } from "../channels/connections.ts";
import { recognise } from "../contacts/identities.ts";
import { personIdOf } from "../contacts/names.ts";
import { now } from "../platform/clock.ts";

/** The conversation with a person at a time: where their identity leads or, when nobody knows them yet, where it would. */
export async function conversationWith(
  connection: Connection,
  person: Sender,
  told: Millis | null,
): Promise<string> {
  const at = told ?? now();
  const known = await recognise(connection, person, at);
  return known?.conversationId ?? personIdOf({ connection, at }, person);
}
