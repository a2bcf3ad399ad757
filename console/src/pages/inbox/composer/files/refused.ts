import type { PublicChannel } from "@hilo/schema";
import type { Refusal } from "./file-check.ts";

/** Where files go: a note, or a channel as far as it is known. */
export type Into = "note" | PublicChannel | undefined;

/** A file that cannot go along, and why. */
export type Refused = { file: Pick<File, "name" | "size" | "type">; refusal: Refusal; into: Into };
