import { where } from "firebase/firestore";
import type { Need } from "./indexes.ts";

// What Firebase keeps in a where(); it has no public way to read one back.
type Kept = { _field: { toString(): string }; _op: string; _value: unknown };

const member = { uid: "agent", email: "", role: "agent", workspaceId: "demo", endsAt: Infinity };
/** Who sees all, and who sees some, of as many teams as a member can be in. */
const sights = [
  { see: "all", teams: [] },
  { see: "team", teams: Array.from({ length: 12 }, (_, i) => `t${i}`) },
];

/** What the console's lists ask of the indexes, under every combination of the inbox's filters, whoever looks at them. */
export async function listingNeeds(): Promise<Need[]> {
  const { session } = await import("../../console/src/data/session.ts");
  const state = session as unknown as { value: unknown; set(value: unknown): void };
  const before = state.value;
  const needs = new Map<string, Need>();
  for (const sight of sights) {
    state.set({ ...member, ...sight });
    for (const need of [...(await inboxNeeds()), ...(await otherNeeds()), ...(await boardNeeds())])
      needs.set(JSON.stringify(need), need);
  }
  state.set(before);
  return [...needs.values()];
}

async function inboxNeeds(): Promise<Need[]> {
  const { conditions, partsIn } = await import("../../console/src/data/asking.ts");
  const { everything, sorts, views } = await import("../../console/src/data/filter.ts");
  const { legsOf } = await import("../../console/src/data/sorting.ts");
  const filters = views.flatMap((view) =>
    [...sorts, null].flatMap((sort) =>
      combinations.map((choice) => ({ ...everything, view, sort, ...choice })),
    ),
  );
  return filters.flatMap((filter) =>
    legsOf(filter, 1).flatMap((leg) =>
      partsIn(filter, leg).map((part) => needOf(conditions(filter, leg, part), leg)),
    ),
  );
}

/** A person's conversations, and the latest of all, whose tags are in use. */
async function otherNeeds(): Promise<Need[]> {
  const { asked, partsOf } = await import("../../console/src/data/parts.ts");
  const { viewer } = await import("../../console/src/data/sight.ts");
  const newest = { by: "lastMessageAt", way: "desc" };
  return partsOf(viewer()).flatMap((part) =>
    [[], [where("contactId", "==", "ana")]].map((own) => needOf([...own, ...asked(part)], newest)),
  );
}

/** The columns of a board, and its tray. */
async function boardNeeds(): Promise<Need[]> {
  const { orderIn } = await import("../../console/src/data/column.ts");
  const { asked, leadPartsOf } = await import("../../console/src/data/parts.ts");
  const { viewer } = await import("../../console/src/data/sight.ts");
  return leadPartsOf(viewer()).flatMap((part) =>
    ["tray", "sales/debate"].map((column) => ({
      ...needOf([...asked(part), where("column", "==", column)], orderIn(column)),
      where: "console/src/data/column.ts",
      collection: "leads",
    })),
  );
}

function needOf(conditions: readonly unknown[], { by, way }: { by: string; way: string }): Need {
  return {
    where: "console/src/data/asking.ts",
    collection: "conversations",
    scope: "COLLECTION",
    filters: (conditions as Kept[]).map(({ _field, _op, _value }) => ({
      field: String(_field),
      op: _op,
      ...(Array.isArray(_value) ? { values: _value.length } : {}),
    })),
    orders: [{ field: by, direction: way === "desc" ? "DESCENDING" : "ASCENDING" }],
  };
}

const choices = {
  channelId: "twilio-sms",
  platform: "sms",
  priority: "high",
  assigneeId: "beto",
  tag: "vip",
  unanswered: true,
  today: true,
  resolvedToday: true,
} as const;

/** Every set of choices, from none of them to all. */
const combinations: Partial<typeof choices>[] = [{}];
for (const [name, value] of Object.entries(choices))
  combinations.push(...combinations.map((set) => ({ ...set, [name]: value })));
