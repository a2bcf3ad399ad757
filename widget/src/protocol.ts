/**
 * Whom the host page has signed in: a JWT that its server made or, in the older form, an id whose signature
 * (HMAC-SHA256, hex) proves nothing of what stands beside it.
 */
export type Identity = string | { id: string; name?: string; email?: string; signature: string };

import type { Language } from "@hilo/schema/languages";

export type { Language };

/** What the loader tells the chat inside its frame. */
export type ToChat =
  | { hilo: "page"; language: Language; identity: Identity | null }
  | { hilo: "shown"; shown: boolean };

/** What the chat tells the loader. */
export type ToPage =
  | { hilo: "ready" }
  | { hilo: "unread"; count: number }
  | { hilo: "look"; color: string; title: string }
  | { hilo: "expired" }
  | { hilo: "close" };

/** A message between the two; undefined when it is somebody else's. */
export function asHilo<T extends ToChat | ToPage>(data: unknown): T | undefined {
  const ours = typeof data === "object" && data !== null && "hilo" in data;
  return ours ? (data as T) : undefined;
}

/** Black or white, whichever reads better on a colour (#rrggbb), by WCAG's relative luminance. */
export function inkOn(color: string): "#000" | "#fff" {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? "#000" : "#fff";
}

/** The colour of a chat whose business has chosen none. */
export const ownColor = "#c2410c";
