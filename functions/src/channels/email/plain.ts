/** Longer HTML is cut: nobody reads a text of a million characters. */
const longest = 1_000_000;

/** The text of a mail that came as HTML only. */
export async function plainText(html: string): Promise<string> {
  const { convert } = await import("html-to-text");
  return convert(html.slice(0, longest), {
    wordwrap: false,
    limits: { maxDepth: 200, ellipsis: "…" },
    selectors: [
      { selector: "img", format: "skip" },
      { selector: "a", options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
      ...headings.map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: "table", options: { uppercaseHeaderCells: false } },
    ],
  })
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

const headings = ["h1", "h2", "h3", "h4", "h5", "h6"];
