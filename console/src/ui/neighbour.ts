type Placed = { getBoundingClientRect(): Pick<DOMRect, "left" | "top"> };

/** What an arrow key leads to among things that stand in rows: the next one, or the nearest in the next row. */
export function neighbour<P extends Placed>(
  placed: readonly P[],
  from: P,
  key: string,
): P | undefined {
  const sideways = { ArrowRight: 1, ArrowLeft: -1 }[key];
  const at = placed.indexOf(from);
  if (sideways !== undefined) return placed[at + sideways];
  if (key !== "ArrowDown" && key !== "ArrowUp") return undefined;
  const { left, top } = from.getBoundingClientRect();
  const onward = key === "ArrowDown" ? placed.slice(at + 1) : placed.slice(0, at).reverse();
  const row = onward.find((one) => one.getBoundingClientRect().top !== top);
  const there = row?.getBoundingClientRect().top;
  const inRow = onward.filter((one) => one.getBoundingClientRect().top === there);
  const away = (one: P) => Math.abs(one.getBoundingClientRect().left - left);
  return inRow.sort((a, b) => away(a) - away(b))[0];
}
