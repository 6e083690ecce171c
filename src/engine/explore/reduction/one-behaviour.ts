/**
 * Whether each thread does the same in whatever order the threads run, but for how long it waits (determinacy: Karp & Miller 1966). What a search
 * has seen of a thread is a nondeterministic automaton: its nodes, and its steps with what they told of the counters. Made deterministic (the
 * subset construction: Rabin & Scott, "Finite automata and their decision problems", 1959) it may branch at comparisons with counters
 * alone: then by induction what a thread tells is one sequence. For what a comparison of counters comes to follows from what was
 * told before: every value that was set, every sum, and both sides as they stand but for the sums.
 */

export interface Behaviours {
  /** By thread: the nodes at which it may begin. */
  readonly starts: ReadonlyMap<number, ReadonlySet<number>>;
  /** By node and what a step told: where it led. */
  readonly steps: ReadonlyMap<number, ReadonlyMap<string, ReadonlySet<number>>>;
}

/** Where a thread is that has ended. */
export const ENDED = -1;
/** What an ended thread tells. */
const END = 'end';
/** Sets of places that are looked at, at most. */
const MOST = 20_000;

/** A place: a node, as a number; or within what a step tells, the rest of it and where it leads. */
type Place = string;

/** Null: each thread tells one sequence; else pcs that told where another could have told something else. */
export function differing({ starts, steps }: Behaviours): ReadonlySet<number> | null {
  /** What is told next from these nodes on, by what it is. */
  const next = (nodes: Iterable<Place>): Map<string, Set<Place>> => {
    const told = new Map<string, Set<Place>>();
    const seen = new Set(nodes);
    for (const place of seen) {
      const at = place.indexOf('>');
      const rest = place.slice(0, Math.max(0, at));
      const to = place.slice(at + 1);
      if (rest !== '') {
        const comma = rest.indexOf(',');
        const first = comma < 0 ? rest : rest.slice(0, comma);
        const after = comma < 0 ? to : `${rest.slice(comma + 1)}>${to}`;
        told.set(first, (told.get(first) ?? new Set()).add(after));
        continue;
      }
      if (Number(to) === ENDED) told.set(END, new Set());
      for (const [label, nodes] of steps.get(Number(to)) ?? [])
        for (const node of nodes) seen.add(label === '' ? `${node}` : `${label}>${node}`);
    }
    return told;
  };
  for (const nodes of starts.values()) {
    const open: Place[][] = [[...nodes].map((node) => `${node}`)];
    const met = new Set<string>();
    for (const places of open) {
      const told = next(places);
      const names = [...told.keys()];
      const isChoice = names.every((name) => name.startsWith('?'));
      if (names.length > 1 && !isChoice)
        return new Set(
          names
            .filter((name) => name !== END && !name.startsWith('?'))
            .map((name) => Number.parseInt(name, 10)),
        );
      for (const places of told.values()) {
        const all = [...places].sort();
        const key = all.join(' ');
        if (met.has(key) || all.length === 0) continue;
        met.add(key);
        if (met.size > MOST) return new Set();
        open.push(all);
      }
    }
  }
  return null;
}
