/**
 * A map that costs nothing to copy until somebody writes: an execution has a dozen of them, of which a step changes one or two.
 */
export class CopiedMap<K, V> {
  private entries: Map<K, V>;
  private isShared: boolean;

  constructor(entries = new Map<K, V>(), isShared = false) {
    this.entries = entries;
    this.isShared = isShared;
  }

  /** Writes to either are not seen by the other. */
  clone(): CopiedMap<K, V> {
    this.isShared = true;
    return new CopiedMap(this.entries, true);
  }

  get(key: K): V | undefined {
    return this.entries.get(key);
  }

  set(key: K, value: V): void {
    if (this.isShared) this.entries = new Map(this.entries);
    this.isShared = false;
    this.entries.set(key, value);
  }

  [Symbol.iterator](): IterableIterator<[K, V]> {
    return this.entries[Symbol.iterator]();
  }
}
