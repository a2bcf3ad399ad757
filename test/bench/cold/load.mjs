// Loads what a new instance loads, in a process of its own, and prints the milliseconds it took.
import { createServer } from "node:http";

const [folder, mode] = process.argv.slice(2);
const start = performance.now();
const { webhooks } = await import(`file://${folder}/index.js`);
if (mode === "everything") {
  const { readdirSync } = await import("node:fs");
  for (const name of readdirSync(`${folder}/chunks`))
    if (name.endsWith(".js")) await import(`file://${folder}/chunks/${name}`);
  for (const name of [
    "firebase-functions",
    "firebase-admin/auth",
    "firebase-admin/functions",
    "@google-cloud/storage",
  ])
    await import(name);
}
const server = createServer((request, response) => webhooks(request, response));
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const answer = await fetch(`http://127.0.0.1:${server.address().port}/nowhere`, { method: "POST" });
if (answer.status !== 404) throw new Error(`The webhooks answered ${answer.status}`);
process.stdout.write(String(performance.now() - start));
process.exit(0);
