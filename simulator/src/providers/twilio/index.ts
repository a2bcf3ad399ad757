import type { SimulatedProvider } from "../provider.ts";
import { see } from "./delivery.ts";
import { failures } from "./failures.ts";
import { deliver } from "./inbound.ts";
import { routes } from "./routes.ts";

/** Twilio: WhatsApp and SMS by the Messages resource. */
export const twilio: SimulatedProvider = {
  routes,
  deliver,
  seen: see,
  failures: Object.entries(failures)
    .filter(([, failure]) => failure.at.length > 0)
    .map(([code, { at }]) => ({ code: Number(code), at })),
};
