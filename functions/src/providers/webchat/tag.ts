import type { Account, WebhookAddress } from "../adapter.ts";

type Chat = Pick<Account, "workspaceId" | "channelId" | "address" | "settings" | "webhook">;

/** There is no provider to tell an address: what goes elsewhere is the tag for the site's pages. */
export function webhooks(chat: Chat): WebhookAddress[] {
  const script = `${new URL(chat.webhook).origin}/widget/widget.js`;
  return [
    {
      url: script,
      label: { es: "Dirección del script", en: "The script's address" },
      help: {
        es: "Si tu sitio tiene una Content-Security-Policy, permite este origen en script-src y frame-src.",
        en: "If your site has a Content-Security-Policy, allow this origin in script-src and frame-src.",
      },
    },
    {
      url: tagFor(attributesOf(script, chat)),
      label: { es: "Etiqueta para tu sitio", en: "The tag for your site" },
      help: {
        es: "Pégala antes de </body> en cada página que llevará el chat.",
        en: "Paste it before </body> on every page that shall have the chat.",
      },
    },
    {
      url: tagFor({ ...attributesOf(script, chat), "data-identity": "<JWT>" }),
      label: { es: "Con un cliente que inició sesión", en: "With a customer who has signed in" },
      help: {
        es: "En lugar de <JWT>, tu servidor escribe un token firmado con el secreto de identidad (HS256): quién es para ti el cliente, desde cuándo y hasta cuándo vale (un día como máximo) y, si los conoces, cómo se llama, su correo y su teléfono. La guía del chat dice cómo se escribe cada dato. Solo lo que va en el token se da por comprobado.",
        en: "In the place of <JWT> your server writes a token signed with the identity secret (HS256): who the customer is to you, from when and until when it holds (a day at most) and, where you know them, what they are called, their e-mail and their phone. The guide to the chat says how each is written. Only what is in the token counts as proved.",
      },
    },
  ];
}

function attributesOf(script: string, { workspaceId, channelId, address, settings }: Chat) {
  return {
    src: script,
    "data-workspace": workspaceId,
    "data-channel": channelId,
    "data-site-key": address,
    ...(settings.color ? { "data-color": settings.color } : {}),
  };
}

function tagFor(attributes: Readonly<Record<string, string>>): string {
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${quoted(value)}"`);
  return `<script ${written.join(" ")} async></script>`;
}

function quoted(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
