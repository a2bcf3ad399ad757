import type { DraftMail, Forwarding } from "../../../data/draft-mail.ts";
import type { Addressee } from "../../../data/draft-store.ts";
import { drafts } from "../../../data/drafts.ts";

/** What is written in the dialog, kept like any draft, under the id that it will be sent under. */
export type FirstDraft = Addressee & { subject: string; text: string; mail: DraftMail };

/** Where it stands among the drafts, beside those of conversations: what is passed on has a place of its own. */
export type FirstPlace = "start" | "forward";

/** A message that is to be passed on, on a channel and under a subject. */
export type Passed = { forwards: Forwarding; channelId: string; subject: string };

export function firstDraft(): FirstDraft {
  return draftAt("start") ?? blank();
}

/** What was begun for this message, or else nothing but the message. */
export function forwardDraft({ forwards, channelId, subject }: Passed): FirstDraft {
  const begun = draftAt("forward");
  if (begun?.mail.forwards?.messageId === forwards.messageId) return begun;
  return { ...blank(), channelId, subject, mail: { forwards } };
}

export function keepFirst(place: FirstPlace, draft: FirstDraft): void {
  const { subject, text, mail, ...addressee } = draft;
  const { to, name } = addressee;
  const html = mail.html ?? "";
  const empty = [to, name, subject, text, html].every((one) => one.trim() === "");
  if (empty) dropFirst(place);
  else drafts.set(place, "reply", { text, subject, mail, addressee });
}

export function dropFirst(place: FirstPlace): void {
  drafts.clear(place, "reply");
}

function draftAt(place: FirstPlace): FirstDraft | undefined {
  const { text, subject = "", mail = {}, addressee } = drafts.get(place, "reply");
  return addressee && { ...addressee, subject, text, mail };
}

function blank(): FirstDraft {
  const id = crypto.randomUUID();
  return { id, channelId: "", to: "", name: "", subject: "", text: "", mail: {} };
}
