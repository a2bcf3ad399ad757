import { keepOwn, readOwn } from "../ui/own-storage.ts";
import { type Source, source } from "../ui/source.ts";

/** What a member can be told of. */
export const newsKinds = ["mention", "assigned", "message"] as const;
export type NewsKind = (typeof newsKinds)[number];

/** How a member is told of what is new, on this device. */
export type AlertSettings = Record<NewsKind, boolean> & {
  sound: boolean;
  /** Notifications outside of the page. */
  desktop: boolean;
  /** Whether these say who it is and what they wrote. */
  content: boolean;
};

/** Nobody has asked for more than a soft tone: what shows up outside of the page is to be wanted. */
export const usualAlerts: AlertSettings = {
  sound: true,
  desktop: false,
  content: true,
  message: true,
  mention: true,
  assigned: true,
};

const name = "alerts";
const chosen = source<AlertSettings>(usualAlerts, () => {
  const heard = () => chosen.set(kept());
  // Another tab of the same browser changed them.
  window.addEventListener("storage", heard);
  chosen.set(kept());
  return () => window.removeEventListener("storage", heard);
});

/** Live, for as long as somebody listens. */
export const alertSettings: Source<AlertSettings> = chosen;

export function setAlerts(changes: Partial<AlertSettings>): void {
  const next = { ...kept(), ...changes };
  keepOwn(name, next);
  chosen.set(next);
}

function kept(): AlertSettings {
  return alertsFrom(readOwn(name));
}

/** What was kept, where it is what it should be; the rest is as usual. */
export function alertsFrom(found: unknown): AlertSettings {
  const known = typeof found === "object" && found !== null ? Object.entries(found) : [];
  const own = known.filter(([key, value]) => key in usualAlerts && typeof value === "boolean");
  return { ...usualAlerts, ...Object.fromEntries(own) };
}
