import * as z from "zod";

const RootKey = z.object({
  number: z.number().int().positive(),
  bytes: z.instanceof(Buffer).refine((bytes) => bytes.length === 32, "32 bytes, base64"),
});
export type RootKey = z.infer<typeof RootKey>;

const Config = z.object({
  /** The address people and providers use; some signatures are computed over it. No trailing slash. */
  PUBLIC_BASE_URL: z.url().transform((url) => url.replace(/\/+$/, "")),
  /** Bucket for files; without it they are kept in BLOBS_FOLDER, which only an emulator may do. */
  STORAGE_BUCKET: z.string().min(1).optional(),
  BLOBS_FOLDER: z.string().default(".cache/blobs"),
  /**
   * The root of channel secrets' encryption and of link signatures: 32 bytes, base64. While it is changed, two keys
   * with their numbers, the one to use first: `2:<key>,1:<the one before>`. A key without a number is the first.
   */
  HILO_KEY: z
    .string()
    .transform((text) => text.trim().split(",").map(keyIn)) // Whoever pipes a key in also stores the line's end.
    .pipe(z.array(RootKey).min(1).max(2))
    .refine((keys) => new Set(keys.map(({ number }) => number)).size === keys.length, {
      error: "Two keys have two numbers",
    }),
  LOG_FOLDER: z.string().optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  FUNCTIONS_EMULATOR: z.stringbool().default(false),
});

function keyIn(text: string): { number: number; bytes: Buffer | undefined } {
  const [, number = "1", key = ""] = /^(?:(\d{1,4}):)?(\S+)$/.exec(text.trim()) ?? [];
  const isKey = z.base64().safeParse(key).success;
  return { number: Number(number), bytes: isKey ? Buffer.from(key, "base64") : undefined };
}

export type Config = z.infer<typeof Config>;

let parsed: Config | undefined;

/** The settings of this deployment; throws at the first use when one is missing or wrong. */
export function config(): Config {
  parsed ??= Config.parse(process.env);
  return parsed;
}

/** Has the environment be read anew, for tests. */
export function forgetConfig(): void {
  parsed = undefined;
}
