import type { ListedConversation } from "@hilo/schema";
import { conversationOf, isGone } from "../../../../data/conversations.ts";
import { isMentioned } from "../../../../data/mentions.ts";
import { threadOf } from "../../../../data/messages.ts";
import { OwnPresence } from "../../../../data/own-presence.ts";
import { presencesIn } from "../../../../data/presences.ts";

/** Everything live of the conversation that is open. */
export class LiveConversation {
  readonly id: string;
  readonly conversation: ReturnType<typeof conversationOf>;
  readonly live: ReturnType<typeof threadOf>;
  readonly presences: ReturnType<typeof presencesIn>;
  readonly own: OwnPresence;
  readonly #leaving = new AbortController();

  constructor(id: string) {
    this.id = id;
    this.conversation = conversationOf(id);
    this.live = threadOf(id);
    this.presences = presencesIn([id]);
    this.own = new OwnPresence(id);
  }

  /** Whether it is not there, or not to be seen. */
  get isGone(): boolean {
    return isGone(this.id);
  }

  /** The colleagues who have it open, too. */
  get present() {
    return this.presences.value.get(this.id) ?? [];
  }

  /** The conversation, as long as it mentions this member and they have not seen it. */
  get mentioning(): ListedConversation | undefined {
    const found = this.conversation.value;
    return typeof found === "object" && isMentioned(found) ? found : undefined;
  }

  /** Leads to the note that mentions this member. */
  async seekNote(show: (messageId: string) => void): Promise<void> {
    const { seekNote } = await import("./note-seeker.ts");
    if (!this.#leaving.signal.aborted) await seekNote(this, show, this.#leaving.signal);
  }

  leave(): void {
    this.#leaving.abort();
    this.own.leave();
  }
}
