import { noteEcho } from "./answered.ts";
import { followMove } from "./carried.ts";
import { followMatter } from "./following.ts";

/** What leads make of a message that came in. */
export const reactions = { followMove, followMatter };

/** What they make of one that was written elsewhere. */
export const echoReactions = { noteEcho };
