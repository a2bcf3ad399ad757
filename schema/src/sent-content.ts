import * as z from "zod";
import { ContactCard, Location, Options } from "./content.ts";
import { line, plain } from "./text.ts";

// What a message of ours may carry besides its text and its files, as it is given to the API: every text on one line.

export const SentLocation = Location.extend({
  name: line(1000).optional(),
  address: line(1000).optional(),
});

const entries = z.array(line(320)).max(20);

export const SentCard = ContactCard.extend({
  name: line(1000),
  phones: entries,
  emails: entries,
  organization: line(1000).optional(),
});

const title = line(80).min(1);

const button = z.object({
  id: plain(256).min(1),
  title,
  url: plain(2000).optional(),
});

const row = z.object({
  id: plain(200).min(1),
  title,
  description: line(72).optional(),
});

export const SentOptions = Options.extend({
  header: line(60).optional(),
  footer: line(60).optional(),
  buttons: z.array(button).max(13).optional(),
  list: z
    .object({
      /** What the button that opens the list says. */
      button: line(20).min(1),
      rows: z.array(row).min(1).max(10),
    })
    .optional(),
});
