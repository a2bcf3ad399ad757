/** An E.164 number from what was typed, with spaces, dashes and brackets or a leading 00; null when it is none. */
export function e164(typed: string): string | null {
  const bare = typed.replace(/[\s().-]/g, "").replace(/^00/, "+");
  return /^\+[1-9]\d{6,14}$/.test(bare) ? bare : null;
}
