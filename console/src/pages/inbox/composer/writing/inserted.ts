/** The text of a field with a piece in the place of what is selected, and where the caret stands then. */
export function inserted(
  field: Pick<HTMLTextAreaElement, "value" | "selectionStart" | "selectionEnd"> | null,
  piece: string,
): [text: string, caret: number] {
  const { value: text = "", selectionStart: from = 0, selectionEnd: to = 0 } = field ?? {};
  return [text.slice(0, from) + piece + text.slice(to), from + piece.length];
}
