/** A map that forgets its oldest entry when it is full. */
export class BoundedMap<K, V> extends Map<K, V> {
  readonly limit: number;

  constructor(limit: number) {
    super();
    this.limit = limit;
  }

  override set(key: K, value: V): this {
    super.set(key, value);
    const oldest = this.size > this.limit ? this.keys().next() : undefined;
    if (oldest && !oldest.done) this.delete(oldest.value);
    return this;
  }
}
