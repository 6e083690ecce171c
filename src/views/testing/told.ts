/** For tests of a whole kind: every part of every story as a run, on the real engine. */
import { compile, decodeSchedule, type Program, Runner, type StepIndex } from '../../engine';
import type { Beat, Scenario } from '../../scenarios';
import { lessons, scenarios } from '../../scenarios/all';

export interface ToldPart {
  readonly name: string;
  readonly scenario: Scenario;
  readonly beat: Beat;
}

/** All parts of all stories. */
export const allParts: readonly ToldPart[] = [...lessons, ...scenarios].flatMap((scenario) =>
  scenario.variants.flatMap(({ slug, story = [] }) =>
    story.map((beat) => ({ name: `${scenario.id}/${slug}: ${beat.title}`, scenario, beat })),
  ),
);

const programs = new Map<string, Program>();
function programOf({ scenario, beat }: ToldPart): Program {
  const key = `${scenario.id}/${beat.variant}`;
  const known = programs.get(key);
  if (known !== undefined) return known;
  const { source, file } = scenario.variants.find(({ slug }) => slug === beat.variant)!;
  const compiled = compile(source, file);
  if (!('program' in compiled)) throw new Error(key);
  programs.set(key, compiled.program);
  return compiled.program;
}

/** The run up to the end of a part, and what is to be seen there. */
export function runTo(told: ToldPart) {
  const { schedule } = decodeSchedule(told.beat.schedule);
  const { granularity } = schedule;
  const runner = new Runner(programOf(told), { granularity, files: told.scenario.files ?? null });
  runner.open(schedule);
  const at = runner.length as StepIndex;
  return { runner, at, trace: runner.view(), findings: runner.findings() };
}
