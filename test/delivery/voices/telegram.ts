import { firstAt, type Told, type Voice } from "./voice.ts";

const people = [700_000_001, 700_000_002, -100_700_000_003];
const names = ["Ana", "Bruno", "Equipo"];

function chatOf(person: number) {
  const id = people[person] ?? 0;
  const title = names[person];
  return id < 0 ? { id, type: "supergroup", title } : { id, type: "private", first_name: title };
}

/** Telegram: one update each, without reports of delivery. */
export const telegram: Voice = {
  provider: "telegram",
  platform: "telegram",
  channelId: "telegram",
  address: "123456789",
  settings: { username: "andes_gestion_bot" },
  credentials: { token: "123456789:test_telegram_token", secretToken: "test_telegram_secret" },
  people: people.length,
  addressesOf: (person) => people.slice(person, person + 1).map(String),
  nameOf: (person) => names[person] ?? "",
  timed: true,
  window: null,
  counted: true,
  tells: ["letter", "edit", "reaction"],
  externalId: (serial, person) => `${people[person]}:${serial + 1}`,
  envelope: (workspaceId, told) => ({
    path: `/webhooks/telegram/${workspaceId}/telegram`,
    headers: {
      "content-type": "application/json",
      "x-telegram-bot-api-secret-token": "test_telegram_secret",
    },
    body: JSON.stringify(updateOf(told)),
  }),
};

function updateOf(told: Told): object {
  if (!("person" in told)) throw new Error("Telegram tells no such thing");
  const chat = chatOf(told.person);
  const from = { id: 700_000_009, is_bot: false, first_name: "Ana" };
  const date = told.at / 1000;
  const head = { chat, from, date };
  const update_id = 900_000_000 + told.serial;
  switch (told.type) {
    case "letter":
      return { update_id, message: { ...head, message_id: told.serial + 1, text: told.text } };
    case "edit": {
      const before = firstAt / 1000;
      const edited = { ...head, date: before, edit_date: date, message_id: told.of + 1 };
      return { update_id, edited_message: { ...edited, text: told.text } };
    }
    case "reaction": {
      const emoji = told.emoji === "" ? [] : [{ type: "emoji", emoji: told.emoji }];
      const reaction = { chat, user: from, date, message_id: told.of + 1 };
      return {
        update_id,
        message_reaction: { ...reaction, old_reaction: [], new_reaction: emoji },
      };
    }
    default:
      throw new Error("Telegram tells no such thing");
  }
}
