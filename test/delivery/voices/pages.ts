import { createHmac } from "node:crypto";
import { dayMs, type Envelope, type Told, type Voice } from "./voice.ts";

const appSecret = "test_meta_app_secret";
const people = ["4415550000000001", "4415550000000002"];

function idOf(serial: number): string {
  return `m_${String(serial).padStart(6, "0")}`;
}

type Page = {
  platform: "messenger" | "instagram";
  object: string;
  account: string;
  settings: Record<string, string>;
  tells: Voice["tells"];
};

/** A page of Meta's: Messenger tells edits, Instagram tells deletions. */
function page({ platform, object, account, settings, tells }: Page): Voice {
  return {
    provider: "meta",
    platform,
    channelId: platform,
    address: account,
    settings,
    credentials: {
      appSecret,
      verifyToken: "test_meta_verify_token",
      accessToken: "test_meta_access_token",
    },
    people: people.length,
    addressesOf: (person) => people.slice(person, person + 1),
    timed: true,
    window: dayMs,
    tells,
    externalId: idOf,
    envelope: (workspaceId, told) => batch(workspaceId, [[told]]),
    batch,
  };

  function batch(workspaceId: string, entries: readonly (readonly Told[])[]): Envelope {
    const entry = entries.map((told) => ({
      id: account,
      time: Math.max(...told.map(({ at }) => at)),
      messaging: told.map((one) => messagingOf(account, one)),
    }));
    const body = JSON.stringify({ object, entry });
    const digest = createHmac("sha256", appSecret).update(body).digest("hex");
    return {
      path: `/webhooks/meta/${workspaceId}`,
      headers: { "content-type": "application/json", "x-hub-signature-256": `sha256=${digest}` },
      body,
    };
  }
}

function messagingOf(account: string, told: Told): object {
  if (!("person" in told)) throw new Error("A page tells progress by watermarks only");
  const them = { id: people[told.person] };
  const us = { id: account };
  const head = { sender: them, recipient: us, timestamp: told.at };
  switch (told.type) {
    case "letter":
      return { ...head, message: { mid: idOf(told.serial), text: told.text } };
    case "echo": {
      const message = { is_echo: true, app_id: 26390203743090, mid: idOf(told.serial) };
      return { ...head, sender: us, recipient: them, message: { ...message, text: told.text } };
    }
    case "edit":
      return { ...head, message_edit: { mid: idOf(told.of), text: told.text, num_edit: 1 } };
    case "delete":
      return { ...head, message: { mid: idOf(told.of), is_deleted: true } };
    case "reaction": {
      const action = told.emoji === "" ? "unreact" : "react";
      const emoji = told.emoji === "" ? {} : { emoji: told.emoji, reaction: "other" };
      return { ...head, reaction: { mid: idOf(told.of), action, ...emoji } };
    }
  }
}

const pageId = "682498302938465";
const instagramId = "17841400008460056";

export const messenger = page({
  platform: "messenger",
  object: "page",
  account: pageId,
  settings: { pageId },
  tells: ["letter", "echo", "edit", "reaction"],
});

export const instagram = page({
  platform: "instagram",
  object: "instagram",
  account: instagramId,
  settings: { instagramId },
  tells: ["letter", "echo", "delete", "reaction"],
});
