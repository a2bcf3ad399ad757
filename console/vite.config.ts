import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { iconPaths } from "@hilo/bricks/vite/icon-paths";
import { ownNetworkTest } from "@hilo/bricks/vite/own-network-test";
import { pureSchemas } from "@hilo/bricks/vite/pure-schemas";
import { tightTemplates } from "@hilo/bricks/vite/tight-templates";
import type { Plugin } from "vite";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Serves `program.wasm?address` as the address of that file, by name. */
function addresses(): Plugin {
  return {
    name: "addresses",
    enforce: "pre",
    load(id) {
      if (!id.endsWith("?address")) return null;
      const file = JSON.stringify(id.replace(/address$/, "url"));
      return `import address from ${file}; export { address };`;
    },
  };
}

/** Lays the licence of what is no work of ours beside it. */
function licences(): Plugin {
  const path = fileURLToPath(import.meta.resolve("libheif-js/libheif-wasm/LICENSE"));
  return {
    name: "licences",
    generateBundle() {
      const source = readFileSync(path, "utf8");
      this.emitFile({ type: "asset", fileName: "assets/libheif-licence.txt", source });
    },
  };
}

/**
 * What is asked for along with a part that is loaded later. The pages of the inbox have long loaded what their small
 * parts stand on, and naming it for each of them would weigh more than some of them.
 */
function alsoLoaded(_: string, deps: string[], { hostId }: { hostId: string }): string[] {
  return /(?:^|\/)inbox-[\w-]{8}\.js$/.test(hostId) ? [] : deps;
}

/** The parts of the bundle that change at their own pace, so that browsers keep them longer. */
const groups = [
  { name: "lit", priority: 3, test: /node_modules[\\/](lit|lit-html|lit-element|@lit)[\\/]/ },
  // Before Firestore, which would otherwise take along what both stand on, and come with the sign-in page.
  {
    name: "auth",
    priority: 2,
    test: /@firebase[\\/](?!firestore|webchannel)|node_modules[\\/]idb/,
  },
  // Before what is sent, which would otherwise take it along, and come with the sign-in page.
  {
    name: "session",
    priority: 2,
    test: /preload-helper|console[\\/]src[\\/](data[\\/](session|firebase)|ui[\\/]source)\.ts/,
  },
  // What the shell keeps of it on the device, the inbox sends: one part weighs less than its five halves.
  {
    name: "sending",
    priority: 1,
    test: /console[\\/]src[\\/]data[\\/](api|signed-out|sending|out(box|going)|turns|posting|letter|staging|drafts|draft-store|files|file-links)\.ts/,
  },
  // What an open conversation shares with parts that come later, a line or two each.
  {
    name: "shared",
    test: /console[\\/]src[\\/](ui[\\/](one-stop|watched)|pages[\\/]inbox[\\/](composer[\\/]writing[\\/]enter|message[\\/]subject-of))\.ts/,
  },
  { name: "firestore", priority: 1, test: /@firebase[\\/](firestore|webchannel-wrapper)/ },
];

const emulated = "http://127.0.0.1:5000";

export default defineConfig({
  root: here("."),
  plugins: [
    iconPaths(),
    addresses(),
    licences(),
    pureSchemas(),
    ownNetworkTest(),
    tightTemplates(),
  ],
  resolve: {
    alias: {
      // firebase pulls in a regular-expression engine (46 KB gzip) for queries we never make.
      re2js: here("../bricks/src/vite/no-re2js.ts"),
    },
  },
  build: {
    outDir: here("dist"),
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false, resolveDependencies: alsoLoaded },
    reportCompressedSize: true,
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /[\\/]schema[\\/]src[\\/]/, sideEffects: false }] },
      output: { codeSplitting: { groups } },
    },
  },
  server: { proxy: { "/api": emulated, "/files": emulated } },
});
