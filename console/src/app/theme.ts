import { type Source, source } from "../ui/source.ts";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const key = "hilo.theme";
const chosen = source<Theme>(remembered());

/** The theme this device shows; "system" follows the device. */
export const theme: Source<Theme> = chosen;

/** Shows a theme and remembers it on this device. */
export function setTheme(next: Theme): void {
  chosen.set(next);
  if (next === "system") {
    localStorage.removeItem(key);
    delete document.documentElement.dataset.theme;
    return;
  }
  localStorage.setItem(key, next);
  document.documentElement.dataset.theme = next;
}

function remembered(): Theme {
  const kept = localStorage.getItem(key);
  return themes.find((one) => one === kept) ?? "system";
}
