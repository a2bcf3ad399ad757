import type { ThreadMessage } from "../../../data/thread-merge.ts";

/** The subject under which the next e-mail of a thread goes when nobody writes another one. */
export function subjectOf(messages: readonly ThreadMessage[]): string {
  const subject = newest(messages);
  return subject === "" || marked.test(subject) ? subject : `Re: ${subject}`;
}

/** What the newest mail is about, without the marks of answers. */
export function latestSubject(messages: readonly ThreadMessage[]): string {
  return newest(messages).trim().replace(marked, "");
}

const marked = /^(?:(?:re|rv|fw|fwd|aw|wg|enc|res)\s*(?:\[\d+\])?:\s*)+/iu;

function newest(messages: readonly ThreadMessage[]): string {
  return messages.findLast(({ mail }) => mail?.subject)?.mail?.subject ?? "";
}
