import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import type { MessageEvent } from "@hilo/schema";
import iconv from "iconv-lite";
import type {
  Account,
  OutboundMessage,
  RawRequest,
} from "../../../../functions/src/providers/adapter.ts";
import { parse } from "../../../../functions/src/providers/email/inbound.ts";

type Body = Record<string, unknown>;
type FilePart = { filename: string; contentType: string; size: number };

export type Sample = {
  event: string;
  kind: string;
  direction: string;
  request: { contentType: string; headers: Record<string, string> };
  body: Body | Body[];
};

const folder = new URL("../../../fixtures/email/", import.meta.url);

export function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, folder), "utf8"));
}

export const samples: Sample[] = readdirSync(new URL("samples/", folder)).map((name) =>
  fixture<Sample>(`samples/${name}`),
);

export function sample(event: string): Sample {
  return fixture<Sample>(`samples/${event}.json`);
}

export const account: Account = {
  workspaceId: "demo",
  channelId: "email",
  platform: "email",
  address: "hola@hilo.test",
  settings: {},
  webhook: "https://hilo.example/webhooks/email/demo/email",
};

export function requestTo(
  service: string,
  contentType: string,
  rawBody: Buffer | string,
): RawRequest {
  return {
    method: "POST",
    url: `${account.webhook}/${service}`,
    headers: { "content-type": contentType },
    query: {},
    rawBody: Buffer.from(rawBody),
    rest: [service],
  };
}

export type Part = { name: string; filename?: string; type?: string; content: Buffer | string };

/** A multipart body, byte by byte, so that a part can be in any charset. */
export function multipart(service: string, parts: Part[]): RawRequest {
  const boundary = "xYzZY";
  const chunks = parts.flatMap(({ name, filename, type, content }) => [
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`,
    filename === undefined ? "" : `; filename="${filename}"`,
    type === undefined ? "" : `\r\nContent-Type: ${type}`,
    "\r\n\r\n",
    content,
    "\r\n",
  ]);
  const body = Buffer.concat([...chunks, `--${boundary}--\r\n`].map((one) => Buffer.from(one)));
  return requestTo(service, `multipart/form-data; boundary=${boundary}`, body);
}

/** A mail in its own form, as SendGrid posts it raw. */
export function mimeRequest(mime: string | Buffer): RawRequest {
  return multipart("sendgrid", [{ name: "email", content: mime }]);
}

/** A sample as it would reach the webhook. */
export function requestOf({ event, request, body }: Sample): RawRequest {
  const service = event.split("_")[0] ?? "";
  if (service === "mime") return mimeRequest(String((body as Body).mime));
  if (/json/.test(request.contentType))
    return requestTo(service, request.contentType, JSON.stringify(body));
  const { __files__: files = {}, ...fields } = body as Body;
  const pairs = Object.entries(fields).map(([name, value]) => [name, String(value)] as const);
  if (/urlencoded/.test(request.contentType))
    return requestTo(
      service,
      request.contentType,
      new URLSearchParams(Object.fromEntries(pairs)).toString(),
    );
  return multipart(service, [
    ...pairs.map(([name, content]) => ({ name, content })),
    ...Object.entries(files as Record<string, FilePart>).map(([name, file]) => ({
      name,
      filename: file.filename,
      type: file.contentType,
      content: Buffer.alloc(file.size, "x"),
    })),
  ]);
}

export function eventsOf(request: RawRequest, own: Partial<Account> = {}) {
  return parse(request, { ...account, ...own });
}

/** A mail by its header lines and its text. */
export function mail(headers: Record<string, string>, text = "Hola"): string {
  const usual = {
    From: "Ana Souza <ana@example.org>",
    To: account.address,
    Subject: "Pedido",
    "Message-ID": "<CA+1@mail.example.org>",
    "Content-Type": "text/plain; charset=utf-8",
  };
  const lines = Object.entries({ ...usual, ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return `${lines.join("\r\n")}\r\n\r\n${text.replace(/\r?\n/g, "\r\n")}`;
}

/** The message that a mail of these headers and this text is. */
export async function readMail(
  headers: Record<string, string>,
  text: string,
): Promise<MessageEvent> {
  const [event] = await eventsOf(mimeRequest(mail(headers, text)));
  assert.equal(event?.type, "message");
  return event as MessageEvent;
}

/** A mail from Ana by its lines, their bytes in this encoding. */
export function mailBytes(lines: string[], encoding = "utf8"): Buffer {
  const head = ["From: Ana <ana@x.cl>", "To: hola@hilo.test", "Message-ID: <1@x.cl>"];
  return iconv.encode([...head, ...lines].join("\r\n"), encoding);
}

/** The message that the bytes of a mail are. */
export async function readBytes(mime: Buffer): Promise<MessageEvent> {
  const [event] = await eventsOf(mimeRequest(mime));
  assert.equal(event?.type, "message");
  return event as MessageEvent;
}

/** A mail on its way out. */
export const message: OutboundMessage = {
  workspaceId: "demo",
  channelId: "email",
  conversationId: "abcdefghij234567klmn",
  messageId: "3f9b2f9e-6f0f-4d8e-9f1b-2f4b5a6c7d8e",
  platform: "email",
  from: account.address,
  to: "ana@example.org",
  kind: "text",
  text: "Hola Ana,\n\n¿<b>dos</b> cajas?\nSaludos",
  files: [],
  webhook: account.webhook,
  settings: { senderName: "Andes Gestión", signature: "Andes Gestión\nSantiago" },
  author: "Camila",
};
