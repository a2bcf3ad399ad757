import { html, nothing } from "lit";
import { effective } from "../data/behave.ts";
import { windowOf } from "../data/reply-window.ts";
import type { Selection } from "../data/selection.ts";
import { texts } from "../text/texts.ts";
import { icon } from "./icon.ts";

/** What stands between the business and this customer, if anything does. */
export function notice({ thread, platform, channel }: Selection) {
  if (!thread) return nothing;
  const text = thread.blocked ? texts.blocked : thread.optedOut ? texts.optedOut : closed();
  return text ? html`<p class="notice">${icon("alert", 16)}<span>${text}</span></p>` : nothing;

  function closed(): string {
    if (!thread) return "";
    const state = windowOf(thread, effective("person", thread.personId).window === "enforced");
    if (state === "open") return "";
    if (state === "unheeded") return texts.closedUnheeded;
    if (platform === "messenger") return texts.closedBy("10/2018278");
    if (platform === "instagram") return texts.closedBy("10/2534022");
    return texts.closedBy(channel.provider === "twilio" ? "63016" : "131047");
  }
}
