/** Fair rounds against the definition: every set of states is tried that a run could come to infinitely often. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ThreadId } from '../../bytecode/program';
import { fairCycles } from './fair-cycles';
import type { Edge, State, Wait } from './state-graph';

const THREADS = 3;
const STATES = 6;
const WORDS = 3;

const words = fc.uniqueArray(fc.nat(WORDS - 1), { maxLength: 2 });
const locks = fc.array(fc.record({ lock: fc.nat(1), holder: fc.nat(THREADS - 1) }), {
  minLength: 1,
  maxLength: 2,
});
/** In a state a thread takes one step (`to` below 0 is a fault), or waits for locks, or does neither. */
const thread = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ to: fc.integer({ min: -1, max: STATES - 1 }), writes: words, reads: words }),
  },
  locks,
  fc.constant(null),
);
const graph: fc.Arbitrary<State[]> = fc
  .array(fc.array(thread, { minLength: THREADS, maxLength: THREADS }), {
    minLength: STATES,
    maxLength: STATES,
  })
  .map((states) =>
    states.map((threads) => {
      const edges: Edge[] = [];
      const waits: Wait[] = [];
      threads.forEach((does, i) => {
        const thread = i as ThreadId;
        if (Array.isArray(does)) waits.push({ thread, locks: does });
        else if (does !== null) edges.push({ ...does, thread, choice: { thread, pick: 0 } });
      });
      const enabled = edges.reduce((set, { thread }) => set | (1 << thread), 0);
      return { edges, waits, enabled, isOver: false };
    }),
  );

/** Whether a run can come to these states, and to no others, infinitely often. */
function isRound(states: readonly State[], within: ReadonlySet<number>): boolean {
  const reached = (from: number): Set<number> => {
    const found = new Set<number>();
    const open = [from];
    for (const at of open)
      for (const { to } of states[at].edges)
        if (within.has(to) && !found.has(to)) {
          found.add(to);
          open.push(to);
        }
    return found;
  };
  return [...within].every((at) => reached(at).size === within.size);
}

/** Fairness word by word as its definition has it, with all steps that stay within: fewer make more watchers. */
function isFairTo(thread: number, states: readonly State[], within: ReadonlySet<number>): boolean {
  const steps = [...within].flatMap((at) => states[at].edges.filter(({ to }) => within.has(to)));
  const isActive = steps.some(
    (mine) =>
      mine.thread === thread &&
      steps.some(
        (other) => other.thread !== thread && other.reads.some((word) => mine.writes.includes(word)),
      ),
  );
  const waits = [...within].map((at) => states[at].waits.find((wait) => wait.thread === thread)?.locks ?? []);
  const isHeld = waits[0].some((one) =>
    waits.every((all) => all.some(({ lock, holder }) => lock === one.lock && holder === one.holder)),
  );
  if (waits.every((all) => all.length > 0) && !isHeld) return false;
  if (isActive) return true;
  return [...within].every((from) => {
    let at = from;
    for (let steps = 0; steps <= STATES; steps++) {
      const next = states[at].edges.find((edge) => edge.thread === thread);
      if (next === undefined) return true;
      if (!within.has(next.to)) return false;
      at = next.to;
    }
    return true;
  });
}

test('there is a fair cycle among states if some set of them is one, and each one found is', () => {
  let met = 0;
  fc.assert(
    fc.property(graph, (states) => {
      const isFair = (within: ReadonlySet<number>): boolean =>
        isRound(states, within) && [0, 1, 2].every((thread) => isFairTo(thread, states, within));
      const fair: Set<number>[] = [];
      for (let set = 1; set < 1 << STATES; set++) {
        const within = new Set([...states.keys()].filter((at) => (set & (1 << at)) !== 0));
        if (isFair(within)) fair.push(within);
      }
      if (fair.length > 0) met++;
      const found = fairCycles(states);
      for (const cycle of found) expect(isFair(cycle.states)).toBe(true);
      for (const set of fair)
        expect(found.some((cycle) => [...set].every((at) => cycle.states.has(at)))).toBe(true);
    }),
    { numRuns: 300 },
  );
  expect(met).toBeGreaterThan(30);
});
