import type { Fields } from "../operations/kind.ts";
import { type DocumentSnapshot, plain } from "../platform/firestore.ts";
import type { Changing } from "./migration.ts";

/** What some migrations change in a document, one after another; undefined when nothing, or when it is not there. */
export function changedBy(
  migrations: readonly Changing[],
  doc: Pick<DocumentSnapshot, "id" | "ref" | "data">,
): Fields | undefined {
  const kept = doc.data();
  if (!kept) return undefined;
  const collection = nameOf(doc.ref.path);
  let document = plain(kept) as Record<string, unknown>;
  let fields: Fields | undefined;
  for (const migration of migrations.filter((one) => one.collection === collection)) {
    const change = migration.change(document, doc.id);
    if (!change) continue;
    fields = { ...fields, ...change };
    document = changed(document, change);
  }
  return fields;
}

/** The name of a document's collection, as the list of collections has it. */
function nameOf(path: string): string {
  const [first, , second] = path.split("/").slice(2);
  return second === "messages" ? "conversations/{conversationId}/messages" : (first ?? "");
}

/** A document as `update` leaves it. */
function changed(document: Record<string, unknown>, fields: Fields): Record<string, unknown> {
  const next = structuredClone(document);
  for (const [path, value] of Object.entries(fields)) {
    const names = path.split(".");
    const last = names.pop() ?? "";
    let inner = next;
    for (const name of names) {
      const found = inner[name];
      const map = typeof found === "object" && found !== null ? found : {};
      inner[name] = map;
      inner = map as Record<string, unknown>;
    }
    if (value === undefined) delete inner[last];
    else inner[last] = value;
  }
  return next;
}
