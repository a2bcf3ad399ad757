import type { Need } from "./indexes.ts";

// What Firebase keeps in a where(); it has no public way to read one back.
type Kept = { _field: { toString(): string }; _op: string; _value: unknown };

const member = { uid: "agent", email: "", role: "agent", workspaceId: "demo", endsAt: Infinity };

/** What the inbox's list asks of the indexes, under every combination of its filters. */
export async function listingNeeds(): Promise<Need[]> {
  const { session } = await import("../../console/src/data/session.ts");
  const { conditions } = await import("../../console/src/data/listing.ts");
  const { everything, sorts, views } = await import("../../console/src/data/filter.ts");
  const { legsOf } = await import("../../console/src/data/sorting.ts");
  const state = session as unknown as { value: unknown; set(value: unknown): void };
  const before = state.value;
  state.set(member);
  const filters = views.flatMap((view) =>
    [...sorts, null].flatMap((sort) =>
      combinations.map((choice) => ({ ...everything, view, sort, ...choice })),
    ),
  );
  const needs = new Map<string, Need>();
  for (const filter of filters) {
    for (const { by, way, bounds } of legsOf(filter, 1)) {
      const kept = conditions(filter, { by, way, bounds }) as unknown as Kept[];
      const need = {
        where: "console/src/data/listing.ts",
        collection: "conversations",
        scope: "COLLECTION" as const,
        filters: kept.map(({ _field, _op, _value }) => ({
          field: String(_field),
          op: _op,
          ...(Array.isArray(_value) ? { values: _value.length } : {}),
        })),
        orders: [
          {
            field: by,
            direction: way === "desc" ? ("DESCENDING" as const) : ("ASCENDING" as const),
          },
        ],
      };
      needs.set(JSON.stringify(need), need);
    }
  }
  state.set(before);
  return [...needs.values()];
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
