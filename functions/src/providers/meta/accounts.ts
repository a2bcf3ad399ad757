import type { Account } from "../adapter.ts";

/** What Meta calls the account that a channel stands for: it sends as this, and its webhooks name it. */
export function ownId({
  platform,
  settings,
  address,
}: Pick<Account, "platform" | "settings" | "address">) {
  if (platform === "messenger") return settings.pageId || address;
  if (platform === "instagram") return settings.instagramId || address;
  return settings.phoneNumberId ?? "";
}

/** Of WhatsApp the business account, whose templates and notices are for all of its numbers. */
export function sharedAccountOf({ platform, settings }: Account): string | undefined {
  return platform === "whatsapp" ? settings.accountId || undefined : undefined;
}
