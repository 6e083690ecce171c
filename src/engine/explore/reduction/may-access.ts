/**
 * What a thread may yet touch, learned while searching. Each thread's own states (where it stands, its private variables) are nodes
 * of a graph; an edge is a step that was seen, with the shared words it accessed. `from` asks for all that a thread can reach
 * while another one, which holds certain locks, does not move. The search uses the answers to form persistent sets, as if
 * the graph were complete; `outdated` tells at the end of a pass whether an answer that was used has become wrong since, and
 * then the pass is repeated with what is known by then.
 *
 * Why this is sound: let the reduced search be done, with no answer outdated, and take a shortest run of the full system with a step
 * that some used answer does not cover. Up to that step the persistent sets were persistent, so the reduced search ran an equivalent
 * of that prefix, in which the thread stands at the same node and takes the same step: it was seen, and the answer covers it.
 * (The idea of claims that are checked while they are used is SPIN's xr/xs; Holzmann & Peled, "An improvement in formal
 * verification", FORTE 1994.)
 */
import { assert } from '../../../base/assert';
import { doubled } from '../../../base/doubled';
import { initially } from '../../../base/sizes';
import { MAX_THREADS, type Machine } from '../../machine';
import { hashLocal, joinTarget, privateWords, wantedLocks } from '../../machine/local';
import { FingerprintSet } from '../steps/fingerprint-set';
import type { LockSet, LockSets } from './lock-sets';
import { type Graph, type Next, ReachableUnions, UNKNOWN } from './reachable-unions';

/** A node and a context are one key, below 2^53. */
const MAX_NODES = 2 ** 27;
const MAX_CONTEXTS = 2 ** 26;

/** All that was seen of the threads, for another one's `learn`. By node, but for the width; a footprint is `2 * width` words. */
export interface Facts {
  readonly width: number;
  /** Two words a node, which name it. */
  readonly hashes: Int32Array;
  readonly wants: readonly (readonly number[])[];
  readonly joins: readonly number[];
  readonly known: readonly boolean[];
  readonly sinks: readonly boolean[];
  readonly next: readonly (readonly number[])[];
  readonly footprints: Int32Array;
}

/** What was asked about: from a node on, while a thread that holds these locks does not move. */
export interface ReachQuery {
  readonly node: number;
  readonly held: LockSet;
  readonly still: number;
}

interface Answer {
  readonly node: number;
  readonly context: number;
  /** Offset into `pool`, or UNKNOWN. */
  at: number;
}

/** Words of a set of so many cells, a bit each, and of a word's more that a search may find. */
export const widthFor = (cells: number): number => (cells + 63) >>> 5;

export class MayAccess implements Graph {
  /** Words of one set of cells; a footprint is two: of accesses that commute with each other, then of those that conflict with any (NONCOMMUTING). */
  readonly width: number;
  readonly words: number;
  /** By node, at node * 2 * width: what its steps touch. */
  footprints: Int32Array;
  /** Grows with every fact that was not known. */
  version = 1;
  /** Grows with every access of a node that was not known. */
  accesses = 0;
  /** What may be accessed from a node on. */
  private readonly unions: ReachableUnions;
  /** Whether an answer was given that is too small by now. */
  private grown = false;
  private readonly ids = new FingerprintSet();
  private readonly own: readonly Uint8Array[];
  private readonly hash = new Int32Array(2);
  private readonly hashes: number[] = [];
  private readonly locks: LockSets;
  private readonly steps: number[][] = [];
  private readonly wants: (readonly number[])[] = [];
  private readonly joins: number[] = [];
  private readonly known: boolean[] = [];
  /** Nodes that no step left in all runs so far: taken for sinks until one does. */
  private readonly sinks: boolean[] = [];
  private readonly answers = new Map<number, Answer>();
  private readonly contexts = new Map<number, number>();
  private readonly contextSets: number[] = [];
  private readonly contextThreads: number[] = [];

  /** `width`: words of a set of cells; those with a higher number are in none (`widthFor`). */
  constructor(machine: Machine, width: number, locks: LockSets) {
    this.width = width;
    this.locks = locks;
    this.own = privateWords(machine.program);
    this.words = 2 * this.width;
    this.footprints = new Int32Array(this.words * initially(256));
    this.unions = new ReachableUnions(this);
  }

  /** By answer: what may be accessed by what commutes, then by what conflicts. */
  get pool(): Int32Array {
    return this.unions.pool;
  }

  get size(): number {
    return this.ids.count;
  }

  /** The node a thread rests at. */
  nodeOf(machine: Machine, thread: number): number {
    const { hash } = this;
    hashLocal(machine, thread, this.own, hash, 0);
    const known = this.size;
    const node = this.ids.put(hash[0], hash[1]);
    if (node < known) return node;
    const wants: number[] = [];
    wantedLocks(machine, thread, (lock, shared) => wants.push(lock * 2 + (shared ? 1 : 0)));
    this.add(node, hash, wants, joinTarget(machine, thread));
    return node;
  }

  /** A node that was just entered among the ids. */
  private add(node: number, hash: Int32Array, wants: readonly number[], join: number): void {
    assert(node < MAX_NODES, 'more nodes than a key has room for');
    this.hashes.push(hash[0], hash[1]);
    this.steps.push([]);
    this.wants.push(wants);
    this.joins.push(join);
    this.known.push(false);
    this.sinks.push(false);
    if ((node + 1) * 2 * this.width > this.footprints.length) this.footprints = doubled(this.footprints);
  }

  isKnown(node: number): boolean {
    return node < this.size && this.known[node];
  }

  /** A step from `node` was seen that touched a cell. */
  learnAccess(node: number, cell: number, conflicts: boolean): void {
    if (cell >>> 5 >= this.width) return;
    const at = node * 2 * this.width + (conflicts ? this.width : 0) + (cell >>> 5);
    const bit = 1 << (cell & 31);
    if ((this.footprints[at] & bit) !== 0) return;
    this.footprints[at] |= bit;
    this.version++;
    this.accesses++;
  }

  /** A step from `node` was seen that led to `to`: of the same thread, or the beginning of one it started. */
  learnStep(node: number, to: number): void {
    if (!this.known[node]) {
      this.known[node] = true;
      this.sinks[node] = false;
      this.version++;
    }
    const steps = this.steps[node];
    if (to < 0 || steps.includes(to)) return;
    steps.push(to);
    this.version++;
  }

  facts(): Facts {
    const { width, wants, joins, known, sinks, steps: next, size } = this;
    const footprints = this.footprints.slice(0, size * 2 * width);
    return { width, hashes: Int32Array.from(this.hashes), wants, joins, known, sinks, next, footprints };
  }

  /** What others of the same width have seen. Numbers new nodes the same in whatever order the others are named. */
  learn(others: readonly Facts[]): void {
    const { width } = this;
    const news = others.flatMap(({ hashes, wants, joins }) =>
      joins.map((join, node) => ({
        hash: hashes.subarray(2 * node, 2 * node + 2),
        wants: wants[node],
        join,
      })),
    );
    news.sort(({ hash: a }, { hash: b }) => a[0] - b[0] || a[1] - b[1]);
    for (const { hash, wants, join } of news) {
      const before = this.size;
      const node = this.ids.put(hash[0], hash[1]);
      if (node === before) this.add(node, hash, wants, join);
    }
    for (const { hashes, known, sinks, next, footprints } of others) {
      const mine = known.map((_, node) => this.ids.put(hashes[2 * node], hashes[2 * node + 1]));
      for (const [node, at] of mine.entries()) {
        if (known[node]) this.learnStep(at, -1);
        else if (sinks[node] && !this.known[at]) this.sinks[at] = true;
        for (const to of next[node]) this.learnStep(at, mine[to]);
        for (let i = 0; i < 2 * width; i++) {
          const word = at * 2 * width + i;
          const more = footprints[node * 2 * width + i] & ~this.footprints[word];
          if (more === 0) continue;
          this.footprints[word] |= more;
          this.version++;
          this.accesses++;
        }
      }
    }
  }

  /** Offset into `pool` of what may happen from `node` on while `still`, who holds `set`, does not move; or UNKNOWN. */
  from(node: number, set: number, still: number): number {
    if (node >= this.size) return UNKNOWN;
    const context = this.contextOf(set, still);
    const key = node * MAX_CONTEXTS + context;
    const answer = this.answers.get(key);
    if (answer === undefined) {
      const at = this.unions.reached(node, context, false);
      this.answers.set(key, { node, context, at });
      return at;
    }
    const before = answer.at;
    answer.at = this.unions.reached(node, context, false);
    if (before >= 0 && before !== answer.at && this.exceedsAt(before, answer.at)) this.grown = true;
    return answer.at;
  }

  /** Whether an answer that was given is too small by now. Forgets all answers. */
  outdated(): boolean {
    let { grown } = this;
    for (const { node, context, at } of this.answers.values()) {
      if (grown) break;
      if (at < 0) continue;
      grown = this.exceedsAt(at, this.unions.reached(node, context, true));
    }
    this.answers.clear();
    this.unions.clear();
    this.grown = false;
    this.assumeSinks();
    return grown;
  }

  private exceedsAt(before: number, now: number): boolean {
    if (now < 0) return true;
    const { pool, words } = this;
    for (let i = 0; i < words; i++) if ((pool[now + i] & ~pool[before + i]) !== 0) return true;
    return false;
  }

  /** Takes nodes that no step has left so far for sinks. */
  assumeSinks(): void {
    for (let node = 0; node < this.known.length; node++) if (!this.known[node]) this.sinks[node] = true;
  }

  /** All questions that were answered. */
  asked(): ReachQuery[] {
    return [...this.answers.values()].map(({ node, context }) => {
      return { node, held: this.locks.held(this.contextSets[context]), still: this.contextThreads[context] };
    });
  }

  /** Whether an answer of `before`, in which the nodes have the same numbers, was too small. */
  exceeds(before: MayAccess, { node, held, still }: ReachQuery): boolean {
    const was = before.from(node, before.locks.intern(held), still);
    if (was === UNKNOWN) return false;
    const is = this.from(node, this.locks.intern(held), still);
    if (is === UNKNOWN) return true;
    for (let i = 0; i < 2 * this.width; i++)
      if ((this.pool[is + i] & ~before.pool[was + i]) !== 0) return true;
    return false;
  }

  /** Whether a step from some node of `before` was seen to touch more. */
  touchesMore(before: MayAccess): boolean {
    const end = before.size * 2 * this.width;
    for (let at = 0; at < end; at++) if ((this.footprints[at] & ~before.footprints[at]) !== 0) return true;
    return false;
  }

  private contextOf(set: number, thread: number): number {
    const key = set * MAX_THREADS + thread;
    let context = this.contexts.get(key);
    if (context === undefined) {
      context = this.contextSets.length;
      assert(context < MAX_CONTEXTS, 'more contexts than a key has room for');
      this.contexts.set(key, context);
      this.contextSets.push(set);
      this.contextThreads.push(thread);
    }
    return context;
  }

  /** Where a thread goes from a node, as far as the context lets pass: it waits for locks that `still` holds, and for `still` to end. */
  next(node: number, context: number): Next | 'unknown' {
    if (this.joins[node] === this.contextThreads[context]) return 'nowhere';
    if (this.wants[node].length > 0 && this.waits(node, this.contextSets[context])) return 'nowhere';
    if (this.known[node]) return this.steps[node];
    return this.sinks[node] ? 'nowhere' : 'unknown';
  }

  private waits(node: number, set: number): boolean {
    for (const name of this.wants[node]) {
      if (this.locks.blocks(set, name >>> 1, (name & 1) !== 0)) return true;
    }
    return false;
  }
}
