import * as z from "zod";
import { config } from "../platform/config.ts";

/** One address of a provider's API: the official one, unless the environment names another in its place. */
export type ApiBase = {
  /** The variable of the environment that names another. */
  variable: string;
  official: string;
  /** Where the simulator has it, below its own address. */
  simulated: string;
  /** Where to call it, without a slash at the end. */
  url(): string;
};

/** Declares an address of a provider's API; throws when the environment names one that is none. */
export function apiBase(declared: Omit<ApiBase, "url">): ApiBase {
  const url = () => addressIn(declared);
  url();
  return { ...declared, url };
}

const Address = z.url({ protocol: /^https?$/ });

function addressIn({ variable, official }: Omit<ApiBase, "url">): string {
  const told = process.env[variable] ?? official;
  if (Address.safeParse(told).success) return told.replace(/\/+$/, "");
  throw new Error(`${variable} has to be an address such as ${official}`);
}

/** In an emulator, the origins that stand in for a provider's: files are fetched there though they are no public addresses. */
export function standInsFor(apis: readonly ApiBase[] = []): string[] {
  if (!config().FUNCTIONS_EMULATOR) return [];
  const elsewhere = apis.filter((api) => api.url() !== api.official);
  return elsewhere.map((api) => new URL(api.url()).origin);
}
