import type { Settings } from "@hilo/schema";
import { getDoc } from "firebase/firestore";
import { type Source, source } from "../ui/source.ts";
import { documentOf, fromDocument } from "./firestore.ts";

let asked = false;

const kept = source<Settings | null>(null, () => {
  if (!asked) void load();
  return () => undefined;
});

/** How this workspace works, read once; null until then. */
export const settings: Source<Settings | null> = kept;

async function load(): Promise<void> {
  asked = true;
  const found = await getDoc(documentOf("settings", "workspace")).catch(() => null);
  asked = found !== null;
  if (found?.exists()) kept.set(fromDocument<Settings>(found.id, found.data()));
}
