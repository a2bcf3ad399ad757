import { fileURLToPath } from "node:url";
import { tightTemplates } from "@hilo/bricks/vite/tight-templates";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// One plain script under a name that never changes: it stands in the pages of other sites.
export default defineConfig({
  root: here("."),
  plugins: [tightTemplates()],
  build: {
    outDir: here("dist"),
    emptyOutDir: false,
    target: "es2022",
    rolldownOptions: {
      input: here("src/loader/main.ts"),
      output: { format: "iife", entryFileNames: "widget.js" },
    },
  },
});
