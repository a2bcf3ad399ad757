/** A column by the ids of its cards, from above. */
export type Lane = { id: string; ids: readonly string[] };

/** A place in a column, counted from above. */
export type Spot = { column: string; index: number };

/** A card that was picked up by the keyboard: where it was, and where it would be dropped. */
export type Held = { leadId: string; from: Spot; at: Spot };

const sideways: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };
const upright: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** Where a card stands; undefined where it stands nowhere. */
export function spotOf(lanes: readonly Lane[], leadId: string): Spot | undefined {
  for (const { id, ids } of lanes) {
    const index = ids.indexOf(leadId);
    if (index >= 0) return { column: id, index };
  }
  return undefined;
}

/** The card that an arrow goes to from another one; columns without any are passed over. */
export function stepped(lanes: readonly Lane[], leadId: string, key: string): string | undefined {
  const spot = spotOf(lanes, leadId);
  if (!spot) return undefined;
  const at = lanes.findIndex(({ id }) => id === spot.column);
  const own = lanes[at]?.ids ?? [];
  if (key === "Home") return own[0];
  if (key === "End") return own.at(-1);
  const down = upright[key];
  if (down !== undefined) return own[spot.index + down];
  const way = sideways[key];
  if (way === undefined) return undefined;
  for (let i = at + way; i >= 0 && i < lanes.length; i += way) {
    const ids = lanes[i]?.ids ?? [];
    if (ids.length > 0) return ids[Math.min(spot.index, ids.length - 1)];
  }
  return undefined;
}

/**
 * A held card one step on. `lanes` are without it; only those `open` take it, but for where it was. Where the viewer has
 * an order of their own, it has no place to choose within a column.
 */
export function carried(
  held: Held,
  key: string,
  lanes: readonly Lane[],
  { open, isOrdered }: { open: (column: string) => boolean; isOrdered: boolean },
): Held {
  const { at, from } = held;
  const lane = (column: string) => lanes.find(({ id }) => id === column);
  const put = (column: string, index: number): Held => {
    const most = lane(column)?.ids.length ?? 0;
    const first = column === from.column ? from.index : 0;
    const own = isOrdered ? Math.min(Math.max(0, index), most) : first;
    return { ...held, at: { column, index: own } };
  };
  const way = sideways[key];
  if (way === undefined) return isOrdered ? put(at.column, along(key, at.index)) : held;
  const ahead = way > 0 ? lanes : lanes.toReversed();
  const own = ahead.findIndex(({ id }) => id === at.column);
  const next = ahead.slice(own + 1).find(({ id }) => open(id) || id === from.column);
  return next ? put(next.id, at.index) : held;
}

/** Where a key goes within a column; as far as nobody can go where that is its end. */
function along(key: string, index: number): number {
  if (key === "Home") return 0;
  if (key === "End") return Number.MAX_SAFE_INTEGER;
  return index + (upright[key] ?? 0);
}

/** Whether a held card would be dropped where it was. */
export function isWhereItWas({ from, at }: Held): boolean {
  return from.column === at.column && from.index === at.index;
}
