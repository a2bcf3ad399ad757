import type { ChatSettings } from "@hilo/schema";
import type { Shown } from "./live.ts";
import type { Outgoing } from "./outbox.ts";

/** What a chat shows. */
export type State = {
  stage: "starting" | "failed" | "refused" | "ready";
  settings: ChatSettings | undefined;
  messages: readonly Shown[];
  outgoing: readonly Outgoing[];
  /** Whether the server is being heard, and whether there is a network at all. */
  connected: boolean;
  online: boolean;
  unread: number;
  /** The visitor has said who they are, or the host page has. */
  introduced: boolean;
  /** Whether an address may be asked for, and the one that was left just now. */
  asks: boolean;
  left: string;
};

/** What is being written. */
export type Draft = { text: string; files: readonly File[] };

export const nothingWritten: Draft = { text: "", files: [] };

/** What it shows before anything is known. */
export const blank: State = {
  stage: "starting",
  settings: undefined,
  messages: [],
  outgoing: [],
  connected: true,
  online: navigator.onLine,
  unread: 0,
  introduced: false,
  asks: false,
  left: "",
};
