import { isMailAddress } from "@hilo/schema/mail-address";
import { hrefOf } from "../../../ui/rich-text-parts.ts";
import { listsFromWord } from "./lists-from-word.ts";
import { withoutStyleSheets } from "./mail-document.ts";

/** Where a picture of the text is to be had, by its file's id: empty as long as it is not known, none where it never is. */
export type PictureOf = (fileId: string) => string | undefined;

/** What a text may be made of. */
const kept = new Set(
  "p br b i u s a ul ol li blockquote code pre h2 h3 img"
    .split(" ")
    .map((one) => one.toUpperCase()),
);
const blocks = "p,ul,ol,li,blockquote,pre,h1,h2,h3,h4,h5,h6,div,table,section,article,hr";
/** The same by other names. */
const others: Record<string, string> = {
  STRONG: "B",
  EM: "I",
  INS: "U",
  DEL: "S",
  STRIKE: "S",
  TT: "CODE",
  KBD: "CODE",
  SAMP: "CODE",
  H1: "H2",
  H4: "H3",
  H5: "H3",
  H6: "H3",
  TR: "P",
  CAPTION: "P",
  DT: "P",
  DD: "P",
};
/** What is no text, with all that is in it. */
const unseen =
  "script,style,head,title,template,noscript,svg,math,iframe,object,embed,audio,video,canvas,select,input,button,textarea,[hidden]";

/**
 * A formatted text, built anew out of the few kinds of element that it may have: whatever else is in the source, be it
 * from a web page, from Word or from somebody who means harm, leaves its words only.
 */
export function formatted(source: string, picture: PictureOf): DocumentFragment {
  const { body } = new DOMParser().parseFromString(withoutStyleSheets(source), "text/html");
  for (const one of body.querySelectorAll(unseen)) one.remove();
  listsFromWord(body);
  for (const one of body.querySelectorAll<HTMLElement>("[data-style]"))
    one.style.cssText = one.dataset.style ?? "";
  const whole = document.createDocumentFragment();
  whole.append(...all(body, picture));
  return whole;
}

function all(parent: Node, picture: PictureOf): Node[] {
  return [...parent.childNodes].flatMap((node) => built(node, picture));
}

function built(node: Node, picture: PictureOf): Node[] {
  if (node instanceof Text) return [document.createTextNode(node.data)];
  if (!(node instanceof HTMLElement)) return node instanceof Element ? all(node, picture) : [];
  const name = nameOf(node);
  if (name === "IMG") return pictured(node, picture);
  if (name === "TD" || name === "TH") return [...all(node, picture), document.createTextNode(" ")];
  if (!kept.has(name) || isUndone(node)) return looking(node, all(node, picture));
  const element = document.createElement(name);
  if (name === "A" && !leads(element, node)) return all(node, picture);
  element.append(...looking(node, all(node, picture)));
  return [element];
}

/** A box around words is a paragraph; a box around paragraphs is nothing. */
function nameOf(element: HTMLElement): string {
  const name = element.nodeName;
  const box = name === "DIV" || name === "SECTION" || name === "ARTICLE";
  if (box || name === "P") return element.querySelector(blocks) ? "" : "P";
  return others[name] ?? name;
}

/** Google's documents come whole inside a bold element that is not bold. */
function isUndone({ nodeName, style }: HTMLElement): boolean {
  return nodeName === "B" && style.fontWeight === "normal";
}

/** What a style says, said by elements. */
function looking({ style, nodeName }: HTMLElement, inside: Node[]): Node[] {
  if (nodeName !== "SPAN" && nodeName !== "FONT") return inside;
  const weight = style.fontWeight === "bold" ? 700 : Number(style.fontWeight);
  const lines = `${style.textDecorationLine} ${style.textDecoration}`;
  const names = [
    weight >= 600 ? "B" : "",
    style.fontStyle === "italic" ? "I" : "",
    lines.includes("underline") ? "U" : "",
    lines.includes("line-through") ? "S" : "",
  ].filter(Boolean);
  let around = inside;
  for (const name of names) {
    const element = document.createElement(name);
    element.append(...around);
    around = [element];
  }
  return around;
}

/** Sets where a link leads: to a page, a mailbox or a phone; tells whether it does. */
function leads(link: HTMLElement, source: HTMLElement): boolean {
  const href = linkTo(source.getAttribute("href") ?? "");
  if (href === undefined) return false;
  link.setAttribute("href", href);
  link.setAttribute("target", "_blank");
  link.setAttribute("rel", "noopener noreferrer nofollow");
  return true;
}

/** The address of a link as it is kept; nothing when it leads nowhere that one may go. */
export function linkTo(written: string): string | undefined {
  const address = written.trim();
  if (isMailAddress(address)) return `mailto:${address}`;
  if (/^(?:mailto|tel):[^\s]+$/iu.test(address)) return address;
  const whole = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#:]|$)/u.test(address)
    ? `https://${address}`
    : address;
  return hrefOf(whole);
}

/** A picture that came along; of any other its words. */
function pictured(image: HTMLElement, picture: PictureOf): Node[] {
  const words = image.getAttribute("alt") ?? "";
  const id = image.dataset.file ?? /^cid:(.+)$/iu.exec(image.getAttribute("src") ?? "")?.[1];
  const src = id === undefined ? undefined : picture(id);
  if (id === undefined || src === undefined)
    return words === "" ? [] : [document.createTextNode(words)];
  const element = document.createElement("img");
  element.dataset.file = id;
  if (src !== "") element.src = src;
  element.alt = words;
  return [element];
}
