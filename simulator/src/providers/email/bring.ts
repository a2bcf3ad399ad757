import { createHmac, randomBytes } from "node:crypto";
import { houseAddress } from "../../phones/house-address.ts";
import type { World } from "../../phones/world.ts";
import type { Webhook } from "../../wire/webhook.ts";
import { account, mailbox } from "./account.ts";
import { headersOf, type Letter } from "./letter.ts";

export const services = ["sendgrid", "mailgun", "postmark"] as const;
export type Service = (typeof services)[number];
export type Proof = "valid" | "wrong" | "missing";

type Call = {
  body: string | FormData;
  type?: string;
  headers?: Record<string, string>;
  end?: string;
};

/** The call by which a service brings a mail, proved in its own way. */
export function bring(
  world: World,
  service: Service,
  letter: Letter,
  proof: Proof = "valid",
): Promise<Webhook> {
  const note = `${service} · ${letter.subject}`;
  if (service === "sendgrid")
    return sendgridCall(world, { body: sendgridForm(letter) }, note, proof);
  if (service === "mailgun")
    return toHouse(world, service, { body: mailgunForm(letter, proof) }, note);
  const headers = basic(proof);
  const body = JSON.stringify(postmarkMail(letter));
  return toHouse(world, service, { body, type: "application/json", headers }, note);
}

/** A call of SendGrid's: its address ends in the secret. */
export function sendgridCall(
  world: World,
  call: Omit<Call, "end">,
  note: string,
  proof: Proof = "valid",
): Promise<Webhook> {
  const ends = { valid: `/${account.sendgridPath}`, wrong: "/another_path", missing: "" };
  return toHouse(world, "sendgrid", { ...call, end: ends[proof] }, note);
}

async function toHouse(world: World, service: Service, call: Call, note: string): Promise<Webhook> {
  const encoded = new Response(call.body);
  const type = call.type ?? encoded.headers.get("content-type") ?? "";
  return {
    url: `${houseAddress(world, "email", mailbox.id)}/${service}${call.end ?? ""}`,
    headers: { "Content-Type": type, ...call.headers },
    body: new Uint8Array(await encoded.arrayBuffer()),
    note,
  };
}

function sendgridForm(letter: Letter): FormData {
  const form = new FormData();
  const fields: Record<string, string> = {
    headers: headersOf(letter)
      .map(([name, value]) => `${name}: ${value}`)
      .join("\n"),
    to: letter.to,
    from: `${letter.from.name} <${letter.from.address}>`,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    envelope: JSON.stringify({ to: [letter.to], from: letter.from.address }),
    charsets: JSON.stringify({
      to: "UTF-8",
      from: "UTF-8",
      subject: "UTF-8",
      text: "utf-8",
      html: "utf-8",
    }),
    attachments: String(letter.files.length),
    SPF: "pass",
    dkim: "{@ejemplo.cl : pass}",
    sender_ip: "203.0.113.9",
    spam_score: "0.1",
  };
  if (letter.files.length > 0) fields["attachment-info"] = JSON.stringify(infoOf(letter));
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  addFiles(form, letter, "attachment");
  return form;
}

function infoOf({ files }: Letter): Record<string, object> {
  const entries = files.map(({ file: { name, type }, contentId }, index) => {
    const info = { filename: name, name, type, ...(contentId && { "content-id": contentId }) };
    return [`attachment${index + 1}`, info] as const;
  });
  return Object.fromEntries(entries);
}

function addFiles(form: FormData, { files }: Letter, prefix: string): void {
  for (const [index, { file }] of files.entries()) {
    const blob = new Blob([new Uint8Array(file.bytes)], { type: file.type });
    form.set(`${prefix}${index + 1}`, blob, file.name);
  }
}

function mailgunForm(letter: Letter, proof: Proof): FormData {
  const form = new FormData();
  const ids = letter.files.flatMap(({ contentId }, index) =>
    contentId ? [[`<${contentId}>`, `attachment-${index + 1}`] as const] : [],
  );
  const fields: Record<string, string> = {
    ...mailgunSignature(proof),
    recipient: letter.to,
    sender: letter.from.address,
    from: `${letter.from.name} <${letter.from.address}>`,
    subject: letter.subject,
    "body-plain": letter.text,
    "body-html": letter.html,
    "message-headers": JSON.stringify(headersOf(letter)),
    "attachment-count": String(letter.files.length),
    "content-id-map": JSON.stringify(Object.fromEntries(ids)),
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  addFiles(form, letter, "attachment-");
  return form;
}

function mailgunSignature(proof: Proof): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const token = randomBytes(25).toString("hex");
  const key = proof === "wrong" ? "another_key" : account.mailgunKey;
  const signature = createHmac("sha256", key)
    .update(timestamp + token)
    .digest("hex");
  return { timestamp, token, ...(proof !== "missing" && { signature }) };
}

function basic(proof: Proof): Record<string, string> {
  if (proof === "missing") return {};
  const secret = proof === "wrong" ? "postmark:another" : account.postmarkBasic;
  return { Authorization: `Basic ${Buffer.from(secret).toString("base64")}` };
}

function postmarkMail(letter: Letter): object {
  return {
    FromName: letter.from.name,
    MessageStream: "inbound",
    From: letter.from.address,
    FromFull: { Email: letter.from.address, Name: letter.from.name, MailboxHash: "" },
    To: letter.to,
    OriginalRecipient: letter.to,
    Subject: letter.subject,
    MessageID: crypto.randomUUID(),
    Date: new Date().toUTCString(),
    TextBody: letter.text,
    HtmlBody: letter.html,
    Headers: headersOf(letter).map(([Name, Value]) => ({ Name, Value })),
    Attachments: letter.files.map(({ file, contentId = "" }) => ({
      Name: file.name,
      Content: file.bytes.toString("base64"),
      ContentType: file.type,
      ContentLength: file.bytes.length,
      ContentID: contentId,
    })),
  };
}
