import type { SimulatedProvider } from "./provider.ts";
import { twilio } from "./twilio/index.ts";

/** Every imitated provider: a folder and a line each. */
export const providers = { twilio } satisfies Record<string, SimulatedProvider>;
export type ProviderName = keyof typeof providers;
