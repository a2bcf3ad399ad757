import { toast } from "./toast.ts";

/** Puts a text where it can be pasted, and says so; a browser may refuse it. */
export async function copy(text: string, words: { done: string; refused: string }): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return toast({ text: words.refused, tone: "bad" });
  }
  toast({ text: words.done });
}
