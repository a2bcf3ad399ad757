import { keyOf, type Sender } from "@hilo/schema";
import type { Connection } from "../connections/connections.ts";
import { recognise } from "../contacts/identities.ts";
import { hash } from "../platform/crypto.ts";

/** The conversation with a person: where their identity leads or, when nobody knows them yet, where it would. */
export async function conversationWith(
  { workspaceId, channelId }: Connection,
  person: Sender,
): Promise<string> {
  const known = await recognise(workspaceId, channelId, person);
  return known?.conversationId ?? hash(channelId, keyOf(person));
}
