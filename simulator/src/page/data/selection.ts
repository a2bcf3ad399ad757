import { addressOf } from "../../phones/addresses.ts";
import { channels, type DemoChannel, type DemoChannelId } from "../../phones/demo-channels.ts";
import type { Person } from "../../phones/person.ts";
import type { Platform } from "../../phones/platform.ts";
import type { Thread } from "../../phones/thread.ts";
import { store } from "./store.ts";

/** Whose phone is in the hand, and which of its apps is open: by which of our channels it reaches us. */
export type Selection = {
  person: Person;
  channel: DemoChannel;
  platform: Platform;
  thread: Thread | undefined;
};

/** The selection that the address names: `#/person/channel`; a platform stands for its first channel. */
export function selection(): Selection | null {
  const [, id = "", name] = location.hash.slice(1).split("/").map(decodeURIComponent);
  const person = store.state.people.find((one) => one.id === id);
  if (!person) return null;
  const named =
    channels.find((one) => one.id === name) ?? channels.find((one) => one.platform === name);
  const channel = named ?? firstOf(person);
  return { person, channel, platform: channel.platform, thread: threadOf(person, channel) };
}

export function threadOf(person: Person, channel: DemoChannel): Thread | undefined {
  return store.state.threads.find(
    (thread) => thread.personId === person.id && thread.channelId === channel.id,
  );
}

export function select(personId: string, channelId: DemoChannelId | Platform): void {
  location.hash = `/${encodeURIComponent(personId)}/${channelId}`;
}

export function deselect(): void {
  location.hash = "";
}

/** The channels by which a person can write: those on whose platform they are. */
export function channelsOf(person: Person): DemoChannel[] {
  return channels.filter((one) => addressOf(person, one.platform) !== undefined);
}

/** The channel that a person's phone opens with. */
export function firstOf(person: Person): DemoChannel {
  const all = channelsOf(person);
  const own = all.find((one) => one.id === person.channelId);
  return own ?? all.find((one) => one.platform === person.platform) ?? all[0] ?? channels[0];
}
