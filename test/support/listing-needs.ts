import type { Need } from "./indexes.ts";

// What Firebase keeps in a where(); it has no public way to read one back.
type Kept = { _field: { toString(): string }; _op: string };

const member = { uid: "agent", email: "", role: "agent", workspaceId: "demo", endsAt: Infinity };

/** What the inbox's list asks of the indexes, under every combination of its filters. */
export async function listingNeeds(): Promise<Need[]> {
  const { session } = await import("../../console/src/data/session.ts");
  const { conditions } = await import("../../console/src/data/listing.ts");
  const { directionOf, everything, orderOf, statuses, views } = await import(
    "../../console/src/data/filter.ts"
  );
  const state = session as unknown as { value: unknown; set(value: unknown): void };
  const before = state.value;
  state.set(member);
  const filters = views.flatMap((view) =>
    [...statuses, "active" as const, "any" as const].flatMap((status) =>
      combinations.map((choice) => ({ ...everything, view, status, ...choice })),
    ),
  );
  const needs = filters.map((filter): Need => {
    const by = orderOf(filter);
    const kept = conditions(filter) as unknown as Kept[];
    return {
      where: "console/src/data/listing.ts",
      collection: "conversations",
      scope: "COLLECTION",
      filters: kept.map(({ _field, _op }) => ({ field: String(_field), op: _op })),
      orders: [
        { field: by, direction: directionOf(filter) === "desc" ? "DESCENDING" : "ASCENDING" },
      ],
    };
  });
  state.set(before);
  return needs;
}

const choices = {
  channelId: "twilio-sms",
  platform: "sms",
  priority: "high",
  unanswered: true,
  today: true,
  resolvedToday: true,
} as const;

/** Every set of choices, from none of them to all. */
const combinations: Partial<typeof choices>[] = [{}];
for (const [name, value] of Object.entries(choices))
  combinations.push(...combinations.map((set) => ({ ...set, [name]: value })));
