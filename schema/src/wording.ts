import * as z from "zod";

/** What is said to people, in each language of the console. */
export const Words = z.object({ es: z.string(), en: z.string() });
export type Words = z.infer<typeof Words>;
