import type { ListedConversation } from "@hilo/schema";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
import { fileName } from "../../../text/file-name.ts";
import { calledBy, nameOf } from "../../../text/who.ts";
import { latestSubject } from "../message/subject-of.ts";
import type { Passed } from "./first-draft.ts";

/** How much of a text is shown of what is passed on. */
const shownLength = 600;

/** A message as it is passed on, and what of it is shown meanwhile. */
export function passedOn(conversation: ListedConversation, message: ThreadMessage): Passed {
  const { direction, writer, author, attachments, providerAt, text } = message;
  const theirs = direction === "inbound";
  const name = theirs ? (writer ? calledBy(writer) : nameOf(conversation)) : author.name;
  const subject = latestSubject([message]);
  return {
    channelId: conversation.channelId,
    subject: subject === "" ? "" : `Fwd: ${subject}`,
    forwards: {
      conversationId: conversation.id,
      messageId: message.id,
      name,
      at: providerAt,
      text: text.slice(0, shownLength),
      files: attachments
        .filter(({ state }) => state === "ready")
        .map((file) => fileName(file.name, file.type)),
    },
  };
}
