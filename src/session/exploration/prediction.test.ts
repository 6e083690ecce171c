/** Every prediction of every story has a right answer and a wrong one, and the engine knows which. */
import { describe, expect, test } from 'vitest';
import { few } from '../../base/testing/few';
import { compile, explore, listExecutions, locateSchedule, Runner, type StepIndex } from '../../engine';
import { lessons, scenarios } from '../../scenarios/all';
import { collectionOfScenario } from '../documents/scenarios';
import { initialState, type SessionState } from '../model/state';
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

test('the main story of each bug asks of one smaller fix whether it would do, and it would not', () => {
  for (const { variants } of scenarios) {
    const asides = variants[0].story?.filter(({ aside }) => aside === true) ?? [];
    expect(asides.map(({ predict }) => predict?.kind)).toEqual(['fate']);
    const shown = variants.find(({ slug }) => slug === asides[0].variant);
    expect(shown?.expected.verdict).not.toBe('clean');
  }
});

const explored = new Map<string, ReturnType<typeof knownOf>>();
function knownOf(source: string) {
  const compiled = compile(source, 'told.cpp');
  if (!('program' in compiled)) throw new Error('it does not compile');
  const { program } = compiled;
  const verdict = explore(program);
  const { count, list } = listExecutions(program, verdict, { counted: 3000, listed: 3000 });
  return { program, verdict, count, list };
}

function stateAt({ scenario, slug, story, part, beat }: (typeof told)[number]): SessionState {
  const { source } = scenario.variants.find((variant) => variant.slug === part.variant)!;
  const known = explored.get(source) ?? knownOf(source);
  explored.set(source, known);
  const { program, verdict, count, list } = known;
  const schedule = storyLine(story, part.variant)!;
  const runner = new Runner(program, { granularity: 'sync' });
  runner.open(schedule);
  const located = locateSchedule(program, verdict.points, schedule, schedule.choices.length)!;
  const collection = collectionOfScenario(scenario);
  const document = collection.documents.find(({ origin }) => origin.slug === part.variant)!;
  return {
    ...initialState,
    library: { [scenario.id]: collection },
    route: { page: 'document', collection: scenario.id, slug: part.variant },
    ...{ story: slug, beat, schedule, at: beatEnd(part), onRails: true, phase: 'ready' },
    trace: runner.view(),
    snapshot: runner.snapshotAt(runner.length as StepIndex),
    located: { schedule, steps: located.steps },
    explored: {
      [document.key]: { phase: 'done', further: false, verdict: { ...verdict, executions: list, count } },
    } as unknown as SessionState['explored'],
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
    if (each.part.aside === true) expect(options[2].right, 'it can fail').toBe(false);
  });
});

test('nothing is called right before it is known', () => {
  const [first] = told.filter(({ part }) => part.predict?.kind === 'fate');
  const { options, known } = judgedOptions({ ...stateAt(first), explored: {} }, first.part.predict!);
  expect([known, options.filter(({ right }) => right)]).toEqual(['', []]);
});
