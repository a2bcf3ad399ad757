/** What has the focus, through every shadow root; nothing when the page as a whole has it. */
export function focused(): HTMLElement | undefined {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at instanceof HTMLElement && at !== document.body ? at : undefined;
}

/**
 * Gives the focus back to what opened something that closes, unless it has gone elsewhere. A popover should do so by
 * itself, but Chromium leaves the focus nowhere when that is in a shadow root.
 */
export function giveBack(closing: Node, to: HTMLElement | null | undefined): void {
  const now = focused();
  if (now === undefined || isInside(closing, now)) to?.focus();
}

function isInside(whole: Node, part: Node): boolean {
  let at: Node | null = part;
  while (at && at !== whole) at = at instanceof ShadowRoot ? at.host : at.parentNode;
  return at === whole;
}
