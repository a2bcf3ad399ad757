import type { UploadedFile } from "@hilo/schema";
import { type OwnSource, source } from "../ui/source.ts";
import { ApiProblem } from "./api.ts";
import { whenSignedOut } from "./signed-out.ts";
import { type Upload, upload } from "./uploads.ts";

/** A file that goes along with what is being written. */
export type Staged = {
  id: string;
  name: string;
  type: string;
  size: number;
  /** How much of it is uploaded, as a share of one. */
  progress: number;
  file: UploadedFile | undefined;
  /** The code of what went wrong. */
  problem: ApiProblem["code"] | undefined;
};

/** The files of one draft; they go on uploading while another conversation is open. */
export class Staging {
  readonly files: OwnSource<readonly Staged[]> = source<readonly Staged[]>([]);
  readonly #uploads = new Map<string, Upload>();

  add(file: File, channelId: string | undefined): void {
    const id = crypto.randomUUID();
    const { name, type, size } = file;
    const staged = { id, name, type, size, progress: 0, file: undefined, problem: undefined };
    this.files.set([...this.files.value, staged]);
    const started = upload(file, channelId, (progress) => this.#set(id, { progress }));
    this.#uploads.set(id, started);
    started.done.then(
      (uploaded) => this.#set(id, { file: uploaded, progress: 1 }),
      (error: unknown) =>
        this.#set(id, { problem: error instanceof ApiProblem ? error.code : "internal" }),
    );
  }

  /** Takes a file out, stopping its upload. */
  remove(id: string): void {
    this.files.set(this.files.value.filter((one) => one.id !== id));
    this.#uploads.get(id)?.cancel();
    this.#uploads.delete(id);
  }

  /** The files that are ready, and none of them left here. */
  take(): UploadedFile[] {
    const ready = this.files.value.flatMap((one) => (one.file ? [one.file] : []));
    this.#uploads.clear();
    this.files.set([]);
    return ready;
  }

  #set(id: string, change: Partial<Staged>): void {
    this.files.set(this.files.value.map((one) => (one.id === id ? { ...one, ...change } : one)));
  }
}

const stagings = new Map<string, Staging>();
whenSignedOut(() => stagings.clear());

/** The files that go with a conversation's answer or note. */
export function stagingOf(conversationId: string, mode: "reply" | "note"): Staging {
  const key = `${conversationId}:${mode}`;
  const known = stagings.get(key) ?? new Staging();
  stagings.set(key, known);
  return known;
}
