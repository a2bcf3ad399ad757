import type { ThreadMessage } from "../../../data/thread-merge.ts";

/** The subject under which the next e-mail of a thread goes when nobody writes another one. */
export function subjectOf(messages: readonly ThreadMessage[]): string {
  const last = messages.findLast(({ mail }) => mail?.subject);
  const subject = last?.mail?.subject ?? "";
  if (subject === "" || /^(?:re|rv|fw|fwd)\s*:/iu.test(subject)) return subject;
  return `Re: ${subject}`;
}
