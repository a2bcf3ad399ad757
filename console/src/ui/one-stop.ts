/** Where the focus goes from one of several by a key; nothing when that key moves nowhere. */
export function neighbour(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  const from = Math.max(at, 0);
  const to: Record<string, number> = {
    ArrowRight: (from + 1) % count,
    ArrowLeft: (from - 1 + count) % count,
    Home: 0,
    End: count - 1,
  };
  return to[key];
}

/** Makes the buttons of a toolbar one stop of Tab: arrows go from one to the next, and Tab comes back to the last. */
export function moveAmong(event: KeyboardEvent): void {
  const bar = event.currentTarget;
  if (!(bar instanceof HTMLElement)) return;
  const buttons = [...bar.querySelectorAll<HTMLElement>("button")];
  const to = neighbour(
    event.key,
    buttons.findIndex((one) => one.matches(":focus")),
    buttons.length,
  );
  const next = to === undefined ? undefined : buttons[to];
  if (!next) return;
  event.preventDefault();
  for (const one of buttons) one.tabIndex = one === next ? 0 : -1;
  next.focus();
}
