import { channels } from "../../phones/demo-channels.ts";

/** The seed's project at Kapso. */
export const account = {
  apiKey: "test_kapso_api_key",
  webhookSecret: "test_kapso_secret",
} as const;

/** The number that Kapso holds for it. */
export const line = (() => {
  const found = channels.find((one) => one.provider === "kapso");
  if (!found) throw new Error("No channel of Kapso");
  return found;
})();
