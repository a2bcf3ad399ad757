import { Refusal } from "./refusal.ts";

/** What parseArgs gives; an option that is not known is told with the usage. */
export function understood<Values>(parse: () => { values: Values }, usage: string): Values {
  try {
    return parse().values;
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

/** The address of a Hilo, as somebody types it. Throws a Refusal for anything else. */
export function addressOf(address: string): URL {
  if (URL.canParse(address) && /^https?:/.test(address)) return new URL(address);
  throw new Refusal(`${address} is no address such as https://hilo.example.`);
}
