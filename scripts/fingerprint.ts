import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { inCache, root } from "./paths.ts";

/** SHA-256 over the names and contents of files; a folder stands for everything in it. Paths from the root. */
export function fingerprint(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(filesOf).sort()) {
    hash
      .update(`${path}\n`)
      .update(readFileSync(`${root}/${path}`))
      .update("\n");
  }
  return hash.digest("hex");
}

const left = ["dist", "node_modules", ".vite"];

function filesOf(path: string): string[] {
  if (!existsSync(`${root}/${path}`)) return [];
  if (statSync(`${root}/${path}`).isFile()) return [path];
  const exclude = (name: string) => left.some((one) => name.split("/").includes(one));
  const found = globSync(`${path}/**`, { cwd: root, exclude });
  return found.filter((name) => statSync(`${root}/${name}`).isFile());
}

/** Does a piece of work unless it was done before with the same fingerprint; answers whether it did. */
export async function onceFor(
  name: string,
  print: string,
  result: string,
  work: () => Promise<void>,
): Promise<boolean> {
  const stamp = inCache("built", name);
  const done = existsSync(stamp) && readFileSync(stamp, "utf8") === print;
  if (done && existsSync(result)) return false;
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, "");
  await work();
  writeFileSync(stamp, print);
  return true;
}
