/**
 * What an element of a mail may say of itself: how it looks, and what it is to those who cannot see it. Whatever else
 * HTML knows, or will know, may lead somewhere, post, run or take the keyboard.
 */
const kept = new Set(
  (
    "abbr align alt aria-hidden aria-label bgcolor border cellpadding cellspacing clear color colspan coords data-style " +
    "dir face frame headers height hspace lang name noshade nowrap reversed role rowspan rules scope shape size span " +
    "start summary title type usemap valign value vspace width"
  ).split(" "),
);

/** What is done with an attribute of a mail's element: kept, left out, or looked at for where it leads or what it shows. */
export function treatmentOf(element: string, name: string): "keep" | "drop" | "lead" | "show" {
  if (name === "href") return element === "a" || element === "area" ? "lead" : "drop";
  if (name === "src") return element === "img" ? "show" : "drop";
  if (name === "background") return "show";
  return kept.has(name) ? "keep" : "drop";
}

const ways = new Set(["http:", "https:", "mailto:", "tel:"]);

/** Where a link leads, where it is a page, a mailbox or a phone; empty where it leads nowhere one may go. */
export function leadOf(written: string): string {
  if (!URL.canParse(written)) return "";
  const { protocol, href } = new URL(written);
  return ways.has(protocol) ? href : "";
}

/** What of an address tells whose it is: a page's host, a mailbox, a phone. */
export function whoseIs(address: string): string {
  const { host, pathname } = new URL(address);
  return host || decoded(pathname);
}

/** A part of an address without its escapes, as far as they are right. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
