import type { Choice } from "@hilo/schema";
import { w } from "./words.ts";

const codes: readonly RegExp[] = [
  // confirm:1, size=L, but not 10:30
  /^[a-z_][\w.-]+(?:[:|=;][\w.-]*)+$/iu,
  // confirm_order, CONFIRM_ORDER
  /^(?=[\w-]+?_[\w-])[\w-]+$/u,
  // confirmOrder, but not iPhone
  /^[a-z]{2}[a-z\d]*[A-Z]\w*$/u,
  /^[{[].*[}\]]$/su,
  /^(?=.*\d)(?=.*[a-f])[\da-f-]{8,}$/iu,
  /^(?=.*\d)[\w+/=-]{20,}$/u,
];

/** Whether a text is what programs say to each other, not what people do. */
export function isCode(text: string): boolean {
  return codes.some((code) => code.test(text));
}

/** What somebody chose; where nobody told how the button read, only that there was one. */
export function choiceWords({ id, title }: Choice): string {
  return title === "" || (title === id && isCode(title)) ? w.pressed : title;
}
