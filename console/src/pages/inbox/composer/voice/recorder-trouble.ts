import { t } from "../../../../text/recorder.ts";

/** Why nothing is recorded, by the name of the browser's error, with what to do. */
const troubles: Readonly<Record<string, "denied" | "none" | "busy">> = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "none",
  OverconstrainedError: "none",
  NotReadableError: "busy",
  AbortError: "busy",
};

/** Why nothing is recorded, and what to do about it, in words. */
export function recorderTrouble(error: unknown): string {
  const name = error instanceof DOMException ? error.name : "";
  return t[troubles[name] ?? "failed"];
}
