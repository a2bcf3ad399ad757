import type { Heard } from "../../../functions/src/funnels/classify.ts";

/** Texts as messages: of the customer, or of the business where one begins with "B: ". */
export function thread(texts: readonly string[]): Heard[] {
  return texts.map((text) =>
    text.startsWith("B: ") ? { from: "business", text: text.slice(3) } : { from: "customer", text },
  );
}
