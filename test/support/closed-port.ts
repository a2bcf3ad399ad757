import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";

/** A port of 127.0.0.1 on which nobody listens, and nobody can until it is let go. */
export type ClosedPort = { url: string; close(): void };

/** A connection's own end has a port to itself: whoever calls it is refused. */
export async function closedPort(): Promise<ClosedPort> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const connection = connect(port, "127.0.0.1");
  await Promise.all([once(connection, "connect"), once(server, "connection")]);
  return {
    url: `http://127.0.0.1:${connection.localPort}`,
    close: () => {
      connection.destroy();
      server.close();
    },
  };
}
