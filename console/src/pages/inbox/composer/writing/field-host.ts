import type { ListedConversation, PublicChannel } from "@hilo/schema";
import type { ThreadMessage } from "../../../../data/thread-merge.ts";
import type { MailText } from "../../mail/mail-editor.ts";

export type FieldHost = {
  requestUpdate(): void;
  renderRoot: ParentNode;
  conversation: ListedConversation | undefined;
  channel: PublicChannel | undefined;
  /** The customer's newest mail. */
  answered: ThreadMessage | undefined;
};

/** Who hears of what happens in a field. */
export type FieldEars = {
  /** The id of the option of a list beside it that the arrows have reached. */
  active: () => string | undefined;
  typed: (text: string, mail?: MailText) => void;
  key: (event: KeyboardEvent) => void;
  pasted: (event: ClipboardEvent) => void;
  blurred: () => void;
  /** Takes files along and tells their ids. */
  stage: (files: readonly File[]) => string[];
};
