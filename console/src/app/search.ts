import { commands, runCommand } from "../ui/commands.ts";
import { navigate } from "../ui/navigate.ts";

const id = "list.search";

/** Puts the caret into the field that searches, of whichever page has one; of the inbox, where none has. */
export function search(): void {
  const run = () => {
    if (!commands.value.some((one) => one.id === id)) return false;
    runCommand(id);
    return true;
  };
  if (run()) return;
  const stop = commands.subscribe(() => {
    if (run()) stop();
  });
  navigate("/inbox");
}
