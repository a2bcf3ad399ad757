/** The origins in a comma-separated list; throws with the first that is none. */
export function originsFrom(text: string): string[] {
  return text
    .split(/[,\s]+/)
    .filter(Boolean)
    .map((one) => {
      const origin = URL.canParse(one) ? new URL(one).origin : "null";
      if (origin === "null" || origin !== one.replace(/\/$/, "").toLowerCase())
        throw new RangeError(`"${one}" is not like https://www.example.com`);
      return origin;
    });
}

/** Whether a page of this origin may carry the chat: exactly one of the list; an empty list allows all. */
export function mayCarry(list: string, origin: string): boolean {
  const allowed = list.split(/[,\s]+/).filter(Boolean);
  return allowed.length === 0 || allowed.some((one) => one.replace(/\/$/, "") === origin);
}
