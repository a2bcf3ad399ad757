import {
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from "../../simulator/src/index.ts";
import { providerPort } from "./addresses.ts";

/** The other end, where the functions look for the provider. */
export function startProvider(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const target = process.env.PUBLIC_BASE_URL ?? "";
  return startSimulator({ port: providerPort, target, ...options });
}
