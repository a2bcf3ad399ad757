import type { ChangedField } from "@hilo/schema";
import type { Whose, WhoseDialog } from "./whose.ts";

/** Asks whose change stays, where somebody else has changed the same meanwhile; fields are named by their paths. */
export function askWhose(nameOf: (field: string) => string) {
  return async (
    changed: readonly ChangedField[],
    wanted: Readonly<Record<string, unknown>>,
  ): Promise<Whose> => {
    await import("./whose.ts");
    const dialog: WhoseDialog = Object.assign(document.createElement("hilo-whose"), {
      changed,
      wanted,
      nameOf,
    }) as WhoseDialog;
    document.body.append(dialog);
    return new Promise((resolve) => {
      dialog.addEventListener("decide", (event) => resolve((event as CustomEvent<Whose>).detail), {
        once: true,
      });
    });
  };
}
