import { createServer, type Server } from "node:net";

const blockSize = 16;
/** Below the ports that outgoing connections are given: 32768 on Linux, 49152 elsewhere. */
const range = { from: 10_240, to: 32_768 };

/**
 * Ports that are this process's own as long as it lives, though it listens on them only now and then: up to 15 of a
 * block whose first port it holds, so that no other process that asks here is given the same.
 */
export async function ownPorts(count: number): Promise<number[]> {
  if (count >= blockSize) throw new Error(`At most ${blockSize - 1} ports at a time`);
  const blocks = Math.floor((range.to - range.from) / blockSize);
  const start = Math.floor(Math.random() * blocks);
  for (let i = 0; i < blocks; i += 1) {
    const ports = await claim(range.from + ((start + i) % blocks) * blockSize, count);
    if (ports) return ports;
  }
  throw new Error("No block of ports is free");
}

async function claim(guard: number, count: number): Promise<number[] | undefined> {
  const server = await tryListen(guard);
  if (!server) return undefined;
  server.unref();
  const ports = Array.from({ length: count }, (_, i) => guard + 1 + i);
  const free = await Promise.all(ports.map(isFree));
  if (free.every(Boolean)) return ports;
  await close(server);
  return undefined;
}

/** Whether nobody listens on this port of 127.0.0.1. */
export async function isFree(port: number): Promise<boolean> {
  const server = await tryListen(port);
  if (server) await close(server);
  return server !== undefined;
}

/** Listens on a port of 127.0.0.1; undefined when it is not to be had. */
function tryListen(port: number): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(undefined);
      else reject(error);
    });
    server.listen({ port, host: "127.0.0.1" }, () => resolve(server));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
