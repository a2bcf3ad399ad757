import { readdirSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What firebase-tools names the socket of a worker of the functions; it leaves them where a worker is killed. */
const ofWorkers = /^fire_emu_[\da-f]+\.sock$/;

/** Removes the sockets of workers that run no more; one that somebody listens on is another house's, and stays. */
export async function clearStaleSockets(folder = tmpdir()): Promise<void> {
  const paths = readdirSync(folder)
    .filter((name) => ofWorkers.test(name))
    .map((name) => join(folder, name));
  await Promise.all(
    paths.map(async (path) => {
      if (await isRefused(path)) rmSync(path, { force: true });
    }),
  );
}

/** Whether nobody listens there; of what cannot be known (another user's), no. */
function isRefused(path: string): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect(path);
    const say = (refused: boolean) => {
      socket.destroy();
      answer(refused);
    };
    socket.once("connect", () => say(false));
    socket.once("error", (error: NodeJS.ErrnoException) => say(error.code === "ECONNREFUSED"));
  });
}
