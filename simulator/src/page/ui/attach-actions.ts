import type { InboundRequest } from "../../inbound.ts";
import type { Platform } from "../../platform.ts";
import type { Kind } from "../../thread.ts";
import { texts } from "../text/texts.ts";
import type { Form } from "./dialog.ts";
import { buttonForm, contactForm, listForm, locationForm } from "./forms.ts";
import type { IconName } from "./icons.ts";

type Values = Record<string, string>;
type Content = Omit<InboundRequest, "channel" | "from">;

/** One thing a customer can send besides text. */
export type AttachAction = {
  icon: IconName;
  label: string;
  /** Asks for a file from the disk. */
  file?: true;
  form?: Form;
  content(values: Values): Content;
};

const { attachMenu: words } = texts;

const sample = (kind: Kind, icon: IconName, label: string): AttachAction => ({
  icon,
  label,
  content: () => ({ kind }),
});

const keyword = (
  icon: IconName,
  label: string,
  optOut: "STOP" | "START" | "HELP",
): AttachAction => ({
  icon,
  label,
  content: () => ({ text: optOut, optOut }),
});

const everywhere: AttachAction[] = [
  { icon: "paperclip", label: words.file, file: true, content: () => ({}) },
  sample("image", "image", words.image),
];

const onWhatsapp: AttachAction[] = [
  sample("audio", "mic", words.audio),
  sample("video", "video", words.video),
  sample("document", "fileText", words.document),
  sample("sticker", "sticker", words.sticker),
  { icon: "mapPin", label: words.location, form: locationForm(), content: location },
  { icon: "contact", label: words.contact, form: contactForm(), content: contact },
  {
    icon: "button",
    label: words.button,
    form: buttonForm(),
    content: ({ id, title = "" }) => ({ kind: "button", button: { id: id || title, title } }),
  },
  {
    icon: "list",
    label: words.list,
    form: listForm(),
    content: ({ id, title = "", description }) => ({
      kind: "list",
      list: { id: id || title, title, ...(description && { description }) },
    }),
  },
];

const consent: AttachAction[] = [
  keyword("ban", words.stop, "STOP"),
  keyword("check", words.start, "START"),
  keyword("message", words.help, "HELP"),
];

/** What can be sent on a platform. */
export function attachActions(platform: Platform): AttachAction[] {
  return [...everywhere, ...(platform === "whatsapp" ? onWhatsapp : []), ...consent];
}

function location({ latitude, longitude, name, address }: Values): Content {
  const place = { latitude: Number(latitude), longitude: Number(longitude) };
  return {
    kind: "location",
    location: { ...place, ...(name && { name }), ...(address && { address }) },
  };
}

function contact({ name = "", phone, email }: Values): Content {
  return { kind: "contact", card: { name, ...(phone && { phone }), ...(email && { email }) } };
}
