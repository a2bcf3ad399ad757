import { lookup } from "node:dns/promises";
import { Readable } from "node:stream";
import type { RefusedCopy } from "@hilo/schema";
import { config } from "../../platform/config.ts";
import { isPublicAddress } from "../../platform/safe-address.ts";
import { ProviderError } from "../adapter.ts";
import { codeIn, explainWith } from "./errors.ts";
import { accessToken, usesOauth } from "./oauth.ts";
import { domainOf } from "./thread.ts";
import type { EmailCredentials } from "./wire.ts";

/** How long the server may be silent, and a whole delivery may take, in milliseconds. */
const timeoutMs = 10_000;
const wholeMs = 45_000;

export type Server = {
  /** Our own address, whose domain we greet with. */
  address: string;
  settings: Record<string, string>;
  credentials: EmailCredentials;
  /** An emulator's simulator is reached at a private address, and unencrypted. */
  local?: boolean;
};

type Mail = { from: string; to: string[]; bytes: Buffer };

/** The Message-ID by which the server replaced ours, if it did, and whom it did not take the mail for. */
type Taken = { replaced?: string; refused: RefusedCopy[] };

/** A sign-in to the server and nothing else; throws ProviderError. */
export function tryServer(server: Server): Promise<void> {
  return withServer(server, async () => undefined);
}

/** Hands a mail to the server, which has to take it for one of its addressees at least. */
export function deliver(server: Server, mail: Mail): Promise<Taken> {
  return withServer(server, async (connection, progress) => {
    const { from, to, bytes } = mail;
    const content = Readable.from(pieces(bytes, progress), { objectMode: false });
    const envelope = { from, to, size: bytes.length };
    const info = await new Promise<Sent>((resolve, reject) => {
      connection.send(envelope, content, (error, sent) =>
        error || !sent ? reject(error ?? new Error("Nothing was sent")) : resolve(sent),
      );
    });
    const replaced = info.serverMessageId?.replace(/[<>]/g, "");
    const refused = (info.rejectedErrors ?? []).map(refusedBy);
    return { ...(replaced ? { replaced } : {}), refused };
  });
}

/** What the server said of an addressee (RFC 5321, 4.1.1.3), while it took the mail for others. */
function refusedBy({
  recipient = "",
  responseCode,
  response = "",
  message,
}: Rejected): RefusedCopy {
  const said = explainWith(String(responseCode ?? ""), response || message || "");
  return { address: recipient, code: said.code, message: said.message };
}

type Rejected = Failure & { recipient?: string | undefined };
type Sent = { serverMessageId?: string | undefined; rejectedErrors?: Rejected[] | undefined };
type Connection = InstanceType<typeof import("nodemailer/lib/smtp-connection").default>;

/** Whether the content has begun to go out: from then on nobody knows what the server did. */
type Progress = { begun: boolean };

/** Nothing of it is read before the server asked for the content. */
function* pieces(bytes: Buffer, progress: Progress): Generator<Buffer> {
  progress.begun = true;
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

async function withServer<T>(
  server: Server,
  use: (connection: Connection, progress: Progress) => Promise<T>,
): Promise<T> {
  const options = await optionsOf(server);
  const auth = await authOf(server);
  const { default: SMTPConnection } = await import("nodemailer/lib/smtp-connection");
  const connection = new SMTPConnection(options);
  const progress: Progress = { begun: false };
  try {
    return await Promise.race([
      lost(connection),
      signIn(connection, auth).then(() => use(connection, progress)),
    ]);
  } catch (error) {
    throw failureOf(error, progress);
  } finally {
    connection.quit();
    setTimeout(() => connection.close(), 1000).unref();
  }
}

/** Rejects when the connection breaks, or the whole takes too long. */
function lost(connection: Connection): Promise<never> {
  return new Promise((_, reject) => {
    connection.on("error", reject);
    connection.once("end", () => reject(new Error("The server closed the connection")));
    setTimeout(() => reject(new Error("The server takes too long")), wholeMs).unref();
  });
}

async function signIn(connection: Connection, auth: Auth): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
  if (!auth) return;
  await new Promise<void>((resolve, reject) => {
    connection.login(auth, (error) => (error ? reject(error) : resolve()));
  });
}

type Auth = Awaited<ReturnType<typeof authOf>>;

/** A token or a password; nothing where the server wants neither. */
async function authOf({ address, settings, credentials, local = isLocal() }: Server) {
  const { smtpUser: user, smtpPassword: pass } = credentials;
  if (!usesOauth({ settings })) return user && pass ? { user, pass } : undefined;
  const signed = { user: user ?? address };
  const token = await accessToken({ settings, credentials, local });
  const { default: XOAuth2 } = await import("nodemailer/lib/xoauth2");
  return { ...signed, oauth2: new XOAuth2({ ...signed, accessToken: token }) };
}

function isLocal(): boolean {
  return config().FUNCTIONS_EMULATOR;
}

async function optionsOf({ address, settings, local = isLocal() }: Server) {
  const host = settings.smtpHost?.trim();
  if (!host) throw new ProviderError("refused", "noServer", "No SMTP server is set");
  const port = Number(settings.smtpPort) || 587;
  const secure = settings.smtpSecure === "tls" || (!settings.smtpSecure && port === 465);
  return {
    host: local ? host : await publicAddress(host),
    port,
    secure,
    // What is written in the clear can be read on its way: only a simulator may take it so.
    requireTLS: !secure && !local,
    servername: host,
    tls: { servername: host, minVersion: "TLSv1.2" as const },
    name: domainOf(address),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
  };
}

/** The address that was checked is the one dialled. */
async function publicAddress(host: string): Promise<string> {
  const found = await lookup(host, { all: true }).catch((error: Error) => {
    throw new ProviderError("unreachable", "EDNS", `${host} cannot be found`, { cause: error });
  });
  const [first] = found;
  if (first && found.every(({ address }) => isPublicAddress(address))) return first.address;
  throw new ProviderError("refused", "notPublic", "The SMTP server's address is not public");
}

type Failure = {
  code?: string | undefined;
  responseCode?: number | undefined;
  response?: string | undefined;
  message?: string | undefined;
};

/** Sorts what went wrong: refused for good, for now, never handed over, or nobody knows. */
export function failureOf(thrown: unknown, { begun }: Progress): ProviderError {
  if (thrown instanceof ProviderError) return thrown;
  const { code = "", responseCode = 0, response = "", message = "" } = (thrown ?? {}) as Failure;
  const options = { cause: thrown };
  if (responseCode >= 400) return refusal(String(responseCode), response, options);
  const words = message || "The mail server could not be reached";
  if (begun) return new ProviderError("unknown", code || "noAnswer", words, options);
  if (code === "EENVELOPE" || code === "EMESSAGE" || code === "EAUTH")
    return new ProviderError("refused", codeIn(message) ?? code, words, options);
  if (code === "ETLS") return new ProviderError("refused", code, words, options);
  return new ProviderError("unreachable", code || "notConnected", words, options);
}

/** A reply of the server: 4xx is for now, 5xx for good (RFC 5321, 4.2.1). */
function refusal(code: string, response: string, options: { cause: unknown }): ProviderError {
  const { code: best, message } = explainWith(code, response);
  return new ProviderError(
    code.startsWith("4") ? "rateLimited" : "refused",
    best,
    message,
    options,
  );
}
