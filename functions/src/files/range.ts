import type { ByteRange } from "../platform/blobs/blob.ts";

/**
 * The part of a file that a Range header asks for (RFC 9110, 14.2): null for the whole, also when the header
 * is of no kind known here or names several parts; "unsatisfiable" when it begins beyond the end.
 */
export function rangeOf(
  header: string | undefined,
  size: number,
): ByteRange | null | "unsatisfiable" {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (from === "" && to === "") return null;
  if (from === "") return suffix(Number(to), size);
  const start = Number(from);
  const end = to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== "" && Number(to) < start) return null;
  return start < size ? { start, end } : "unsatisfiable";
}

function suffix(length: number, size: number): ByteRange | "unsatisfiable" {
  return length === 0 ? "unsatisfiable" : { start: Math.max(0, size - length), end: size - 1 };
}
