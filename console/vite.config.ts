import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Serves `icon.svg?paths` as the drawing inside an icon, without its frame. */
function iconPaths(): Plugin {
  return {
    name: "icon-paths",
    enforce: "pre",
    load(id) {
      if (!id.endsWith(".svg?paths")) return null;
      const svg = readFileSync(id.slice(0, -"?paths".length), "utf8");
      const paths = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.indexOf("</svg>"));
      const tight = paths.replace(/\s*\n\s*/g, "").trim();
      return `export const paths = ${JSON.stringify(tight)};`;
    },
  };
}

/** The parts of the bundle that change at their own pace, so that browsers keep them longer. */
const groups = [
  { name: "firestore", test: /@firebase[\\/](firestore|webchannel-wrapper)/ },
  { name: "auth", test: /@firebase|[\\/]firebase[\\/]|node_modules[\\/]idb/ },
  {
    name: "lit",
    test: /node_modules[\\/](lit|lit-html|lit-element|@lit[\\/]reactive-element)[\\/]/,
  },
];

const emulated = "http://127.0.0.1:5000";

export default defineConfig({
  root: here("."),
  plugins: [iconPaths()],
  resolve: {
    // firebase pulls in a regular-expression engine (46 KB gzip) for queries we never make.
    alias: { re2js: here("src/data/no-re2js.ts") },
  },
  build: {
    outDir: here("dist"),
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    rolldownOptions: {
      // Schemas are made by calls that do nothing but return them: unused ones, and zod with them, go.
      treeshake: {
        manualPureFunctions: ["z"],
        moduleSideEffects: [{ test: /[\\/]schema[\\/]src[\\/]/, sideEffects: false }],
      },
      output: { codeSplitting: { groups } },
    },
  },
  server: { proxy: { "/api": emulated, "/files": emulated } },
});
