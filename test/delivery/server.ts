import { createServer, type Server } from "node:http";
import { createWebhooks } from "../../functions/src/webhooks.ts";
import { signTwilio } from "../support/twilio.ts";
import { webhooksPort } from "./addresses.ts";

/** The webhooks' Express app on its port; requests are signed for PUBLIC_BASE_URL, as Twilio would. */
export type Webhooks = {
  /** Posts a signed form and gives the status. */
  post(path: string, params: Record<string, string>): Promise<number>;
  stop(): Promise<void>;
};

export async function startWebhooks(): Promise<Webhooks> {
  const server: Server = createServer(createWebhooks());
  await new Promise<void>((resolve) => server.listen(webhooksPort, "127.0.0.1", resolve));
  return {
    post: async (path, params) => {
      const response = await fetch(`${process.env.PUBLIC_BASE_URL}${path}`, {
        method: "POST",
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          "x-twilio-signature": signTwilio(`${process.env.PUBLIC_BASE_URL}${path}`, params),
        },
        body: new URLSearchParams(params).toString(),
      });
      await response.arrayBuffer();
      return response.status;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
