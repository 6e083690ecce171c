/**
 * The search beside SPIN on the models of searchModels.ts: states, transitions, time from source to verdict, and the rate. SPIN runs
 * here too if it is installed (`apt-get install spin`), with partial-order reduction and without; ratios count, not figures.
 *
 *     node bench/search.mjs [runs]
 */
import { compile } from '../src/engine/compiler';
import { explore } from '../src/engine/explore/explore';
import type { Verdict } from '../src/engine/explore/verdict';
import { median } from './measure';
import { type Model, models } from './searchModels';
import { spin } from './spin';

interface Ours {
  readonly verdict: Verdict;
  /** ms */
  readonly compiling: number;
  readonly exploring: number;
}

function ours({ name, cpp }: Model, full: boolean): Ours {
  const start = performance.now();
  const compiled = compile(cpp, `${name}.cpp`);
  if ('diagnostics' in compiled) throw new Error(`${name}: ${compiled.diagnostics[0].message}`);
  const between = performance.now();
  const verdict = explore(compiled.program, { orders: full ? 'full' : 'reduced', noMinimal: true });
  return { verdict, compiling: between - start, exploring: performance.now() - between };
}

function medianOf<T>(runs: number, run: () => T, times: (result: T) => number[]): [T, number[]] {
  const results = Array.from({ length: runs }, run);
  const columns = times(results[0]).map((_, i) => median(results.map((result) => times(result)[i])));
  return [results[0], columns];
}

const columns = [
  'model',
  'verdict',
  'states',
  'SPIN',
  'ratio',
  'trans.',
  'SPIN',
  'compile ms',
  'search ms',
  'SPIN compile',
  'SPIN search',
  'full states',
  'SPIN',
  'full M trans/s',
  'SPIN',
];

function main(): void {
  const runs = Number(process.argv[2] ?? 3);
  const rows: string[][] = [columns];
  for (const model of models) {
    const [{ verdict }, [compiling, exploring]] = medianOf(
      runs,
      () => ours(model, false),
      (r) => [r.compiling, r.exploring],
    );
    const big = model.name === 'D(2,1000)';
    const full = big
      ? null
      : medianOf(
          runs,
          () => ours(model, true),
          (r) => [r.exploring],
        );
    const peer = spin(model, false);
    const peerFull = big ? null : spin(model, true);
    const show = (n: number | undefined, digits = 0): string =>
      n === undefined || Number.isNaN(n) ? '–' : n.toFixed(digits);
    rows.push([
      model.name,
      `${verdict.kind}${verdict.complete ? '' : ' (limit)'}`,
      show(verdict.states),
      show(peer?.states),
      show(peer ? verdict.states / peer.states : undefined, 2),
      show(verdict.transitions),
      show(peer?.transitions),
      show(compiling, 1),
      show(exploring, 1),
      show(peer?.compiling),
      show(peer?.exploring, 1),
      show(full?.[0].verdict.states),
      show(peerFull?.states),
      show(full ? full[0].verdict.allTransitions / full[1][0] / 1000 : undefined, 2),
      show(peerFull ? peerFull.transitions / peerFull.exploring / 1000 : undefined, 2),
    ]);
  }
  const widths = columns.map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  for (const row of rows)
    console.log(row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));
}

main();
