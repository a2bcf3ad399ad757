import { see } from "../../phones/course.ts";
import type { SimulatedProvider } from "../provider.ts";
import { deliver } from "./deliver.ts";
import { failures } from "./problem.ts";
import { routes } from "./routes.ts";

/** X: direct messages by the X Activity API. */
export const x: SimulatedProvider = { routes, deliver, seen: see, failures };
