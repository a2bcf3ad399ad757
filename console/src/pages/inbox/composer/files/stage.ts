import type { Staging } from "../../../../data/staging.ts";
import { mostOfNote, type Refusal, refusalOf } from "./file-check.ts";
import type { Into, Refused } from "./refused.ts";

/** Takes files along; gives the last one that could not. */
export function stage(files: Iterable<File>, staging: Staging, into: Into): Refused | undefined {
  let refused: Refused | undefined;
  for (const file of files) {
    const refusal = refusalIn(file, staging.files.value.length, into);
    if (refusal) refused = { file, refusal, into };
    else staging.add(file, into === "note" ? undefined : into?.id);
  }
  return refused;
}

function refusalIn(file: Refused["file"], staged: number, into: Into): Refusal | undefined {
  if (file.size === 0) return { why: "empty" };
  if (into === "note")
    return staged < mostOfNote ? undefined : { why: "tooMany", most: mostOfNote };
  return into?.capabilities ? refusalOf(file, staged, into.capabilities) : undefined;
}

/** Why a file cannot go along, in words, which come with the first refusal; empty when all can. */
export async function wordsOf(refused: Refused | undefined): Promise<string> {
  return refused ? (await import("./file-words.ts")).fileWords(refused) : "";
}
