import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Done, Errand } from "./colleague.ts";

/** An instance of the functions in a process of its own. */
export type Instance = {
  work(errand: Errand): Promise<Done>;
  stop(): void;
};

const file = fileURLToPath(new URL("./colleague.ts", import.meta.url));

export function startInstances(count: number): Promise<Instance[]> {
  return Promise.all(Array.from({ length: count }, startInstance));
}

async function startInstance(): Promise<Instance> {
  const child = fork(file);
  await once(child, "message");
  const waiting = new Map<number, (done: Done) => void>();
  child.on("message", ({ serial, done }: { serial: number; done: Done }) => {
    waiting.get(serial)?.(done);
    waiting.delete(serial);
  });
  return { work: (errand) => asked(child, waiting, errand), stop: () => child.disconnect() };
}

function asked(
  child: ChildProcess,
  waiting: Map<number, (done: Done) => void>,
  errand: Errand,
): Promise<Done> {
  return new Promise((resolve) => {
    waiting.set(errand.serial, resolve);
    child.send(errand);
  });
}
