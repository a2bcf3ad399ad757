import type { Account, Finding } from "../channel.ts";
import { hoursFrom } from "./hours.ts";
import { originsFrom } from "./origins.ts";
import type { WebchatCredentials } from "./wire.ts";

type Check = (settings: Record<string, string>) => void;

const checks: Record<string, Check> = {
  hours: ({ hours = "" }) => void hoursFrom(hours),
  origins: ({ origins = "" }) => void originsFrom(origins),
};

/** There is no provider to ask: what can be wrong is in the settings. */
export async function check(
  { settings }: Pick<Account, "settings">,
  { identitySecret }: WebchatCredentials,
): Promise<Finding[]> {
  const wrong = Object.entries(checks).flatMap(([code, run]) => problem(code, run, settings));
  if (wrong.length > 0) return wrong;
  return [
    { level: "ok", code: "settings", text: "The settings can be read." },
    ...(settings.origins
      ? []
      : [finding("anySite", "Any site can carry this chat: list your own under origins.")]),
    ...(identitySecret
      ? []
      : [finding("noIdentity", "Without an identity secret your site's customers stay unknown.")]),
  ];
}

function finding(code: string, text: string): Finding {
  return { level: "warning", code, text };
}

function problem(code: string, run: Check, settings: Record<string, string>): Finding[] {
  try {
    run(settings);
    return [];
  } catch (error) {
    return [{ level: "error", code, text: error instanceof Error ? error.message : code }];
  }
}
