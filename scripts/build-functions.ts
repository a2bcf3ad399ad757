import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type BuildFailure, build, formatMessagesSync, stop } from "esbuild";
import { inRoot } from "./paths.ts";
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
    minify: true,
    keepNames: true,
    logLevel: "silent",
  });
  await bundle.finally(stop).catch((error: BuildFailure) => {
    const messages = formatMessagesSync(error.errors, { kind: "error", color: false });
    throw new Refusal(`The functions do not build:\n\n${messages.join("\n")}`);
  });
  writeFileSync(`${outdir}/package.json`, `${JSON.stringify(manifest(), null, 2)}\n`);
}

type Lock = { packages: Record<string, { version: string }> };

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
