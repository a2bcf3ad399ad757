import type { Platform, WebhookAddress } from "@hilo/schema";
import type { Account } from "../adapter.ts";

const places: Partial<Record<Platform, string>> = {
  whatsapp: "WhatsApp → Configuration → Webhook",
  messenger: "Messenger → Settings → Webhooks",
  instagram: "Instagram → Webhooks",
};

/** The one address of all Meta channels of a workspace; Meta asks for the verify token beside it. */
export function webhooks({ platform, webhook }: Account): WebhookAddress[] {
  const place = places[platform] ?? "Webhooks";
  const es = `En developers.facebook.com, tu app → ${place}: esta dirección y el mismo token de verificación que guardas aquí; después suscribe «messages». Es la misma para todos tus canales de Meta, así que guarda el canal antes.`;
  const en = `At developers.facebook.com, your app → ${place}: this address and the same verify token that you save here; then subscribe to “messages”. It is the same for all your Meta channels, so save the channel first.`;
  return [{ url: webhook, help: { es, en } }];
}
