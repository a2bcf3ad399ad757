import type { Dialogue } from "../dialogue.ts";
import { month } from "./month.ts";
import { morning } from "./morning.ts";
import { quarter } from "./quarter.ts";
import { today } from "./today.ts";
import { week } from "./week.ts";
import { windows } from "./windows.ts";

/** Every conversation of the demonstration. */
export const dialogues: readonly Dialogue[] = [
  ...today,
  ...morning,
  ...windows,
  ...week,
  ...month,
  ...quarter,
];
