import type { ActorName } from "./actors.ts";

export type Operation = "get" | "list" | "create" | "update" | "delete";

/**
 * One row of a table: who may do something to a path. A path may hold `{own}`, the asker's own uid; a list of
 * `**` + `/messages` asks for a collection in every workspace at once, and `?direction=inbound,outbound` after it
 * for the documents whose field is one of these, `==` for those where it is this, `[]=` for those where it holds this;
 * `&` joins several.
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

/** What a list asks of a field. */
export type Condition = {
  field: string;
  op: "in" | "==" | "array-contains";
  value: string | string[];
};

/** The conditions at the end of a list's path; none when it asks for everything. */
export function conditionsOf(path: string): Condition[] {
  const [, asked = ""] = path.split("?");
  return asked.split("&").flatMap((one): Condition[] => {
    const [, field, sign, value] = /^([\w.]+)(==|\[\]=|=)(.+)$/.exec(one) ?? [];
    if (!field || !value) return [];
    if (sign === "=") return [{ field, op: "in", value: value.split(",") }];
    return [{ field, op: sign === "==" ? "==" : "array-contains", value }];
  });
}

/** One line that names the row. */
export function nameOf({ does, to }: Question): string {
  return `${does} ${to}`;
}
