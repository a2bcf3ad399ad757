import { bytes } from "../../../../text/formats.ts";
import { t } from "../../../../text/staged.ts";
import { w } from "../../../../text/words.ts";
import type { Refused } from "./refused.ts";

/** Why a file cannot go along, in words. */
export function fileWords({ file, refusal, into }: Refused): string {
  if (refusal.why === "tooBig") return t.tooBig(file.name, bytes(file.size), bytes(refusal.most));
  if (refusal.why === "tooMany") return t.tooMany(refusal.most);
  if (refusal.why === "empty") return t.emptyFile(file.name);
  if (refusal.why === "noFiles" || into === "note" || !into) return t.noFiles;
  return t.notCarried(file.name, w[into.platform]);
}
