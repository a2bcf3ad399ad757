import { channels } from "../../phones/demo-channels.ts";
import type { Platform } from "../../phones/platform.ts";

/** The address of the demo's page or account on a platform. */
export function ownAddress(platform: Platform): string {
  return (
    channels.find((one) => one.provider === "meta" && one.platform === platform)?.address ?? ""
  );
}
