import type { Sender } from "@hilo/schema";
import { noAddress } from "../addresses.ts";

/** X addresses people by the number of their account. */
export function addressOf(text: string): Sender {
  if (/^\d{1,20}$/.test(text)) return { address: text };
  throw noAddress("the number of an account on X");
}
