import type { Sender } from "@hilo/schema";
import * as z from "zod";
import { noAddress } from "../addresses.ts";

/** Whom a mail address names, in whichever case it is written. */
export function addressOf(text: string): Sender {
  const address = z.email().safeParse(text.toLowerCase());
  if (address.success) return { address: address.data, email: address.data };
  throw noAddress("an e-mail address, such as ana@example.com");
}
