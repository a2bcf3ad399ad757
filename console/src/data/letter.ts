import type { ProblemCode, RequestOf, SendMessage, UploadedFile } from "@hilo/schema";
import type { ThreadMessage } from "./thread-merge.ts";

/** A file that goes along; one with `local` is still on this device only, under an id of its own. */
export type Enclosure = UploadedFile & {
  local?: { file: Blob; channelId: string | undefined };
};

/** A message or note on its way to the API: nothing but data, so that the device can keep it. */
export type Letter = {
  conversationId: string;
  to: "sendMessage" | "addNote";
  /** As it is shown until Firestore shows it; letters go out in the order of its `providerAt`. */
  message: ThreadMessage;
  body: Partial<Omit<SendMessage, "messageId">> & Pick<RequestOf<"addNote">, "mentions">;
  /** Its files, when one of them has to be uploaded before. */
  enclosures?: readonly Enclosure[];
  /** Until when its writer may take it back: nothing sends it before. */
  heldUntil?: number;
};

/**
 * How an attempt to send ended: taken by the API, not reached, held up by an earlier attempt that is still running, or
 * refused with a reason.
 */
export type PostOutcome =
  | { type: "taken" }
  | { type: "unreachable" }
  | { type: "busy" | "refused"; code: ProblemCode; detail: string };

/** What another tab of the same member did: changed a letter, had it taken by the API, or gave it up. */
export type News = { type: "letter"; letter: Letter } | { type: "taken" | "dropped"; id: string };

/** Where letters outlive the tab. */
export type Shelf = {
  /** Keeps a letter, or its change; tells whether it is kept. */
  put(letter: Letter): Promise<boolean>;
  /** Forgets a letter, because the API took it or its writer gave it up. */
  drop(id: string, why: "taken" | "dropped"): Promise<void>;
  /** Whether a letter that was kept still is: no longer when another tab has had it sent. */
  holds(id: string): Promise<boolean>;
  /** Does the work while no other tab does any for this conversation. */
  alone(conversationId: string, work: () => Promise<void>): Promise<void>;
};

/** Where nothing is kept, and no other tab is known. */
export const noShelf: Shelf = {
  put: () => Promise.resolve(false),
  drop: () => Promise.resolve(),
  holds: () => Promise.resolve(true),
  alone: (_, work) => work(),
};
