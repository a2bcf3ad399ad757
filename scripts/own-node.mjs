// Plain JavaScript, since Nodes run it that cannot read TypeScript.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";

/**
 * The project's own Node in a folder of packages. The package `node` brings it by a script at its installation: where
 * npm ran none of those, it is run now. Undefined where there is none even so.
 */
export function ownNode(packages) {
  const folder = join(packages, "node");
  const binary = join(folder, "bin", "node");
  if (existsSync(folder) && !existsSync(binary)) {
    spawnSync(process.execPath, ["installArchSpecificPackage.js"], {
      cwd: folder,
      stdio: ["ignore", "ignore", "inherit"],
    });
  }
  if (!existsSync(binary)) return undefined;
  const link = join(packages, ".bin", "node");
  if (!existsSync(link)) {
    mkdirSync(join(packages, ".bin"), { recursive: true });
    rmSync(link, { force: true });
    symlinkSync(join("..", "node", "bin", "node"), link);
  }
  return link;
}
