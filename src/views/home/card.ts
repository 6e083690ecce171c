/** What a card says about a scenario, from its data. */
import { decodeSchedule } from '../../engine';
import { type BugSummary, keyOf, type Outline, type SessionState, type Variant } from '../../session';
import { counted, nounFor } from '../parts/counts';

/** What there is of a scenario: its summary, and the rest once that has been fetched. */
export interface Known extends BugSummary {
  readonly variants: readonly (Outline & Partial<Variant>)[];
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
  /** '0', set strongly. */
  readonly value: string;
  readonly rest: string;
}

/** Three facts, each with what it is measured on. */
export const factsOf = ({ figures }: Pick<Known, 'figures'>): readonly CardFact[] => [
  {
    term: 'fails in',
    value: `${figures.failing}`,
    rest: `of ${counted(figures.executions, 'interleaving')}`,
  },
  { term: 'needs', value: `${figures.preemptions}`, rest: nounFor(figures.preemptions, 'preemption') },
  { term: 'TSan found it in', value: `${figures.tsan}`, rest: `of ${counted(figures.runs, 'real run')}` },
];

/** Of all interleavings, as the bar draws it. */
export const failingShare = ({ figures }: Pick<Known, 'figures'>): number =>
  figures.failing / figures.executions;

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
