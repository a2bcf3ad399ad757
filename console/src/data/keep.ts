import { type Device, type KeptFile, type Key, rangeOf, write } from "./device.ts";
import type { Draft } from "./draft-store.ts";
import { closed, draftAt, filesOf, isLetter, opened } from "./kept-shapes.ts";
import type { Letter, News, Shelf } from "./letter.ts";

/** Does the work while nobody else holds the name; the browser's Web Locks, or none where it has none. */
export type Alone = (name: string, work: () => Promise<void>) => Promise<void>;

/** What happens to one member's kept things, so that the member's other tabs show the same. */
export type Told = News | { type: "draft"; key: string; draft: Draft | undefined };

export type Surroundings = {
  open: () => Promise<Device>;
  alone: Alone;
  /** Tells the other tabs. */
  tell: (told: Told) => void;
  /** Something could not be kept. */
  failed: () => void;
};

/** What was found of one member. */
export type Found = {
  letters: Letter[];
  drafts: [key: string, draft: Draft][];
  /** Files that were staged with a draft. */
  staged: KeptFile[];
};

/** What one member wrote and has not sent, on this device. Nothing here throws: what cannot be kept is told. */
export class Keep implements Shelf {
  readonly #owner: string;
  readonly #around: Surroundings;
  readonly #unwritten = new Map<string, Draft | undefined>();
  #writing = false;

  constructor(owner: string, around: Surroundings) {
    this.#owner = owner;
    this.#around = around;
  }

  async find(): Promise<Found | undefined> {
    return this.#try(async (device) => {
      const range = rangeOf(this.#owner);
      const transaction = device.transaction(["letters", "drafts", "files"]);
      const [letters, drafts, keys, files] = await Promise.all([
        transaction.objectStore("letters").getAll(range),
        transaction.objectStore("drafts").getAll(range),
        transaction.objectStore("drafts").getAllKeys(range),
        transaction.objectStore("files").getAll(range),
      ]);
      return {
        letters: letters.filter(isLetter).map((letter) => opened(letter, files)),
        drafts: keys.flatMap(([, key], i) => draftAt(key, drafts[i])),
        staged: files.filter(({ of }) => of.includes(":")),
      };
    });
  }

  async put(letter: Letter): Promise<boolean> {
    const { id } = letter.message;
    const done = await this.#keep((device) =>
      write(device, async ({ letters, files }) => {
        await letters.put(closed(letter), this.#key(id));
        for (const file of filesOf(letter)) {
          const before = await files.get(this.#key(file.id));
          if (before?.of !== id) await files.put(file, this.#key(file.id));
        }
      }),
    );
    // What this tab alone holds is not another one's to send, or to take for sent.
    if (done) this.#around.tell({ type: "letter", letter });
    return done;
  }

  /** The others are told after it is done, as with `put`, so that they hear things in their order. */
  async drop(id: string, why: "taken" | "dropped"): Promise<void> {
    await this.#try((device) =>
      write(device, async ({ letters, files }) => {
        await letters.delete(this.#key(id));
        for (const file of await files.getAll(rangeOf(this.#owner)))
          if (file.of === id) await files.delete(this.#key(file.id));
      }),
    );
    this.#around.tell({ type: why, id });
  }

  /** A device that cannot tell does not hold a letter up: its id makes a second sending harmless. */
  async holds(id: string): Promise<boolean> {
    const count = await this.#try((device) => device.count("letters", this.#key(id)));
    return count !== 0;
  }

  alone(conversationId: string, work: () => Promise<void>): Promise<void> {
    return this.#around.alone(`hilo.send:${this.#owner}:${conversationId}`, work);
  }

  /** Keeps a draft; while one is being written, only the newest of each place waits. */
  keepDraft(key: string, draft: Draft | undefined): void {
    this.#unwritten.set(key, draft);
    this.#around.tell({ type: "draft", key, draft });
    if (!this.#writing) void this.#writeDrafts();
  }

  /** Another tab wrote this draft after this one did. */
  overtaken(key: string): void {
    this.#unwritten.delete(key);
  }

  keepFile(file: KeptFile): void {
    void this.#keep((device) => device.put("files", file, this.#key(file.id)));
  }

  dropFile(id: string): void {
    void this.#try((device) => device.delete("files", this.#key(id)));
  }

  /** Forgets everything of this member. */
  async clear(): Promise<void> {
    this.#unwritten.clear();
    const range = rangeOf(this.#owner);
    await this.#try((device) =>
      write(device, async ({ letters, drafts, files }) => {
        await Promise.all([letters.delete(range), drafts.delete(range), files.delete(range)]);
      }),
    );
  }

  async #writeDrafts(): Promise<void> {
    this.#writing = true;
    while (this.#unwritten.size > 0) {
      const batch = [...this.#unwritten];
      this.#unwritten.clear();
      await this.#keep((device) =>
        write(device, async ({ drafts }) => {
          for (const [key, draft] of batch) {
            if (draft) await drafts.put(draft, this.#key(key));
            else await drafts.delete(this.#key(key));
          }
        }),
      );
    }
    this.#writing = false;
  }

  #key(key: string): Key {
    return [this.#owner, key];
  }

  /** As `#try`, for what is lost with the tab when it fails; tells whether it did not. */
  async #keep(work: (device: Device) => Promise<unknown>): Promise<boolean> {
    const done = await this.#try((device) => work(device).then(() => true));
    if (!done) this.#around.failed();
    return done ?? false;
  }

  /** What the work gives, or undefined when the device does not let it: private mode, a full disk, a newer version. */
  async #try<T>(work: (device: Device) => Promise<T>): Promise<T | undefined> {
    try {
      return await work(await this.#around.open());
    } catch {
      return undefined;
    }
  }
}
