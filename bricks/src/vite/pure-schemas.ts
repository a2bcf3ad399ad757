import type { Plugin } from "vite";

/** A shape at the top of a file, made by zod or out of another shape. */
const shape = /^((?:export )?const \w+ = )((?:z|[A-Z]\w*)\s*\.[\s\S]*?);(?=\n\S|\n*$)/gm;

/**
 * Marks each shape of the schema as made without effects, so that those which only lend their type, and zod with
 * them (22 KB gzip), are left out of the bundle.
 */
export function pureSchemas(): Plugin {
  return {
    name: "pure-schemas",
    enforce: "pre",
    transform(code, id) {
      if (!/[\\/]schema[\\/]src[\\/]/.test(id)) return null;
      return { code: asPure(code), map: null };
    },
  };
}

/** The code of a file of the schema with its shapes marked. */
export function asPure(code: string): string {
  return code.replace(shape, "$1/* @__PURE__ */ (() => $2)();");
}
