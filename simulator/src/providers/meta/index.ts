import { see } from "../../phones/course.ts";
import type { SimulatedProvider } from "../provider.ts";
import { deliver } from "./deliver.ts";
import { failures } from "./failures.ts";
import { routes } from "./routes.ts";

/** Meta: WhatsApp, Messenger and Instagram by the Graph API, on one webhook address. */
export const meta: SimulatedProvider = { routes, deliver, seen: see, failures };
