import { fork } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { Agent, request } from "undici";
import { signTwilio } from "../../support/twilio.ts";

export type Kind = "hilo" | "bare" | "naive";

/** A receiver in a process of its own, and how to post a signed form to it. */
export type Receiver = {
  post(form: Record<string, string>): Promise<number>;
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
  const url = `${base}/webhooks/twilio/${workspaceId}/twilio-whatsapp`;
  return {
    post: async (form) => {
      const answer = await request(url, {
        method: "POST",
        dispatcher: agent,
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          "x-twilio-signature": signTwilio(url, form),
        },
        body: new URLSearchParams(form).toString(),
      });
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
