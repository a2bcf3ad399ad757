import * as z from "zod";
import { languages } from "./languages.ts";

/** What is said to people, in each language of the console. */
export const Words = z.record(z.enum(languages), z.string());
export type Words = z.infer<typeof Words>;
