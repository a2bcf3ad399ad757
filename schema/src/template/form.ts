import * as z from "zod";

/** The kinds of file that a template's header can be. */
export const HeaderFile = z.enum(["image", "video", "document"]);
export type HeaderFile = z.infer<typeof HeaderFile>;

export const TemplateCategory = z.enum(["MARKETING", "UTILITY", "AUTHENTICATION"]);
export type TemplateCategory = z.infer<typeof TemplateCategory>;

/** What a platform of a provider takes as a template that it approves: data that drives the editor and the checks. */
export const TemplateForm = z.object({
  /** Those whose text is free: a password's is the platform's own, and is made there. */
  categories: z.array(TemplateCategory).min(1),
  /** Set where variables are numbers, counted over all parts. */
  numbered: z.boolean().optional(),
  footer: z.boolean(),
  /**
   * The files a header can be, with their types. `upload`: the provider is given one as an example when the template
   * is submitted; `address`: it fetches the file from an address, which may end in a variable.
   */
  files: z
    .object({
      by: z.enum(["upload", "address"]),
      types: z.partialRecord(HeaderFile, z.array(z.string())),
      /** Set where every message shows the file that was submitted; else one is given with each message. */
      fixed: z.boolean().optional(),
    })
    .optional(),
  /** How many buttons, and how long each may be. */
  buttons: z.object({ most: z.number().int(), title: z.number().int() }),
});
export type TemplateForm = z.infer<typeof TemplateForm>;
