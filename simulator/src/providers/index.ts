import { email } from "./email/index.ts";
import { kapso } from "./kapso/index.ts";
import { meta } from "./meta/index.ts";
import type { SimulatedProvider } from "./provider.ts";
import { telegram } from "./telegram/index.ts";
import { twilio } from "./twilio/index.ts";
import { x } from "./x/index.ts";

/** Every imitated provider: a folder and a line each. */
export const providers = { twilio, meta, kapso, email, telegram, x } satisfies Record<
  string,
  SimulatedProvider
>;
export type ProviderName = keyof typeof providers;
