/**
 * Bounded unwinding of loops, as bounded model checkers do it (CBMC: Clarke, Kroening & Lerda, TACAS 2004). It counts how often each thread has
 * come to each place, by the calls that led there, on the way to a state. A thread that has come to one place too often is cut
 * off: it takes no more steps. Loops that start threads or wait for their ends are not bounded, since such places are few. The
 * counts are part of what makes states equal.
 */
import { doubled } from '../../../base/doubled';
import { initially } from '../../../base/sizes';
import { JOIN, SPAWN, START } from '../../bytecode/opcodes';
import { type Machine, nextPc } from '../../machine';
import { hashCalls } from '../../machine/stack';
import { addThread, threadSets } from '../steps/thread-sets';

/** Of these a program has few, whatever loop they stand in. */
export const UNCOUNTED: ReadonlySet<number> = new Set([SPAWN, START, JOIN]);

export class LoopBound {
  /** The threads that are cut off. */
  readonly cut = threadSets(1);
  /** Of all counts. */
  hash = 0;
  private readonly machine: Machine;
  private readonly most: number;
  private readonly ids = new Map<number, number>();
  private counts = new Int32Array(initially(256));

  constructor(machine: Machine, most: number) {
    this.machine = machine;
    this.most = most;
  }

  /** A thread rests where a step of it has led; answers what `leave` wants to know, 0 for a thread that has ended. */
  arrive(thread: number): number {
    const pc = nextPc(this.machine, thread);
    if (pc < 0 || UNCOUNTED.has(this.machine.program.code[pc])) return 0;
    const key = hashCalls(this.machine, thread, pc);
    let id = this.ids.get(key);
    if (id === undefined) {
      id = this.ids.size + 1;
      this.ids.set(key, id);
      if (id >= this.counts.length) this.counts = doubled(this.counts);
    }
    const count = ++this.counts[id];
    this.hash ^= termOf(id, count - 1) ^ termOf(id, count);
    if (count > this.most) addThread(this.cut, 0, thread);
    return id;
  }

  /** Back to before an arrival, but for who is cut off. */
  leave(id: number, hash: number): void {
    if (id > 0) this.counts[id]--;
    this.hash = hash;
  }
}

/** The part of a count in the hash. */
function termOf(id: number, count: number): number {
  if (count === 0) return 0;
  const x = Math.imul(id, 0x9e3779b1) ^ Math.imul(count, 0x85ebca6b);
  return Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
}
