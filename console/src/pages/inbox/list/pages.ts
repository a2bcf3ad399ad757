import type { LiveListing } from "../../../data/listing.ts";

/** How many pages in a row may bring nothing that passes the filter before a person is asked. */
const patience = 4;

/** Loads page after page as long as they bring something: a rare condition must not read everything there is. */
export class Pages {
  #barren = 0;
  #before = -1;

  /** Whether it stopped, since the last pages brought nothing. */
  get tired(): boolean {
    return this.#barren >= patience;
  }

  next(listing: LiveListing): void {
    if (listing.value.loadingMore || !listing.value.more) return;
    const { length } = listing.value.items;
    this.#barren = length > this.#before ? 0 : this.#barren + 1;
    this.#before = length;
    if (!this.tired) listing.more();
  }

  rest(): void {
    this.#barren = 0;
    this.#before = -1;
  }
}
