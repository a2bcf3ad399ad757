import { email } from "./email.ts";
import { kapso } from "./kapso.ts";
import { metaWhatsapp } from "./meta-whatsapp.ts";
import { instagram, messenger } from "./pages.ts";
import { telegram } from "./telegram.ts";
import { twilio } from "./twilio.ts";
import type { Voice } from "./voice.ts";
import { webchat } from "./webchat.ts";
import { x } from "./x.ts";

/** Every way a provider tells what happens in a thread. */
export const voices: readonly Voice[] = [
  twilio,
  metaWhatsapp,
  messenger,
  instagram,
  kapso,
  telegram,
  email,
  x,
  webchat,
];
