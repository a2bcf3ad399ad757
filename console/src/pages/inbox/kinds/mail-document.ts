import { filesBase } from "@hilo/schema/routes";
import { decoded, leadOf, treatmentOf } from "./mail-attributes.ts";

type Wishes = {
  /** The addresses of the images that came along, by Content-ID. */
  pictures: ReadonlyMap<string, string>;
  /** Whether images may be fetched from elsewhere. */
  remote: boolean;
};

/** Everything that runs, posts, loads or leads the frame elsewhere, with all that is in it. */
const unwanted =
  "script,style,link,meta,base,title,iframe,frame,frameset,fencedframe,object,embed,applet,input,button,select,textarea,datalist,audio,video,source,track,canvas,portal,svg,math,template,noscript,dialog";
const remoteAddress = /^\s*(?:https?:)?\/\//iu;
const remoteStyle = /url\(|image-set\(/iu;

/** Whether an e-mail would fetch images from elsewhere. */
export function showsRemote(source: string): boolean {
  const even = complete(source).replace(/\s+/gu, " ");
  if (/background ?= ?["']? ?https?:|url\( ?["']? ?https?:/iu.test(even)) return true;
  const images = even.match(/<img[^>]+>/giu) ?? [];
  return images.some((image) => /src ?= ?["']? ?(?:https?:)?\/\//iu.test(image));
}

/** As far as the last tag that ends: so each one that begins has an end, and is searched once. */
function complete(source: string): string {
  return source.slice(0, source.lastIndexOf(">") + 1);
}

/**
 * An e-mail's HTML as a document for a sandboxed frame: without anything that acts, its own images put into it, those
 * of others left out until they are wanted. Its policy and the frame's sandbox hold even where this misses something.
 */
export function mailDocument(source: string, wishes: Wishes): string {
  const parsed = new DOMParser().parseFromString(withoutStyleSheets(source), "text/html");
  for (const one of parsed.querySelectorAll(unwanted)) one.remove();
  // What programs write as one great form is a letter none the less.
  for (const one of parsed.querySelectorAll("form")) one.replaceWith(...one.childNodes);
  for (const one of parsed.body.querySelectorAll("*")) clean(one, wishes);
  clean(parsed.body, wishes);
  const images = `data: ${location.origin}${filesBase}/${wishes.remote ? " https:" : ""}`;
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src ${images}; form-action 'none'; base-uri 'none'"><meta name="referrer" content="no-referrer"></head>${parsed.body.outerHTML}</html>`;
}

/** What the page's policy would refuse, each with a complaint: style attributes wait to be set by script. */
export function withoutStyleSheets(source: string): string {
  const last = [...source.matchAll(closing)].at(-1);
  const end = last ? last.index + last[0].length : 0;
  const [first = "", ...sheets] = source.slice(0, end).split(/<style\b/iu);
  const left = `${first}${sheets.map(behindSheet).join("")}${source.slice(end)}`;
  const tags = complete(left);
  return tags.replace(/<[a-z][^>]*>/giu, waiting) + left.slice(tags.length);
}

const closing = /<\/style\s*>/giu;

/** What stands behind the sheet that begins here; nothing where another begins before it ends. */
function behindSheet(sheet: string): string {
  return sheet.split(closing).slice(1).join("");
}

function waiting(tag: string): string {
  if (/^<(?:link|base|meta)\b/iu.test(tag)) return "";
  return tag.replace(/(\s)style(\s*=)/iu, "$1data-style$2");
}

/**
 * Sets the styles that wait in a frame which has loaded, and makes it as high as what it shows, within reason. Nothing
 * that is pressed in there leads anywhere: `follow` gets the address of a link.
 */
export function dress(frame: HTMLIFrameElement, follow: (address: string) => void): void {
  const inside = frame.contentDocument;
  if (!inside) return;
  for (const one of inside.querySelectorAll<HTMLElement>("[data-style]")) {
    one.style.cssText = one.dataset.style ?? "";
    // Nothing stands over what it does not belong to, so that no link lies where another is seen.
    one.style.removeProperty("position");
  }
  guard(inside, follow);
  const measure = () => {
    const { scrollHeight } = inside.documentElement;
    frame.style.height = `${Math.min(Math.max(scrollHeight, 80), innerHeight * 0.75)}px`;
  };
  inside.body.style.margin = "12px";
  inside.body.style.fontFamily = "system-ui, sans-serif";
  inside.body.style.overflowWrap = "anywhere";
  frame.style.height = "0";
  measure();
  for (const image of inside.images) image.addEventListener("load", measure);
}

/** A link is followed by whoever looks at it, from our page, and by no other way of pressing it; a form goes nowhere. */
function guard(inside: Document, follow: (address: string) => void): void {
  const pressed = (event: Event) => {
    const link = (event.target as Element | null)?.closest?.("[href]");
    if (!link && event.type !== "submit") return;
    event.preventDefault();
    const address = leadOf(link?.getAttribute("href") ?? "");
    const isPressed = event.type === "click" || (event as MouseEvent).button === middle;
    if (address !== "" && isPressed && event.type !== "dragstart") follow(address);
  };
  for (const type of ["click", "auxclick", "submit", "dragstart"])
    inside.addEventListener(type, pressed, { capture: true });
}

/** The wheel of a mouse, pressed, opens what it is on in the background. */
const middle = 1;

function clean(element: Element, wishes: Wishes): void {
  for (const { name } of [...element.attributes]) {
    const treatment = treatmentOf(element.localName, name);
    if (treatment === "show") settle(element, name, wishes);
    else if (treatment === "drop") element.removeAttribute(name);
  }
  if (element.hasAttribute("href")) lead(element);
  const style = element.getAttribute("data-style");
  if (style && remoteStyle.test(style) && !wishes.remote)
    element.setAttribute("data-style", plain(style));
}

function settle(element: Element, name: string, { pictures, remote }: Wishes): void {
  const address = element.getAttribute(name) ?? "";
  const image = element.localName === "img" && name === "src";
  const own = /^cid:(.+)$/iu.exec(address.trim())?.[1];
  const inside = own === undefined ? undefined : pictures.get(decoded(own));
  if (inside) element.setAttribute(name, inside);
  else if (/^data:image\//iu.test(address) && image) return;
  else if (!(remote && remoteAddress.test(address) && (image || name === "background")))
    element.removeAttribute(name);
}

function plain(style: string): string {
  return style
    .split(";")
    .filter((part) => !remoteStyle.test(part))
    .join(";");
}

/** Where the guard misses something, the frame may open no window, and a link in it has nowhere else to lead. */
function lead(link: Element): void {
  const address = leadOf(link.getAttribute("href") ?? "");
  if (address === "") link.removeAttribute("href");
  else link.setAttribute("href", address);
  link.setAttribute("target", "_blank");
  link.setAttribute("rel", "noopener noreferrer nofollow");
}
