import { type Source, source } from "../ui/source.ts";
import { countOf } from "./counting.ts";
import { everything } from "./filter.ts";
import { seesAll, viewer } from "./sight.ts";
import { whenSignedOut } from "./signed-out.ts";

/** How many active conversations a member has, by id; without those of whom it is not known. */
export type Loads = ReadonlyMap<string, number>;

/** Of how many members it is counted at a time: each costs a read. */
const most = 50;

const counted = source<Loads>(new Map());

/** What each member has, as it was counted last. */
export const loads: Source<Loads> = counted;

whenSignedOut(() => counted.set(new Map()));

/** Counts what the first of these members have; what cannot be counted now stays as it was. */
export async function countLoads(
  memberIds: readonly string[],
  count: typeof loadOf = loadOf,
): Promise<void> {
  const before = counted.value;
  const each = await Promise.all(
    memberIds
      .slice(0, most)
      .map(async (id) => [id, await count(id).catch(() => before.get(id))] as const),
  );
  counted.set(new Map(each.filter((pair): pair is [string, number] => pair[1] !== undefined)));
}

/** Of a colleague, who does not see all would count what they see: that is not what the colleague has. */
async function loadOf(assigneeId: string): Promise<number | undefined> {
  if (!seesAll() && assigneeId !== viewer().id) return undefined;
  return countOf({ ...everything, view: "all", assigneeId });
}
