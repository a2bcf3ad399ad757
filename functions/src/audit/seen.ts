import { isDeepStrictEqual } from "node:util";
import { AuditEntry, type ChangedField } from "@hilo/schema";
import { AppError } from "../platform/errors.ts";
import { read } from "../platform/firestore.ts";
import { entriesAbout } from "./store.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A PATCH of a document: what it is, what the caller saw of it, and what they want it to be. */
export type Patch = {
  workspaceId: string;
  /** The path of what is changed, within the workspace. */
  target: string;
  before: Fields;
  seen: Fields | undefined;
  wanted: Fields;
};

/**
 * Refuses to overwrite what somebody else has changed since the caller looked: throws `changed`, which says who, when
 * and what it is now. What is as the caller wants it already is nobody's loss: so a call that is repeated after a lost
 * answer is taken.
 */
export async function refuseChanged({ workspaceId, target, before, seen, wanted }: Patch) {
  const others = seen ? changedIn(before, seen, wanted) : [];
  if (others.length === 0) return;
  const found = await entriesAbout(workspaceId, target, mostEntries).get();
  const told = found.docs.flatMap((doc) => read(AuditEntry, doc) ?? []);
  const changed = others.map((one) => ({ ...one, ...authorOf(one.field, told) }));
  const names = [...new Set(changed.flatMap(({ by }) => by?.name || []))];
  const who = names.length > 0 ? names.join(", ") : "Somebody";
  const what = changed.map(({ field }) => field).join(", ");
  throw new AppError(
    "changed",
    `${who} changed this meanwhile: ${what}. Look at what it is now, and send that as seen.`,
    { changed },
  );
}

/** Who changed a field is among the newest entries, or not worth more reads. */
const mostEntries = 20;

type Differing = Pick<ChangedField, "field" | "value">;

function changedIn(before: Fields, seen: Fields, wanted: Fields, path = ""): Differing[] {
  return Object.entries(seen).flatMap(([name, value]) => {
    const field = path + name;
    const [is, want] = [own(before, name), own(wanted, name)];
    if (isMap(value) && isMap(want)) return changedIn(mapOf(is), value, want, `${field}.`);
    return isSame(is, value) || isSame(is, want) ? [] : [{ field, value: is ?? null }];
  });
}

function isMap(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Names are the caller's: none is found that every object has. */
function own(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function mapOf(value: unknown): Fields {
  return isMap(value) ? value : {};
}

/** Alike as JSON tells them: a time is a text there, and what is not there is null. */
function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(asJson(one), asJson(other));
}

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}

/** Whoever changed a field last; an entry tells of a map as a whole. */
function authorOf(
  field: string,
  newestFirst: readonly AuditEntry[],
): Pick<ChangedField, "by" | "at"> {
  const [whole = field] = field.split(".");
  const entry = newestFirst.find(({ changes }) => whole in changes);
  if (!entry) return { by: null, at: null };
  const { id, name } = entry.actor;
  return { by: { id, name }, at: entry.at.getTime() };
}
