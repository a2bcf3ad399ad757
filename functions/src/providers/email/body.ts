import { escaped, linesAsHtml, textAsHtml } from "../../platform/html-text.ts";
import { type Allowed, passedOn, safeHtml, wordsOnly, written } from "../../platform/safe-html.ts";
import type { OutboundMessage } from "../adapter.ts";
import { plainText } from "./plain.ts";
import { domainOf } from "./thread.ts";

/** A mail's text as it is written, and what stands below it: each plain and as HTML. */
export type Body = { text: string; html: string };

/** The Content-ID of a file that the HTML shows, without brackets. */
export function contentIdOf(fileId: string, from: string): string {
  return `${fileId}@${domainOf(from)}`;
}

/** A mail's words twice (RFC 2046, 5.1.4): what is written, the signature, what is passed on. */
export async function bodyOf(message: OutboundMessage): Promise<Body> {
  const text = message.text.replace(/\r\n?/g, "\n").trimEnd();
  const signature = await signatureOf(message);
  const further = await passedOnBy(message);
  const own = await dressed(message, message.mail?.html ?? textAsHtml(text), written);
  return {
    text: [text, signature.text && `-- \n${signature.text}`, message.unseen?.why, further.text]
      .filter(Boolean)
      .join("\n\n")
      .concat("\n"),
    html: framed(message, own + signature.html + whyBelow(message) + further.html),
  };
}

/** The writer's own signature, else their name above what the business puts below every mail. */
async function signatureOf(message: OutboundMessage): Promise<Body> {
  const { author, settings, mail } = message;
  if (mail?.signature) {
    const html = await dressed(message, mail.signature, wordsOnly);
    return { text: await plainText(mail.signature), html: below("", html) };
  }
  const text = [author, settings.signature ?? ""]
    .map((part) => part.replace(/\r\n?/g, "\n").trim())
    .filter(Boolean)
    .join("\n");
  return { text, html: text && below("", `<p style="margin:0">${linesAsHtml(text)}</p>`) };
}

/** Why a mail comes that nobody asked for, with its address to press. */
function whyBelow({ unseen }: OutboundMessage): string {
  if (!unseen) return "";
  const { why, stopUrl } = unseen;
  const address = escaped(stopUrl);
  const link = `<a href="${address}" style="color:inherit">${address}</a>`;
  return below(
    "font-size:12px",
    linesAsHtml(why).replace(address, () => link),
  );
}

async function passedOnBy(message: OutboundMessage): Promise<Body> {
  const { quoted } = message.mail ?? {};
  if (!quoted) return { text: "", html: "" };
  const html = await dressed(message, quoted.html ?? textAsHtml(quoted.text), passedOn);
  return { text: quoted.text, html: below("border-top:1px solid #8c959f;padding-top:1em", html) };
}

function below(style: string, html: string): string {
  return `<div style="margin-top:1.5em;font-size:14px;${style}">${html}</div>`;
}

// No colour of text or ground is set: what mail programs show in the dark they choose themselves. The grey of lines
// stands out from white and from black.
const line = "#8c959f";
const code = "font-family:Consolas,Menlo,monospace;font-size:13px";

const looks: Record<string, string> = {
  p: "margin:0 0 1em",
  h1: "margin:1em 0 .5em;font-size:22px;line-height:1.3",
  h2: "margin:1em 0 .5em;font-size:20px;line-height:1.3",
  h3: "margin:1em 0 .5em;font-size:17px;line-height:1.3",
  ul: "margin:0 0 1em;padding-left:1.6em",
  ol: "margin:0 0 1em;padding-left:1.6em",
  blockquote: `margin:0 0 1em;padding-left:1em;border-left:3px solid ${line}`,
  pre: `margin:0 0 1em;white-space:pre-wrap;${code}`,
  code,
  img: "max-width:100%;height:auto;border:0",
  td: "vertical-align:top;padding:2px 8px 2px 0",
  th: "vertical-align:top;padding:2px 8px 2px 0;text-align:left",
};

/** What is allowed of HTML, in our looks, its pictures named as the mail's parts are. */
function dressed(message: OutboundMessage, html: string, allowed: Allowed): Promise<string> {
  const shown = new Set(message.files.map(({ contentId }) => contentId));
  return safeHtml(html, allowed, (tag, attributes) => {
    const style = looks[tag] ? { style: looks[tag] } : {};
    if (tag !== "img") return { ...attributes, ...style };
    const { src = "", ...others } = attributes;
    const id = src.slice("cid:".length);
    if (!shown.has(id)) return {};
    return { ...others, src: `cid:${contentIdOf(id, message.from)}`, ...style };
  });
}

const font =
  "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:15px;line-height:1.5;word-wrap:break-word;overflow-wrap:break-word";

/** The house's own frame: as simple as Outlook needs, and nothing in it comes from elsewhere. */
function framed({ mail }: OutboundMessage, html: string): string {
  const language = mail?.language ? ` lang="${escaped(mail.language)}"` : "";
  const schemes = ["color-scheme", "supported-color-schemes"]
    .map((name) => `<meta name="${name}" content="light dark">`)
    .join("");
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${schemes}`;
  return `<!doctype html><html${language}><head>${head}</head><body><div style="${font}">${html}</div></body></html>`;
}
