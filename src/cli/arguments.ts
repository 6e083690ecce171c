/** What the command line asks for. */
import { availableParallelism } from 'node:os';
import type { Granularity, MemoryModel } from '../engine';

export interface Options {
  /** A file, or scenario/variant; without the variant, all of them. Null: every variant of every scenario. */
  readonly target: string | null;
  readonly json: boolean;
  /** Tell of every finding, not only of the gravest. */
  readonly all: boolean;
  /** Runs with more are not tried; null: all. */
  readonly preemptions: number | null;
  /** 0: for ever. Null: for ever while nothing fails, and then DEFECT_SECONDS in all. */
  readonly maxSeconds: number | null;
  readonly maxExecutions: number | null;
  readonly granularity: Granularity;
  /** Null: as the scenario says; of a file, sc. */
  readonly memory: MemoryModel | null;
  /** The function that is run. */
  readonly entry: string;
  /** What main is given, parted at blanks. */
  readonly args: string;
  /** Waits may wake up, and weak exchanges fail, for no reason. */
  readonly spurious: boolean;
  /** What rand and random_device begin with. */
  readonly seed: number | null;
  /** A run is cut off after so many steps. */
  readonly maxSteps: number | null;
  /** Threads for a large search. */
  readonly workers: number;
  /** Where the page is served, for links to it; null: where `npm start` says, if it runs. */
  readonly page: string | null;
}

/** What a search may take that knows of a defect, without --max-seconds. */
export const DEFECT_SECONDS = 10;

export const USAGE = `usage: npm run check -- FILE.cpp | SCENARIO[/VARIANT] | --all [options]

  --json               print one JSON object
  --all                report every finding, not only the gravest; without a program:
                       every variant of every scenario beside what it promises
  --preemptions K      try the runs with at most K preemptions alone
  --max-seconds S      stop after S seconds; 0: never. Without it a search that has met a failure goes on
                       for at most ${DEFECT_SECONDS} seconds in all, to find the simplest schedules and other failures
  --max-steps N        cut a run off after N steps; default: 10000
  --max-executions N   count at most N executions
  --workers N          threads for a large search; default: as many as there are processors, up to 4.
                       What is found does not depend on it
  --page URL           where the page is served, for the links; without it where 'npm start' serves it now,
                       and only the part behind the address if it does not run
  --granularity G      sync (default): switch at synchronisation and races; access: at every shared access
  --memory M           sc (default of files): every atomic is sequentially consistent; rc11: all executions that the
                       named memory orders and fences allow in C++ (RC11)
  --spurious           waits for conditions may wake up, and weak exchanges fail, for no reason
  --entry F            run the function F, as tests::transfer, in place of main
  --args "A B"         give main these arguments, parted at blanks
  --seed N             what rand and random_device begin with; default: 0
  --help, -h           this text

exit status: 0 no defect, 1 a defect, 2 does not compile, wrong usage or an internal error, 3 a limit was met and no defect found;
of --all alone: 0 all is as promised, 1 something is not`;

/** The options, or what is wrong with them. */
export function parseArguments(argv: readonly string[]): Options | string {
  let target: string | null = null;
  let json = false;
  let all = false;
  let spurious = false;
  let granularity: Granularity = 'sync';
  let memory: MemoryModel | null = null;
  let page: string | null = null;
  let entry = 'main';
  let args = '';
  const numbers: Record<string, number | null> = {
    preemptions: null,
    'max-seconds': null,
    'max-executions': null,
    'max-steps': null,
    seed: null,
    workers: null,
  };
  for (let i = 0; i < argv.length; i++) {
    const [name, inline] = argv[i].split(/=(.*)/s);
    if (name === '-h') return '';
    if (!name.startsWith('--')) {
      if (target !== null) return `one program at a time: '${argv[i]}' is a second one`;
      target = argv[i];
      continue;
    }
    const option = name.slice(2);
    if (option === 'json') json = true;
    else if (option === 'all') all = true;
    else if (option === 'spurious') spurious = true;
    else if (option === 'help') return '';
    else if (['granularity', 'memory', 'page', 'entry', 'args'].includes(option) || option in numbers) {
      const value = inline ?? argv[++i];
      if (value === undefined) return `${name} needs a value`;
      if (option === 'granularity') {
        if (value !== 'sync' && value !== 'access') return `${name} is sync or access, not '${value}'`;
        granularity = value;
      } else if (option === 'memory') {
        if (value !== 'sc' && value !== 'rc11') return `${name} is sc or rc11, not '${value}'`;
        memory = value;
      } else if (option === 'page') page = value;
      else if (option === 'entry') entry = value;
      else if (option === 'args') args = value;
      else {
        const number = Number(value);
        const whole = option === 'max-seconds' || Number.isInteger(number);
        if (value.trim() === '' || !(number >= 0) || !whole) return `${name} needs a number, not '${value}'`;
        numbers[option] = number;
      }
    } else return `unknown option ${name}`;
  }
  if (numbers['max-steps'] === 0) return '--max-steps is 1 at least';
  if ((numbers.seed ?? 0) >= 2 ** 31) return '--seed is below 2147483648';
  if (numbers.workers === 0) return '--workers is 1 at least';
  if (target === null && !all) return 'which program?';
  return {
    target,
    json,
    all,
    granularity,
    memory,
    entry,
    args,
    spurious,
    page,
    workers: numbers.workers ?? Math.min(4, availableParallelism()),
    preemptions: numbers.preemptions,
    maxSeconds: numbers['max-seconds'],
    maxSteps: numbers['max-steps'],
    seed: numbers.seed,
    maxExecutions: numbers['max-executions'],
  };
}
