/** What is said of runs that nobody planned: pure. No rate is said without how it was come by. */
import { type FindingKind, pctBound } from '../../engine';
import { type FreeRuns, failedIn, isAtOnce, type Pressure, type Tally } from '../../session';
import { counted, grouped, nounFor } from '../parts/counts';
import { findingTitles } from '../parts/findings';

const pressures: readonly { readonly value: Pressure; readonly label: string; readonly note: string }[] = [
  {
    value: 'free',
    label: 'No pressure',
    note: 'Threads run at once, a worker for each. The processors decide who is first.',
  },
  {
    value: 'yields',
    label: 'Random yields',
    note: 'Threads run at once. One operation in eight is held up, for up to a fifth of a millisecond.',
  },
  {
    value: 'random',
    label: 'Random walk',
    note: 'One thread at a time. Each that can step is as likely to take the next step.',
  },
  {
    value: 'pct',
    label: 'PCT: random priorities',
    note: 'One thread at a time, by random priorities that change at few random steps.',
  },
  {
    value: 'one-core',
    label: 'One core',
    note: 'One thread at a time. It goes on until it waits or its time slice is over.',
  },
];

export const noteOf = (pressure: Pressure): string =>
  pressures.find(({ value }) => value === pressure)?.note ?? '';
/** Those that this page can put. */
export const pressuresHere = (atOnce: boolean): typeof pressures =>
  atOnce ? pressures : pressures.filter(({ value }) => !isAtOnce(value));

/** '1,000 runs' */
export const runWords = (count: number): string => `${grouped(count)} ${nounFor(count, 'run')}`;

/** '0.03 %', '12 %'; '< 0.01 %' for what is not nothing. */
export function percent(part: number, all: number): string {
  if (all === 0 || part === 0) return '0 %';
  const share = (100 * part) / all;
  if (share < 0.01) return '< 0.01 %';
  if (part < all && share > 99.9) return '> 99.9 %';
  if (part < all && share > 99) return `${Math.floor(share * 10) / 10} %`;
  return `${Number(share.toPrecision(2))} %`;
}

/** Runs cut short by a limit: whether anything is wrong with them is not known. */
const cutIn = ({ outcomes }: Tally): number => outcomes.limit ?? 0;

/** How many different executions were met, as '9'; '≥ 9' where some runs were too long to tell which they were. */
export function differentIn({ runs, unexplained, executions }: Tally): string {
  let named = 0;
  for (const count of executions.values()) named += count;
  return `${named < runs - unexplained ? '≥ ' : ''}${grouped(executions.size)}`;
}

/** '3,120 of 10,000 runs · 1,830 runs/s · 3 failed (0.1 %) · 2 cut short' */
export function progressWords({ phase, series, tally }: FreeRuns): string {
  if (tally === null) return phase === 'preparing' ? 'Starting a worker for each thread…' : 'No run yet.';
  const { runs, ms } = tally;
  const made = runs < series.runs ? `${grouped(runs)} of ${grouped(series.runs)} runs` : runWords(runs);
  const failed = failedIn(tally);
  return [
    made,
    ...(ms > 0 ? [`${grouped(Math.round((1000 * runs) / ms))} runs/s`] : []),
    `${grouped(failed)} failed (${percent(failed, runs)})`,
    ...(cutIn(tally) > 0 ? [`${grouped(cutIn(tally))} cut short`] : []),
  ].join(' · ');
}

export interface OutcomeRow {
  readonly kind: FindingKind | '';
  readonly look: 'passes' | 'fails' | 'cut';
  readonly title: string;
  readonly count: number;
  /** Of the longest bar, 0 … 1. */
  readonly length: number;
  readonly share: string;
  readonly failed: Tally['failed'];
}

/** Kept runs of a kind that are offered, at most. */
const OFFERED = 4;

/** What runs ended in, the most frequent first; runs with which nothing is wrong are the first of all. */
export function outcomeRows({ outcomes, runs, failed }: Tally): OutcomeRow[] {
  const most = Math.max(1, ...Object.values(outcomes));
  return Object.entries(outcomes)
    .map(([key, count]): OutcomeRow => {
      const kind = key as FindingKind | '';
      return {
        kind,
        look: kind === '' ? 'passes' : kind === 'limit' ? 'cut' : 'fails',
        title:
          kind === '' ? 'Nothing wrong' : kind === 'limit' ? 'Cut short by a limit' : findingTitles[kind],
        count,
        // By the square root: one run of ten thousand is still to be seen.
        length: Math.sqrt(count / most),
        share: percent(count, runs),
        failed: failed.filter((run) => run.kind === kind).slice(0, OFFERED),
      };
    })
    .sort((a, b) => Number(b.kind === '') - Number(a.kind === '') || b.count - a.count);
}

/** 'Seen: 9 of 45 executions.' `known`: how many there are; null where that is not known. */
export function seenWords(tally: Tally, met: number, known: number | null): string {
  if (known !== null && known > 0) return `Seen: ${met} of ${grouped(known)} ${nounFor(known, 'execution')}.`;
  return `Seen: ${differentIn(tally)} different ${nounFor(tally.executions.size, 'execution')}.`;
}

/** The bound of PCT beside what was measured; '' for other pressures. */
export function boundWords({ series: { pressure, depth }, tally }: FreeRuns): string {
  if (pressure !== 'pct' || tally === null || tally.steps === 0) return '';
  const { threads, steps, runs } = tally;
  const bound = pctBound(threads, { depth, steps });
  const power = depth === 1 ? '' : depth === 2 ? ` · ${steps}` : ` · ${steps}^${depth - 1}`;
  const failed = failedIn(tally);
  const rate = failed === 0 ? 'None' : `1 in ${grouped(Math.round(runs / failed))}`;
  return `PCT promises: a bug of depth ${depth} fails at least 1 run in ${threads}${power} = ${grouped(Math.round(1 / bound))}, where ${threads} threads take at most ${counted(steps, 'step')}. ${rate} failed here.`;
}

/** What the numbers do not say. */
export function caveats(runs: FreeRuns | undefined, atOnce: boolean): string[] {
  const unexplained = runs?.tally?.unexplained ?? 0;
  const cut = runs?.tally == null ? 0 : cutIn(runs.tally);
  return [
    ...(atOnce
      ? []
      : [
          'These are not real threads: without cross-origin isolation the page has no shared memory, so one worker runs one thread at a time.',
        ]),
    ...(atOnce && runs !== undefined && !isAtOnce(runs.series.pressure)
      ? ['One worker runs one thread at a time here: such a rate is the policy’s, not this machine’s.']
      : []),
    ...(cut > 0
      ? [
          `${runWords(cut)} met a limit of steps, time or memory before the end: they count neither as failed nor as right.`,
        ]
      : []),
    ...(unexplained > 0
      ? [
          `${runWords(unexplained)} cannot be replayed: accesses raced, and the order that was recorded does not explain what came of them.`,
        ]
      : []),
  ];
}
