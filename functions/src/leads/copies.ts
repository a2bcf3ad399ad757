import { having } from "./store.ts";

/** A person has no more conversations that show where a lead stands. */
const mostCopies = 30;

/** The conversations that have a lead: each shows where it stands. */
export async function conversationsWith(workspaceId: string, leadId: string): Promise<string[]> {
  const { docs } = await having(workspaceId, leadId, mostCopies).select().get();
  return docs.map(({ id }) => id);
}
