import { buildAll } from "./build.ts";
import { endChildren, stopRequested } from "./children.ts";
import { writeDemoCustomer } from "./house-folder.ts";
import { inCache } from "./paths.ts";
import { developmentPorts, requirePorts } from "./ports.ts";
import { step } from "./progress.ts";
import { fill, type House, raise } from "./raise.ts";
import { requireJava } from "./requirements.ts";
import { startSchedules } from "./schedules.ts";
import { clearStale, forget, remember } from "./state.ts";

/** How often the demonstration shop vouches for its customer anew, before a day is over (ms). */
const vouchAnewMs = 60 * 60 * 1000;

/** `npm start`: everything on this machine, until Ctrl+C. */
export async function main(): Promise<void> {
  await clearStale();
  const stop = stopRequested().then(() => "");
  try {
    const ended = await Promise.race([stop, run()]);
    console.log(ended ? `\n${ended}\n` : "\nStopping …");
    process.exitCode = ended ? 1 : 0;
  } finally {
    await endChildren();
    forget();
  }
  process.exit();
}

/** Resolves with a sentence when a part ends by itself. */
async function run(): Promise<string> {
  console.log("\nHilo\n");
  const { emulators, simulator } = await start();
  const schedules = await startSchedules(inCache("start"), emulators.environment);
  remember();
  setInterval(() => writeDemoCustomer(inCache("start")), vouchAnewMs).unref();
  welcome();
  return Promise.race([emulators.ended, simulator.ended, schedules.ended]);
}

async function start(): Promise<House> {
  requireJava();
  await requirePorts(developmentPorts);
  remember();
  await step("Building", async (say) => {
    const built = await buildAll();
    say(built.length > 0 ? `Built ${built.join(", ")}` : "Built before, nothing changed");
  });
  const house = await step("Starting the emulators and the simulator", async (say) => {
    const raised = await raise({
      folder: inCache("start"),
      keep: inCache(),
      ports: developmentPorts,
    });
    say("Started the emulators and the simulator");
    return raised;
  });
  remember();
  await step("Filling the workspace demo", async (say) => {
    await fill(house.emulators);
    say("Filled the workspace demo");
  });
  return house;
}

function welcome(): void {
  const { hosting, simulator } = developmentPorts;
  console.log(`
  Console     http://127.0.0.1:${hosting}
  Customers   http://127.0.0.1:${simulator}
  Web chat    http://127.0.0.1:${hosting}/widget/demo.html

  Sign in as  admin@hilo.test, supervisor@hilo.test, agent@hilo.test, agent2@hilo.test or agent3@hilo.test
  Password    hilo-demo-1

  The functions' log is in .cache/logs, all others are in .cache/start. Ctrl+C stops everything.
`);
}
