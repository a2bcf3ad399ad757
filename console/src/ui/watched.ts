/** Whether somebody looks at this page: it is seen and has the focus. */
export function watched(): boolean {
  return document.visibilityState === "visible" && document.hasFocus();
}
