import { commands, runCommand } from "../ui/commands.ts";
import { navigate } from "../ui/navigate.ts";
import { awaitField } from "../ui/typed-ahead.ts";

const id = "list.search";

/** Puts the caret into the field that searches, of whichever page has one; of the inbox, where none has. */
export function search(): void {
  if (isThere()) runCommand(id);
  else void awaitField(inbox).then((isWanted) => isWanted && runCommand(id));
}

function inbox(): Promise<void> {
  return new Promise((resolve) => {
    const stop = commands.subscribe(() => {
      if (!isThere()) return;
      stop();
      resolve();
    });
    navigate("/inbox");
  });
}

function isThere(): boolean {
  return commands.value.some((one) => one.id === id);
}
