import { t } from "../../../text/inbox.ts";
import type { Command } from "../../../ui/commands.ts";

/** What the list does from the keyboard. */
export function listCommands(list: {
  move(step: 1 | -1): void;
  open(): void;
  hasCursor(): boolean;
  search(): void;
  start(): void;
}): Command[] {
  return [
    { id: "list.next", text: () => t.next, keys: "j", run: () => list.move(1) },
    { id: "list.previous", text: () => t.previous, keys: "k", run: () => list.move(-1) },
    { id: "list.open", text: () => t.openOne, keys: "Enter", run: list.open, when: list.hasCursor },
    { id: "list.search", text: () => t.focusSearch, keys: "/", icon: "search", run: list.search },
    { id: "list.start", text: () => t.start, keys: "c", icon: "compose", run: list.start },
  ];
}
