import type { Migration } from "../migrations/migration.ts";
import { leadsInFunnels } from "./migrated.ts";

/** How leads of before get the shape that they have now. */
export const migrations: readonly Migration[] = [
  {
    name: "leadTeam",
    version: 1,
    collection: "leads",
    change: ({ ownerId, teamId }) => {
      const missing = Object.entries({ ownerId, teamId }).filter(
        ([, id]) => typeof id !== "string",
      );
      return missing.length > 0
        ? Object.fromEntries(missing.map(([field]) => [field, "none"]))
        : undefined;
    },
  },
  leadsInFunnels,
];
