import type { Settings } from "@hilo/schema";
import { onSnapshot } from "firebase/firestore";
import { type Source, source } from "../ui/source.ts";
import { documentOf, fromDocument } from "./firestore.ts";
import { whileVisible } from "./visibility.ts";

const kept = source<Settings | null>(null, () => whileVisible(follow));

/** How this workspace works, as it is changed; null until it is known. */
export const settings: Source<Settings | null> = kept;

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The time zone in which the workspace counts its days; this device's until it is known. */
export function zone(): string {
  return settings.value?.timeZone ?? here;
}

function follow(): () => void {
  return onSnapshot(
    documentOf("settings", "workspace"),
    (found) => {
      const data = found.data();
      if (data) kept.set(fromDocument<Settings>(found.id, data));
    },
    // What was known of it holds on.
    () => undefined,
  );
}
