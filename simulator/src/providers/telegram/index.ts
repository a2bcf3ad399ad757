import { see } from "../../phones/course.ts";
import type { SimulatedProvider } from "../provider.ts";
import { deliver } from "./deliver.ts";
import { failures } from "./failures.ts";
import { routes } from "./routes.ts";

/** Telegram: a bot and the people who write to it. */
export const telegram: SimulatedProvider = { routes, deliver, seen: see, failures };
