import type { Account, WebhookAddress } from "../channel.ts";

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
      url: tagFor(script, chat),
      label: { es: "Etiqueta para tu sitio", en: "The tag for your site" },
      help: {
        es: "Pégala antes de </body> en cada página que llevará el chat.",
        en: "Paste it before </body> on every page that shall have the chat.",
      },
    },
  ];
}

function tagFor(script: string, { workspaceId, channelId, address, settings }: Chat): string {
  const attributes = {
    src: script,
    "data-workspace": workspaceId,
    "data-channel": channelId,
    "data-site-key": address,
    ...(settings.color ? { "data-color": settings.color } : {}),
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${quoted(value)}"`);
  return `<script ${written.join(" ")} async></script>`;
}

function quoted(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
