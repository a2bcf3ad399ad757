/** The longest address: an e-mail's parts may be 64 and 255 octets around their @ (RFC 5321, 4.5.3.1). */
export const longestAddress = 320;

/** The longest domain of an e-mail address, in octets (RFC 5321, 4.5.3.1.2). */
const longestDomain = 255;

/**
 * Whether a text is one plain e-mail address and nothing that could be read as more: no name, no second address, no
 * end of a header's line. Portals write from longer local parts than RFC 5321 (4.5.3.1.1) has every server take:
 * whether theirs does, it says itself.
 */
export function isMailAddress(text: string): boolean {
  if (text.length > longestAddress) return false;
  if (!/^[^\s\p{Cc}\p{Cs}@<>,;:"()[\]\\]+@[^\s\p{Cc}\p{Cs}@<>,;:"()[\]\\]+$/u.test(text))
    return false;
  return text.length - text.lastIndexOf("@") - 1 <= longestDomain;
}

/** An e-mail address as it is compared: whichever case it is written in, it names one mailbox. */
export function sameMailAddress(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
