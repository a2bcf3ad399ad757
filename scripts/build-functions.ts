import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { type BuildFailure, build, formatMessagesSync, stop } from "esbuild";
import { inRoot, root } from "./paths.ts";
import { Refusal } from "./refusal.ts";

/** What the cloud installs; everything else is bundled. */
const external = [
  "@google-cloud/firestore",
  "@google-cloud/storage",
  "firebase-admin",
  "firebase-functions",
] as const;

// Bundled CommonJS packages still ask for Node's own modules by `require`, which an ES module does not have.
const banner =
  'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);';

/** Bundles the functions into functions/dist, as the emulator and the cloud take them. */
export async function buildFunctions(): Promise<void> {
  const outdir = inRoot("functions/dist");
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  const bundle = build({
    entryPoints: [inRoot("functions/src/index.ts")],
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    external: external.flatMap((name) => [name, `${name}/*`]),
    chunkNames: "chunks/[name]-[hash]",
    banner: { js: banner },
    sourcemap: "external",
    sourcesContent: false,
    minify: true,
    keepNames: true,
    logLevel: "silent",
  });
  await bundle.finally(stop).catch((error: BuildFailure) => {
    const messages = formatMessagesSync(error.errors, { kind: "error", color: false });
    throw new Refusal(`The functions do not build:\n\n${messages.join("\n")}`);
  });
  nameSourcesFromRoot(outdir);
  const write = (name: string, content: object) =>
    writeFileSync(`${outdir}/${name}`, `${JSON.stringify(content, null, 2)}\n`);
  write("package.json", manifest());
  write("package-lock.json", lockfile());
}

/** Where a bundle lies says nothing of where its sources were: the maps name them as the repository does. */
function nameSourcesFromRoot(outdir: string): void {
  for (const name of globSync("**/*.map", { cwd: outdir })) {
    const path = join(outdir, name);
    const map: { sources: string[] } = JSON.parse(readFileSync(path, "utf8"));
    const sources = map.sources.map((one) => relative(root, resolve(dirname(path), one)));
    writeFileSync(path, JSON.stringify({ ...map, sources }));
  }
}

type Locked = {
  version: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};
type Lock = { lockfileVersion: number; packages: Record<string, Locked> };

/** The package.json that is deployed: exact versions, as the lockfile has them. */
export function manifest() {
  const lock: Lock = JSON.parse(readFileSync(inRoot("package-lock.json"), "utf8"));
  const version = (name: string) => {
    const found =
      lock.packages[`functions/node_modules/${name}`] ?? lock.packages[`node_modules/${name}`];
    if (!found) throw new Error(`package-lock.json does not know ${name}: run npm install.`);
    return found.version;
  };
  return {
    name: "hilo-functions",
    private: true,
    type: "module",
    main: "index.js",
    engines: { node: "24" },
    dependencies: Object.fromEntries(external.map((name) => [name, version(name)])),
  };
}

/**
 * The package-lock.json beside it: what the cloud installs and all that they need, as the house's own lockfile has it.
 * What stands under functions/node_modules there is at the top here.
 */
export function lockfile() {
  const lock: Lock = JSON.parse(readFileSync(inRoot("package-lock.json"), "utf8"));
  const { name, dependencies } = manifest();
  const packages: Record<string, object> = { "": manifest() };
  const waiting = Object.keys(dependencies).map((one) => ({ name: one, from: "functions" }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const path = placeOf(lock, next);
    if (path === undefined) continue; // An optional one for another system.
    const place = path.replace(/^functions\//, "");
    if (place in packages) continue;
    const locked: Partial<Locked> = lock.packages[path] ?? {};
    packages[place] = locked;
    const needed = { ...locked.dependencies, ...locked.optionalDependencies };
    waiting.push(...Object.keys(needed).map((one) => ({ name: one, from: path })));
  }
  const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { name, lockfileVersion: lock.lockfileVersion, requires: true, packages: sorted };
}

/** Where npm has put what a package asks for: in the package's own folder, or in one above it. */
function placeOf({ packages }: Lock, { name, from }: { name: string; from: string }) {
  for (let folder = from; ; folder = folder.replace(/(^|\/)[^/]*$/, "")) {
    const path = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
    if (!path.includes("node_modules/node_modules") && path in packages) return path;
    if (folder === "") return undefined;
  }
}
