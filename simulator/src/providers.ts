import { kapso } from "./kapso/index.ts";
import { meta } from "./meta/index.ts";
import type { SimulatedProvider } from "./provider.ts";
import { twilio } from "./twilio/index.ts";

/** Every imitated provider: a folder and a line each. */
export const providers = { twilio, meta, kapso } satisfies Record<string, SimulatedProvider>;
export type ProviderName = keyof typeof providers;
