import { startSimulator } from "./index.ts";

const { PORT = "4010", SMTP_PORT = "4025", TARGET = "http://127.0.0.1:5000" } = process.env;
const simulator = await startSimulator({
  port: Number(PORT),
  smtpPort: Number(SMTP_PORT),
  target: TARGET,
});
process.stdout.write(`Simulator (a development tool): ${simulator.url}, calling ${TARGET}\n`);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => simulator.stop());
}
