// Loads what a new instance loads, in a process of its own, and prints the milliseconds until its first answer.
import { createServer, request } from "node:http";

const [folder, mode] = process.argv.slice(2);

/** What a house imports that imports its packages whole, at the top of one file. */
const packages = [
  "firebase-functions",
  "firebase-admin",
  "firebase-admin/auth",
  "firebase-admin/firestore",
  "firebase-admin/functions",
  "@google-cloud/storage",
  "express",
  "twilio",
  "winston",
  "winston-daily-rotate-file",
  "zod",
  "libphonenumber-js",
  "undici",
  "file-type",
  "busboy",
  "cockatiel",
  "express-rate-limit",
  "ipaddr.js",
  "lru-cache",
];

const start = performance.now();
if (mode === "everything") for (const name of packages) await import(name);
const { webhooks } = await import(`file://${folder}/index.js`);
const server = createServer((incoming, response) => webhooks(incoming, response));
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.address();
request({ port, host: "127.0.0.1", path: "/nowhere", method: "POST" }, ({ statusCode }) => {
  if (statusCode !== 404) throw new Error(`The webhooks answered ${statusCode}`);
  process.stdout.write(String(performance.now() - start));
  process.exit(0);
}).end();
