import type { ThreadMessage } from "../../../data/thread-merge.ts";
import type { ShownReaction } from "./reactions-shown.ts";

/** One row of the drawn thread. */
export type Row =
  | { type: "day"; key: string; at: number }
  | { type: "unread"; key: string; count: number }
  | { type: "system"; key: string; message: ThreadMessage }
  | {
      type: "message";
      key: string;
      message: ThreadMessage;
      /** Whether it begins, and whether it ends, a group of one author. */
      first: boolean;
      last: boolean;
      /** Reactions that hang on it, each emoji once. */
      reactions: ShownReaction[];
      /** The messages of its album, itself the first; empty when it belongs to none. */
      album: readonly ThreadMessage[];
      /** The subject, where an e-mail begins another one. */
      subject: string;
    };

export type MessageRow = Extract<Row, { type: "message" }>;
