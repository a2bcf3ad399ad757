import type { Addressee } from "../../../data/draft-store.ts";
import { drafts } from "../../../data/drafts.ts";

/** What is written in the dialog, kept like any draft, under the id that it will be sent under. */
export type FirstDraft = Addressee & { subject: string; text: string };

/** Where it stands among the drafts, beside those of conversations. */
const place = ["start", "reply"] as const;

export function firstDraft(): FirstDraft {
  const { text, subject = "", addressee } = drafts.get(...place);
  const fresh = { id: crypto.randomUUID(), channelId: "", to: "", name: "" };
  return { ...(addressee ?? fresh), subject, text };
}

export function keepFirst({ subject, text, ...addressee }: FirstDraft): void {
  const { to, name } = addressee;
  const empty = [to, name, subject, text].every((one) => one.trim() === "");
  if (empty) drafts.clear(...place);
  else drafts.set(...place, { text, subject, addressee });
}

export function dropFirst(): void {
  drafts.clear(...place);
}
