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
  if (now === undefined || isInside(closing, now)) to?.focus();
}

function isInside(whole: Node, part: Node): boolean {
  let at: Node | null = part;
  while (at && at !== whole) at = at instanceof ShadowRoot ? at.host : at.parentNode;
  return at === whole;
}

/** Puts the caret of a field back to where it is now: what is modal takes it along with the focus. */
export function caretOf(at: HTMLElement | undefined): () => void {
  if (!(at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement))
    return () => undefined;
  const { selectionStart: from, selectionEnd: to } = at;
  return () => {
    if (from !== null && at === focused()) at.setSelectionRange(from, to);
  };
}
