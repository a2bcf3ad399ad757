import { fileURLToPath } from "node:url";
import { ownNetworkTest } from "@hilo/bricks/vite/own-network-test";
import { tightTemplates } from "@hilo/bricks/vite/tight-templates";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// The chat inside its frame; the loader that makes the frame is built by loader.config.ts.
export default defineConfig({
  root: here("."),
  base: "/widget/",
  plugins: [ownNetworkTest(), tightTemplates()],
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
    modulePreload: { polyfill: false },
    rolldownOptions: { input: here("chat.html") },
  },
});
