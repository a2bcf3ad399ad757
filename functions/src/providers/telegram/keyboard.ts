import type { Options } from "@hilo/schema";

/** So many characters of titles still fit side by side on a phone. */
const oneRow = 30;

type Button = { text: string } & ({ url: string } | { callback_data: string });

/**
 * Buttons under a message: side by side when they are short, else one a row, as a list's rows always are.
 * @see https://core.telegram.org/bots/api#inlinekeyboardmarkup
 */
export function keyboardOf(options?: Options): { reply_markup?: { inline_keyboard: Button[][] } } {
  const { buttons = [], list } = options ?? {};
  const rows = (list?.rows ?? []).map(({ id, title }) => [press(id, title)]);
  const made = buttons.map(({ id, title, url }) => (url ? { text: title, url } : press(id, title)));
  const long = made.reduce((sum, { text }) => sum + text.length, 0) > oneRow;
  const keyboard = [...(long ? made.map((one) => [one]) : [made]), ...rows].filter(
    (row) => row.length > 0,
  );
  return keyboard.length > 0 ? { reply_markup: { inline_keyboard: keyboard } } : {};
}

function press(id: string, title: string): Button {
  return { text: title, callback_data: id };
}

/** The text with what buttons cannot hold: header, footer, and the descriptions of a list's rows. */
export function wordsOf(text: string, options?: Options): string {
  const rows = (options?.list?.rows ?? []).flatMap(({ title, description }) =>
    description ? [`• ${title}: ${description}`] : [],
  );
  const parts = [options?.header, text, rows.join("\n"), options?.footer];
  return parts.filter(Boolean).join("\n\n");
}
