import type { Provider, Words } from "@hilo/schema";
import type { Adapter } from "./adapter.ts";
import { email } from "./email/index.ts";
import { kapso } from "./kapso/index.ts";
import { meta } from "./meta/index.ts";
import { telegram } from "./telegram/index.ts";
import { twilio } from "./twilio/index.ts";
import { webchat } from "./webchat/index.ts";
import { x } from "./x/index.ts";

/** Every channel that is built, by provider. */
const channels = { email, kapso, meta, telegram, twilio, webchat, x } satisfies {
  [P in Provider]?: Adapter<unknown>;
};

/** The channel of a provider, or undefined while it is not built. */
export function adapterOf(provider: Provider): Adapter<unknown> | undefined {
  const built: Partial<Record<Provider, Adapter<unknown>>> = channels;
  return built[provider];
}

/** What a provider calls one of its own findings or notices, where it does. */
export function wordsFor(provider: Provider, code: string): { words?: Words } {
  const known = adapterOf(provider)?.words ?? {};
  const words = Object.hasOwn(known, code) ? known[code] : undefined;
  return words ? { words } : {};
}

/** Every channel that is built. */
export function builtAdapters(): Adapter<unknown>[] {
  return Object.values(channels);
}
