import { migrations as contactMigrations } from "./contacts/migrations.ts";
import { migrations as conversationMigrations } from "./conversations/migrations.ts";
import { migrations as leadMigrations } from "./leads/migrations.ts";
import { stagesGone } from "./leads/stage-gone.ts";
import { migrating } from "./migrations/migrate.ts";
import type { Migration } from "./migrations/migration.ts";
import type { Kinds } from "./operations/kind.ts";
import { work } from "./operations/work.ts";

/** Every migration, in the order in which one document goes through them: the rooms' own, in the rooms' order. */
export const migrations: readonly Migration[] = [
  ...contactMigrations,
  ...conversationMigrations,
  ...leadMigrations,
];

/** Everything that takes long and how it is done: each a kind of its own room. */
export const kinds = { migrate: migrating(migrations), stages: stagesGone } satisfies Kinds;

/** Works on an operation until it has ended. */
export function operate(workspaceId: string, operationId: string): Promise<void> {
  return work(kinds, workspaceId, operationId);
}
