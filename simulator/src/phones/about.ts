import type { Answer } from "../wire/webhook.ts";
import type { DemoChannel } from "./demo-channels.ts";
import type { Person } from "./person.ts";
import type { Entry, Thread } from "./thread.ts";

/** A customer's message and what the house answered to each delivery of it. */
export type Delivery = { entry: Entry; answers: Answer[] };

/** Whose conversation something is part of. */
export type About = { channel: DemoChannel; person: Person; thread: Thread };
