/** The same program, run and explored in all the ways there are, a row for each: pure. */
import { type Explored, type FreeRuns, failedIn, type Native, type Pressure } from '../../session';
import { grouped } from '../parts/counts';
import { differentIn, percent } from './words';

export interface WayRow {
  readonly way: string;
  readonly runs: string;
  readonly failed: string;
  readonly share: string;
  /** Executions that were met; '–' where that is not known. */
  readonly seen: string;
}

const ways: readonly (readonly [Pressure, string])[] = [
  ['free', 'This machine, interpreted'],
  ['yields', 'This machine, random yields'],
  ['one-core', 'One core'],
  ['random', 'Random walk'],
  ['pct', 'PCT'],
];
const NOTHING = '–';
const builds = [
  ['plain', 'Native'],
  ['tsan', 'Native, ThreadSanitizer'],
  ['asan', 'Native, AddressSanitizer'],
] as const;

interface Known {
  readonly series: Readonly<Partial<Record<Pressure, FreeRuns>>>;
  readonly explored: Explored | undefined;
  /** Of a scenario that was measured, and which of its variants this is. */
  readonly native: Native | undefined;
  readonly slug: string;
  /** How many of the listed executions a series met; null where there is no list. */
  readonly seen: (runs: FreeRuns) => number | null;
}

export const waysOf = ({ series, explored, native, slug, seen }: Known): WayRow[] => [
  ...ways.map(([pressure, way]) => sampled(way, series[pressure], seen)),
  ...natives(native, slug),
  ...enumerated(explored),
];

function sampled(way: string, runs: FreeRuns | undefined, seen: (runs: FreeRuns) => number | null): WayRow {
  const tally = runs?.tally ?? null;
  if (runs === undefined || tally === null || tally.runs === 0)
    return { way, runs: NOTHING, failed: NOTHING, share: NOTHING, seen: NOTHING };
  const failed = failedIn(tally);
  const whole = seen(runs);
  return {
    way,
    runs: grouped(tally.runs),
    failed: grouped(failed),
    share: percent(failed, tally.runs),
    seen: whole === null ? differentIn(tally) : grouped(whole),
  };
}

/** What the numbers were taken from; nothing where there are only those of this page. */
export function measuredWords(native: Native | undefined, slug: string): string[] {
  const failures = native?.failures[slug];
  if (native === undefined || failures === undefined || native.runs === 0) return [];
  const { machine, compiler, date } = native;
  return [
    'On this page an interpreter in the browser runs the program: its threads meet at other moments than those of a native program.',
    `Native runs: ${failures.date ?? date}, ${machine}, ${compiler}.`,
  ];
}

/** As bench/native.mjs measured them, on another machine. */
function natives(native: Native | undefined, slug: string): WayRow[] {
  const failures = native?.failures[slug];
  if (native === undefined || failures === undefined || native.runs === 0) return [];
  return builds.map(([build, way]) => ({
    way,
    runs: grouped(native.runs),
    failed: grouped(failures[build]),
    share: percent(failures[build], native.runs),
    seen: NOTHING,
  }));
}

function enumerated(explored: Explored | undefined): WayRow[] {
  const count = explored?.verdict?.count;
  if (count === undefined || count.endless) return [];
  // Of those that were not counted anything may be so: their part in all is not known.
  const { executions, failing, exact } = count;
  const mark = exact ? '' : '≥ ';
  const all = `${mark}${grouped(executions)}`;
  return [
    {
      way: 'Every order, once each',
      runs: all,
      failed: `${mark}${grouped(failing)}`,
      share: exact ? percent(failing, executions) : NOTHING,
      seen: all,
    },
  ];
}

/** Whether the list has all executions that there are. */
export function isListedWhole(explored: Explored | undefined): boolean {
  const verdict = explored?.verdict;
  const count = verdict?.count;
  return count?.exact === true && !count.endless && verdict?.executions?.length === count.executions;
}
