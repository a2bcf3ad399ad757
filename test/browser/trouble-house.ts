import { Channel, noHealth, Platform, type Provider, Settings } from "@hilo/schema";
import { workspace } from "../../functions/src/platform/firestore.ts";
import { builtAdapters } from "../../functions/src/providers/index.ts";
import { freshWorkspace, makeMember, type Person } from "../support/people.ts";
import { threadWith, type Where } from "./entries.ts";
import { dialogues } from "./trouble-dialogues.ts";
import { operations } from "./trouble-operations.ts";
import { contact, funnels, leadSettings, leads, letters, templates } from "./trouble-records.ts";
import { at, day, theirs, times } from "./trouble-words.ts";

export type TroubledHouse = {
  admin: Person;
  conversations: string[];
  channels: string[];
  /** What can be connected, as addresses name it. */
  kinds: string[];
};

/** A workspace in which everything that can go wrong has, and everything that can be there is. */
export async function everyTrouble(): Promise<TroubledHouse> {
  const id = freshWorkspace();
  const [admin] = await Promise.all([
    makeMember(id, "admin"),
    makeMember(id, "agent", theirs("g")),
  ]);
  await furnish(id, admin.uid);
  const conversations: string[] = [];
  for (const [where, entries, changes] of dialogues(admin.uid)) {
    const { text = "", kind = "text", direction = "inbound" } = entries.at(-1) ?? {};
    const preview = { text, kind, direction };
    const all = { contact: { name: "", avatar: null, country: null }, preview, ...changes };
    conversations.push(await threadWith(where, entries, all, id));
  }
  const kinds = everywhere.map(({ provider, platform }) => `${provider}.${platform}`);
  return { admin, conversations, channels: everywhere.map(({ channelId }) => channelId), kinds };
}

async function furnish(id: string, uid: string): Promise<void> {
  const root = workspace(id);
  const records: Record<string, Record<string, object>> = {
    channels: Object.fromEntries(everywhere.map((one) => [one.channelId, channelOn(one)])),
    deadLetters: numbered(letters()),
    templates: numbered(templates()),
    leads: numbered(leads()),
    operations: numbered(operations()),
    contacts: { known: contact() },
    funnels: funnels(),
    settings: { workspace: settings, leads: leadSettings() },
  };
  const batch = root.firestore.batch();
  for (const [collection, documents] of Object.entries(records))
    for (const [name, one] of Object.entries(documents))
      batch.set(root.collection(collection).doc(name), one);
  batch.update(root.collection("members").doc(uid), { name: theirs("a") });
  await batch.commit();
}

function numbered(all: readonly object[]): Record<string, object> {
  return Object.fromEntries(all.map((one, i) => [`n${i}`, one]));
}

const settings = Settings.parse({
  name: theirs("w"),
  timeZone: "America/Santiago",
  language: "es",
  responseTargetMs: 60_000,
  updatedAt: new Date(at),
});

const everywhere: Where[] = builtAdapters().flatMap(({ provider, capabilities }) =>
  Platform.options
    .filter((platform) => capabilities[platform])
    .map((platform) => ({ channelId: `${provider}-${platform}`, provider, platform })),
);

function channelOn({ provider, platform }: Where): Channel {
  return Channel.parse({
    provider,
    platform,
    name: theirs(`${provider}${platform}`),
    enabled: platform !== "sms",
    address: platform === "email" ? "ana@correo.test" : "+56981234567",
    settings: {},
    health: {
      ...noHealth,
      received: 12,
      lastEventAt: at - day,
      lastRefusedAt: at,
      lastFailedAt: at,
    },
    notice: { ...notice, code: codeOf(provider) },
    ...times,
  });
}

const notice = { level: "error", text: "The quality of your number is low (131056)", at };

/** What a provider tells of an account by a code: one that its folder words, or one that nobody does. */
function codeOf(provider: Provider): string {
  const { words = {} } = builtAdapters().find((one) => one.provider === provider) ?? {};
  return Object.keys(words)[0] ?? "account_settings_update";
}
