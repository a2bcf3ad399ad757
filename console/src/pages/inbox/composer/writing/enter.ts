/**
 * Whether a key sends: a phone's keyboard has no Shift+Enter, so there Enter breaks and the button sends. In an e-mail
 * Enter breaks everywhere, and sends with Ctrl or ⌘.
 */
export function sends(event: KeyboardEvent, breaking = false): boolean {
  const asked = event.ctrlKey || event.metaKey;
  const breaks =
    event.shiftKey || ((breaking || matchMedia("(pointer: coarse)").matches) && !asked);
  return event.key === "Enter" && !breaks;
}
