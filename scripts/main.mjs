// The entry of every npm script: plain JavaScript, so that an old Node gets a sentence instead of a stack.
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { ownNode } from "./own-node.mjs";

const host = Number(/node\/v(\d+)/.exec(process.env.npm_config_user_agent ?? "")?.[1] ?? 20);
const own = Number(process.versions.node.split(".")[0]);

if (host < 20) {
  stop(
    `Hilo needs Node.js 20 or newer, and npm runs on ${host}: install a newer one from https://nodejs.org.`,
  );
}
if (own < 24) {
  const node = ownNode(fileURLToPath(new URL("../node_modules", import.meta.url)));
  if (node) process.exit(again(node));
  stop(
    "The Node.js 24 that comes with this project is missing: run npm install, then npm start or npm test.",
  );
}

const [script, ...args] = process.argv.slice(2);
try {
  const { main } = await import(`./${script}.ts`);
  await main(args);
} catch (error) {
  stop(error?.name === "Refusal" ? error.message : (error?.stack ?? String(error)));
}

/** Does the same on another Node; answers what it ended with. */
function again(node) {
  const PATH = `${dirname(node)}:${process.env.PATH}`;
  const env = { ...process.env, PATH };
  return spawnSync(node, process.argv.slice(1), { stdio: "inherit", env }).status ?? 1;
}

function stop(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}
