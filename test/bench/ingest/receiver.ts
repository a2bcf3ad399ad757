import { fork } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { Agent, request } from "undici";

export type Kind = "hilo" | "bare" | "naive";

/** A request as a provider makes it, for the address where a receiver listens. */
export type Post = (base: string) => {
  path: string;
  headers: Record<string, string>;
  body: string;
};

/** A receiver in a process of its own; `post` gives the status of its answer. */
export type Receiver = {
  post(make: Post): Promise<number>;
  stop(): void;
};

const app = fileURLToPath(new URL("./app.ts", import.meta.url));

export async function startReceiver(kind: Kind, workspaceId: string): Promise<Receiver> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = { ...process.env, PUBLIC_BASE_URL: base };
  const child = fork(app, [kind, String(port), workspaceId], { env });
  await new Promise((resolve) => child.once("message", resolve));
  const agent = new Agent({ connections: 64, pipelining: 1 });
  return {
    post: async (make) => {
      const { path, headers, body } = make(base);
      const options = { method: "POST", dispatcher: agent, headers, body } as const;
      const answer = await request(base + path, options);
      await answer.body.dump();
      return answer.statusCode;
    },
    stop: () => {
      agent.destroy();
      child.disconnect();
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
