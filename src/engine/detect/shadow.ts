/**
 * Who touched each word, and when: for every word a chain of its accesses, the last one of each (thread, instruction, sort).
 * FastTrack keeps one epoch where it can; we keep all, since not only the first race of a word is wanted but every instruction
 * that takes part in one. Chains are as short as the program text is.
 */

/** What an access is, as bits. Plain accesses race with all conflicting ones, atomic ones only with plain ones. */
export const WRITES = 1;
export const ATOMIC = 2;
/** The storage went away, or the object's life ended. */
export const ENDS = 4;
/** It did not happen: the word was already gone, and the program stopped. Such an access is no race of its own. */
export const REFUSED = 512;
/** What an operation on an owner count did; these bits come with ATOMIC. */
export const COUNT_ADDED = 8;
export const COUNT_DROPPED = 16;
export const COUNT_DROPPED_LAST = 32;
export const COUNT_LOCKED = 64;
export const COUNT_REFUSED = 128;
export const COUNT_SEEN = 256;
/** The end of a mutex, which others may still hold; comes with ATOMIC. */
export const LOCK_ENDS = 1024;

/** Two accesses to one word of which at least one writes, not both atomic. */
export const conflict = (a: number, b: number): boolean => ((a | b) & WRITES) !== 0 && (a & b & ATOMIC) === 0;

/** Operations on one count or mutex whose order with this one can change what the program does. */
const partners = (sort: number): number => {
  if (sort & LOCK_ENDS) return WRITES;
  if (sort & COUNT_DROPPED_LAST) {
    return COUNT_DROPPED | COUNT_DROPPED_LAST | COUNT_LOCKED | COUNT_REFUSED | COUNT_SEEN;
  }
  return sort & COUNT_SEEN ? COUNT_ADDED | COUNT_DROPPED | COUNT_DROPPED_LAST | COUNT_LOCKED : 0;
};
export const countsConflict = (a: number, b: number): boolean =>
  (partners(a) & b) !== 0 || (partners(b) & a) !== 0;

/** Offsets into the record of one access. */
export const NODE_NEXT = 0;
const NODE_WORD = 1;
/** thread | sort << 6 */
export const NODE_WHO = 2;
export const NODE_CLOCK = 3;
export const NODE_PC = 4;
export const NODE_STEP = 5;
export const NODE_EVENT = 6;
const NODE_SIZE = 8;

export class Shadow {
  nodes = new Int32Array(256 * NODE_SIZE);
  /** First record of each word; 0 is none. */
  heads = new Int32Array(1024);
  private end = NODE_SIZE;

  reset(): void {
    for (let node = NODE_SIZE; node < this.end; node += NODE_SIZE)
      this.heads[this.nodes[node + NODE_WORD]] = 0;
    this.end = NODE_SIZE;
  }

  /** Makes `heads` long enough for the words before `end`. */
  cover(end: number): void {
    if (end <= this.heads.length) return;
    const longer = new Int32Array(Math.max(end, this.heads.length * 2));
    longer.set(this.heads);
    this.heads = longer;
  }

  /** A new record at the head of a word's chain; the caller fills in the rest. */
  push(word: number): number {
    const node = this.end;
    this.end += NODE_SIZE;
    if (this.end > this.nodes.length) {
      const longer = new Int32Array(this.nodes.length * 2);
      longer.set(this.nodes);
      this.nodes = longer;
    }
    this.nodes[node + NODE_NEXT] = this.heads[word];
    this.nodes[node + NODE_WORD] = word;
    this.heads[word] = node;
    return node;
  }
}

export const whoOf = (thread: number, sort: number): number => thread | (sort << 6);
export const sortOf = (who: number): number => who >>> 6;
export const threadOf = (who: number): number => who & 63;
