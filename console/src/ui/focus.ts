/** What has the focus, through every shadow root; nothing when the page as a whole has it. */
export function focused(): HTMLElement | undefined {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at instanceof HTMLElement && at !== document.body ? at : undefined;
}

/** Whether letters that are typed there are written. */
export function takesText(at: unknown): boolean {
  if (at instanceof HTMLInputElement) return !["checkbox", "radio", "button"].includes(at.type);
  return (
    at instanceof HTMLTextAreaElement ||
    at instanceof HTMLSelectElement ||
    (at instanceof HTMLElement && at.isContentEditable)
  );
}

/**
 * Gives the focus back to what opened something that closes, unless it has gone elsewhere. A popover should do so by
 * itself, but Chromium leaves the focus nowhere when that is in a shadow root.
 */
export function giveBack(closing: Node, to: HTMLElement | null | undefined): void {
  const now = focused();
  // What is modal gives the focus back by itself, without the caret: that comes with a focus of its own.
  if (now === to || (now && isInside(closing, now))) now?.blur();
  if (now === to || now === undefined || isInside(closing, now)) to?.focus();
}

function isInside(whole: Node, part: Node): boolean {
  let at: Node | null = part;
  while (at && at !== whole) at = at instanceof ShadowRoot ? at.host : at.parentNode;
  return at === whole;
}
