import type { Plugin } from "vite";

type Node = { type: string; start: number; end: number; [key: string]: unknown };

/** Takes the indentation out of our `html` and `css` templates: it means nothing there, and is sent to everybody. */
export function tightTemplates(): Plugin {
  return {
    name: "tight-templates",
    apply: "build",
    transform(code, id) {
      if (!/[\\/](bricks|console|widget)[\\/]src[\\/].*\.ts$/.test(id)) return null;
      if (!/\b(html|css|svg)`/.test(code)) return null;
      const pieces = quasis(this.parse(code) as unknown as Node).sort((a, b) => b.start - a.start);
      return { code: pieces.reduce(tighten, code), map: null };
    },
  };
}

function tighten(code: string, { start, end }: Node): string {
  return code.slice(0, start) + code.slice(start, end).replace(/\s*\n\s*/g, " ") + code.slice(end);
}

/** The texts of every template in a tree that is tagged html, css or svg. */
function quasis(node: Node): Node[] {
  const tag = node.tag as { name?: string } | undefined;
  const quasi = node.quasi as { quasis: Node[] } | undefined;
  const ours = node.type === "TaggedTemplateExpression" && /^(html|css|svg)$/.test(tag?.name ?? "");
  const here = ours && quasi ? quasi.quasis : [];
  return [...here, ...children(node).flatMap(quasis)];
}

function children(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter(
      (value): value is Node => typeof value === "object" && value !== null && "type" in value,
    );
}
