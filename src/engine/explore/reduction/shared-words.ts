/**
 * Words that two threads have touched, one of them by writing, get small numbers: their cells. Only accesses to these words can make the
 * order of two steps matter.
 */
import type { Machine } from '../../machine';
import { dataEnd } from '../../machine/local';

/** All that was touched, for another one's `learn`: of each address its cell, and who read and who wrote. */
export interface Touched {
  readonly count: number;
  readonly addresses: Int32Array;
  readonly cells: Int32Array;
  readonly readers: Int32Array;
  readonly writers: Int32Array;
}

export class SharedWords {
  /** By address: 0 for what one thread alone has touched, or all only read. */
  readonly cellOf: Int32Array;
  /** Numbers given out, 0 included. */
  count = 1;
  /** By address, a bit per thread. */
  private readonly readers: Int32Array;
  private readonly writers: Int32Array;
  private frozen = false;

  constructor(machine: Machine) {
    const end = dataEnd(machine);
    this.cellOf = new Int32Array(end);
    this.readers = new Int32Array(end);
    this.writers = new Int32Array(end);
  }

  /** A thread touched a word: its cell, 0 if nobody else cares. */
  touch(thread: number, address: number, writes: boolean): number {
    const bit = 1 << thread;
    const { readers, writers } = this;
    if (writes) writers[address] |= bit;
    else readers[address] |= bit;
    const cell = this.cellOf[address];
    if (cell !== 0 || this.frozen) return cell;
    const others = (writes ? readers[address] | writers[address] : writers[address]) & ~bit;
    if (others === 0) return 0;
    this.cellOf[address] = this.count;
    return this.count++;
  }

  /** Whether another thread ever touched the word. */
  isForeign(thread: number, address: number): boolean {
    return ((this.readers[address] | this.writers[address]) & ~(1 << thread)) !== 0;
  }

  touched(): Touched {
    const { count, cellOf, readers, writers } = this;
    const used: number[] = [];
    for (let at = 0; at < cellOf.length; at++) if ((readers[at] | writers[at]) !== 0) used.push(at);
    const addresses = Int32Array.from(used);
    const of = (words: Int32Array): Int32Array => addresses.map((at) => words[at]);
    return { count, addresses, cells: of(cellOf), readers: of(readers), writers: of(writers) };
  }

  /** Takes over what another one knows, whose cells are these, and from now on gives out no more of them. */
  freeze({ count, addresses, cells, readers, writers }: Touched): void {
    this.count = count;
    for (const [i, at] of addresses.entries()) {
      this.cellOf[at] = cells[i];
      this.readers[at] = readers[i];
      this.writers[at] = writers[i];
    }
    this.frozen = true;
  }

  /** What others touched who began with what is known here: what they share gets its cell now. */
  learn(others: readonly Touched[]): void {
    const news = new Set<number>();
    for (const { addresses, readers, writers } of others) {
      for (const [i, at] of addresses.entries()) {
        this.readers[at] |= readers[i];
        this.writers[at] |= writers[i];
        if (this.cellOf[at] === 0) news.add(at);
      }
    }
    for (const at of [...news].sort((a, b) => a - b)) {
      const all = this.readers[at] | this.writers[at];
      const isShared = this.writers[at] !== 0 && (all & (all - 1)) !== 0;
      if (isShared) this.cellOf[at] = this.count++;
    }
  }
}
