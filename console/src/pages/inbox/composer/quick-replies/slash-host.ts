import type { ListedConversation } from "@hilo/schema";
import type { ReactiveControllerHost } from "lit";

export type SlashHost = ReactiveControllerHost & {
  renderRoot: HTMLElement | DocumentFragment;
  conversation: ListedConversation | undefined;
};
