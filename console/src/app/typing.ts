import { takesText } from "../ui/focus.ts";

/** Whether a key press goes into something being written. */
export function isTyping(event: Event): boolean {
  return takesText(event.composedPath()[0]);
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
