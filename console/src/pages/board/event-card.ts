/** The id of the card that something has happened on. */
export function idAt(event: Event): string | undefined {
  const card = event.composedPath().find((at) => at instanceof HTMLElement && at.dataset.id);
  return card instanceof HTMLElement ? card.dataset.id : undefined;
}

/** Whether it was the button of its menu. */
export function isAct(event: Event): boolean {
  return event.composedPath().some((at) => at instanceof Element && at.matches(".act"));
}
