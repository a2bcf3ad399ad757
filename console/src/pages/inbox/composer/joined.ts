import type { Draft } from "../../../data/draft-store.ts";

/** A draft that comes back, with what was written meanwhile below it: nothing of either is lost. */
export function joined(back: Draft, meanwhile: Draft): Draft {
  const texts = [back.text, meanwhile.text].filter((text) => text.trim() !== "");
  const files = [...(back.files ?? []), ...(meanwhile.files ?? [])];
  const along = files.length > 0 ? { files } : {};
  return { ...meanwhile, ...back, text: texts.join("\n"), ...along };
}
