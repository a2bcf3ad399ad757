import type { ChangedField } from "@hilo/schema";
import { type Fields, isMap, stepsOf } from "../ui/field-path.ts";
import type { Whose } from "../ui/whose.ts";
import { ApiProblem } from "./api.ts";

/** What of a document a change is about, as it was seen: of a map the parts that change. */
export function seenFor(changes: Fields, saved: Fields): Fields {
  return Object.fromEntries(
    Object.entries(changes).map(([name, value]) => {
      const before = saved[name] ?? null;
      return [name, isMap(value) ? seenFor(value, isMap(before) ? before : {}) : before];
    }),
  );
}

/**
 * Sends changes with what was seen of what they change. Where somebody else has changed the same meanwhile, `ask` says
 * whose stays; then they go again, all of them or without those. Undefined where nothing is left to change. Throws what
 * `send` throws, `changed` only where nobody decides.
 */
export async function changeSeen<Changes extends Fields, T>(
  changes: Changes,
  seen: Fields,
  send: (body: Changes & { seen: Fields }) => Promise<T>,
  ask: (changed: readonly ChangedField[], changes: Fields) => Promise<Whose>,
): Promise<T | undefined> {
  try {
    return await send({ ...changes, seen });
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.changed.length === 0) throw error;
    const whose = await ask(error.changed, changes);
    if (whose === null) throw error;
    const [wanted, known] =
      whose === "mine" ? [changes, withNow(seen, error.changed)] : without(changes, seen, error);
    if (Object.keys(wanted).length === 0) return undefined;
    return changeSeen(wanted as Changes, known, send, ask);
  }
}

function withNow(seen: Fields, changed: readonly ChangedField[]): Fields {
  return changed.reduce((known, { field, value }) => replaced(known, stepsOf(field), value), seen);
}

function without(changes: Fields, seen: Fields, { changed }: ApiProblem): [Fields, Fields] {
  const left = changed.reduce((known, { field }) => removed(known, stepsOf(field)), changes);
  return [left, seenFor(left, seen)];
}

function replaced(fields: Fields, [name = "", ...rest]: string[], value: unknown): Fields {
  const part = fields[name];
  return {
    ...fields,
    [name]: rest.length > 0 ? replaced(isMap(part) ? part : {}, rest, value) : value,
  };
}

function removed(fields: Fields, [name = "", ...rest]: string[]): Fields {
  const { [name]: part, ...others } = fields;
  const left = rest.length > 0 && isMap(part) ? removed(part, rest) : {};
  return Object.keys(left).length > 0 ? { ...others, [name]: left } : others;
}
