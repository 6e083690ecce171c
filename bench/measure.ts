/** One model judged again and again, in node and in a worker of a page alike: the medians. */
import { compile } from '../src/engine/compiler';
import { explore } from '../src/engine/explore/explore';
import type { Model } from './searchModels';

export interface Measured {
  readonly verdict: string;
  readonly states: number;
  readonly transitions: number;
  /** ms from source to verdict. */
  readonly judging: number;
  /** Transitions a second of a search that reduces nothing; null where that would take too long. */
  readonly rate: number | null;
}

/** Has 3 million states without reduction. */
const TOO_LARGE = 'D(2,1000)';

export function measure({ name, cpp }: Model, runs: number): Measured {
  const judge = (orders: 'reduced' | 'full') => {
    const start = performance.now();
    const compiled = compile(cpp, `${name}.cpp`);
    if ('diagnostics' in compiled) throw new Error(`${name}: ${compiled.diagnostics[0].message}`);
    const between = performance.now();
    const verdict = explore(compiled.program, { orders, noMinimal: true });
    const end = performance.now();
    return { verdict, judging: end - start, rate: (verdict.allTransitions * 1000) / (end - between) };
  };
  const all = Array.from({ length: runs }, () => judge('reduced'));
  const { kind, complete, states, transitions } = all[0].verdict;
  return {
    verdict: `${kind}${complete ? '' : ' (limit)'}`,
    states,
    transitions,
    judging: median(all.map(({ judging }) => judging)),
    rate:
      name === TOO_LARGE
        ? null
        : median(Array.from({ length: runs }, () => judge('full')).map(({ rate }) => rate)),
  };
}

export const median = (all: number[]): number => all.sort((a, b) => a - b)[all.length >> 1];
