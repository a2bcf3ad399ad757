import type { Extra, Writing } from "../../../../data/sending.ts";

/** Something put together in a dialog, ready to be sent. */
export type Made = Extra & Pick<Writing, "kind"> & { text: string };
