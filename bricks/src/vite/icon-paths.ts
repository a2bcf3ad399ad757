import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

/** Serves `icon.svg?paths` as the drawing inside an icon, without its frame. */
export function iconPaths(): Plugin {
  return {
    name: "icon-paths",
    enforce: "pre",
    load(id) {
      if (!id.endsWith(".svg?paths")) return null;
      const svg = readFileSync(id.slice(0, -"?paths".length), "utf8");
      const paths = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.indexOf("</svg>"));
      return `export const paths = ${JSON.stringify(paths.replace(/\s*\n\s*/g, "").trim())};`;
    },
  };
}
