/** A text with a piece in the place of what is selected in its field, and where the caret stands then. */
export function inserted(
  text: string,
  field: Pick<HTMLTextAreaElement, "selectionStart" | "selectionEnd"> | null,
  piece: string,
): [text: string, caret: number] {
  const { selectionStart: from = 0, selectionEnd: to = 0 } = field ?? {};
  return [text.slice(0, from) + piece + text.slice(to), from + piece.length];
}
