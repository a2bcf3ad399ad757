import { conversationsOf } from "../conversations/store.ts";

/** A person has no more conversations that show where a lead stands. */
const mostCopies = 30;

/** The conversations that have a lead: each shows where it stands. */
export async function conversationsWith(workspaceId: string, leadId: string): Promise<string[]> {
  const query = conversationsOf(workspaceId).where("leadId", "==", leadId).limit(mostCopies);
  return (await query.select().get()).docs.map(({ id }) => id);
}
