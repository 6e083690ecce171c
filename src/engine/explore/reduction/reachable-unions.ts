/**
 * Of each node of a growing graph, the union of the footprints that can be reached from it, in a context that keeps some nodes from going
 * on. All nodes of a strongly connected component reach the same, so that one depth-first search (Tarjan, "Depth-first search and
 * linear graph algorithms", SIAM J. Comput. 1972) answers for all it meets: asking for every node costs no more than asking for the
 * first. What was answered before is taken for the answer until an eighth more is known; who needs to be exact says so.
 */
import { doubled } from '../../../base/doubled';
import { initially } from '../../../base/sizes';

export const UNKNOWN = -1;

export type Next = readonly number[] | 'nowhere';

export interface Graph {
  /** Words of a footprint. */
  readonly words: number;
  /** By node, at node * words. */
  readonly footprints: Int32Array;
  /** Grows with everything that is learned of the graph; above 0. */
  readonly version: number;
  /** Where one can go from a node; 'nowhere': it is not left, and its footprint is not made; 'unknown': nobody has seen it. */
  next(node: number, context: number): Next | 'unknown';
}

/** What is known of the nodes in one context, by node. */
interface Answers {
  /** The offset into `pool`; or a node that is reached and was unknown, as -2 - node. */
  at: Int32Array;
  /** By what version of the graph; 0: not asked. */
  version: Int32Array;
}

interface Frame {
  node: number;
  next: readonly number[];
  /** How many of them are still to be followed. */
  left: number;
  /** An answer that may be equal to this one's, or UNKNOWN. */
  alike: number;
  /** The oldest version that the answer is made from. */
  version: number;
}

export class ReachableUnions {
  pool: Int32Array;
  private end = 0;
  private readonly graph: Graph;
  private answers: Answers[] = [];
  /** By node, its number in the search under way, if above `before`; and the least number on the stack that it reaches. */
  private order = new Int32Array(initially(256));
  private low = new Int32Array(initially(256));
  private before = 0;
  private count = 0;
  private readonly stack: number[] = [];
  private readonly frames: Frame[] = [];
  /** By frame, the union so far. */
  private sums: Int32Array;

  constructor(graph: Graph) {
    this.graph = graph;
    this.pool = new Int32Array(graph.words * initially(64));
    this.sums = new Int32Array(graph.words * initially(64));
  }

  /** The offset into `pool` of what is reached from a node, or UNKNOWN if something there is. */
  reached(from: number, context: number, exact: boolean): number {
    const { version } = this.graph;
    const known = this.answersIn(context, from);
    if (this.meetsUnknown(known.at[from], context)) return UNKNOWN;
    if (this.isFresh(known.version[from], exact ? 0 : version >>> 3)) return known.at[from];
    if (this.count > 2 ** 30) this.forgetOrder();
    this.before = this.count;
    this.stack.length = 0;
    this.frames.length = 0;
    const next = this.graph.next(from, context);
    if (next === 'unknown') return UNKNOWN;
    this.enter(from, next, version);
    // The newest step first: what it leads to is unknown most often.
    for (let frame = this.frames.at(-1); frame !== undefined; frame = this.frames.at(-1)) {
      if (frame.left === 0) {
        this.leave(frame, context);
        continue;
      }
      const unknown = this.follow(frame, frame.next[--frame.left], context, exact);
      if (unknown >= 0) return this.giveUp(unknown, context);
    }
    return this.answersIn(context, from).at[from];
  }

  /** Forgets all answers. */
  clear(): void {
    this.answers = [];
    this.end = 0;
  }

  private isFresh(version: number, late: number): boolean {
    return version > 0 && this.graph.version - version <= late;
  }

  /** A node that is reached there and unknown, or -1. */
  private follow(frame: Frame, to: number, context: number, exact: boolean): number {
    const { at, version } = this.answersIn(context, to);
    if (this.meetsUnknown(at[to], context)) return -2 - at[to];
    // Half as late as an answer may be: else one that is made of many would be late again as soon as the next of them is.
    if (this.isFresh(version[to], exact ? 0 : this.graph.version >>> 4)) {
      this.take(this.frames.length - 1, this.pool, at[to]);
      frame.alike = at[to];
      frame.version = Math.min(frame.version, version[to]);
      return -1;
    }
    if (this.order[to] > this.before) {
      this.low[frame.node] = Math.min(this.low[frame.node], this.order[to]);
      return -1;
    }
    const next = this.graph.next(to, context);
    if (next === 'unknown') return to;
    this.enter(to, next, this.graph.version);
    return -1;
  }

  /** All that are open reach the unknown node: none of them is asked again while it is one. */
  private giveUp(unknown: number, context: number): number {
    for (const node of this.stack) {
      const { at, version } = this.answersIn(context, node);
      at[node] = -2 - unknown;
      version[node] = 0;
    }
    return UNKNOWN;
  }

  private meetsUnknown(at: number, context: number): boolean {
    return at < UNKNOWN && this.graph.next(-2 - at, context) === 'unknown';
  }

  private enter(node: number, next: Next, version: number): void {
    const { words, footprints } = this.graph;
    while (node >= this.order.length) {
      this.order = doubled(this.order);
      this.low = doubled(this.low);
    }
    this.order[node] = ++this.count;
    this.low[node] = this.count;
    this.stack.push(node);
    const steps = next === 'nowhere' ? [] : next;
    this.frames.push({ node, next: steps, left: steps.length, alike: UNKNOWN, version });
    if (this.frames.length * words > this.sums.length) this.sums = doubled(this.sums);
    const sum = (this.frames.length - 1) * words;
    for (let i = 0; i < words; i++)
      this.sums[sum + i] = next === 'nowhere' ? 0 : footprints[node * words + i];
  }

  /** Ends a frame: the first of a component answers for all of it. */
  private leave(frame: Frame, context: number): void {
    const { words } = this.graph;
    this.frames.pop();
    const depth = this.frames.length;
    const { node } = frame;
    if (this.low[node] === this.order[node]) {
      const offset = this.kept(depth * words, frame.alike);
      frame.alike = offset;
      for (let member = this.stack.pop(); member !== undefined; member = this.stack.pop()) {
        const { at, version } = this.answersIn(context, member);
        at[member] = offset;
        version[member] = frame.version;
        if (member === node) break;
      }
    }
    const parent = this.frames.at(-1);
    if (parent === undefined) return;
    this.low[parent.node] = Math.min(this.low[parent.node], this.low[node]);
    parent.version = Math.min(parent.version, frame.version);
    parent.alike = frame.alike;
    this.take(depth - 1, this.sums, depth * words);
  }

  private take(depth: number, from: Int32Array, at: number): void {
    const { words } = this.graph;
    for (let i = 0; i < words; i++) this.sums[depth * words + i] |= from[at + i];
  }

  /** Where the pool has these words: where some equal ones are, or a new place. */
  private kept(sum: number, alike: number): number {
    const { words } = this.graph;
    let equal = alike >= 0;
    for (let i = 0; equal && i < words; i++) equal = this.pool[alike + i] === this.sums[sum + i];
    if (equal) return alike;
    const at = this.end;
    this.end += words;
    if (this.end > this.pool.length) this.pool = doubled(this.pool);
    for (let i = 0; i < words; i++) this.pool[at + i] = this.sums[sum + i];
    return at;
  }

  private answersIn(context: number, node: number): Answers {
    while (context >= this.answers.length)
      this.answers.push({ at: new Int32Array(initially(64)), version: new Int32Array(initially(64)) });
    const answers = this.answers[context];
    while (node >= answers.at.length) {
      answers.at = doubled(answers.at);
      answers.version = doubled(answers.version);
    }
    return answers;
  }

  private forgetOrder(): void {
    this.order.fill(0);
    this.count = 0;
  }
}
