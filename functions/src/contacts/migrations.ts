import type { Migration } from "../migrations/migration.ts";
import { contactKeysGiven } from "./keys-given.ts";

/** How contacts of before get the shape that they have now. */
export const migrations: readonly Migration[] = [contactKeysGiven];
