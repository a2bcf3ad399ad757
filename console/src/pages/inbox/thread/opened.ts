import { conversationOf } from "../../../data/conversations.ts";
import { OwnPresence, presence } from "../../../data/live.ts";
import { threadOf } from "../../../data/messages.ts";

/** Everything live of the conversation that is open. */
export class Opened {
  readonly id: string;
  readonly conversation: ReturnType<typeof conversationOf>;
  readonly live: ReturnType<typeof threadOf>;
  readonly present: ReturnType<typeof presence>;
  own: OwnPresence | undefined;

  constructor(id: string) {
    this.id = id;
    this.conversation = conversationOf(id);
    this.live = threadOf(id);
    this.present = presence(id);
  }

  /** Says that this member is here, as soon as the name is known. */
  arrive(name: string): void {
    this.own ??= new OwnPresence(this.id, name);
  }

  leave(): void {
    this.own?.leave();
    this.own = undefined;
  }
}
