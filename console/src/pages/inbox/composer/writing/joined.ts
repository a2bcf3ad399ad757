import type { DraftMail } from "../../../../data/draft-mail.ts";
import type { Draft } from "../../../../data/draft-store.ts";

/** A draft that comes back, with what was written meanwhile below it: nothing of either is lost. */
export function joined(back: Draft, meanwhile: Draft): Draft {
  const texts = [back.text, meanwhile.text].filter((text) => text.trim() !== "");
  const files = [...(back.files ?? []), ...(meanwhile.files ?? [])];
  const along = files.length > 0 ? { files } : {};
  const mail = joinedMail(back, meanwhile);
  const letter = mail ? { mail } : {};
  return { ...meanwhile, ...back, ...letter, text: texts.join("\n"), ...along };
}

function joinedMail(back: Draft, meanwhile: Draft): DraftMail | undefined {
  const [one, other] = [back.mail, meanwhile.mail];
  if (!one && !other) return undefined;
  const html = one?.html || other?.html ? htmlOf(back) + htmlOf(meanwhile) : "";
  const pictures = [...(one?.pictures ?? []), ...(other?.pictures ?? [])];
  return { ...other, ...one, html, pictures };
}

function htmlOf({ text, mail }: Draft): string {
  if (mail?.html || text.trim() === "") return mail?.html ?? "";
  const safe = text.replace(/[&<>]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<p>${safe.replaceAll("\n", "<br>")}</p>`;
}
