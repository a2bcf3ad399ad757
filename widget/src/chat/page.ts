import type { Identity, Language } from "../protocol.ts";

/** What the page around the frame has told. */
export type Page = { origin: string; language: Language; identity: Identity | null };
