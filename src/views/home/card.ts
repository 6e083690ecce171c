/** What a card says about a scenario, from its data: nothing is said that was not measured. */
import { decodeSchedule } from '../../engine';
import {
  type Explored,
  keyOf,
  type Native,
  type Outline,
  type SessionState,
  type Summary,
  type Variant,
} from '../../session';

/** What there is of a scenario: its summary, and the rest once that has been fetched. */
export interface Known extends Summary {
  readonly variants: readonly (Outline & Partial<Variant>)[];
  readonly native?: Native;
}

export interface CardThread {
  readonly id: number;
  readonly name: string;
  readonly letter: string;
}

/** main, then the `std::thread` variables in order of the text, as they are started. */
export function threadsOf(source: string): readonly CardThread[] {
  const names = ['main', ...[...source.matchAll(/^\s*std::j?thread (\w+)[({]/gm)].map(([, name]) => name)];
  const taken = new Map<string, number>();
  return names.map((name, id) => {
    const letter = name[0].toUpperCase();
    const count = (taken.get(letter) ?? 0) + 1;
    taken.set(letter, count);
    return { id, name, letter: count === 1 ? letter : `${letter}${count}` };
  });
}

/** The shortest run the story has that ends in its defect: the thread of each step. Empty until it has been recorded. */
export function failingRun({ story }: Pick<Variant, 'story'>): readonly number[] {
  const failing = story?.find(
    ({ schedule, claims }) => schedule !== '' && claims.some(({ finding }) => finding !== undefined),
  );
  return failing ? decodeSchedule(failing.schedule).schedule.choices.map(({ thread }) => thread) : [];
}

export interface CardFact {
  readonly term: string;
  /** '0', set strongly; null where nothing was measured. */
  readonly value: string | null;
  readonly rest: string;
}

/** Three facts, each with what it is measured on; `slug` and `explored` are of the variant that fails. */
export function factsOf(
  { native }: Pick<Known, 'native'>,
  slug: string,
  explored: Explored | undefined,
): readonly CardFact[] {
  const minimal = explored?.verdict?.minimal ?? null;
  const count = explored?.verdict?.count;
  return [
    count?.exact === true
      ? { term: 'fails in', value: String(count.failing), rest: `of ${count.executions} interleavings` }
      : { term: 'fails in', value: null, rest: noCount(explored) },
    minimal === null
      ? { term: 'needs', value: null, rest: 'not measured' }
      : { term: 'needs', value: String(minimal.preemptions), rest: preemptionWords(minimal) },
    measured(native, slug),
  ];
}

function measured(native: Native | undefined, slug: string): CardFact {
  const term = 'TSan found it in';
  if (native === undefined) return { term, value: null, rest: '' };
  const { runs, failures } = native;
  return runs > 0
    ? { term, value: String(failures[slug].tsan), rest: `of ${runs} real runs` }
    : { term, value: null, rest: 'not measured' };
}

function noCount(explored: Explored | undefined): string {
  if (explored?.phase === 'counting') return 'counting…';
  return explored?.verdict?.count?.endless ? 'cannot be counted' : 'not measured';
}

/** Of all interleavings, as the bar draws it; nothing while it is not known. */
export function failingShare(explored: Explored | undefined): number {
  const count = explored?.verdict?.count;
  return count?.exact === true ? count.failing / count.executions : 0;
}

const preemptionWords = ({ preemptions, proven }: { preemptions: number; proven: boolean }): string =>
  proven ? `preemption${preemptions === 1 ? '' : 's'}` : 'preemptions at most';

/** Of the parts of all its stories, how many were read. */
export function readOf(
  { id, variants }: Pick<Known, 'id' | 'variants'>,
  read: SessionState['read'],
): { readonly read: number; readonly parts: number } {
  const told = variants.map(({ slug, story = [] }) => ({
    parts: story.length,
    read: Math.min((read[keyOf({ collection: id, slug })] ?? -1) + 1, story.length),
  }));
  const sum = (of: 'read' | 'parts'): number => told.reduce((all, each) => all + each[of], 0);
  return { read: sum('read'), parts: sum('parts') };
}

/** '7 variants, 2 solved': broken by the user, or rightly called safe. */
export function variantsWords(
  { id, variants }: Pick<Known, 'id' | 'variants'>,
  best: SessionState['best'],
): string {
  const solved = variants.filter(({ slug }) => best[keyOf({ collection: id, slug })] !== undefined).length;
  return `${variants.length} variants${solved > 0 ? `, ${solved} solved` : ''}`;
}

/** True if all words occur somewhere in what the scenario says or runs: bugs, locks, threads, functions. */
export function finds(scenario: Known, query: string): boolean {
  const { bug, title, sentence, variants } = scenario;
  const text = [
    bug,
    title,
    sentence,
    ...variants.flatMap(({ story = [] }) => story.map((beat) => `${beat.title} ${beat.text}`)),
    ...variants.map(({ source = '' }) => source),
  ]
    .join('\n')
    .toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

export function headline(count: number): string {
  return `${words[count] ?? count} real bug${count === 1 ? '' : 's'}, step by step`;
}
