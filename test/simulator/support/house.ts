import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Simulator, type SimulatorOptions, startSimulator } from "@hilo/simulator";
import { demoTwilio } from "../../support/twilio.ts";

/** One call of a webhook, as the house received it. */
export type Call = {
  path: string;
  signature: string;
  form: Record<string, string>;
  headers: Record<string, string | undefined>;
  raw: Buffer;
  at: number;
};

/** A house that writes down every call, and the simulator that calls it. */
export type Pair = {
  simulator: Simulator;
  target: string;
  calls: Call[];
  /** Only the reports of a delivery, in the order they came. */
  statuses(): string[];
  /** What the house answers next; 200 when empty. */
  answers: number[];
  /** Files the house serves, by path. */
  files: Map<string, { type: string; bytes: Buffer }>;
  stop(): Promise<void>;
};

export type PairOptions = Partial<SimulatorOptions> & {
  /** What the house says to a call. */
  reply?: (call: Call) => string;
};

/** Starts both on free ports. Reports follow each other by 5 ms unless told otherwise. */
export async function startPair({
  reply = () => "<Response/>",
  ...options
}: PairOptions = {}): Promise<Pair> {
  const calls: Call[] = [];
  const answers: number[] = [];
  const files: Pair["files"] = new Map();
  const house = createServer(async (request, response) => {
    const file = files.get(request.url ?? "");
    if (file) {
      response.writeHead(200, { "content-type": file.type }).end(file.bytes);
      return;
    }
    const call = await read(request);
    calls.push(call);
    response.writeHead(answers.shift() ?? 200, { "content-type": "text/xml" }).end(reply(call));
  });
  const target = await listen(house);
  const behaviour = {
    read: "seen" as const,
    window: "enforced" as const,
    pace: 5,
    ...options.behaviour,
  };
  const simulator = await startSimulator({
    port: 0,
    target,
    retryPause: 5,
    review: 20,
    ...options,
    behaviour,
  });
  const statuses = () => calls.flatMap(({ form }) => form.MessageStatus ?? []);
  const stop = async () => {
    await simulator.stop();
    house.closeAllConnections();
    await new Promise((resolve) => house.close(resolve));
  };
  return { simulator, target, calls, statuses, answers, files, stop };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function read(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const raw = Buffer.concat(chunks);
  const form = Object.fromEntries(new URLSearchParams(raw.toString()));
  const signature = String(request.headers["x-twilio-signature"] ?? "");
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  return { path: request.url ?? "", signature, form, headers, raw, at: Date.now() };
}

const { accountSid, authToken } = demoTwilio;

export const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`;
export const messagesPath = `/2010-04-01/Accounts/${accountSid}/Messages`;

export type SendAnswer = { status: number; body: Record<string, unknown> };

/** Sends as our adapter does; `null` leaves a usual parameter out. */
export async function send(
  pair: Pair,
  changes: Record<string, string | string[] | null> = {},
  headers: Record<string, string> = { authorization },
): Promise<SendAnswer> {
  const usual = {
    To: "whatsapp:+56981234567",
    From: demoTwilio.whatsappNumber,
    Body: "Hola, ¿en qué te ayudo?",
    StatusCallback: `${pair.target}/webhooks/twilio/demo/twilio-whatsapp?conversation=c1&message=m1`,
  };
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...usual, ...changes })) {
    for (const one of value === null ? [] : [value].flat()) body.append(name, one);
  }
  const url = `${pair.simulator.url}${messagesPath}.json`;
  const response = await fetch(url, { method: "POST", headers, body });
  return { status: response.status, body: await response.json() };
}

/** A customer writes by WhatsApp, which opens the 24-hour window. */
export async function openWindow(pair: Pair): Promise<void> {
  await pair.simulator.control.inbound({ channel: "whatsapp", from: { phone: "+56981234567" } });
  pair.calls.length = 0;
}
