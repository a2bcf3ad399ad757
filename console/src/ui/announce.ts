/** How long what was said stays there to be read, in milliseconds. */
const stayMs = 10_000;

let region: HTMLElement | undefined;

/** Says something to screen readers, without moving the focus and without cutting off what is being said. */
export function announce(text: string): void {
  region ??= addRegion();
  const place = region;
  const line = document.createElement("p");
  line.textContent = text;
  // A region that has only just come speaks of what is added a moment later.
  setTimeout(() => place.append(line), 60);
  setTimeout(() => line.remove(), stayMs);
}

function addRegion(): HTMLElement {
  const added = document.createElement("div");
  added.className = "announcer";
  added.setAttribute("role", "status");
  added.setAttribute("aria-live", "polite");
  // A status is read as a whole by itself, again with each line that comes.
  added.setAttribute("aria-atomic", "false");
  document.body.append(added);
  return added;
}
