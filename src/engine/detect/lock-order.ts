/**
 * Potential deadlocks from a run that had none: lock acquisitions that form a cycle, by different threads that could have been there
 * at the same time. An edge says: holding one lock, a thread waited for another (Havelund, "Using runtime analysis to guide model
 * checking of Java programs", SPIN 2000). A cycle is not reported where a lock common to two of its edges kept them apart
 * (a gate), where threads are ordered by more than the luck of a lock (start, join, atomics), or where two shared holds meet.
 */
import { MUST_ORDER, TAKES } from '../bytecode/edge';
import { eventKind, lockEdgeOf, nextEvent } from '../bytecode/event';
import { waitsForLock } from '../bytecode/opcodes';
import { Clocks } from './clocks';
import type { EventRef } from './events';
import { type Hold, Holds } from './holds';

/** `wanted` was acquired, and could have been waited for, while `held` was held. */
export interface LockEdge {
  readonly held: Hold;
  readonly wanted: Hold;
  /** All that was held then, `held` included. */
  readonly gates: readonly Hold[];
  /** The thread's own clock, and its row: what is known to be ordered before. */
  readonly clock: number;
  readonly known: Int32Array;
}
/** Each edge waits for what the next one holds, the last one for what the first one holds. */
export type Inversion = readonly LockEdge[];

const MAX_CYCLE = 4;
const MAX_EDGES = 512;

export class LockOrder {
  readonly found: Inversion[] = [];
  private readonly code: Int32Array;
  private readonly clocks = new Clocks(MUST_ORDER);
  private readonly holds = new Holds();
  private readonly edges: LockEdge[] = [];
  private readonly seen = new Set<string>();

  /** `code` tells an attempt, which never waits, from a lock. */
  constructor(code: Int32Array) {
    this.code = code;
  }

  /** The events words[from, to) of one step. */
  feed(step: number, thread: number, words: Int32Array, from: number, to: number): void {
    for (let at = from, event = 0; at < to; at = nextEvent(words, at), event++) {
      const kind = eventKind(words[at]);
      const lock = words[at + 2];
      const edge = lockEdgeOf(kind);
      if (edge !== 0) {
        const hold = this.holds.feed({ thread, pc: words[at + 1], step, event }, kind, lock);
        if ((edge & TAKES) !== 0 && hold !== undefined)
          this.acquired(hold, this.holds.of(thread).slice(0, -1));
      }
      this.clocks.feed(thread, kind, lock, words[at + 3]);
    }
  }

  private acquired(wanted: Hold, earlier: readonly Hold[]): void {
    const { pc, step, lock } = wanted;
    // A recursive lock taken again does not wait; locks taken at once (std::scoped_lock) do not wait for each other.
    const gates = earlier.filter((hold) => hold.pc !== pc || hold.step !== step);
    if (!waitsForLock(this.code[pc]) || earlier.some((hold) => hold.lock === lock)) return;
    for (const held of gates) this.addEdge(held, wanted, gates);
  }

  private addEdge(held: Hold, wanted: Hold, gates: readonly Hold[]): void {
    const { thread } = wanted;
    const clock = this.clocks.now(thread);
    const key = [
      thread,
      clock,
      wanted.lock,
      wanted.pc,
      ...gates.map((gate) => `${gate.lock}@${gate.pc}`),
    ].join();
    const name = `${held.lock} ${key}`;
    if (this.seen.has(name) || this.edges.length === MAX_EDGES) return;
    this.seen.add(name);
    const edge = { held, wanted, gates, clock, known: this.clocks.row(thread) };
    this.edges.push(edge);
    this.close([edge]);
  }

  /** Depth-first: tries to lead `path` back to the lock its first edge holds. */
  private close(path: readonly LockEdge[]): void {
    const last = path[path.length - 1];
    if (path.length > 1 && meets(last, path[0])) {
      this.report(path);
      return;
    }
    if (path.length === MAX_CYCLE) return;
    for (const edge of this.edges) {
      if (meets(last, edge) && path.every((other) => canMeet(other, edge))) this.close([...path, edge]);
    }
  }

  private report(cycle: Inversion): void {
    const name = cycle
      .map(({ held, wanted }) => `${held.lock} ${wanted.lock}`)
      .sort()
      .join();
    if (this.seen.has(name)) return;
    this.seen.add(name);
    // From the edge that came first in the run, so that the report does not depend on how the cycle was met.
    const first = cycle.reduce((best, edge, i) => (before(edge.wanted, cycle[best].wanted) ? i : best), 0);
    this.found.push([...cycle.slice(first), ...cycle.slice(0, first)]);
  }
}

const before = (a: EventRef, b: EventRef): boolean =>
  a.step < b.step || (a.step === b.step && a.event < b.event);

/** `edge` waits for what `next` holds. */
const meets = (edge: LockEdge, next: LockEdge): boolean =>
  edge.wanted.lock === next.held.lock && !(edge.wanted.shared && next.held.shared);

/** Two threads, at these two places at the same time, in some schedule that starts and joins as this run did. */
function canMeet(a: LockEdge, b: LockEdge): boolean {
  if (a.wanted.thread === b.wanted.thread) return false;
  if (b.known[a.wanted.thread] >= a.clock || a.known[b.wanted.thread] >= b.clock) return false;
  return !a.gates.some((x) => b.gates.some((y) => x.lock === y.lock && !(x.shared && y.shared)));
}
