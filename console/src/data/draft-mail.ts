import type { SentMail } from "@hilo/schema";
import { isMailAddress } from "@hilo/schema/mail-address";

/** What an e-mail that is being written has besides its words. */
export type DraftMail = {
  /** As they were written: what is no address, too. */
  cc?: string[];
  bcc?: string[];
  /** The text, where anything of it is formatted; pictures are named by the ids of staged files. */
  html?: string;
  /** The staged files that were put into the text, also those taken out of it again. */
  pictures?: string[];
  /** Whether everybody is answered. */
  all?: boolean;
  forwards?: Forwarding;
};

/** A message that is passed on, and what of it is shown meanwhile. */
export type Forwarding = NonNullable<SentMail["forwards"]> & {
  name: string;
  at: number;
  text: string;
  files: string[];
};

/** Whether there is nothing to it. */
export function isBare({ cc = [], bcc = [], html = "", forwards, all }: DraftMail = {}): boolean {
  return cc.length + bcc.length === 0 && html === "" && !forwards && !all;
}

/** Whether everybody who is to get a copy can be written to. */
export function isAddressed({ cc = [], bcc = [] }: DraftMail = {}): boolean {
  return [cc, bcc].every((list) => list.length <= mostCopies && list.every(isMailAddress));
}

/** The most copies of each kind. */
export const mostCopies = 20;

/** The files that go along: a picture that was taken out of the text again does not. Those in the text come first. */
export function filesToSend<F extends { id: string }>(
  files: readonly F[],
  { html = "", pictures = [] }: DraftMail = {},
): F[] {
  const shown = (file: F) => html.includes(`cid:${file.id}`);
  const others = files.filter((file) => !shown(file) && !pictures.includes(file.id));
  return [...files.filter(shown), ...others];
}

/** The files that are listed below the text, since it does not show them. */
export function filesBeside<F extends { id: string }>(
  files: readonly F[],
  { pictures = [] }: DraftMail = {},
): readonly F[] {
  return files.filter(({ id }) => !pictures.includes(id));
}

/** As the API takes it; `renamed` are the ids of staged files beside those they have on the server. */
export function mailToSend(
  { cc = [], bcc = [], html = "", forwards }: DraftMail = {},
  renamed: readonly (readonly [staged: string, sent: string])[] = [],
): SentMail | undefined {
  const text = withoutLost(html, renamed);
  const mail = {
    ...(cc.length > 0 ? { cc } : {}),
    ...(bcc.length > 0 ? { bcc } : {}),
    ...(text ? { html: text } : {}),
    ...(forwards
      ? { forwards: { conversationId: forwards.conversationId, messageId: forwards.messageId } }
      : {}),
  };
  return Object.keys(mail).length > 0 ? mail : undefined;
}

/** Pictures by the names they have on the server; one whose file is gone is left out. */
function withoutLost(html: string, renamed: readonly (readonly [string, string])[]): string {
  const names = new Map(renamed);
  return html.replace(/<img\b[^>]*\bsrc="cid:([^"]*)"[^>]*>/giu, (image, id: string) => {
    const name = names.get(id);
    return name === undefined ? "" : image.replace(`cid:${id}`, `cid:${name}`);
  });
}
