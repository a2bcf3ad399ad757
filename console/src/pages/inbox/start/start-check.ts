import type { PublicChannel } from "@hilo/schema";
import { isAddressed } from "../../../data/draft-mail.ts";
import { addressedBy } from "../../../data/starting.ts";
import { e164 } from "../../../text/e164.ts";
import { number } from "../../../text/formats.ts";
import { t } from "../../../text/start.ts";
import type { FirstDraft } from "./first-draft.ts";
import type { Field } from "./start-field.ts";

/** What is wrong, with which field. */
export type Trouble = { field: Field | null; text: string };

/** The address as the channel takes it, when it is one. */
export function addressIn(channel: PublicChannel, written: string): string | undefined {
  if (addressedBy(channel) === "phone") return e164(written) ?? undefined;
  return /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/u.exec(written.trim())?.[0];
}

/** What is wrong with a first message, the first thing first. */
export function troubleWith(
  channel: PublicChannel,
  to: string | undefined,
  written: Pick<FirstDraft, "text" | "mail"> | undefined,
): Trouble | null {
  const most = channel.capabilities?.textLength ?? Number.POSITIVE_INFINITY;
  const mail = addressedBy(channel) === "mail";
  if (!to) return { field: "to", text: mail ? t.badMail : t.badPhone };
  if (written === undefined) return null;
  const { text, mail: letter } = written;
  if (!isAddressed(letter)) return { field: null, text: t.badCopies };
  if (text.trim() === "" && !letter.forwards) return { field: "text", text: t.noText };
  return text.length > most ? { field: "text", text: t.tooLong(number(most)) } : null;
}
