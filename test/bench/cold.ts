import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ms } from "./support/figures.ts";
import { atMost, comparison, report } from "./support/report.ts";

// How long a new instance of `webhooks` takes to load and answer its first request, beside a function that imports
// all packages whole and beside an empty one, which load in turns with it: `npm run bench:cold`.

const folder = fileURLToPath(new URL("../../functions/dist", import.meta.url));
const loader = fileURLToPath(new URL("./cold/load.mjs", import.meta.url));
const rounds = 9;

const own: number[] = [];
const everything: number[] = [];
const empty: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  own.push(load("webhooks"));
  everything.push(load("everything"));
  empty.push(load("empty"));
}

const size = reachable(join(folder, "index.js"), new Set(), isWebhooksChunk);
const [cold, whole, least] = [Math.min(...own), Math.min(...everything), Math.min(...empty)];
report([
  comparison("webhooks, load to first answer", ms(cold)),
  comparison("all packages whole, at the top", ms(whole)),
  comparison("an empty function on Express", ms(least)),
  atMost("share of all packages whole", cold / whole, 0.5),
  atMost("times an empty function", cold / least, 4),
  {
    what: "JavaScript of webhooks",
    figure: `${(size / 1e6).toFixed(2)} MB`,
    budget: "≤ 4 MB",
    ok: size > 0 && size <= 4e6,
  },
]);

/** Milliseconds of one load; the best of all rounds is the one that the machine disturbed least. */
function load(mode: string): number {
  const env = { ...process.env, FIRESTORE_EMULATOR_HOST: "127.0.0.1:9" };
  const told = execFileSync(process.execPath, [loader, folder, mode], { env, encoding: "utf8" });
  return Number(told);
}

/** The bytes of a file and of all it imports at the top, following the dynamic imports that are chosen. */
function reachable(path: string, seen: Set<string>, follow: (name: string) => boolean): number {
  if (seen.has(path)) return 0;
  seen.add(path);
  const code = readFileSync(path, "utf8");
  const fixed = [...code.matchAll(/(?:from|import)\s*"(\.[^"]+)"/g)].map((match) => match[1] ?? "");
  const later = [...code.matchAll(/import\("(\.[^"]+)"\)/g)]
    .map((match) => match[1] ?? "")
    .filter(follow);
  const next = [...fixed, ...later].map((name) => join(dirname(path), name));
  return next.reduce((sum, one) => sum + reachable(one, seen, () => false), statSync(path).size);
}

function isWebhooksChunk(name: string): boolean {
  return /\/webhooks-/.test(name);
}
