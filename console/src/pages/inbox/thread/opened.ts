import { conversationOf } from "../../../data/conversations.ts";
import { threadOf } from "../../../data/messages.ts";
import { OwnPresence } from "../../../data/own-presence.ts";
import { presencesIn } from "../../../data/presences.ts";

/** Everything live of the conversation that is open. */
export class Opened {
  readonly id: string;
  readonly conversation: ReturnType<typeof conversationOf>;
  readonly live: ReturnType<typeof threadOf>;
  readonly presences: ReturnType<typeof presencesIn>;
  readonly own: OwnPresence;

  constructor(id: string) {
    this.id = id;
    this.conversation = conversationOf(id);
    this.live = threadOf(id);
    this.presences = presencesIn([id]);
    this.own = new OwnPresence(id);
  }

  /** The colleagues who have it open, too. */
  get present() {
    return this.presences.value.get(this.id) ?? [];
  }

  leave(): void {
    this.own.leave();
  }
}
