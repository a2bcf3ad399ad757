import { resolve } from "node:path";

/** The repository's folder. */
export const root = resolve(import.meta.dirname, "..");

/** A path inside the repository, absolute. */
export function inRoot(...parts: string[]): string {
  return resolve(root, ...parts);
}

/** A path inside the folder for everything that may be deleted, absolute. */
export function inCache(...parts: string[]): string {
  return resolve(root, ".cache", ...parts);
}
