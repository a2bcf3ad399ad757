import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createApp } from "./app.ts";
import { deliver } from "./control/deliver.ts";
import type { Delivery } from "./phones/about.ts";
import type { SimulatorEvent } from "./phones/hub.ts";
import { Inbound, type InboundRequest } from "./phones/inbound.ts";
import type { Person } from "./phones/person.ts";
import type { Thread } from "./phones/thread.ts";
import { type Settings, World } from "./phones/world.ts";
import { startMailServer } from "./providers/email/smtp.ts";
import type { ProviderName } from "./providers/index.ts";
import { type Behaviour, BehaviourChange, type BehaviourState } from "./wire/behaviour.ts";
import { assertLoopback } from "./wire/loopback.ts";
import type { Sends } from "./wire/sends.ts";

export type { Behaviour, BehaviourChange, InboundRequest, Person, Sends, SimulatorEvent, Thread };

export type SimulatorOptions = Partial<Omit<Settings, "target">> & {
  /** 0 takes a free one. */
  port?: number;
  /** Where mail is taken; 0 takes a free one, and without it none is. */
  smtpPort?: number;
  /** A name of this machine; any other is refused. */
  host?: string;
  /** Our public base address, such as http://127.0.0.1:5000. */
  target: string;
  /** What holds for everybody from the start, and again after a reset. */
  behaviour?: Behaviour;
};

/** The same as the addresses under /control, for tests in the same process. */
export type Control = {
  inbound(message: InboundRequest, provider?: ProviderName): Promise<Delivery>;
  behave(change: BehaviourChange): BehaviourState;
  /** Refuses connections for so many milliseconds. */
  refuse(milliseconds: number): void;
  sends(): Sends[];
  people(): Person[];
  threads(): Thread[];
  listen(listener: (event: SimulatorEvent) => void): () => void;
  /** Resolves once every report has been made. */
  settled(): Promise<void>;
  reset(): void;
};

export type Simulator = {
  url: string;
  /** Where mail is taken. */
  smtpPort?: number;
  control: Control;
  stop(): Promise<void>;
};

/** Starts the other end of every channel. It listens on this machine only. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const {
    port = 4010,
    host = "127.0.0.1",
    behaviour = {},
    smtpPort,
    target,
    ...settings
  } = options;
  assertLoopback(host);
  const defaults = { retries: 3, retryPause: 500, timeout: 15_000, review: 2_000 };
  const world = new World(
    { ...defaults, ...settings, target: target.replace(/\/+$/, "") },
    behaviour,
  );
  const refuse = (milliseconds: number) => closeFor(server, host, milliseconds, world);
  const server = createServer(createApp(world, refuse));
  await listen(server, port, host);
  const address = server.address() as AddressInfo;
  world.url = `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`;
  const mail =
    smtpPort === undefined ? undefined : await startMailServer(world, { host, port: smtpPort });
  return {
    url: world.url,
    ...(mail && { smtpPort: mail.port }),
    control: controlOf(world, refuse),
    stop: async () => {
      await Promise.all([mail?.stop(), stop(world, server)]);
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** Closes the door, so that connections are refused, and opens it again. */
function closeFor(server: Server, host: string, milliseconds: number, world: World): void {
  const { port } = server.address() as AddressInfo;
  server.close();
  server.closeIdleConnections();
  // Not one of the world's timers: a reset must not leave the door closed.
  setTimeout(() => {
    if (!world.ending.signal.aborted) world.timers.track(listen(server, port, host));
  }, milliseconds).unref();
}

async function stop(world: World, server: Server): Promise<void> {
  world.ending.abort();
  world.timers.clear();
  server.closeAllConnections();
  if (!server.listening) return;
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

function controlOf(world: World, refuse: (milliseconds: number) => void): Control {
  return {
    inbound: (message, provider = "twilio") => deliver(world, provider, Inbound.parse(message)),
    behave(change) {
      world.behaviours.change(BehaviourChange.parse(change));
      return world.behaviours.state();
    },
    refuse,
    sends: () => world.sends.list(),
    people: () => [...world.threads.people.values()],
    threads: () => [...world.threads.threads.values()],
    listen: (listener) => world.hub.listen(listener),
    settled: () => world.timers.settled(),
    reset: () => world.reset(),
  };
}
