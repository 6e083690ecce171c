/** A stand-in for the engine: threads that only count their steps. Enough to test what the session does with answers. */
import type { Choice, Finding, Program, Snapshot, StepIndex, StepView, ThreadId } from '../../engine';
import { type Answer, type EngineClient, EngineError, type OpenRequest } from '../../host/client';
import { emptyTrace } from '../../host/patch';

export interface FakeEngine extends EngineClient {
  /** What was asked, in order: 'open a2b', 'seek 3', 'step b', 'extend 1'. */
  readonly asked: string[];
  /** How many steps each thread of the program has. Other threads cannot step. */
  lengths: readonly number[];
  /** Text of a line after which there is a defect. */
  defect: string | null;
  /** Text of a line whose last step is a preemption. */
  preempts: string | null;
  /** A source with this in it does not compile. */
  refuses: string | null;
  /** The next request fails like this. */
  failure: Error | null;
  /** Lets one answer go, while `held`. */
  release(): void;
  held: boolean;
}

export const letters = (choices: readonly Choice[]): string =>
  choices.map(({ thread }) => 'abcdefgh'[thread]).join('');

export function createFakeEngine(): FakeEngine {
  let choices: readonly Choice[] = [];
  let steps: readonly StepView[] = [];
  let at = 0;
  let doors: (() => void)[] = [];

  const fits = (taken: readonly Choice[], { thread }: Choice): boolean =>
    taken.filter((choice) => choice.thread === thread).length < (fake.lengths[thread] ?? 0);
  const nonpreemptive = (taken: readonly Choice[]): Choice | undefined => {
    const last = taken.at(-1);
    const ready = fake.lengths
      .map((_, thread) => ({ thread: thread as ThreadId, pick: 0 }))
      .filter((c) => fits(taken, c));
    return ready.find(({ thread }) => thread === last?.thread) ?? ready[0];
  };
  const follow = (wanted: readonly Choice[]): Choice[] => {
    const taken: Choice[] = [];
    for (const choice of wanted) {
      if (!fits(taken, choice)) break;
      taken.push(choice);
    }
    return taken;
  };
  const complete = (taken: Choice[], most: number): Choice[] => {
    for (let more = 0; more < most; more++) {
      const next = nonpreemptive(taken);
      if (next === undefined) break;
      taken.push(next);
    }
    return taken;
  };

  const answer = async (word: string, work: () => Answer['stopped']): Promise<Answer> => {
    fake.asked.push(word);
    if (fake.held) await new Promise<void>((go) => doors.push(go));
    const { failure } = fake;
    fake.failure = null;
    if (failure !== null) throw failure;
    return answerOf(work());
  };
  const answerOf = (stopped: Answer['stopped']): Answer => {
    if (letters(choices) !== letters(steps.map(({ thread }) => ({ thread, pick: 0 }))))
      steps = choices.map((choice, index) => ({
        ...stepView(choice, index),
        preemption: letters(choices.slice(0, index + 1)) === fake.preempts,
      }));
    const defect =
      fake.defect === null ? -1 : letters(choices).startsWith(fake.defect) ? fake.defect.length : -1;
    return {
      schedule: { granularity: 'sync', choices },
      at: at as StepIndex,
      trace: { ...emptyTrace, steps },
      snapshot: {
        step: at,
        status: at === choices.length && nonpreemptive(choices) === undefined ? 'finished' : 'running',
        threads: [],
        locks: [],
        roots: [],
        objects: [],
      } as unknown as Snapshot,
      findings: defect < 0 ? [] : [defectAt(defect)],
      hash: letters(choices),
      workers: [],
      stopped,
    };
  };

  const fake: FakeEngine = {
    threads: 'real',
    asked: [],
    lengths: [3, 3, 3],
    defect: null,
    preempts: null,
    refuses: null,
    failure: null,
    held: false,
    release() {
      doors.shift()?.();
    },
    async open(request: OpenRequest) {
      if (fake.refuses !== null && request.source.includes(fake.refuses)) {
        fake.asked.push('open, refused');
        return { kind: 'diagnostics', diagnostics: [refusal] };
      }
      const run = await answer(`open ${letters(request.schedule.choices)}`, () => {
        choices = follow(request.schedule.choices);
        const short = choices.length < request.schedule.choices.length;
        const end = choices.length as StepIndex;
        if (request.complete) choices = complete([...choices], 1000);
        at = Math.min(request.at, choices.length);
        return short ? { at: end, reason: 'it is over here' } : null;
      });
      return { kind: 'run', run };
    },
    async aside(request) {
      const { schedule } = request;
      fake.asked.push(`aside ${letters(schedule.choices)}`);
      const opened = { choices, steps, at };
      choices = follow(schedule.choices);
      const short = choices.length < schedule.choices.length;
      const end = choices.length as StepIndex;
      if (request.complete) choices = complete([...choices], 1000);
      at = choices.length;
      const run = answerOf(short ? { at: end, reason: 'it is over here' } : null);
      ({ choices, steps, at } = opened);
      return { kind: 'run', run };
    },
    seek: (target) =>
      answer(`seek ${target}`, () => {
        at = target;
        return null;
      }),
    step: (from, thread, pick) =>
      answer(`step ${letters([{ thread, pick }])}`, () => {
        const taken = choices.slice(0, from);
        if (!fits(taken, { thread, pick })) throw new EngineError('refused', 'it cannot step');
        choices = [...taken, { thread, pick }];
        at = choices.length;
        return null;
      }),
    extend: (most) =>
      answer(`extend ${most}`, () => {
        choices = complete([...choices], Math.min(most, 1000));
        at = choices.length;
        return null;
      }),
    // Of the program only its source is looked at, by whoever explores it.
    compile: async ({ source }) => ({ kind: 'program', program: source as unknown as Program }),
    dispose() {
      doors = [];
    },
  };
  return fake;
}

const refusal = {
  ...{ span: { file: 0, start: 0, end: 1 }, message: 'it is wrong', hint: 'write it right' },
  unsupported: false,
};

const stepView = ({ thread, pick }: Choice, at: number): StepView =>
  ({ index: at + 1, thread, pick, text: `${letters([{ thread, pick }])} steps` }) as unknown as StepView;

/** Three causes: after the first step, after the second, and the defect itself. */
const defectAt = (step: number): Finding =>
  ({
    ...{ step, reached: true, kind: 'null-dereference' },
    causes: [1, 2, step].map((at) => ({ step: at, thread: 0, line: at, text: 'a steps.' })),
  }) as unknown as Finding;
