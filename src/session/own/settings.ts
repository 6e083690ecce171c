/** Settings of a program as text, for links: 'steps:access,run:tests::transfer,args:2%20100,spurious,rounds:3,pre:2,s:30,mb:512,max:20000,seed:7'; what is as usual is not said. */
import { type Settings, USUAL } from '../model/document';

/** What a search may be asked for at most, and at least. */
const BOUNDS = {
  rounds: { least: 1, most: 99 },
  preemptions: { least: 0, most: 99 },
  seconds: { least: 1, most: 3600 },
  memory: { least: 16, most: 4096 },
  steps: { least: 1, most: 100_000 },
  seed: { least: 0, most: 2 ** 31 - 1 },
} as const;

const NUMBERS = {
  rounds: 'rounds',
  preemptions: 'pre',
  seconds: 's',
  memory: 'mb',
  steps: 'max',
  seed: 'seed',
} as const;
type Bound = keyof typeof NUMBERS;
const bounds = Object.keys(NUMBERS) as Bound[];

/** Each of the numbers among the settings. */
export const numbersOf = (value: (name: Bound) => number | null): Readonly<Record<Bound, number | null>> =>
  Object.fromEntries(bounds.map((name) => [name, value(name)])) as Record<Bound, number | null>;

/** As functions are named: tests::transfer. */
const ENTRY = /^[A-Za-z_]\w*(?:::[A-Za-z_]\w*)*$/;

/** Characters of arguments. */
const MOST_ARGS = 200;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** '' for the usual ones. */
export function packSettings(settings: Settings | undefined): string {
  if (settings === undefined) return '';
  // What was kept before there were arguments, or all of the numbers, has none.
  const { granularity, entry, args = USUAL.args, spurious } = settings;
  return [
    ...(granularity === USUAL.granularity ? [] : [`steps:${granularity}`]),
    ...(entry === USUAL.entry ? [] : [`run:${entry}`]),
    ...(args === USUAL.args ? [] : [`args:${encodeURIComponent(args)}`]),
    ...(spurious ? ['spurious'] : []),
    ...bounds.flatMap((name) => (settings[name] == null ? [] : [`${NUMBERS[name]}:${settings[name]}`])),
  ].join(',');
}

/** Out of a link, where anything may stand: what makes no sense is as usual. Undefined where all is. */
export function unpackSettings(packed: string): Settings | undefined {
  const said = new Map(packed.split(',').map((each) => each.split(/:(.*)/s).slice(0, 2) as [string, string]));
  return settingsOf({
    granularity: said.get('steps') === 'access' ? 'access' : 'sync',
    entry: said.get('run') ?? '',
    args: decoded(said.get('args') ?? ''),
    spurious: said.has('spurious'),
    ...numbersOf((name) => (said.has(NUMBERS[name]) ? Number(said.get(NUMBERS[name])) : null)),
  });
}

/** The nearest that can be had; undefined where all is as usual. */
export function settingsOf({
  granularity,
  entry,
  args,
  spurious,
  ...numbers
}: Settings): Settings | undefined {
  const name = entry.trim().replace(/\(\s*\)$/, '');
  const made: Settings = {
    granularity,
    entry: ENTRY.test(name) ? name : USUAL.entry,
    args: args
      .replace(/[^!-~]+/g, ' ')
      .slice(0, MOST_ARGS)
      .trim(),
    ...numbersOf((name) => within(name, numbers[name])),
    spurious,
  };
  return packSettings(made) === '' ? undefined : made;
}

/** What is below it says nothing; what is between it and the least that there is, is that. */
export const leastSaid = (name: Bound): number => Math.min(BOUNDS[name].least, 1);

function within(name: Bound, value: number | null): number | null {
  const { least, most } = BOUNDS[name];
  return value === null || !(value >= leastSaid(name))
    ? null
    : Math.min(Math.max(Math.trunc(value), least), most);
}
