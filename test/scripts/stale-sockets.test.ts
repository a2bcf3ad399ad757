import { deepEqual } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clearStaleSockets } from "../../scripts/stale-sockets.ts";

describe("sockets of workers", () => {
  it("are removed when their worker is gone, and no other file is", async () => {
    const folder = mkdtempSync(join(tmpdir(), "sockets-"));
    const at = (name: string) => join(folder, name);
    const killed = `require("node:net").createServer().listen(process.argv[1], () => process.kill(process.pid, "SIGKILL"))`;
    for (const name of ["fire_emu_01.sock", "other.sock"]) leaveSocket(killed, at(name));
    writeFileSync(at("fire_emu_note.txt"), "");
    const alive = createServer();
    await new Promise<void>((ready) => alive.listen(at("fire_emu_02.sock"), ready));
    try {
      await clearStaleSockets(folder);
      const left = ["fire_emu_02.sock", "fire_emu_note.txt", "other.sock"];
      deepEqual(readdirSync(folder).sort(), left);
    } finally {
      alive.close();
      rmSync(folder, { recursive: true });
    }
  });
});

function leaveSocket(program: string, path: string): void {
  try {
    execFileSync(process.execPath, ["-e", program, path]);
  } catch (error) {
    if ((error as { signal?: string }).signal !== "SIGKILL") throw error;
  }
}
