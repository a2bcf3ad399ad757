import type { Account, FindingOf, Neighbour } from "../adapter.ts";
import { hoursFrom } from "./hours.ts";
import { originsFrom } from "./origins.ts";
import type { WebchatCredentials } from "./wire.ts";
import type { words } from "./words.ts";

type Own = keyof typeof words;
type Found = FindingOf<Own>;

type Check = (settings: Record<string, string>) => void;

const checks = {
  hours: ({ hours = "" }) => void hoursFrom(hours),
  origins: ({ origins = "" }) => void originsFrom(origins),
} satisfies { [code in Own]?: Check };

/** There is no provider to ask: what can be wrong is in the settings. */
export async function check(
  { settings, others }: Pick<Account, "settings" | "others">,
  { identitySecret }: WebchatCredentials,
): Promise<Found[]> {
  const codes = ["hours", "origins"] as const;
  const wrong = codes.flatMap((code) => problem(code, checks[code], settings));
  if (wrong.length > 0) return wrong;
  return [
    { level: "ok", code: "settings", text: "The settings can be read." },
    ...(settings.origins
      ? []
      : [finding("anySite", "Any site can carry this chat: list your own under origins.")]),
    ...(identitySecret
      ? []
      : [finding("noIdentity", "Without an identity secret your site's customers stay unknown.")]),
    ...(others ? mailbox(settings, others) : []),
  ];
}

/** Whether what visitors do not see can be mailed. */
function mailbox(settings: Record<string, string>, others: readonly Neighbour[]): Found[] {
  const { mailAfter, mailChannel } = settings;
  if (mailAfter === "off") return [];
  const able = others.filter(({ platform, enabled }) => platform === "email" && enabled);
  if (mailChannel)
    return able.some(({ id }) => id === mailChannel)
      ? [goesOn]
      : [finding("mailboxGone", "The chosen e-mail channel is not there, or disabled.")];
  if (able.length === 0)
    return [finding("noMailbox", "Without an e-mail channel nothing unseen can be mailed.")];
  return able.length === 1
    ? [goesOn]
    : [finding("whichMailbox", "There are several e-mail channels: choose one.")];
}

const goesOn: Found = { level: "ok", code: "goesOn", text: "What is not seen is mailed." };

function finding(code: Own, text: string): Found {
  return { level: "warning", code, text };
}

function problem(code: Own, run: Check, settings: Record<string, string>): Found[] {
  try {
    run(settings);
    return [];
  } catch (error) {
    return [{ level: "error", code, text: error instanceof Error ? error.message : code }];
  }
}
