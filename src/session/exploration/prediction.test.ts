/** Every prediction of every story has a right answer and a wrong one, and the engine knows which. */
import { describe, expect, test } from 'vitest';
import { few } from '../../base/testing/few';
import {
  compile,
  explore,
  judgeWeak,
  listExecutions,
  locateSchedule,
  type Program,
  Runner,
  type Schedule,
  type StepIndex,
  weakOutcomes,
} from '../../engine';
import type { Judgement } from '../../host/client';
import { lessons, scenarios } from '../../scenarios/all';
import { collectionOfScenario } from '../documents/scenarios';
import type { Document } from '../model/document';
import { type Explored, initialState, type SessionState } from '../model/state';
import { beatEnd, storyLine } from '../model/storyline';
import { judgedOptions } from './prediction';

const told = [...lessons, ...scenarios].flatMap((scenario) =>
  scenario.variants.flatMap(({ slug, story = [] }) =>
    story.flatMap((part, beat) =>
      part.predict === undefined ? [] : [{ scenario, slug, story, part, beat }],
    ),
  ),
);
const isMain = ({ scenario, slug }: (typeof told)[number]): boolean => slug === scenario.variants[0].slug;

test('each story predicts, and where something fails its questions are of two kinds at least', () => {
  for (const { id, variants } of [...lessons, ...scenarios])
    for (const { slug, story, role, expected } of variants) {
      if (story === undefined) continue;
      const kinds = story.flatMap(({ question, predict }) => [
        ...(question === undefined ? [] : ['thread']),
        ...(predict === undefined ? [] : [predict.kind]),
      ]);
      expect(new Set(kinds).size, `${id}/${slug}`).toBeGreaterThanOrEqual(
        expected.verdict === 'clean' && role !== 'before' ? 1 : 2,
      );
      for (const { question, predict, title } of story)
        expect(question !== undefined && predict !== undefined, title).toBe(false);
    }
});

test('each lesson asks which fix is right, of two or more that are not', () => {
  for (const { id, variants } of lessons) {
    const asked = (variants[0].story ?? []).flatMap(({ predict }) =>
      predict?.kind === 'fix' ? [predict.options] : [],
    );
    expect(asked, id).toHaveLength(1);
    expect(asked[0].length, id).toBeGreaterThan(2);
    const verdicts = asked[0].map(
      (option) => variants.find(({ slug }) => slug === option.variant)?.expected.verdict,
    );
    expect(
      verdicts.filter((verdict) => verdict === 'clean'),
      id,
    ).toHaveLength(1);
  }
});

test('the main story of each bug asks of one smaller fix whether it would do, and it would not', () => {
  for (const { variants } of scenarios) {
    const asides = variants[0].story?.filter(({ aside }) => aside === true) ?? [];
    expect(asides.map(({ predict }) => predict?.kind)).toEqual(['fate']);
    const shown = variants.find(({ slug }) => slug === asides[0].variant);
    expect(shown?.expected.verdict).not.toBe('clean');
  }
});

const compiled = new Map<string, Program>();
function programOf(source: string): Program {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const result = compile(source, 'told.cpp');
  if (!('program' in result)) throw new Error('it does not compile');
  compiled.set(source, result.program);
  return result.program;
}

const explored = new Map<string, Judgement>();
function exploredOf(source: string): Judgement {
  const known = explored.get(source);
  if (known !== undefined) return known;
  const program = programOf(source);
  const verdict = explore(program);
  const { count, list } = listExecutions(program, verdict, { counted: 3000, listed: 3000 });
  const judged = { ...verdict, count, executions: list };
  explored.set(source, judged);
  return judged;
}

/** What the search knows of the documents that a prediction speaks of. */
function knownOf(documents: readonly Document[]): Pick<SessionState, 'explored' | 'weak'> {
  const done = (verdict: Judgement) => ({ phase: 'done', further: false, verdict }) as Explored;
  const [weak, sc] = [
    documents.filter(({ memory }) => memory === 'rc11'),
    documents.filter(({ memory }) => memory === 'sc'),
  ];
  return {
    explored: Object.fromEntries(sc.map(({ key, source }) => [key, done(exploredOf(source))])),
    weak: Object.fromEntries(weak.map(({ key, source }) => [key, judgeWeak(programOf(source))])),
  };
}

/** Where the line stands among the executions. */
function placeOf(
  { source, memory }: Document,
  schedule: Schedule,
): Pick<SessionState, 'located' | 'outcomes'> {
  const program = programOf(source);
  if (memory === 'rc11')
    return { located: null, outcomes: { schedule, byStep: weakOutcomes(program, schedule.choices) } };
  const { points } = exploredOf(source);
  const { steps } = locateSchedule(program, points, schedule, schedule.choices.length)!;
  return { located: { schedule, steps }, outcomes: null };
}

function stateAt({ scenario, slug, story, part, beat }: (typeof told)[number]): SessionState {
  const collection = collectionOfScenario(scenario);
  const document = collection.documents.find(({ origin }) => origin.slug === part.variant)!;
  const schedule = storyLine(story, part.variant)!;
  const runner = new Runner(programOf(document.source), { granularity: schedule.granularity });
  runner.open(schedule);
  const offered = part.predict?.kind === 'fix' ? part.predict.options.map(({ variant }) => variant) : [];
  return {
    ...initialState,
    library: { [scenario.id]: collection },
    route: { page: 'document', collection: scenario.id, slug: part.variant },
    ...{ story: slug, beat, schedule, at: beatEnd(part), onRails: true, phase: 'ready' },
    trace: runner.view(),
    snapshot: runner.snapshotAt(runner.length as StepIndex),
    ...placeOf(document, schedule),
    ...knownOf(
      collection.documents.filter((each) => each === document || offered.includes(each.origin.slug)),
    ),
  };
}

describe.each(
  few(
    told.filter(
      (each) => isMain(each) && (each.scenario.parts !== undefined || each.scenario.id === 'mb-38521'),
    ),
    told,
  ).map((each) => [`${each.scenario.id}/${each.slug}: ${each.part.title}`, each] as const),
)('%s', (_, each) => {
  test('one answer is right, and the engine says why', () => {
    const { options, known } = judgedOptions(stateAt(each), each.part.predict!);
    expect(known).toMatch(/\.$/);
    expect(
      options.filter(({ right }) => right),
      known,
    ).toHaveLength(1);
    expect(options.length).toBeGreaterThan(1);
    if (each.part.aside === true && each.part.predict?.kind === 'fate')
      expect(options[2].right, 'it can fail').toBe(false);
  });
});

/** Words that tell what a thread will see, by what it sees. */
const TELLING: readonly (readonly [sees: RegExp, tells: RegExp])[] = [
  [/null/, /\bnull(ptr)?\b/i],
  [/after free/, /\b(free[sd]?|dangling|gone|destroy\w*)\b/i],
  [/is gone/, /\b(stream is gone|gone)\b/i],
  [/assertion/, /\b(only in|no other file|nothing above)\b/i],
  [/misuse/, /\b(undefined|misuse)\b/i],
];

test('what a thread will see is told neither by the words beside the question nor by the code they are about', () => {
  const sights = told.filter(({ part }) => part.predict?.kind === 'sight');
  expect(sights.length).toBeGreaterThan(5);
  for (const each of sights) {
    const { part, scenario } = each;
    const { options } = judgedOptions(stateAt(each), part.predict!);
    const right =
      part.predict?.kind === 'sight' ? part.predict.options.filter((_, i) => options[i].right) : [];
    const source = scenario.variants.find(({ slug }) => slug === part.variant)?.source ?? '';
    const comments = part.lines.map((text) => {
      const [line] = source.slice(source.lastIndexOf('\n', source.indexOf(text)) + 1).split('\n');
      return /\/\/.*/.exec(line)?.[0] ?? '';
    });
    const words = [part.title, part.text, ...comments].join(' ');
    for (const { text, sees } of right) {
      if (text.includes(' ')) expect(words, part.title).not.toContain(text);
      for (const [seen, tells] of TELLING) if (seen.test(sees)) expect(words, part.title).not.toMatch(tells);
    }
  }
});

test('nothing is called right before it is known', () => {
  const [first] = told.filter(({ part }) => part.predict?.kind === 'fate');
  const unknown = { explored: {}, weak: {}, outcomes: null };
  for (const each of [first, ...told.filter(({ part }) => part.predict?.kind === 'fix').slice(0, 1)]) {
    const { options, known } = judgedOptions({ ...stateAt(each), ...unknown }, each.part.predict!);
    expect([known, options.filter(({ right }) => right)]).toEqual(['', []]);
  }
});
