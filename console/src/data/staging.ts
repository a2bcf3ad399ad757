import type { UploadedFile } from "@hilo/schema";
import { type OwnSource, source } from "../ui/source.ts";
import { ApiProblem } from "./api.ts";
import type { KeptFile } from "./device.ts";
import type { Enclosure } from "./letter.ts";
import { whenSignedOut } from "./signed-out.ts";
import type { Upload } from "./uploads.ts";

/** A file that goes along with what is being written. */
export type Staged = {
  id: string;
  name: string;
  type: string;
  size: number;
  /** What is in it, to be looked at before it goes. */
  bytes: Blob;
  /** How much of it is uploaded, as a share of one. */
  progress: number;
  file: UploadedFile | undefined;
  /** The code of what went wrong. */
  problem: ApiProblem["code"] | undefined;
};

/** Where staged files outlive the tab. */
export type FileKeep = {
  keepFile(file: KeptFile): void;
  dropFile(id: string): void;
};

const nowhere: FileKeep = { keepFile: () => undefined, dropFile: () => undefined };
let keep = nowhere;

/** The files of one draft; they go on uploading while another conversation is open. */
export class Staging {
  readonly files: OwnSource<readonly Staged[]> = source<readonly Staged[]>([]);
  readonly #place: string;
  readonly #local = new Map<string, KeptFile>();
  readonly #uploads = new Map<string, Upload>();

  constructor(place: string) {
    this.#place = place;
  }

  add(file: File, channelId: string | undefined): void {
    const { name, type } = file;
    const id = crypto.randomUUID();
    this.#stage({ of: this.#place, id, name, type, bytes: file, channelId });
  }

  /** Takes up a file that the device kept. */
  restore(kept: KeptFile): void {
    if (!this.#local.has(kept.id)) this.#stage(kept);
  }

  /** Takes a file out, stopping its upload. */
  remove(id: string): void {
    this.files.set(this.files.value.filter((one) => one.id !== id));
    this.#uploads.get(id)?.cancel();
    this.#local.delete(id);
    keep.dropFile(id);
  }

  /** The files, also those that are not uploaded yet, and none of them left here. */
  take(): Enclosure[] {
    const taken = this.files.value.map((one) => this.#enclosure(one));
    this.#local.clear();
    this.#uploads.clear();
    this.files.set([]);
    return taken;
  }

  /** Puts back what was taken and not sent after all: what is uploaded as it is, everything else anew. */
  putBack(staged: readonly Staged[], taken: readonly Enclosure[]): void {
    const uploaded = staged.filter(({ id, file }) => file && !this.#has(id));
    this.files.set([...uploaded, ...this.files.value]);
    for (const { id, name, type, local } of taken)
      if (local)
        this.restore({
          of: this.#place,
          id,
          name,
          type,
          bytes: local.file,
          channelId: local.channelId,
        });
  }

  #has(id: string): boolean {
    return this.files.value.some((one) => one.id === id);
  }

  /** Keeps on the device what is here. */
  keepAll(): void {
    for (const file of this.#local.values()) keep.keepFile(file);
  }

  #stage(kept: KeptFile): void {
    const { id, name, type, bytes } = kept;
    const staged = { id, name, type, bytes, size: bytes.size, progress: 0 };
    this.files.set([...this.files.value, { ...staged, file: undefined, problem: undefined }]);
    this.#local.set(id, kept);
    keep.keepFile(kept);
    this.#upload(kept).then(
      (file) => file && this.#set(id, { file, progress: 1 }),
      (error: unknown) =>
        this.#set(id, { problem: error instanceof ApiProblem ? error.code : "internal" }),
    );
  }

  /** The file on the server; nothing when it was taken out, or sent, before it was begun. */
  async #upload({ id, name, type, bytes, channelId }: KeptFile): Promise<UploadedFile | undefined> {
    const { fileOf, uploadOnce } = await import("./uploads.ts");
    if (!this.#local.has(id)) return undefined;
    const progress = (share: number) => this.#set(id, { progress: share });
    const upload = uploadOnce(id, fileOf(name, type, bytes), channelId, progress);
    this.#uploads.set(id, upload);
    return upload.done;
  }

  /** What is uploaded need not be kept; what is not becomes the letter's. */
  #enclosure({ file, id, name, type, size }: Staged): Enclosure {
    const local = this.#local.get(id);
    if (file) keep.dropFile(id);
    if (file || !local) return file ?? { id, name, type, size };
    return { id, name, type, size, local: { file: local.bytes, channelId: local.channelId } };
  }

  #set(id: string, change: Partial<Staged>): void {
    this.files.set(this.files.value.map((one) => (one.id === id ? { ...one, ...change } : one)));
  }
}

/** Whether a file can go along: it is uploaded, or will be as soon as the network lets it. */
export function isSendable({ file, problem }: Staged): boolean {
  return file !== undefined || problem === undefined || waitsForNetwork(problem);
}

export function waitsForNetwork(problem: Staged["problem"]): boolean {
  return problem === "offline" || problem === "unavailable";
}

const stagings = new Map<string, Staging>();
whenSignedOut(() => {
  stagings.clear();
  keep = nowhere;
});

/** The files that go with a conversation's answer or note. */
export function stagingOf(conversationId: string, mode: "reply" | "note"): Staging {
  return stagingAt(`${conversationId}:${mode}`);
}

/** Keeps staged files on the device from now on, and takes up those found there. */
export function keepStaged(on: FileKeep, found: readonly KeptFile[]): void {
  keep = on;
  for (const staging of stagings.values()) staging.keepAll();
  for (const file of found) stagingAt(file.of).restore(file);
}

function stagingAt(place: string): Staging {
  const known = stagings.get(place) ?? new Staging(place);
  stagings.set(place, known);
  return known;
}
