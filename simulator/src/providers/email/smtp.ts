import type { AddressInfo } from "node:net";
import type { Readable } from "node:stream";
import PostalMime from "postal-mime";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import type { World } from "../../phones/world.ts";
import type { FullBehaviour } from "../../wire/behaviour.ts";
import { replyOf } from "./failures.ts";
import { accept, idOf, ownId, recipient } from "./take.ts";

export type MailServer = { port: number; stop(): Promise<void> };

const maxBytes = 30 * 1024 * 1024;

/** Starts the mail server of every customer, on this machine only; a port of 0 takes a free one. */
export async function startMailServer(
  world: World,
  { host, port }: { host: string; port: number },
): Promise<MailServer> {
  const server: SMTPServer = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    size: maxBytes,
    closeTimeout: 500,
    onRcptTo: ({ address }, session, done) => {
      const refused = copyRefused(world, session, address);
      done(refused ? refusal(refused) : null);
    },
    onAuth: ({ username }, _session, done) => done(null, { user: username }),
    onData: (stream, session, done) => {
      const cut = () => cutOff(server, session);
      world.timers.track(take(world, stream, session, { done, cut }).catch((error) => done(error)));
    },
  });
  await listen(server, port, host);
  // A client that breaks off is nobody's fault.
  server.on("error", () => undefined);
  const address = server.server.address() as AddressInfo;
  return { port: address.port, stop: () => new Promise((resolve) => server.close(resolve)) };
}

function listen(server: SMTPServer, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

type Answering = { done(error?: Error | null): void; cut(): void };

async function take(
  world: World,
  stream: Readable,
  session: SMTPServerSession,
  answering: Answering,
): Promise<void> {
  const mail = await PostalMime.parse(await bytesOf(stream));
  const [to = "", ...copies] = session.envelope.rcptTo.map(({ address }) => address);
  const ours = ownId(idOf(mail));
  if (ours) world.sends.called(ours);
  const behaviour = world.behaviours.take(recipient(world, to).id);
  const refused = refusedBy(behaviour);
  noteCall(world, to, refused ?? (behaviour.call === "answer" ? "250" : null));
  if (refused) return answering.done(refusal(refused));
  if (behaviour.call === "answer" || behaviour.accepted) {
    if (ours) world.sends.accepted(ours, idOf(mail));
    const overtaken = accept(world, mail, to, behaviour);
    for (const copy of copies)
      world.timers.track(
        accept(world, mail, copy, behaviours.get(session)?.get(copy) ?? behaviour),
      );
    world.timers.track(overtaken);
    if (behaviour.early) await overtaken;
  }
  if (behaviour.call === "answer") answering.done();
  // One that hangs says nothing until the other side gives up.
  if (behaviour.call === "reset") answering.cut();
}

/** How each of those behaves who get a copy: it is known when they are named, before the mail itself comes. */
const behaviours = new WeakMap<SMTPServerSession, Map<string, FullBehaviour>>();

/** Whoever is named after the first gets a copy, and may be refused alone. */
function copyRefused(world: World, session: SMTPServerSession, address: string): string | null {
  if (session.envelope.rcptTo.length === 0) return null;
  const behaviour = world.behaviours.take(recipient(world, address).id);
  const known = behaviours.get(session) ?? new Map();
  behaviours.set(session, known.set(address, behaviour));
  return refusedBy(behaviour);
}

/** The code of a refusal. A server that answers 451 has promised not to have taken the mail. */
function refusedBy({ call, failure }: FullBehaviour): string | null {
  if (call === "error") return "451";
  return call === "answer" && failure?.at === "call" ? String(failure.code) : null;
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function refusal(code: string): Error {
  const { responseCode, message } = replyOf(code);
  return Object.assign(new Error(message), { responseCode });
}

function noteCall(world: World, to: string, code: string | null): void {
  const status = code === null ? null : (replyOf(code).responseCode ?? null);
  const answered = code === "250" ? 250 : status;
  const about = { direction: "in", method: "SMTP", path: to, ms: 0 } as const;
  world.exchanges.add({ at: Date.now(), ...about, status: answered });
}

type Connected = { session: { id: string }; _socket: { destroy(): void } };

function cutOff(server: SMTPServer, session: SMTPServerSession): void {
  for (const one of server.connections as unknown as Set<Connected>)
    if (one.session.id === session.id) one._socket.destroy();
}
