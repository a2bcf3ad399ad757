/** What customers see a member called: the first of their names, and never an address. */
export function publicName(name: string): string {
  return name.includes("@") ? "" : (name.trim().split(/\s+/u)[0] ?? "");
}
