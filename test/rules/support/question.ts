import type { ActorName } from "./actors.ts";

export type Operation = "get" | "list" | "create" | "update" | "delete";

/**
 * One row of a table: who may do something to a path. A path may hold `{own}`, the asker's own uid; a list of
 * `**` + `/messages` asks for a collection in every workspace at once, and `?direction=inbound,outbound` after it
 * for the documents whose field is one of these.
 */
export type Question = {
  does: Operation;
  to: string;
  may: readonly ActorName[];
  /** What is written. */
  data?: object;
};

/** Stands in a document for the server's time of the request. */
export const serverTime = "the server's time";

/** The path as an asker asks for it. */
export function pathFor(question: Question, uid: string): string {
  return question.to.replaceAll("{own}", uid);
}

/** The condition at the end of a list's path; undefined when it asks for everything. */
export function conditionOf(path: string): { field: string; values: string[] } | undefined {
  const [, field, values] = /\?([\w.]+)=(.+)$/.exec(path) ?? [];
  return field && values ? { field, values: values.split(",") } : undefined;
}

/** One line that names the row. */
export function nameOf({ does, to }: Question): string {
  return `${does} ${to}`;
}
