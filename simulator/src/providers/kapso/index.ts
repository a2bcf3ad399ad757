import { see } from "../../phones/course.ts";
import type { SimulatedProvider } from "../provider.ts";
import { deliver } from "./deliver.ts";
import { failures } from "./failures.ts";
import { routes } from "./routes.ts";

/** Kapso: WhatsApp by its proxy of the Graph API, with webhooks in its own form. */
export const kapso: SimulatedProvider = { routes, deliver, seen: see, failures };
