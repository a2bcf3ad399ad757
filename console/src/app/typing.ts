/** Whether a key press goes into something being written. */
export function isTyping(event: Event): boolean {
  const [at] = event.composedPath();
  if (!(at instanceof HTMLElement)) return false;
  if (at instanceof HTMLInputElement) return !["checkbox", "radio", "button"].includes(at.type);
  return (
    at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement || at.isContentEditable
  );
}

/** Whether Enter or space presses what has the focus. */
export function isPressing(event: KeyboardEvent): boolean {
  const [at] = event.composedPath();
  const pressable =
    at instanceof HTMLElement && at.matches("a[href], button, summary, [role=option]");
  return pressable && (event.key === "Enter" || event.key === " ");
}

/** Whether a key press happens inside a dialog or menu, which have keys of their own. */
export function overlayOpen(event: Event): boolean {
  const own = ["WA-DIALOG", "WA-DROPDOWN-ITEM", "DIALOG"];
  return event.composedPath().some((node) => node instanceof Element && own.includes(node.tagName));
}
