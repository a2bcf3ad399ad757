import type { IOptions } from "sanitize-html";
import { deepest, flatHtml } from "./flat-html.ts";

/** What formatted text may be made of: elements and their attributes by name; everything else is taken out. */
export type Allowed = {
  tags: readonly string[];
  attributes: Readonly<Record<string, readonly string[]>>;
};

const formats = "p br b strong i em u s a ul ol li blockquote code pre h2 h3".split(" ");

/** What an editor of ours writes. */
export const written: Allowed = {
  tags: [...formats, "img"],
  attributes: { a: ["href"], img: ["src", "alt", "width"] },
};

/** The same without pictures, such as a signature. */
export const wordsOnly: Allowed = { tags: formats, attributes: { a: ["href"] } };

const tables = "table caption thead tbody tfoot tr td th".split(" ");
const cell = ["colspan", "rowspan"];

/** What somebody else's mail may keep when it is passed on: its parts and tables, none of its looks. */
export const passedOn: Allowed = {
  tags: [...written.tags, ...tables, ..."div h1 h4 h5 h6 hr sub sup small".split(" ")],
  attributes: { ...written.attributes, td: cell, th: cell },
};

/** Whose content is no text to read. */
const unread =
  "script style textarea option noscript head title template svg math object iframe".split(" ");

/** The attributes that an element is to have; a picture without a `src` is taken out. */
export type Change = (
  tag: string,
  attributes: Readonly<Record<string, string>>,
) => Record<string, string>;

/**
 * HTML of which nothing is left but what is allowed: links lead to the web, a mailbox or a telephone, pictures come
 * from the mail itself (`cid:`). `change` has the last word on each element that is left.
 */
export async function safeHtml(html: string, allowed: Allowed, change?: Change): Promise<string> {
  const { default: sanitize } = await import("sanitize-html");
  const kept = sanitize(await flatHtml(html.toWellFormed()), optionsOf(allowed));
  return (change ? sanitize(kept, changing(allowed, change)) : kept).trim();
}

function optionsOf({ tags, attributes }: Allowed): IOptions {
  return {
    allowedTags: [...tags],
    allowedAttributes: mutable(attributes),
    allowedSchemes: ["http", "https", "mailto", "tel"],
    allowedSchemesByTag: { img: ["cid"] },
    allowProtocolRelative: false,
    nonTextTags: unread,
    nestingLimit: deepest,
    parseStyleAttributes: false,
    transformTags: { ...(tags.includes("div") ? {} : { div: "p" }), "*": checked },
    exclusiveFilter: ({ tag, attribs }) => tag === "img" && !attribs.src,
  };
}

/** A second time over what is clean already: `style` may be given to it now. */
function changing({ tags, attributes }: Allowed, change: Change): IOptions {
  const styled = tags.map((tag) => [tag, [...(attributes[tag] ?? []), "style"]]);
  return {
    ...optionsOf({ tags, attributes: Object.fromEntries(styled) }),
    transformTags: { "*": (tagName, attribs) => ({ tagName, attribs: change(tagName, attribs) }) },
  };
}

/** An address without a scheme leads nowhere outside a page, and a width is a number. */
function checked(tagName: string, attribs: Record<string, string>) {
  const { href, width, src, ...others } = attribs;
  return {
    tagName,
    attribs: {
      ...others,
      ...(href && /^(https?:\/\/|mailto:|tel:)/i.test(href.trim()) ? { href: href.trim() } : {}),
      ...(src && /^cid:[^\s]{1,300}$/i.test(src.trim()) ? { src: src.trim() } : {}),
      ...(width && /^\d{1,4}$/.test(width.trim()) ? { width: width.trim() } : {}),
    },
  };
}

function mutable(attributes: Allowed["attributes"]): Record<string, string[]> {
  return Object.fromEntries(Object.entries(attributes).map(([tag, names]) => [tag, [...names]]));
}

/** The pictures of the mail itself that its HTML shows, by what stands behind `cid:`. */
export function picturesIn(html: string): string[] {
  const found = [...html.matchAll(/<img\b[^<>]*?\ssrc="cid:([^"]{1,300})"/gi)];
  return [...new Set(found.map(([, id = ""]) => id))];
}
