import { channels } from "../../phones/demo-channels.ts";
import { channelName } from "../text/channels.ts";
import { texts } from "../text/texts.ts";
import type { Form } from "./dialog.ts";

const { forms: words, send } = texts;

export const locationForm = (): Form => ({
  title: words.locationTitle,
  action: send,
  fields: [
    { name: "latitude", label: words.latitude, type: "number", value: "-33.43720", required: true },
    {
      name: "longitude",
      label: words.longitude,
      type: "number",
      value: "-70.65060",
      required: true,
    },
    { name: "name", label: words.place, value: "Plaza de Armas" },
    { name: "address", label: words.address, value: "Catedral 1021, Santiago" },
  ],
});

export const contactForm = (): Form => ({
  title: words.contactTitle,
  action: send,
  fields: [
    { name: "name", label: words.name, value: "Ana Pérez", required: true },
    { name: "phone", label: words.phone, type: "tel", value: "+56 9 5555 0101" },
    { name: "email", label: words.email, type: "email" },
  ],
});

export const buttonForm = (): Form => ({
  title: words.buttonTitle,
  action: send,
  fields: [
    { name: "title", label: words.buttonText, value: "Sí, confirmo", required: true },
    { name: "id", label: words.id, value: "confirm" },
  ],
});

export const listForm = (): Form => ({
  title: words.listTitle,
  action: send,
  fields: [
    { name: "title", label: words.rowText, value: "Despacho exprés", required: true },
    { name: "description", label: words.rowDescription, value: "1 a 2 días hábiles" },
    { name: "id", label: words.id, value: "ship_express" },
  ],
});

export const elsewhereForm = (): Form => ({
  title: words.elsewhereTitle,
  action: send,
  fields: [{ name: "text", label: words.text, required: true }],
});

export const serviceForm = (): Form => ({
  title: words.serviceTitle,
  action: send,
  fields: [
    {
      name: "service",
      label: words.service,
      options: [
        { value: "mailgun", label: "Mailgun" },
        { value: "postmark", label: "Postmark" },
        { value: "sendgrid", label: "SendGrid" },
      ],
    },
    { name: "subject", label: texts.subject, required: true },
    { name: "text", label: words.text, required: true },
  ],
});

export const personForm = (): Form => ({
  title: words.personTitle,
  action: words.create,
  fields: [
    { name: "name", label: words.name, required: true },
    {
      name: "phone",
      label: words.phone,
      type: "tel",
      value: `+569${String(Date.now()).slice(-8)}`,
      pattern: "\\+[1-9][0-9]{6,14}",
      required: true,
    },
    {
      name: "channel",
      label: words.platform,
      options: channels.map((channel) => ({ value: channel.id, label: channelName(channel) })),
    },
    { name: "username", label: words.username, placeholder: "nombre.apellido" },
    { name: "signedIn", label: words.signedIn, type: "checkbox" },
    { name: "hidden", label: words.hidden, type: "checkbox" },
  ],
});
