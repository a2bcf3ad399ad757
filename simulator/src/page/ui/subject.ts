import type { Thread } from "../../phones/thread.ts";

/** The subject of the next e-mail: an answer to what was last written, if anything was. */
export function subjectOf(thread: Thread | undefined): string {
  const last = thread?.entries.findLast((entry) => entry.mail)?.mail?.subject;
  if (!last) return "";
  return /^re:/i.test(last) ? last : `Re: ${last}`;
}

/** Whether others got the business's last e-mail, too. */
export function hasCopies(thread: Thread | undefined): boolean {
  const last = thread?.entries.findLast(({ from, mail }) => mail && from === "business");
  return Boolean(last?.mail?.cc);
}
