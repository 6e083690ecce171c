/** Words that two threads have touched, one of them by writing, get small numbers: only these can make the order of two steps matter. */
import type { Machine } from '../machine';
import { dataEnd } from '../machine/local';

export class Cells {
  /** By address: 0 for what one thread alone has touched, or all only read. */
  readonly cellOf: Int32Array;
  /** Numbers given out, 0 included. */
  count = 1;
  /** By address, a bit per thread. */
  private readonly readers: Int32Array;
  private readonly writers: Int32Array;

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
    if (cell !== 0) return cell;
    const others = (writes ? readers[address] | writers[address] : writers[address]) & ~bit;
    if (others === 0) return 0;
    this.cellOf[address] = this.count;
    return this.count++;
  }

  /** Whether another thread ever touched the word. */
  isForeign(thread: number, address: number): boolean {
    return ((this.readers[address] | this.writers[address]) & ~(1 << thread)) !== 0;
  }
}
