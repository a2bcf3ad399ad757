/**
 * Makes a field as high as its text. It is measured with what holds it kept at its height: shrinking for a moment, it
 * would let the thread above lose its end.
 */
export function heighten(field: HTMLTextAreaElement, holder: HTMLElement): void {
  holder.style.height = `${holder.getBoundingClientRect().height}px`;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
  holder.style.height = "";
}
