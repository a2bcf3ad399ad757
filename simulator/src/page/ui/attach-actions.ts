import type { DemoChannel } from "../../phones/demo-channels.ts";
import type { Kind } from "../../phones/thread.ts";
import { abilities } from "../data/abilities.ts";
import type { Content } from "../data/compose.ts";
import { texts } from "../text/texts.ts";
import type { Form } from "./dialog.ts";
import {
  buttonForm,
  contactForm,
  elsewhereForm,
  listForm,
  locationForm,
  serviceForm,
} from "./forms.ts";
import type { IconName } from "./icons.ts";

type Values = Record<string, string>;

/** One thing a customer can do besides writing text. */
export type AttachAction = {
  icon: IconName;
  label: string;
  /** Asks for a file from the disk. */
  file?: true;
  form?: Form;
  content(values: Values): Content;
};

const { attachMenu: words } = texts;
type Actions = Partial<Record<Kind, () => AttachAction>>;

const sample = (kind: Kind, icon: IconName, label: string) => (): AttachAction => ({
  icon,
  label,
  content: () => ({ kind }),
});

const plain = (icon: IconName, label: string, content: Content): AttachAction => ({
  icon,
  label,
  content: () => content,
});

const byKind: Actions = {
  image: sample("image", "image", words.image),
  audio: sample("audio", "mic", words.audio),
  video: sample("video", "video", words.video),
  document: sample("document", "fileText", words.document),
  sticker: sample("sticker", "sticker", words.sticker),
  location: () => ({
    icon: "mapPin",
    label: words.location,
    form: locationForm(),
    content: location,
  }),
  contact: () => ({ icon: "contact", label: words.contact, form: contactForm(), content: contact }),
  button: () => ({
    icon: "button",
    label: words.button,
    form: buttonForm(),
    content: ({ id, title = "" }) => ({ kind: "button", button: { id: id || title, title } }),
  }),
  list: () => ({ icon: "list", label: words.list, form: listForm(), content: row }),
};

const file: AttachAction = {
  icon: "paperclip",
  label: words.file,
  file: true,
  content: () => ({}),
};
const album = plain("images", words.album, { kind: "image", samples: 3 });
const consent: AttachAction[] = [
  plain("ban", words.stop, { text: "STOP", optOut: "STOP" }),
  plain("check", words.start, { text: "START", optOut: "START" }),
  plain("message", words.help, { text: "HELP", optOut: "HELP" }),
];
const fromAd = plain("ad", words.fromAd, {
  text: words.fromAdText,
  referral: {
    ...{ headline: "Plan Emprende", sourceId: "120210000000000042", sourceType: "ad" },
    url: "https://andesgestion.cl/emprende",
  },
});
const forward = plain("repeat", words.forward, { text: words.forwardText, forwarded: true });
const stories: AttachAction[] = [
  plain("camera", words.storyReply, { text: words.storyReplyText, story: "reply" }),
  plain("atSign", words.storyMention, { kind: "image", story: "mention" }),
];
const encrypted = plain("block", words.encrypted, { text: words.encryptedText, encrypted: true });
const elsewhere = (): AttachAction => ({
  icon: "store",
  label: words.elsewhere,
  form: elsewhereForm(),
  content: ({ text = "" }) => ({ text, echo: true }),
});

const calls: AttachAction[] = [
  plain("phoneCall", words.call, { call: {} }),
  plain("mic", words.recorded, { call: { recording: true } }),
  plain("ban", words.missed, { call: { outcome: "no-answer" } }),
  plain("store", words.called, { call: { direction: "outbound" } }),
];

const letters = (): AttachAction[] => [
  {
    icon: "mail",
    label: words.otherService,
    form: serviceForm(),
    content: ({ text = "", subject = "", service }) => ({
      ...{ text, subject },
      ...((service === "mailgun" || service === "postmark") && { service }),
    }),
  },
  plain("repeat", words.automatic, {
    text: words.automaticText,
    fields: { "Auto-Submitted": "auto-replied" },
  }),
  plain("block", words.spam, { kind: "block" }),
];

/** What can be done on a channel; who has blocked the business can take it back. */
export function attachActions({ id }: DemoChannel, blocked: boolean): AttachAction[] {
  const can = abilities[id];
  const block = blocked
    ? plain("unblock", words.unblock, { kind: "unblock" })
    : plain("block", words.block, { kind: "block" });
  return [
    ...(can.kinds.length > 0 ? [file] : []),
    ...can.kinds.flatMap((kind) => byKind[kind]?.() ?? []),
    ...(can.album ? [album] : []),
    ...(can.optOut ? consent : []),
    ...(can.ads ? [fromAd] : []),
    ...(can.forwards ? [forward] : []),
    ...(can.stories ? stories : []),
    ...(can.encrypts ? [encrypted] : []),
    ...(can.calls ? calls : []),
    ...(can.letters ? letters() : []),
    ...(can.echo ? [elsewhere()] : []),
    ...(can.block ? [block] : []),
  ];
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

function row({ id, title = "", description }: Values): Content {
  const list = { id: id || title, title, ...(description && { description }) };
  return { kind: "list", list };
}
