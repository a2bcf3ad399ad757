import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { inRoot } from "../../scripts/paths.ts";

const run = promisify(execFile);
const json = (...path: string[]) => JSON.parse(readFileSync(join(...path), "utf8"));

/** What is deployed of each function besides what all share; a function that is not here is told. */
const expected = {
  api: { maxInstances: 100, minInstances: "{{ params.MIN_INSTANCES }}", concurrency: 40 },
  webhooks: { maxInstances: 100, minInstances: "{{ params.MIN_INSTANCES }}", concurrency: 80 },
  messageCreated: {
    retry: true,
    document: "workspaces/{workspaceId}/conversations/{conversationId}/messages/{messageId}",
  },
  memberUpdated: { retry: true, document: "workspaces/{workspaceId}/members/{uid}" },
  deliver: { attempts: 5, after: 5, atOnce: 50 },
  placeTaken: { attempts: 8, after: 5, atOnce: 50 },
  fetchMedia: { attempts: 8, after: 10, atOnce: 50, concurrency: 5 },
  workspaceNight: { attempts: 3, after: 60, atOnce: 10, timeout: 1800 },
  operate: { attempts: 3, after: 10, atOnce: 20, timeout: 1800 },
  everyMinute: { schedule: "every 1 minutes", maxInstances: 1, timeout: 300 },
  everyNight: { schedule: "every day 04:00", timeout: 1800 },
};

const shared = {
  region: ["us-central1"],
  serviceAccount: "{{ params.SERVICE_ACCOUNT }}",
  secrets: ["HILO_KEY"],
  maxInstances: 50,
};

type Endpoint = {
  region: string[];
  serviceAccountEmail: string;
  secretEnvironmentVariables: { key: string }[];
  concurrency: number | null;
  timeoutSeconds: number | null;
  maxInstances: number | null;
  minInstances: number | string | null;
  httpsTrigger?: { invoker: string[] };
  eventTrigger?: { retry: boolean; eventFilterPathPatterns: { document: string } };
  taskQueueTrigger?: {
    retryConfig: { maxAttempts: number; minBackoffSeconds: number };
    rateLimits: { maxConcurrentDispatches: number };
  };
  scheduleTrigger?: { schedule: string };
};

/** The functions as they are deployed: the folder that is uploaded, in another place than it was built in. */
describe("the bundle", () => {
  const dist = mkdtempSync(join(tmpdir(), "bundle-"));
  before(() => {
    cpSync(inRoot("functions/dist"), dist, { recursive: true });
    symlinkSync(inRoot("node_modules"), join(dist, "node_modules"));
  });
  after(() => rmSync(dist, { recursive: true }));

  /** What Firebase finds in it, as its command line asks before it deploys. */
  async function discovered(): Promise<Record<string, Endpoint>> {
    const manifest = join(dist, "manifest.json");
    const env = { ...process.env, FUNCTIONS_MANIFEST_OUTPUT_PATH: manifest };
    const program = inRoot("node_modules/firebase-functions/lib/bin/firebase-functions.js");
    await run(process.execPath, [program], { cwd: dist, env });
    return json(manifest).endpoints;
  }

  it("holds every function with its region, account, secret, limits and retries", async () => {
    const found = Object.entries(await discovered());
    const wanted = Object.entries(expected).map(([name, own]) => [name, { ...shared, ...own }]);
    assert.deepEqual(
      Object.fromEntries(found.map(([name, one]) => [name, summaryOf(one)])),
      Object.fromEntries(wanted),
    );
    const open = found.filter(([, { httpsTrigger }]) => httpsTrigger?.invoker.includes("public"));
    assert.deepEqual(open.map(([name]) => name).sort(), ["api", "webhooks"]);
  });

  /** What a piece of work tells on a new instance: the trace of what was thrown, and the log. */
  async function told(work: string): Promise<string> {
    const program = `const functions = await import(${JSON.stringify(`file://${dist}/index.js`)});
      await functions.${work}.catch((error) => console.log(error.stack));`;
    const env = { ...process.env, LOG_LEVEL: "info" };
    const args = ["--input-type=module", "-e", program];
    return (await run(process.execPath, args, { cwd: dist, env })).stdout;
  }

  /** The lines of sources that a trace names, as they read. */
  function named(trace: string): string[] {
    return [...trace.matchAll(/\b((?:functions|schema)\/src\/[\w/-]+\.ts):(\d+):\d+/g)].map(
      ([, path = "", line]) =>
        `${path}: ${readFileSync(inRoot(path), "utf8").split("\n")[Number(line) - 1]?.trim()}`,
    );
  }

  it("names its sources where a function fails", async () => {
    const lines = named(await told('placeTaken.run({ data: { workspaceId: "" } })'));
    assert.match(lines.join("\n"), /^functions\/src\/platform\/firestore\.ts: .*db\(\)\.coll/m);
    assert.match(lines.join("\n"), /^functions\/src\/triggers\.ts: .*messageOf\(workspaceId/m);
    assert.match(lines.join("\n"), /^functions\/src\/index\.ts: .*onPlaceTaken\(data\)/m);
  });

  it("names its sources in the log", async () => {
    const said = await told('workspaceNight.run({ data: { workspaceId: "" } })');
    const line = said.split("\n").find((one) => one.includes('"schedule.failed"')) ?? "";
    assert.match(
      named(JSON.parse(line).stack).join("\n"),
      /^functions\/src\/settings\/settings\.ts: .*settingsAt/m,
    );
    assert.doesNotMatch(said, /chunks\//);
  });

  it("is installed with all that it needs at the versions of the house's own lockfile", async () => {
    const own: Record<string, Locked> = json(inRoot("package-lock.json")).packages;
    const { "": _, ...packages }: Record<string, Locked> = json(dist, "package-lock.json").packages;
    assert.ok(Object.keys(packages).length > 50);
    for (const [path, { version, integrity }] of Object.entries(packages)) {
      const same = [path, `functions/${path}`].filter((one) => own[one]?.version === version);
      assert.ok(integrity && same.some((one) => own[one]?.integrity === integrity), path);
    }
    const bundled = Object.keys(packages).filter((path) => path.includes("@hilo/"));
    assert.deepEqual(bundled, []);
  });

  it("has a lockfile that npm takes as it is, without asking anybody", async () => {
    const folder = mkdtempSync(join(tmpdir(), "locked-"));
    for (const name of ["package.json", "package-lock.json"])
      cpSync(join(dist, name), join(folder, name));
    const how = ["--dry-run", "--offline", "--ignore-scripts", "--cache", join(folder, "cache")];
    await run("npm", ["ci", ...how], { cwd: folder });
    rmSync(folder, { recursive: true });
  });
});

type Locked = { version?: string; integrity?: string };

/** What the table says of a function, without what is left to Firebase. */
function summaryOf(one: Endpoint) {
  const { eventTrigger: event, taskQueueTrigger: task, scheduleTrigger } = one;
  const all = {
    region: one.region,
    serviceAccount: one.serviceAccountEmail,
    secrets: one.secretEnvironmentVariables.map(({ key }) => key),
    maxInstances: one.maxInstances,
    minInstances: one.minInstances,
    concurrency: one.concurrency,
    timeout: one.timeoutSeconds,
    retry: event?.retry,
    document: event?.eventFilterPathPatterns.document,
    attempts: task?.retryConfig.maxAttempts,
    after: task?.retryConfig.minBackoffSeconds,
    atOnce: task?.rateLimits.maxConcurrentDispatches,
    schedule: scheduleTrigger?.schedule,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value != null));
}
