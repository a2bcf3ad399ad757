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

/**
 * What a text is written in, and whether it does anything when it is opened; undefined when it is no markup. A text
 * that is called a page needs no more than one tag.
 */
export function markupOf(text: string, isCalledPage = false): Markup | undefined {
  const start = text.slice(0, beginning).replace(/^\uFEFF?\s*/, "");
  const isPage = isCalledPage && /<[a-z!]/i.test(text);
  const type = typeOf(start) ?? (isPage ? "text/html" : undefined);
  const signs = type === "text/xml" ? [script] : acts;
  return type && { type, acts: signs.some((sign) => sign.test(text)) };
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
