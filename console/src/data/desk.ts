import type { Conversation, ListedConversation } from "@hilo/schema";
import { type OwnSource, source } from "../ui/source.ts";
import { call } from "./api.ts";

/** What the header and the panel can change of a conversation. */
export type Change =
  | { assigneeId: string }
  | { status: Exclude<Conversation["status"], "snoozed"> }
  | { status: "snoozed"; snoozedUntil: number | null }
  | { priority: Conversation["priority"] }
  | { tags: string[] }
  /** At least one: marked as unread. */
  | { unread: number };

type Patch = { id: string; conversationId: string; change: Change };

/** How long a change that was taken is still shown over what Firestore says, in milliseconds. */
const settleMs = 1_500;

const patches: OwnSource<readonly Patch[]> = source<readonly Patch[]>([]);

/** Changes that are shown although Firestore does not tell them yet. */
export const changes = patches;

/** A conversation as it will be once the changes on their way have arrived. */
export function changed<T extends ListedConversation>(conversation: T): T {
  const own = patches.value.filter((patch) => patch.conversationId === conversation.id);
  return Object.assign({}, conversation, ...own.map((patch) => patch.change));
}

/** Changes a conversation: shown at once, taken back when the API refuses it. Throws `ApiProblem`. */
export async function change(conversationId: string, wanted: Change): Promise<void> {
  const patch = { id: crypto.randomUUID(), conversationId, change: wanted };
  const forget = () => patches.set(patches.value.filter((one) => one !== patch));
  patches.set([...patches.value, patch]);
  try {
    await request(conversationId, wanted);
    setTimeout(forget, settleMs);
  } catch (error) {
    forget();
    throw error;
  }
}

function request(conversationId: string, wanted: Change): Promise<unknown> {
  const params = { conversationId };
  if ("assigneeId" in wanted) return call("assignConversation", { params, body: wanted });
  if ("priority" in wanted) return call("setPriority", { params, body: wanted });
  if ("tags" in wanted) return call("setTags", { params, body: wanted });
  if ("unread" in wanted) return call("markUnread", { params });
  if (wanted.status === "snoozed") {
    return call("snoozeConversation", { params, body: { until: wanted.snoozedUntil } });
  }
  return call("setStatus", { params, body: { status: wanted.status } });
}
