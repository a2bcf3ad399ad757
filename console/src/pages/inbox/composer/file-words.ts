import type { PublicChannel } from "@hilo/schema";
import { t } from "../../../text/composer.ts";
import { bytes } from "../../../text/formats.ts";
import { w } from "../../../text/words.ts";
import { refusalOf } from "./file-check.ts";

/** Why a file cannot go along, in words; empty when it can. */
export function fileRefusal(
  file: { name: string; type: string; size: number },
  staged: number,
  channel: PublicChannel | undefined,
): string {
  if (file.size === 0) return t.emptyFile(file.name);
  if (!channel?.capabilities) return "";
  const refusal = refusalOf(file, staged, channel.capabilities);
  if (!refusal) return "";
  if (refusal.why === "tooBig") return t.tooBig(file.name, bytes(file.size), bytes(refusal.most));
  if (refusal.why === "tooMany") return t.tooMany(refusal.most);
  if (refusal.why === "noFiles") return t.noFiles;
  return t.notCarried(file.name, w[channel.platform]);
}
