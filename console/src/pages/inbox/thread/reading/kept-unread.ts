type Counts = {
  /** Below zero until it is known. */
  unread: number;
  inboundCount: number;
};

/**
 * Whether the conversation was marked as unread by hand while it is open here: then being on the screen does not read
 * it again, until it is opened anew. Also told by the counts: unread that grew while nothing came in was marked by
 * somebody, in another tab or at another desk.
 */
export class KeptUnread {
  #kept = false;
  #before: Counts | undefined;

  get kept(): boolean {
    return this.#kept;
  }

  keep(): void {
    this.#kept = true;
  }

  see({ unread, inboundCount }: Counts): void {
    if (unread < 0) return;
    const before = this.#before;
    this.#before = { unread, inboundCount };
    if (before && unread > before.unread && inboundCount === before.inboundCount) this.keep();
  }
}
