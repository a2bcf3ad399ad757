import { AppError } from "../platform/errors.ts";
import { spend } from "../platform/rate-budget.ts";
import type { Caller } from "./visitors.ts";

const minute = 60_000;

/** What one visitor may upload: nobody sends more by hand. */
const files = { most: 20, ms: 10 * minute };
const bytes = { most: 100_000_000, ms: 24 * 60 * minute };

/** Counts a file that a visitor is about to upload; throws `tooMany`. */
export function countUpload(caller: Caller): void {
  if (!spend({ key: keyOf("files", caller), ...files })) throw tooMany();
}

/** Counts the bytes of a file before it is kept; throws `tooMany`. */
export function countBytes(caller: Caller, size: number): void {
  if (!spend({ key: keyOf("bytes", caller), ...bytes }, size)) throw tooMany();
}

function keyOf(what: string, { workspaceId, conversationId }: Caller): string {
  return [what, workspaceId, conversationId].join("\n");
}

function tooMany(): AppError {
  return new AppError("tooMany", "Too many files for now. Send the next ones later.");
}
