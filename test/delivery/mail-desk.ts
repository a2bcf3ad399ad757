import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { Message, SendMessage } from "@hilo/schema";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { forgetConnections } from "../../functions/src/channels/connections.ts";
import { channelsOf } from "../../functions/src/channels/store.ts";
import { messageOf, messagesOf } from "../../functions/src/conversations/store.ts";
import { saveFile } from "../../functions/src/files/files.ts";
import { send } from "../../functions/src/outbound/send.ts";
import { start } from "../../functions/src/outbound/start.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { connected } from "./voices/connected.ts";
import { email } from "./voices/email.ts";

const path = "test_sendgrid_path";
export const own = "hola@hilo.test";
export const pixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** A mail as it went over the line, and to whom the envelope sent it. */
export type Sent = { to: string[]; mail: Email; raw: string };

/** A mail server that takes everything but for those whom it refuses, by address. */
export async function mailServer(refuses: Map<string, string>) {
  const sent: Sent[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) => {
      const said = refuses.get(address);
      const [code = "", ...words] = said?.split(" ") ?? [];
      done(said ? Object.assign(new Error(words.join(" ")), { responseCode: Number(code) }) : null);
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const bytes = Buffer.concat(chunks);
        const to = session.envelope.rcptTo.map(({ address }) => address);
        sent.push({ to, mail: await PostalMime.parse(bytes), raw: bytes.toString("latin1") });
        done();
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return { sent, port, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

/** A desk at which mails are written and read, in a workspace of its own. */
export async function mailDesk(port: number) {
  const workspaceId = await connected({ ...email, credentials: { sendgridPath: path } });
  const settings = { smtpHost: "127.0.0.1", smtpPort: String(port), signature: "Andes" };
  await channelsOf(workspaceId).doc("email").update({ settings });
  forgetConnections();
  const doer = {
    type: "member",
    id: "camila",
    name: "Camila",
    workspaceId,
    requestId: "r",
    ip: "",
  } as const;
  const idOf = (address: string) => hash("email", address);
  return {
    workspaceId,
    doer,
    idOf,
    written: (changes: object = {}) =>
      SendMessage.parse({ messageId: randomUUID(), kind: "text", text: "Va el lunes", ...changes }),
    answer: (to: string, message: SendMessage) => send(doer, idOf(to), message),
    begin: (to: string, message: SendMessage) => {
      const { replyTo: _, override: __, ...content } = message;
      return start(doer, "email", { ...content, to });
    },
    message: async (to: string, id: string) =>
      read(Message, await messageOf(workspaceId, idOf(to), id).get()) ?? assert.fail(id),
    thread: async (to: string) => {
      const { docs } = await messagesOf(workspaceId, idOf(to)).get();
      const all = docs.map((doc) => ({ id: doc.id, ...(read(Message, doc) ?? assert.fail()) }));
      return all.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
    },
    picture: async (name = "caja.png") =>
      saveFile(workspaceId, { bytes: Buffer.from(pixel, "base64"), name, by: "camila" }),
    post: (lines: readonly string[]) => post(workspaceId, lines),
  };
}

/** A mail that comes in, line by line. */
async function post(workspaceId: string, lines: readonly string[]): Promise<void> {
  const form = new FormData();
  form.set("email", lines.join("\r\n"));
  const url = `${process.env.PUBLIC_BASE_URL}/webhooks/email/${workspaceId}/email/sendgrid/${path}`;
  const response = await fetch(url, { method: "POST", body: form });
  await response.arrayBuffer();
  assert.equal(response.status, 200);
}

/** A plain mail of somebody's to us, with further header lines. */
export function letter(from: string, id: string, headers: readonly string[] = []): string[] {
  const usual = [`From: ${from}`, `Message-ID: <${id}>`, "MIME-Version: 1.0"];
  const to = headers.some((line) => line.startsWith("To:")) ? [] : [`To: ${own}`];
  return [...usual, ...to, ...headers, "Content-Type: text/plain; charset=utf-8", "", "Hola", ""];
}

/** A mail with HTML, and a picture within it and a file beside it. */
export function pictured(from: string, id: string): string[] {
  return [
    `From: ${from}`,
    `To: ${own}`,
    "Cc: jefe@example.org",
    "Subject: Pedido",
    `Message-ID: <${id}>`,
    "MIME-Version: 1.0",
    'Content-Type: multipart/related; boundary="b"',
    "",
    "--b",
    "Content-Type: text/html; charset=utf-8",
    "",
    '<div style="color:red">Mira <img src="cid:p1@x"><img src="https://x.cl/p.gif"></div>',
    "--b",
    'Content-Type: image/png; name="p.png"',
    "Content-Transfer-Encoding: base64",
    "Content-ID: <p1@x>",
    'Content-Disposition: inline; filename="p.png"',
    "",
    pixel,
    "--b",
    'Content-Type: application/pdf; name="lista.pdf"',
    "Content-Transfer-Encoding: base64",
    'Content-Disposition: attachment; filename="lista.pdf"',
    "",
    Buffer.from("%PDF-1.7\n%%EOF").toString("base64"),
    "--b--",
    "",
  ];
}
