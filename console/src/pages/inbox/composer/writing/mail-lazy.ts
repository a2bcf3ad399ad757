import type { PublicChannel } from "@hilo/schema";
import type { DraftMode } from "../../../../data/draft-store.ts";
import { Lazy } from "../../../../ui/lazy.ts";

/** What an e-mail is written with. */
const writingMails = new Lazy(() => import("./mail-parts.ts"), { ahead: true });

type MailParts = typeof import("./mail-parts.ts");

/** What an e-mail is written with, for one. It comes with the first one; as long as it cannot be had, plain text is written. */
export function mailParts(
  host: { requestUpdate(): void },
  channel: PublicChannel | undefined,
  mode: DraftMode,
): MailParts | undefined {
  return isMail(channel, mode) ? writingMails.of(host) : undefined;
}

/** Whether an e-mail is being written. */
export function isMail(channel: PublicChannel | undefined, mode: DraftMode): boolean {
  return mode === "reply" && channel?.capabilities?.mail === true;
}
