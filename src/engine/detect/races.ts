/**
 * Data races by happens-before: two accesses to one word by different threads, at least one writes, not both atomic, and nothing
 * orders them. Every race reported is one of this very run (no false alarms); which races a run has depends on the schedule.
 * The end of storage counts as a write to all of it, but is kept apart: the end could come first, and then the other access is a use
 * after free. In this run it came in time.
 */
import {
  ACCESS_KIND,
  ATOMIC,
  conflict,
  countsConflict,
  ENDS,
  NOTHING,
  RACE_EXEMPT,
  REFUSED,
  WRITES,
} from '../bytecode/access';
import { HAPPENS_BEFORE } from '../bytecode/edge';
import {
  accessOf,
  EV_ATOMIC_ENTER,
  EV_FAULT,
  eventKind,
  events,
  eventWords,
  nextEvent,
} from '../bytecode/event';
import { GONE } from '../bytecode/fault';
import { blockOf, logEnd, logStart, type Machine } from '../machine';
import { Clocks } from './clocks';
import type { EventRef } from './events';
import {
  accessIn,
  NODE_CLOCK,
  NODE_EVENT,
  NODE_NEXT,
  NODE_PC,
  NODE_STEP,
  NODE_WHO,
  Shadow,
  threadOf,
  whoOf,
} from './shadow';

export interface RaceSide extends EventRef {
  readonly writes: boolean;
  readonly atomic: boolean;
  /** It freed the storage or ended the object's life. */
  readonly ends: boolean;
}
export interface Race {
  /** The first word that both touched. */
  readonly address: number;
  /** The later access of this run. */
  readonly now: RaceSide;
  readonly before: RaceSide;
  /** Where memory is weaker: what does not synchronize and should, as a sentence. */
  readonly why?: string;
}

/** A run with more distinct races says nothing that these do not. */
const MAX_RACES = 32;

export class Races {
  /** One per pair of instructions, in the order met. */
  readonly found: Race[] = [];
  /** The same, where one side ends a life. */
  readonly ends: Race[] = [];
  /**
   * Instructions whose order with another thread's matters: plain accesses of a race, and operations on owner counts of which
   * one is the last drop or looks at the count. Kept over `reset`: a union over runs.
   */
  readonly racing = new Set<number>();
  private readonly clocks = new Clocks(HAPPENS_BEFORE);
  private readonly shadow = new Shadow();
  private readonly pairs = new Set<number>();
  private readonly blockWords: (block: number) => number;
  private step = 0;
  private event = 0;

  /** Of the steps of a machine. */
  static of(machine: Machine): Races {
    return new Races((block) => blockOf(machine, block)?.words ?? 1);
  }

  /** `blockWords` tells the size of a heap block, freed or not; a free does not. */
  constructor(blockWords: (block: number) => number) {
    this.blockWords = blockWords;
  }

  /** Forgets the run, keeps `racing`. */
  reset(): void {
    this.found.length = 0;
    this.ends.length = 0;
    this.pairs.clear();
    this.clocks.reset();
    this.shadow.reset();
  }

  /** What the last call of `step` did. */
  feedCall(step: number, thread: number, machine: Machine): void {
    this.feed(step, thread, machine.words, logStart(machine), logEnd(machine));
  }

  /** The events words[from, to) of one step. */
  feed(step: number, thread: number, words: Int32Array, from: number, to: number): void {
    this.step = step;
    this.event = 0;
    for (let at = from; at < to; at = nextEvent(words, at)) {
      const kind = eventKind(words[at]);
      const address = words[at + 2];
      const value = words[at + 3];
      // Its own edges are not yet in the clocks: the last drop of an owner is compared with drops it is about to learn of.
      const access = racingAccess(kind, value, this.clocks.isInsideAtomic(thread));
      if (access !== NOTHING)
        this.touch(thread, words[at + 1], address, this.size(words[at], address), access & ACCESS_KIND);
      this.clocks.feed(thread, kind, address, value);
      this.event++;
    }
  }

  private size(head: number, address: number): number {
    const extent = events[eventKind(head)]?.extent;
    if (extent === 'block') return this.blockWords(address);
    return extent === 'words' ? eventWords(head) : 1;
  }

  private touch(thread: number, pc: number, address: number, size: number, sort: number): void {
    this.shadow.cover(address + size);
    for (let word = address; word < address + size; word++) this.touchWord(thread, pc, word, sort);
  }

  private touchWord(thread: number, pc: number, word: number, sort: number): void {
    const { clocks, shadow } = this;
    const { nodes } = shadow;
    const who = whoOf(thread, sort);
    let mine = 0;
    for (let node = shadow.heads[word]; node !== 0; node = nodes[node + NODE_NEXT]) {
      const other = nodes[node + NODE_WHO];
      if (other === who && nodes[node + NODE_PC] === pc) mine = node;
      if (threadOf(other) === thread) continue;
      if (nodes[node + NODE_CLOCK] <= clocks.known(thread, threadOf(other))) continue;
      if (conflict(sort, accessIn(other))) this.race(word, thread, pc, sort, node);
      else if (countsConflict(sort, accessIn(other))) {
        this.racing.add(pc);
        this.racing.add(nodes[node + NODE_PC]);
      }
    }
    const node = mine !== 0 ? mine : shadow.push(word);
    shadow.nodes[node + NODE_WHO] = who;
    shadow.nodes[node + NODE_PC] = pc;
    shadow.nodes[node + NODE_CLOCK] = clocks.now(thread);
    shadow.nodes[node + NODE_STEP] = this.step;
    shadow.nodes[node + NODE_EVENT] = this.event;
  }

  private race(address: number, thread: number, pc: number, sort: number, node: number): void {
    const { nodes } = this.shadow;
    const otherPc = nodes[node + NODE_PC];
    this.racing.add(pc);
    this.racing.add(otherPc);
    if (sort & REFUSED) return;
    const pair = Math.min(pc, otherPc) * 2 ** 24 + Math.max(pc, otherPc);
    const other = nodes[node + NODE_WHO];
    const list = (sort | accessIn(other)) & ENDS ? this.ends : this.found;
    if (this.pairs.has(pair) || list.length === MAX_RACES) return;
    this.pairs.add(pair);
    const now = sideOf({ thread, sort, pc, step: this.step, event: this.event });
    const before = sideOf({
      thread: threadOf(other),
      sort: accessIn(other),
      pc: otherPc,
      step: nodes[node + NODE_STEP],
      event: nodes[node + NODE_EVENT],
    });
    list.push({ address, now, before });
  }
}

/** An access that takes part in races, or NOTHING. Of one that came too late is known that it was refused. */
function racingAccess(kind: number, value: number, insideAtomic: boolean): number {
  if (kind === EV_FAULT) return GONE.has(value) ? REFUSED : NOTHING;
  // What is written in a larger atomic object, the writes inside say.
  if (kind === EV_ATOMIC_ENTER) return ATOMIC;
  const access = accessOf(kind, value, insideAtomic);
  return (access & RACE_EXEMPT) === 0 ? access : NOTHING;
}

/** `sort`: bits of access.ts. */
export const sideOf = ({ sort, ...event }: EventRef & { readonly sort: number }): RaceSide => ({
  thread: event.thread,
  pc: event.pc,
  step: event.step,
  event: event.event,
  writes: (sort & WRITES) !== 0,
  atomic: (sort & ATOMIC) !== 0,
  ends: (sort & ENDS) !== 0,
});
