import type { Enclosure } from "../../../data/letter.ts";
import { me } from "../../../data/members.ts";
import { addNote, type Extra, sendMessage, type Writing } from "../../../data/sending.ts";
import { signedIn } from "../../../data/session.ts";

export type Outgoing = Extra & Pick<Writing, "kind" | "text" | "files">;

type Where = { conversationId: string; override?: boolean | undefined };
type About = { replyTo?: string | undefined; subject?: string | undefined };

/** Sends one message after the other; what is quoted and the subject go with the first. */
export function sendAll(where: Where, parcels: readonly Outgoing[], about: About): void {
  for (const [index, parcel] of parcels.entries()) {
    const first = index === 0 ? about : {};
    void sendMessage({ ...where, name: ownName(), ...first, ...parcel });
  }
}

/** Keeps a note in the thread. */
export function keepNote(
  conversationId: string,
  note: { text: string; files: readonly Enclosure[] },
): void {
  void addNote({ conversationId, name: ownName(), ...note });
}

function ownName(): string {
  return me()?.name ?? signedIn().email;
}
