import type { Channel, Language } from "@hilo/schema";
import { texts } from "../texts/texts.ts";

type Named = Pick<Channel, "name" | "settings">;

/** What customers see the business called. */
export function titleOf({ name, settings }: Named): string {
  return settings.title || name;
}

export function subjectFor(channel: Named, language: Language): string {
  return texts[language].unseen.subject(titleOf(channel));
}

/** Why the mail came, and how to have no more. */
export function whyFor(channel: Named, language: Language, stopUrl: string): string {
  return texts[language].unseen.why(titleOf(channel), stopUrl);
}

/** A file that the mail does not hold. */
export function fileFor(name: string, language: Language): string {
  return texts[language].unseen.file(name);
}
