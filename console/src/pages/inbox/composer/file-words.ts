import type { PublicChannel } from "@hilo/schema";
import type { Staging } from "../../../data/staging.ts";
import { t } from "../../../text/composer.ts";
import { bytes } from "../../../text/formats.ts";
import { w } from "../../../text/words.ts";
import { mostOfNote, refusalOf } from "./file-check.ts";

/** Where files go: a note, or a channel as far as it is known. */
export type Into = "note" | PublicChannel | undefined;

/** Takes files along; tells in words why one could not, or nothing. */
export function stage(files: Iterable<File>, staging: Staging, into: Into): string {
  let refusal = "";
  for (const file of files) {
    const refused = fileRefusal(file, staging.files.value.length, into);
    if (refused === "") staging.add(file, into === "note" ? undefined : into?.id);
    else refusal = refused;
  }
  return refusal;
}

/** Why a file cannot go along, in words; empty when it can. */
function fileRefusal(
  file: { name: string; type: string; size: number },
  staged: number,
  into: Into,
): string {
  if (file.size === 0) return t.emptyFile(file.name);
  if (into === "note") return staged < mostOfNote ? "" : t.tooMany(mostOfNote);
  if (!into?.capabilities) return "";
  const refusal = refusalOf(file, staged, into.capabilities);
  if (!refusal) return "";
  if (refusal.why === "tooBig") return t.tooBig(file.name, bytes(file.size), bytes(refusal.most));
  if (refusal.why === "tooMany") return t.tooMany(refusal.most);
  if (refusal.why === "noFiles") return t.noFiles;
  return t.notCarried(file.name, w[into.platform]);
}
