import { filesBase } from "@hilo/schema";
import { now } from "../platform/clock.ts";
import { config } from "../platform/config.ts";
import { isSigned, signLink } from "../platform/crypto.ts";
import { AppError } from "../platform/errors.ts";

/** How long a link to a file may be valid, in milliseconds. */
export const longestMs = 15 * 60_000;

/** The address of a file, valid for `seconds` (900 at most) to whoever holds it; it opens nothing held back. */
export function linkTo(workspaceId: string, fileId: string, seconds = longestMs / 1000): string {
  const expires = now() + Math.min(seconds * 1000, longestMs);
  return addressOf(workspaceId, fileId, `${expires}`, "file");
}

/** The address of a file that is held back, valid for a minute. */
export function linkToHeld(workspaceId: string, fileId: string): { link: string; expires: number } {
  const expires = now() + 60_000;
  return { link: `${addressOf(workspaceId, fileId, `${expires}`, "held")}&held=1`, expires };
}

type Kind = "file" | "held";

function addressOf(workspaceId: string, fileId: string, expires: string, kind: Kind): string {
  const query = `expires=${expires}&signature=${signLink(opening(workspaceId, fileId, expires, kind))}`;
  return `${config().PUBLIC_BASE_URL}${filesBase}/${workspaceId}/${fileId}?${query}`;
}

function opening(workspaceId: string, fileId: string, expires: string, kind: Kind): string {
  return `${kind}\n${workspaceId}\n${fileId}\n${expires}`;
}

/** Checks a link; throws `notAllowed` (403) when it was altered and `gone` (410) when it is over. */
export function checkLink(
  workspaceId: string,
  fileId: string,
  { expires, signature, held }: { expires?: unknown; signature?: unknown; held?: unknown },
): void {
  const kind = held === undefined ? "file" : "held";
  const signed =
    typeof expires === "string" &&
    typeof signature === "string" &&
    isSigned(opening(workspaceId, fileId, expires, kind), signature);
  const left = Number(expires) - now();
  if (!signed || Number.isNaN(left) || left > longestMs) {
    throw new AppError("notAllowed", "This link is not valid. Open the file from Hilo again.");
  }
  if (left <= 0)
    throw new AppError("gone", "This link has expired. Open the file from Hilo again.");
}
