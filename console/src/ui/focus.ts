/** What has the focus, through every shadow root; nothing when the page as a whole has it. */
export function focused(): HTMLElement | undefined {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at instanceof HTMLElement && at !== document.body ? at : undefined;
}

/** Gives the focus back to where it was, unless it has gone elsewhere meanwhile. */
export function giveBack(to: HTMLElement | undefined): void {
  const now = focused();
  if (to?.isConnected && (now === undefined || now === to || now.shadowRoot !== null)) to.focus();
}
