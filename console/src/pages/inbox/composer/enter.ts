/** Whether a key sends: a phone's keyboard has no Shift+Enter, so there Enter breaks and the button sends. */
export function sends(event: KeyboardEvent): boolean {
  const breaks = event.shiftKey || (matchMedia("(pointer: coarse)").matches && !event.ctrlKey);
  return event.key === "Enter" && !breaks;
}
