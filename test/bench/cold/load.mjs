// Loads what a new instance loads, in a process of its own, and prints the milliseconds until its first answer.
import { readFileSync } from "node:fs";
import { createServer, request } from "node:http";

const [folder, mode] = process.argv.slice(2);

/** What a house imports that imports its packages whole, at the top of one file: all that the functions depend on. */
const { dependencies } = JSON.parse(
  readFileSync(new URL("../../../functions/package.json", import.meta.url)),
);
const parts = ["firebase-admin/auth", "firebase-admin/firestore", "firebase-admin/functions"];
const packages = [...Object.keys(dependencies), ...parts];

// The server is the harness's, as it is the platform's in the cloud: it runs before the clock does.
let answer = (_incoming, response) => response.writeHead(404).end();
const server = createServer((incoming, response) => answer(incoming, response));
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.address();
await post();

const start = performance.now();
if (mode === "everything") for (const name of packages) await import(name);
answer =
  mode === "empty" ? await emptyFunction() : (await import(`file://${folder}/index.js`)).webhooks;
await post();
process.stdout.write(String(performance.now() - start));
process.exit(0);

/** The least that a function on Express loads. */
async function emptyFunction() {
  const { onRequest } = await import("firebase-functions/v2/https");
  const { default: express } = await import("express");
  return onRequest(express());
}

/** Posts to an address that is nobody's, and resolves once that has been said. */
function post() {
  return new Promise((resolve, reject) => {
    request(
      { port, host: "127.0.0.1", path: "/nowhere", method: "POST", agent: false },
      (response) => {
        response.resume().once("end", resolve);
        if (response.statusCode !== 404) reject(new Error(`The answer was ${response.statusCode}`));
      },
    )
      .once("error", reject)
      .end();
  });
}
