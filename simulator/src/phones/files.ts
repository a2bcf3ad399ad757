import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { BoundedMap } from "../wire/bounded-map.ts";

export type StoredFile = { id: string; name: string; type: string; bytes: Buffer };

/** The files of both ends: kept in memory, served to the page as they are and to others by signed links. */
export class Files {
  readonly #files = new BoundedMap<string, StoredFile>(200);
  readonly #key = randomBytes(32);

  save(file: Omit<StoredFile, "id">): StoredFile {
    const stored = { id: `ME${randomBytes(16).toString("hex")}`, ...file };
    this.#files.set(stored.id, stored);
    return stored;
  }

  get(id: string): StoredFile | undefined {
    return this.#files.get(id);
  }

  /** The path and query of a link that needs no other credentials, good for so many seconds. */
  link(id: string, seconds: number): string {
    const expires = Math.floor(Date.now() / 1000) + seconds;
    return `/cdn/${id}?Expires=${expires}&Signature=${this.#sign(id, expires)}`;
  }

  /** Whether a link's signature is ours and its time has not run out. */
  allows(id: string, expires: string, signature: string): boolean {
    const expected = Buffer.from(this.#sign(id, Number(expires)));
    const given = Buffer.from(signature);
    const same = given.length === expected.length && timingSafeEqual(given, expected);
    return same && Number(expires) * 1000 > Date.now();
  }

  #sign(id: string, expires: number): string {
    return createHmac("sha256", this.#key).update(`${id} ${expires}`).digest("base64url");
  }

  clear(): void {
    this.#files.clear();
  }
}
