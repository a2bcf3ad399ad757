import { mediaKinds } from "@hilo/schema/words";
import type { DemoChannelId } from "../../phones/demo-channels.ts";
import type { Kind } from "../../phones/thread.ts";

/** What a customer can do on a channel: what the platform has, and the provider tells. */
export type Abilities = {
  kinds: Kind[];
  /** Several pictures as one. */
  album?: boolean;
  quote?: boolean;
  react?: boolean;
  edit?: boolean;
  /** Takes an own message back. */
  delete?: boolean;
  block?: boolean;
  /** Words that ask for no more messages, which the provider heeds. */
  optOut?: boolean;
  subject?: boolean;
  /** Calls, and writes nothing. */
  calls?: boolean;
  /** Messages brought by an advertisement, and messages of others. */
  ads?: boolean;
  forwards?: boolean;
  /** Stories that one answers, or names the business in. */
  stories?: boolean;
  /** Messages that only the two ends can read. */
  encrypts?: boolean;
  /** Letters: by several services, written by machines, reported as spam. */
  letters?: boolean;
  /** The provider tells what the business writes elsewhere. */
  echo?: boolean;
  /** The provider reports how a message fares. */
  reports?: boolean;
  /** The provider reports that a message was read. */
  reads?: boolean;
  /** No app of a platform, but a site with the chat itself on it. */
  site?: boolean;
  /** A free text must come within 24 hours of the customer's last. */
  window?: boolean;
};

const media: readonly Kind[] = mediaKinds;
const whatsapp: Abilities = {
  kinds: [...media, "location", "contact", "button", "list"],
  album: true,
  quote: true,
  react: true,
  edit: true,
  delete: true,
  block: true,
  echo: true,
  ...{ ads: true, forwards: true },
  ...{ reports: true, reads: true, window: true },
};

export const abilities: Record<DemoChannelId, Abilities> = {
  "twilio-whatsapp": {
    kinds: [...media, "location", "contact", "button", "list"],
    quote: true,
    optOut: true,
    ...{ ads: true, forwards: true },
    ...{ reports: true, reads: true, window: true },
  },
  "twilio-sms": { kinds: ["image"], optOut: true, reports: true },
  "twilio-voice": { kinds: [], calls: true, reports: true },
  whatsapp,
  kapso: whatsapp,
  messenger: {
    kinds: [...media, "button"],
    album: true,
    quote: true,
    react: true,
    edit: true,
    block: true,
    echo: true,
    ads: true,
    ...{ reports: true, reads: true, window: true },
  },
  instagram: {
    kinds: ["image", "audio", "video", "button"],
    album: true,
    quote: true,
    react: true,
    delete: true,
    block: true,
    echo: true,
    ...{ ads: true, stories: true },
    ...{ reports: true, reads: true, window: true },
  },
  telegram: {
    kinds: [...media, "location", "contact"],
    album: true,
    quote: true,
    react: true,
    edit: true,
    ...{ ads: true, forwards: true },
    block: true,
  },
  email: {
    kinds: ["image", "document"],
    album: true,
    quote: true,
    subject: true,
    letters: true,
    reports: true,
  },
  webchat: { kinds: [], site: true },
  x: { kinds: ["image", "video"], encrypts: true, echo: true, reports: true, reads: true },
};
