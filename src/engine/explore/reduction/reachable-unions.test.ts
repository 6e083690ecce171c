/** Whatever is learned of a graph meanwhile: an exact answer is the union over all that a walk reaches, another one no more than that. */
import { expect, test } from 'vitest';
import { createRng } from '../../../base/rng';
import { withLeastSizes } from '../../../base/sizes';
import { type Graph, type Next, ReachableUnions, UNKNOWN } from './reachable-unions';

const NODES = 40;

/** A node waits in the contexts whose number divides its own. */
class Learned implements Graph {
  readonly words = 2;
  readonly footprints = new Int32Array(this.words * NODES);
  readonly steps: number[][] = Array.from({ length: NODES }, () => []);
  readonly known: boolean[] = new Array(NODES).fill(false);
  version = 1;

  next(node: number, context: number): Next | 'unknown' {
    if (context > 1 && node % context === 0) return 'nowhere';
    return this.known[node] ? this.steps[node] : 'unknown';
  }

  learn(rng: ReturnType<typeof createRng>): void {
    const node = rng.int(NODES);
    this.version++;
    if (!this.known[node]) this.known[node] = true;
    else if (rng.int(3) > 0) this.steps[node].push(rng.int(NODES));
    else this.footprints[node * this.words + rng.int(this.words)] |= 1 << rng.int(32);
  }

  /** By a walk that keeps nothing. */
  walk(from: number, context: number): number[] | null {
    const sum = new Int32Array(this.words);
    const seen = new Set([from]);
    for (const node of seen) {
      const next = this.next(node, context);
      if (next === 'unknown') return null;
      if (next === 'nowhere') continue;
      for (let i = 0; i < this.words; i++) sum[i] |= this.footprints[node * this.words + i];
      for (const to of next) seen.add(to);
    }
    return [...sum];
  }
}

function expectUnions(seed: number): void {
  const rng = createRng(seed);
  const graph = new Learned();
  const unions = new ReachableUnions(graph);
  const answer = (node: number, context: number, exact: boolean): number[] | null => {
    const at = unions.reached(node, context, exact);
    return at === UNKNOWN ? null : [...unions.pool.subarray(at, at + graph.words)];
  };
  for (let round = 0; round < 400; round++) {
    for (let i = rng.int(4); i > 0; i--) graph.learn(rng);
    const [node, context] = [rng.int(NODES), rng.int(4)];
    const truth = graph.walk(node, context);
    if (rng.int(4) === 0) {
      expect(answer(node, context, true)).toEqual(truth);
    } else {
      const said = answer(node, context, false);
      // One that is late may not know yet that something unknown is reached.
      if (said === null) expect(truth).toBeNull();
      else if (truth !== null) expect(said.map((word, i) => word & ~truth[i])).toEqual([0, 0]);
    }
    if (rng.int(100) === 0) unions.clear();
  }
}

test('equal what a walk finds', () => {
  for (let seed = 0; seed < 60; seed++) expectUnions(seed);
  withLeastSizes(() => expectUnions(60));
});
