import { fileURLToPath } from "node:url";
import { iconPaths } from "@hilo/bricks/vite/icon-paths";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("src/page"),
  plugins: [iconPaths()],
  build: {
    outDir: here("dist"),
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
  },
});
