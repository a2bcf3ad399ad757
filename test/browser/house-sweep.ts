import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { house } from "../support/house.ts";

const module = new URL("../../functions/src/outbound/sweep.ts", import.meta.url).href;

/** Does once what the house does each minute: in a process of its own, which may reach the simulator as the house may. */
export async function sweepAsHouse(): Promise<void> {
  const code = `const { sweep } = await import(${JSON.stringify(module)}); await sweep(); process.exit();`;
  const env = { ...process.env, FUNCTIONS_EMULATOR: "true", PUBLIC_BASE_URL: house.baseUrl };
  await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", code], { env });
}
