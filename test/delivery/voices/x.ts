import { createHmac } from "node:crypto";
import type { Voice } from "./voice.ts";

const us = "1460000000000000001";
const people = ["2222222222222222222", "3333333333333333333"];
const names = ["Ana", "Bruno"];

function idOf(serial: number): string {
  return `95449183011615${String(serial).padStart(4, "0")}`;
}

/** X: direct messages of the Account Activity API, our own from elsewhere among them. */
export const x: Voice = {
  provider: "x",
  platform: "x",
  channelId: "x",
  address: us,
  settings: { username: "andesgestion", appId: "1" },
  credentials: { consumerSecret: "test_x_consumer_secret", accessToken: "test_x_access_token" },
  people: people.length,
  addressesOf: (person) => people.slice(person, person + 1),
  nameOf: (person) => names[person] ?? "",
  timed: true,
  window: null,
  tells: ["letter", "echo"],
  externalId: idOf,
  envelope: (workspaceId, told) => {
    if (told.type !== "letter" && told.type !== "echo") throw new Error("X tells no such thing");
    const them = people[told.person] ?? "";
    const [from, to] = told.type === "letter" ? [them, us] : [us, them];
    const body = JSON.stringify({
      for_user_id: us,
      direct_message_events: [
        {
          type: "message_create",
          id: idOf(told.serial),
          created_timestamp: String(told.at),
          message_create: {
            sender_id: from,
            target: { recipient_id: to },
            message_data: { text: told.text, entities: {} },
          },
        },
      ],
      users: { [them]: { id: them, name: names[told.person], screen_name: "ana" } },
    });
    const digest = createHmac("sha256", "test_x_consumer_secret").update(body).digest("base64");
    return {
      path: `/webhooks/x/${workspaceId}/x`,
      headers: {
        "content-type": "application/json",
        "x-twitter-webhooks-signature": `sha256=${digest}`,
      },
      body,
    };
  },
};
