/**
 * Who touched each word, and when: for every word a chain of its accesses, the last one of each (thread, instruction, sort).
 * FastTrack keeps one epoch where it can; we keep all, since not only the first race of a word is wanted but every instruction
 * that takes part in one. Chains are as short as the program text is.
 */
import { doubled } from '../../base/doubled';
import { initially } from '../../base/sizes';

/** Offsets into the record of one access. */
export const NODE_NEXT = 0;
const NODE_WORD = 1;
/** The thread, and above it the bits of the access. */
export const NODE_WHO = 2;
export const NODE_CLOCK = 3;
export const NODE_PC = 4;
export const NODE_STEP = 5;
export const NODE_EVENT = 6;
const NODE_SIZE = 8;

export class Shadow {
  nodes = new Int32Array(NODE_SIZE * initially(256));
  /** First record of each word; 0 is none. */
  heads = new Int32Array(initially(1024));
  private end = NODE_SIZE;

  reset(): void {
    for (let node = NODE_SIZE; node < this.end; node += NODE_SIZE)
      this.heads[this.nodes[node + NODE_WORD]] = 0;
    this.end = NODE_SIZE;
  }

  /** Makes `heads` long enough for the words before `end`. */
  cover(end: number): void {
    if (end > this.heads.length) this.heads = doubled(this.heads, end);
  }

  /** A new record at the head of a word's chain; the caller fills in the rest. */
  push(word: number): number {
    const node = this.end;
    this.end += NODE_SIZE;
    if (this.end > this.nodes.length) this.nodes = doubled(this.nodes);
    this.nodes[node + NODE_NEXT] = this.heads[word];
    this.nodes[node + NODE_WORD] = word;
    this.heads[word] = node;
    return node;
  }
}

/** Enough for MAX_THREADS. */
const THREAD_BITS = 6;

export const whoOf = (thread: number, access: number): number => thread | (access << THREAD_BITS);
export const accessIn = (who: number): number => who >>> THREAD_BITS;
export const threadOf = (who: number): number => who & ((1 << THREAD_BITS) - 1);
