import type { Migration } from "../migrations/migration.ts";
import { optOutsMoved } from "./opt-outs-moved.ts";
import { episodesRebuilt } from "./rebuilding.ts";
import { turnMoved } from "./turn.ts";
import { filesAbout } from "./whose-files.ts";

/** How conversations of before get the shape that they have now. */
export const migrations: readonly Migration[] = [
  {
    name: "teamNone",
    version: 1,
    collection: "conversations",
    change: ({ teamId }) => (typeof teamId === "string" ? undefined : { teamId: "none" }),
  },
  { name: "turn", version: 1, collection: "conversations", change: turnMoved },
  optOutsMoved,
  episodesRebuilt,
  filesAbout,
];
