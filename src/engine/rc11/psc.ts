/**
 * The condition of RC11 on what is sequentially consistent: psc has no cycle, as GenMC has it.
 *
 *     scb = sb ∪ sb;hb;sb ∪ rf ∪ mo ∪ rb
 *     psc = ([SC] ∪ [Fsc];hb?);scb;([SC] ∪ hb?;[Fsc])  ∪  [Fsc];(hb ∪ hb;eco;hb);[Fsc]
 *
 * It differs in scb from two others. The paper (Lahav et al., PLDI 2017) has sb|≠loc;hb;sb|≠loc for sb;hb;sb and hb|loc for rf; C++20 orders
 * what is coherence-ordered (rf ∪ mo ∪ rb)⁺, through writes too that are not sequentially consistent ([atomics.order]/3 and 4.1, P0668R5).
 * Each forbids an execution that the others allow: weak/fixtures/iriw-one-writer-rel.cpp has 16 here and 15 under C++20,
 * weak/fixtures/sca-rs-rmw.cpp 33 here and 32 by the paper.
 *
 * Consistency is closed under beginnings along sb ∪ rf, so that a graph which fails here need not be continued.
 */
import { type ExecutionGraph, type GraphEvent, isSeqCst } from './execution-graph';

export function isConsistent(graph: ExecutionGraph): boolean {
  const events = graph.all;
  const ordered = events.filter(isSeqCst);
  // Whatever is sequentially consistent is an execution of RC11, and most are.
  if (ordered.length < 2 || isSequential(graph)) return true;
  const relations = new Relations(graph);
  const number = new Map(ordered.map((event, i) => [event, i]));
  const after: Set<number>[] = ordered.map(() => new Set());
  const fences = ordered.filter(({ kind }) => kind === 'fence');
  /** What stands for an event where psc begins or ends: itself, and the fences before or behind it. */
  const before = events.map((x) => sides(x, fences, (fence) => relations.hb(fence, x), number));
  const behind = events.map((y) => sides(y, fences, (fence) => relations.hb(y, fence), number));
  for (let i = 0; i < events.length; i++) {
    if (before[i].length === 0) continue;
    for (let j = 0; j < events.length; j++) {
      if (i === j || behind[j].length === 0 || !relations.scb(events[i], events[j])) continue;
      for (const a of before[i]) for (const b of behind[j]) after[a].add(b);
    }
  }
  for (const a of fences)
    for (const b of fences)
      if (a !== b && (relations.hb(a, b) || relations.throughEco(a, b)))
        after[number.get(a)!].add(number.get(b)!);
  return isAcyclic(after);
}

/**
 * Whether it is an execution of sequential consistency too: all events in one order, in which each load reads the last store before it.
 * Of each relation only the neighbours are drawn: the last event of each thread that happened before, and the next store in modification order.
 */
export function isSequential(graph: ExecutionGraph): boolean {
  const events = graph.all;
  const number = new Map(events.map((event, i) => [event, i]));
  const after: number[][] = events.map(() => []);
  const draw = (from: GraphEvent | undefined, to: GraphEvent | undefined): void => {
    // What was there before anybody wrote is before everything.
    if (from !== undefined && to !== undefined && from.thread >= 0)
      after[number.get(from)!].push(number.get(to)!);
  };
  const byThread: GraphEvent[][] = [];
  for (const event of events) {
    event.clock.forEach((known, thread) => {
      draw(
        byThread[thread]?.findLast(({ index }) => index <= known),
        event,
      );
    });
    const own = byThread[event.thread] ?? [];
    own.push(event);
    byThread[event.thread] = own;
  }
  for (const [, { writes, touched }] of graph.everyLocation()) {
    const place = new Map(writes.map((write, i) => [write, i]));
    writes.forEach((write, i) => {
      draw(write, writes[i + 1]);
    });
    for (const event of touched) {
      if (event.source === null) continue;
      draw(event.source, event);
      if (event.kind === 'read') draw(event, writes[place.get(event.source)! + 1]);
    }
  }
  return isAcyclic(after);
}

function sides(
  event: GraphEvent,
  fences: readonly GraphEvent[],
  reaches: (fence: GraphEvent) => boolean,
  number: ReadonlyMap<GraphEvent, number>,
): number[] {
  const own = number.get(event);
  const others = fences
    .filter((fence) => fence !== event && reaches(fence))
    .map((fence) => number.get(fence)!);
  return own === undefined ? others : [own, ...others];
}

class Relations {
  private readonly events: readonly GraphEvent[];
  private readonly place = new Map<GraphEvent, number>();
  constructor(graph: ExecutionGraph) {
    this.events = graph.all;
    for (const [, { writes }] of graph.everyLocation()) {
      writes.forEach((write, i) => {
        this.place.set(write, i);
      });
    }
  }

  hb(a: GraphEvent, b: GraphEvent): boolean {
    return a !== b && (b.clock[a.thread] ?? 0) >= a.index;
  }

  scb(a: GraphEvent, b: GraphEvent): boolean {
    if (a.thread === b.thread) return a.index < b.index;
    if (a.location !== null && a.location === b.location) {
      if (b.source === a) return true;
      const [from, to] = [this.seen(a), this.written(b)];
      // mo where both write, rb where the first reads.
      if (to !== null && from < to) return true;
    }
    // sb;hb;sb: what a's thread did next is known before b.
    return (b.before[a.thread] ?? 0) > a.index;
  }

  /** hb;eco;hb */
  throughEco(a: GraphEvent, b: GraphEvent): boolean {
    return this.events.some(
      (x) => x.location !== null && this.hb(a, x) && this.events.some((y) => this.hb(y, b) && this.eco(x, y)),
    );
  }

  /** (rf ∪ mo ∪ rb)⁺ */
  private eco(a: GraphEvent, b: GraphEvent): boolean {
    if (a === b || a.location !== b.location) return false;
    if (b.source === a) return true;
    const to = this.written(b);
    // To a read, by the write it reads: mo;rf and rb;rf.
    if (to === null) {
      const place = this.place.get(b.source!)!;
      return a.kind === 'read' ? this.seen(a) < place : this.seen(a) <= place;
    }
    return this.seen(a) < to;
  }

  /** Place in modification order of what an access leaves behind it, or saw. */
  private seen(event: GraphEvent): number {
    return this.place.get(event.kind === 'read' ? event.source! : event)!;
  }
  private written(event: GraphEvent): number | null {
    return event.kind === 'read' ? null : this.place.get(event)!;
  }
}

function isAcyclic(after: readonly Iterable<number>[]): boolean {
  const state = new Uint8Array(after.length);
  const visit = (node: number): boolean => {
    state[node] = 1;
    for (const next of after[node])
      if (state[next] === 1 || (state[next] === 0 && !visit(next))) return false;
    state[node] = 2;
    return true;
  };
  return after.every((_, node) => state[node] !== 0 || visit(node));
}
