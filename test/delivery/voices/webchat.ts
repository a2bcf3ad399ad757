import { tokenOf } from "../../../functions/src/providers/webchat/token.ts";
import type { Voice } from "./voice.ts";

const people = ["visitor:one", "visitor:two", "user:42"];
const names = ["Ana", "Bruno", "Carla"];

function idOf(serial: number): string {
  return `00000000-0000-4000-8000-${String(serial).padStart(12, "0")}`;
}

/** Web chat: what the widget posts for a visitor, who has a token of ours. */
export const webchat: Voice = {
  provider: "webchat",
  platform: "webchat",
  channelId: "webchat",
  address: "demo-webchat",
  settings: { siteKey: "demo-webchat" },
  credentials: {},
  people: people.length,
  addressesOf: (person) => people.slice(person, person + 1),
  nameOf: (person) => names[person] ?? "",
  timed: false,
  window: null,
  tells: ["letter"],
  externalId: idOf,
  envelope: (workspaceId, told) => {
    if (told.type !== "letter") throw new Error("A visitor tells no such thing");
    const token = tokenOf({
      workspaceId,
      channelId: "webchat",
      address: people[told.person] ?? "",
      name: names[told.person] ?? "",
      expires: Date.now() + 60_000,
    });
    return {
      path: `/webhooks/webchat/${workspaceId}/webchat`,
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ type: "message", id: idOf(told.serial), text: told.text }),
    };
  },
};
