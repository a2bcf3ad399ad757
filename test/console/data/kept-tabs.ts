import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { type Device, openDevice } from "../../../console/src/data/device.ts";
import { type Draft, DraftStore } from "../../../console/src/data/draft-store.ts";
import { Keep, type Told } from "../../../console/src/data/keep.ts";
import type { Enclosure, Letter, PostOutcome } from "../../../console/src/data/letter.ts";
import { Outbox, type Post } from "../../../console/src/data/outbox.ts";
import { threadMessage } from "../thread-message.ts";

/** The API as a member's tabs see it: it takes each id once, and can be out of reach. */
export class Desk {
  online = true;
  readonly posted: string[] = [];
  readonly taken = new Map<string, string>();
  /** What it answers for some ids instead of taking them. */
  readonly answers = new Map<string, PostOutcome>();

  post(letter: Letter): Promise<PostOutcome> {
    const { id } = letter.message;
    if (!this.online) return Promise.resolve({ type: "unreachable" });
    this.posted.push(id);
    const answer = this.answers.get(id);
    if (answer) return Promise.resolve(answer);
    const said = JSON.stringify(letter.body);
    if ((this.taken.get(id) ?? said) !== said) throw new Error(`${id} came with other words`);
    this.taken.set(id, said);
    return Promise.resolve({ type: "taken" });
  }
}

export type Tab = {
  outbox: Outbox;
  drafts: DraftStore;
  keep: Keep;
  /** What is done later, when its time has come. */
  pass(): Promise<void>;
  /** The tab is gone, without having been told so. */
  crash(): void;
  failures: number;
};

type Owner = { owner: string; hear: (told: Told) => void; gone: Promise<void> };

/** One browser with its tabs, on a device of its own. */
export class Browser {
  readonly desk = new Desk();
  readonly #tabs = new Set<Owner>();
  readonly #locks = new Map<string, Promise<void>>();
  open: () => Promise<Device>;

  constructor() {
    globalThis.indexedDB = new IDBFactory();
    let device: Promise<Device> | undefined;
    this.open = () => {
      device ??= openDevice(() => undefined);
      return device;
    };
  }

  /** A tab in which a member is signed in, with what was found on the device already taken up. */
  async tab(owner = "demo:ana", post: Post = (one) => this.desk.post(one)): Promise<Tab> {
    const later: (() => void)[] = [];
    let die: () => void = () => undefined;
    const outbox = new Outbox(post, (work) => later.push(work));
    const drafts = new DraftStore();
    const own: Owner = {
      owner,
      gone: new Promise((resolve) => {
        die = resolve;
      }),
      hear: (told) =>
        told.type === "draft" ? hearDraft(tab, told.key, told.draft) : outbox.hear(told),
    };
    this.#tabs.add(own);
    const tab: Tab = {
      outbox,
      drafts,
      keep: this.#keep(own, () => {
        tab.failures += 1;
      }),
      pass: async () => {
        for (const work of later.splice(0)) work();
        await settled();
      },
      crash: () => {
        this.#tabs.delete(own);
        die();
        outbox.forget();
        drafts.forget();
      },
      failures: 0,
    };
    const found = await tab.keep.find();
    drafts.keepOn((key, draft) => tab.keep.keepDraft(key, draft), found?.drafts ?? []);
    await outbox.keepOn(tab.keep, found?.letters ?? []);
    return tab;
  }

  #keep(own: Owner, failed: () => void): Keep {
    const tell = (told: Told) => {
      for (const other of this.#tabs)
        if (other !== own && other.owner === own.owner) other.hear(structuredClone(told));
    };
    const alone = (name: string, work: () => Promise<void>) => this.#alone(name, work, own.gone);
    return new Keep(own.owner, { open: () => this.open(), alone, tell, failed });
  }

  /** As the browser's locks: one after the other, and what a tab holds is free once it is gone. */
  async #alone(name: string, work: () => Promise<void>, gone: Promise<void>): Promise<void> {
    const before = this.#locks.get(name) ?? Promise.resolve();
    const own = Promise.race([before.then(work), gone]);
    this.#locks.set(name, own);
    await own;
  }
}

function hearDraft({ keep, drafts }: Tab, key: string, draft: Draft | undefined): void {
  keep.overtaken(key);
  drafts.hear(key, draft);
}

let written = 0;

/** Words somebody has written in a conversation, in the order of these calls. */
export function letter(id: string, changes: Partial<Letter> = {}): Letter {
  written += 1;
  const providerAt = Date.now() - 60_000 + written;
  const shown = threadMessage(id, { direction: "outbound", externalId: null, providerAt });
  return {
    conversationId: "c",
    to: "sendMessage",
    message: { ...shown, local: { state: "sending" } },
    body: { kind: "text", text: id },
    ...changes,
  };
}

/** A file that is on the server. */
export const uploaded: Enclosure = {
  id: "uploaded",
  name: "f.txt",
  type: "text/plain",
  size: 10,
};

/** A file that is on this device only. */
export function file(id: string): Enclosure {
  const bytes = new Blob([`bytes of ${id}`]);
  return { ...uploaded, id, size: bytes.size, local: { file: bytes, channelId: "x" } };
}

/** What a tab shows of a conversation, with its state. */
export function shown({ outbox }: Tab, conversationId = "c"): string[] {
  return outbox.of(conversationId).map(({ id, local }) => `${id}:${local?.state ?? "taken"}`);
}

/** What the device holds of a member. */
export async function held({ keep }: Tab): Promise<string[]> {
  return ((await keep.find())?.letters ?? []).map(({ message }) => message.id);
}

/** Once everything that was begun has been done. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 40; i += 1) await new Promise((resolve) => setImmediate(resolve));
}
