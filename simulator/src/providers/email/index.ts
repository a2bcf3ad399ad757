import { Router } from "express";
import type { SimulatedProvider } from "../provider.ts";
import { deliver } from "./deliver.ts";
import { failures } from "./failures.ts";

/** E-mail: in by the webhooks of three mail services, out by SMTP, which has a server of its own. */
export const email: SimulatedProvider = {
  routes: () => Router(),
  deliver,
  seen: () => undefined,
  failures: Object.entries(failures).map(([code, { at, message }]) => ({ code, at, message })),
};
