/** Tags that make a text a page when it begins with one of them (https://mimesniff.spec.whatwg.org, 7.1). */
const page =
  /^<(?:!--|!doctype\s+html|(?:html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p)(?=[\s/>]))/i;
const picture = /^(?:<!doctype\s+svg\b[^>]*>\s*)?<(?:svg:)?svg(?=[\s/>])/i;

const script = /<(?:\w{1,20}:)?script(?=[\s/>])/i;

/** What lets a page or a picture do something by itself, or send what is entered there elsewhere. */
const acts = [
  script,
  /<(?:\w{1,20}:)?(?:i?frame|frameset|object|embed|applet|form|base|foreignobject|handler|animate|set)(?=[\s/>])/i,
  /[\s"'/]on[a-z]{3,30}\s{0,20}=/i,
  /\b(?:javascript|vbscript)\s{0,20}:/i,
  /data\s{0,20}:\s{0,20}(?:text|application|image\/svg)/i,
  /(?:href|src|action)\s{0,20}=\s{0,20}["']?[javscriptb\s]{0,20}&/i,
  /http-equiv\s{0,20}=\s{0,20}["']?\s{0,20}refresh/i,
  /<!entity/i,
];

/** Enough of the beginning to know what a text is. */
const beginning = 4096;

export type Markup = { type: "text/html" | "image/svg+xml" | "text/xml"; acts: boolean };

/** Elements of pages and pictures do among others what they do in their own. */
const ofPages = /www\.w3\.org\/(?:1999\/xhtml|2000\/svg)/;

/**
 * What a text is written in, and whether it does anything when it is opened; undefined when it is no markup. What is
 * `called` a page needs no more than one tag, and what is called XML no declaration.
 */
export function markupOf(text: string, called: readonly string[] = []): Markup | undefined {
  const start = text.slice(0, beginning).replace(/^\uFEFF?\s*/, "");
  const type = typeOf(start) ?? typeCalled(start, text, called);
  const isXml = type === "text/xml" && !ofPages.test(text);
  const signs = isXml ? [script] : acts;
  return type && { type, acts: signs.some((sign) => sign.test(text)) };
}

function typeCalled(
  start: string,
  text: string,
  called: readonly string[],
): Markup["type"] | undefined {
  if (called.includes("text/html") && /<[a-z!]/i.test(text)) return "text/html";
  return called.includes("text/xml") && start.startsWith("<") ? "text/xml" : undefined;
}

function typeOf(start: string): Markup["type"] | undefined {
  const first = start
    .replace(/^<\?xml[^>]*>/i, "")
    .replace(/<!--.*?-->/gs, "")
    .trimStart();
  if (picture.test(first)) return "image/svg+xml";
  if (/^<(?:!doctype\s+)?html(?=[\s/>])/i.test(first)) return "text/html";
  if (start.startsWith("<?xml")) return "text/xml";
  return page.test(first) || start.startsWith("<!--") ? "text/html" : undefined;
}
