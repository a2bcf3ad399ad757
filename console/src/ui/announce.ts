let region: HTMLElement | undefined;

/** Says something to screen readers, without moving the focus. */
export function announce(text: string): void {
  region ??= addRegion();
  region.textContent = "";
  // A live region speaks on change: the same sentence twice needs a moment of silence between.
  setTimeout(() => {
    if (region) region.textContent = text;
  }, 60);
}

function addRegion(): HTMLElement {
  const added = document.createElement("div");
  added.className = "announcer";
  added.setAttribute("role", "status");
  added.setAttribute("aria-live", "polite");
  document.body.append(added);
  return added;
}
