import * as z from "zod";

const Config = z.object({
  /** The address people and providers use; some signatures are computed over it. No trailing slash. */
  PUBLIC_BASE_URL: z.url().transform((url) => url.replace(/\/+$/, "")),
  /** Bucket for files; without it they are kept in BLOBS_FOLDER, which only an emulator may do. */
  STORAGE_BUCKET: z.string().min(1).optional(),
  BLOBS_FOLDER: z.string().default(".cache/blobs"),
  /** 32 bytes, base64: the root of channel secrets' encryption and of link signatures. */
  HILO_KEY: z
    .string()
    .trim() // Whoever pipes a key into Secret Manager also stores the line's end.
    .refine(isKey, "32 bytes, base64"),
  LOG_FOLDER: z.string().optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  FUNCTIONS_EMULATOR: z.stringbool().default(false),
});

function isKey(text: string): boolean {
  return z.base64().safeParse(text).success && Buffer.from(text, "base64").length === 32;
}

export type Config = z.infer<typeof Config>;

let parsed: Config | undefined;

/** The settings of this deployment; throws at the first use when one is missing or wrong. */
export function config(): Config {
  parsed ??= Config.parse(process.env);
  return parsed;
}
