const gap = 6;
const edge = 8;

/** Puts something that floats next to what opened it: below when there is room, inside the window always. */
export function place(
  floating: HTMLElement,
  beside: HTMLElement,
  prefer: "below" | "above" = "below",
): void {
  const anchor = beside.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = floating;
  const below = anchor.bottom + gap;
  const above = anchor.top - gap - height;
  const fitsBelow = below + height <= innerHeight - edge;
  const top = prefer === "below" ? (fitsBelow ? below : above) : above >= edge ? above : below;
  const left = anchor.left + width <= innerWidth - edge ? anchor.left : anchor.right - width;
  floating.style.top = `${Math.max(edge, top)}px`;
  floating.style.left = `${Math.min(Math.max(edge, left), innerWidth - edge - width)}px`;
}
