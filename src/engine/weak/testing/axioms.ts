/**
 * RC11 as it is written, for programs without branches: every reads-from and every modification order is tried, and each axiom is asked of
 * relations that are matrices. Nothing of the search is used. Source: Lahav et al., PLDI 2017, with the release
 * sequences of C++20 (P0982R1: no later stores of the same thread) and the scb of GenMC (rc11/psc.ts).
 */
import { ACQ_REL, ACQUIRE, RELAXED, RELEASE, SEQ_CST } from '../../rc11/orders';

export interface Operation {
  readonly kind: 'store' | 'load' | 'add' | 'fence';
  /** Number of a variable; of a fence, any. */
  readonly variable: number;
  readonly order: number;
}

interface Event extends Operation {
  /** -1: what a variable is at first. */
  readonly thread: number;
}

type Relation = readonly (readonly boolean[])[];

const relation = (n: number, holds: (a: number, b: number) => boolean): Relation =>
  Array.from({ length: n }, (_, a) => Array.from({ length: n }, (_, b) => holds(a, b)));
const union = (...all: readonly Relation[]): Relation =>
  relation(all[0].length, (a, b) => all.some((each) => each[a][b]));
const then = (...all: readonly Relation[]): Relation =>
  all.reduce((one, other) => relation(one.length, (a, b) => one[a].some((is, x) => is && other[x][b])));
const closure = (one: Relation): Relation => {
  let all = one;
  for (;;) {
    const more = union(all, then(all, one));
    if (more.every((row, a) => row.every((is, b) => is === all[a][b]))) return all;
    all = more;
  }
};
const isIrreflexive = (one: Relation): boolean => one.every((row, a) => !row[a]);

/** How many executions there are. */
export function countConsistent(threads: readonly (readonly Operation[])[], variables: number): number {
  const first: Event[] = Array.from({ length: variables }, (_, variable) => ({
    kind: 'store',
    variable,
    order: RELAXED,
    thread: -1,
  }));
  const events: Event[] = [
    ...first,
    ...threads.flatMap((all, thread) => all.map((each) => ({ ...each, thread }))),
  ];
  const writers = (variable: number) => ids(events, (e) => isWrite(e) && e.variable === variable);
  const readers = ids(events, isRead);
  let count = 0;
  const orders = Array.from({ length: variables }, (_, variable) =>
    permutations(writers(variable).filter((e) => e !== variable)).map((rest) => [variable, ...rest]),
  );
  for (const mo of product(orders))
    for (const sources of product(
      readers.map((reader) => writers(events[reader].variable).filter((w) => w !== reader)),
    ))
      if (isConsistent(events, new Map(readers.map((reader, i) => [reader, sources[i]])), mo)) count++;
  return count;
}

function isConsistent(
  events: readonly Event[],
  sources: ReadonlyMap<number, number>,
  orders: readonly (readonly number[])[],
): boolean {
  const n = events.length;
  const make = (holds: (a: number, b: number) => boolean) => relation(n, holds);
  const only = (fits: (event: Event) => boolean) => make((a, b) => a === b && fits(events[a]));
  const maybe = (one: Relation) =>
    union(
      one,
      only(() => true),
    );
  const sb = make(
    (a, b) =>
      a < b && (events[a].thread === -1 ? events[b].thread >= 0 : events[a].thread === events[b].thread),
  );
  const rf = make((a, b) => sources.get(b) === a);
  const mo = make((a, b) =>
    orders.some((order) => order.includes(a) && order.includes(b) && order.indexOf(a) < order.indexOf(b)),
  );
  const rb = make((a, b) => a !== b && sources.has(a) && mo[sources.get(a)!][b]);
  const [fences, writes, reads] = [only((e) => e.kind === 'fence'), only(isWrite), only(isRead)];
  const rmw = only((e) => e.kind === 'add');
  const rs = then(writes, maybe(closure(then(rf, rmw))));
  const releasing = only(({ order }) => order === RELEASE || order === ACQ_REL || order === SEQ_CST);
  const acquiring = only(({ order }) => order === ACQUIRE || order === ACQ_REL || order === SEQ_CST);
  const sw = then(releasing, maybe(then(fences, sb)), rs, rf, reads, maybe(then(sb, fences)), acquiring);
  const hb = closure(union(sb, sw));
  const eco = closure(union(rf, mo, rb));
  // A read-modify-write is one event here, so that what runs from its write to its read is a circle by itself.
  if (!isIrreflexive(eco) || !isIrreflexive(then(hb, maybe(eco))) || !isIrreflexive(hb)) return false;
  // Atomicity, of events that are both the read and the write.
  if (!isIrreflexive(then(rb, mo)) || !isIrreflexive(closure(union(sb, rf)))) return false;
  const sc = only(({ order }) => order === SEQ_CST);
  const scFences = then(sc, fences);
  const scb = union(sb, then(sb, hb, sb), rf, mo, rb);
  const base = then(union(sc, then(scFences, maybe(hb))), scb, union(sc, then(maybe(hb), scFences)));
  const fenced = then(scFences, union(hb, then(hb, eco, hb)), scFences);
  return isIrreflexive(closure(union(base, fenced)));
}

const isWrite = ({ kind }: Operation): boolean => kind === 'store' || kind === 'add';
const isRead = ({ kind }: Operation): boolean => kind === 'load' || kind === 'add';
const ids = (events: readonly Event[], fits: (event: Event) => boolean): number[] =>
  events.flatMap((event, i) => (fits(event) ? [i] : []));

function permutations(all: readonly number[]): number[][] {
  if (all.length === 0) return [[]];
  return all.flatMap((each) =>
    permutations(all.filter((other) => other !== each)).map((rest) => [each, ...rest]),
  );
}
function product<T>(choices: readonly (readonly T[])[]): T[][] {
  return choices.reduce<T[][]>(
    (all, each) => all.flatMap((before) => each.map((one) => [...before, one])),
    [[]],
  );
}
