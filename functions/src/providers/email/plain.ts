import type { DomNode, FormatCallback } from "html-to-text";
import { flatHtml } from "../../platform/flat-html.ts";
import { quoteBegins, quoteEnds, unmarked } from "./quote-marks.ts";

/** Longer HTML is cut: nobody reads a text of a million characters. */
const longestHtml = 1_000_000;

/** Lists and quotes in so many others are written beside them: each puts something before every line that is in it. */
const mostIndents = 10;

/**
 * The text of a mail that came as HTML only, in which marks tell where the mark-up of mail programs says that a quote
 * begins and ends (see quote-marks.ts).
 */
export async function plainText(html: string): Promise<string> {
  const { convert } = await import("html-to-text");
  const flat = await flatHtml(unmarked(html.slice(0, longestHtml)), mostIndents);
  const text = convert(flat, {
    wordwrap: false,
    formatters: { quotedBlock, quotedLines, quoteBelow },
    selectors: [
      ...unshown.map((selector) => ({ selector, format: "skip" })),
      { selector: "a", options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
      ...headings.map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: "table", options: { uppercaseHeaderCells: false } },
      { selector: "blockquote", format: "quotedLines" },
      ...blocks.map((selector) => ({ selector, format: "quotedBlock" })),
      ...begins.map((selector) => ({ selector, format: "quoteBelow" })),
    ],
  });
  const even = text.replace(/\n{3,}/g, "\n\n").trim();
  return html.length > longestHtml ? `${even}…` : even;
}

/** What no program shows; a page without a body keeps its title among its words. */
const unshown = ["img", "title", "template"];
const headings = ["h1", "h2", "h3", "h4", "h5", "h6"];
/** What holds a quote with its introduction: Gmail, Yahoo, Proton, Zoho, Spark. */
const blocks = [
  "div.gmail_quote",
  'div[class*="yahoo_quoted"]',
  "div.protonmail_quote",
  "div.zmail_extra",
  'div[name="messageReplySection"]',
];
/** What stands over a quote: Outlook, old and new, and Thunderbird. */
const begins = [
  "#appendonsend",
  "#divRplyFwdMsg",
  "#stopSpelling",
  "#mail-editor-reference-message-container",
  "#ms-outlook-mobile-body-separator-line",
  "#OLK_SRC_BODY_SECTION",
  "div.moz-cite-prefix",
];
/** Of a blockquote, or of what it stands in: quoted lines of Apple Mail, Thunderbird, Gmail and those after them. */
const quoting = /\b(?:gmail_quote|yahoo_quoted|protonmail_quote|tutanota_quote|cite)/;

type Builder = Parameters<FormatCallback>[2];

function mark(builder: Builder, character: string): void {
  builder.openBlock({ leadingLineBreaks: 1 });
  builder.addInline(character);
  builder.closeBlock({ trailingLineBreaks: 1 });
}

const quotedBlock: FormatCallback = (element, walk, builder) => {
  mark(builder, quoteBegins);
  builder.openBlock({ leadingLineBreaks: 1 });
  walk(element.children, builder);
  builder.closeBlock({ trailingLineBreaks: 1 });
  mark(builder, quoteEnds);
};

/** An indented paragraph is no quote. */
const quotedLines: FormatCallback = (element, walk, builder, options) => {
  const { blockquote, block } = builder.options.formatters;
  if (!isQuoting(element)) return block?.(element, walk, builder, options);
  mark(builder, quoteBegins);
  blockquote?.(element, walk, builder, options);
  mark(builder, quoteEnds);
};

function isQuoting(element: DomNode | null | undefined): boolean {
  if (!element) return false;
  const { class: classes = "", type = "", cite } = element.attribs ?? {};
  return cite !== undefined || quoting.test(`${classes} ${type}`) || isQuoting(element.parent);
}

const quoteBelow: FormatCallback = (element, walk, builder) => {
  mark(builder, quoteBegins);
  builder.openBlock({ leadingLineBreaks: 1 });
  walk(element.children, builder);
  builder.closeBlock({ trailingLineBreaks: 1 });
};
