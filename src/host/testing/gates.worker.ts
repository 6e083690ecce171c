/** Stands in for the engine worker in tests of the gate: no compiler and no recorder, only steps. */
import {
  type Choice,
  createMachine,
  HASH_WORDS,
  hashEvents,
  hashText,
  logEnd,
  logStart,
  type Machine,
  type Outcome,
  type Program,
  random,
  reset,
  runStatus,
  startHash,
  step,
} from '../../engine';
import { checkpoint, restore, type SchedulePoints, schedulePoints } from '../../engine/machine';
import { run } from '../../engine/schedule/run';
import type { WorkerState } from '../executor';
import { type Control, ERA } from '../gate';
import { Gated } from '../gated';

/** Compiled with the tests, whose library is the page's. */
declare const self: { onmessage: (event: MessageEvent) => void; postMessage(message: unknown): void };

export interface Setup {
  readonly control: Control;
  readonly program: Program;
  readonly spins: number;
}
export type Task =
  /** Takes these steps by gates; then tells where the workers wait. */
  | { readonly kind: 'steps'; readonly choices: readonly Choice[] }
  /** Back to the start by restoring, with the workers wherever they are. */
  | { readonly kind: 'rewind' }
  /** There is a new worker for one that was lost. */
  | { readonly kind: 'replaced'; readonly thread: number }
  /** Random runs: alone, by gates and by relay. Tells the seeds whose hashes differ. */
  | { readonly kind: 'compare'; readonly from: number; readonly to: number }
  /** How long a step takes: alone, by gates, by relay; and a bare round trip to workers that return the ball. */
  | {
      readonly kind: 'measure';
      readonly choices: readonly Choice[];
      readonly balls: readonly Control[];
      readonly trips: number;
    }
  | { readonly kind: 'leave' };

export interface Times {
  /** To one other worker and back, and to several in turn, with nothing but Atomics.notify and wait. */
  readonly trip: number;
  readonly trips: number;
  readonly alone: number;
  readonly gated: number;
  readonly relayed: number;
}

export interface Done {
  readonly outcomes: readonly Outcome[];
  readonly places: readonly WorkerState[];
  readonly differ: readonly number[];
  readonly steps: number;
  readonly times: Times;
  readonly error: string | null;
}

const noTimes: Times = { trip: 0, trips: 0, alone: 0, gated: 0, relayed: 0 };
const ROUNDS = 15;

let machine: Machine;
let alone: Machine;
let points: SchedulePoints;
let gated: Gated;

self.onmessage = ({ data }: MessageEvent<Setup | Task>): void => {
  if ('control' in data) {
    const { control, program, spins } = data;
    machine = createMachine(program, { shared: true });
    alone = createMachine(program);
    points = schedulePoints(program, [], 'access');
    gated = new Gated({ control, machine, points, spins });
    self.postMessage({ era: control[ERA], program, points, memory: machine.words.buffer });
    return;
  }
  const done: Done = { outcomes: [], places: [], differ: [], steps: 0, times: noTimes, error: null };
  try {
    self.postMessage({ ...done, ...perform(data) });
  } catch (error) {
    self.postMessage({ ...done, error: String(error) });
  }
};

function perform(task: Task): Partial<Done> {
  switch (task.kind) {
    case 'steps': {
      const outcomes = task.choices.map(({ thread, pick }) => gated.step(thread, pick));
      return { outcomes, places: gated.places(4) };
    }
    case 'rewind':
      gated.rewrite(() => restart(machine));
      return { places: gated.places(4) };
    case 'replaced':
      gated.replaced(task.thread);
      return {};
    case 'compare': {
      const differ: number[] = [];
      let steps = 0;
      for (let seed = task.from; seed < task.to; seed++) {
        const expected = runAlone(seed);
        steps += expected.choices.length;
        const same = runGated(seed) === expected.hash && runRelayed(expected.choices) === expected.hash;
        if (!same || runStatus(machine) !== runStatus(alone)) differ.push(seed);
      }
      return { differ, steps };
    }
    case 'measure':
      return measure(task);
    case 'leave':
      gated.leave();
      return {};
  }
}

/** By way of a checkpoint, as the engine does. */
function restart(of: Machine): void {
  restore(of, checkpointOf(of));
}

function runAlone(seed: number): { choices: Choice[]; hash: string } {
  const choices: Choice[] = [];
  reset(alone);
  const hash = hashOf(alone, seed, (thread, pick) => step(alone, thread, pick, points), choices);
  return { choices, hash };
}

function runGated(seed: number): string {
  gated.rewrite(() => restart(machine));
  return hashOf(machine, seed, (thread, pick) => gated.step(thread, pick), []);
}

function runRelayed(choices: readonly Choice[]): string {
  gated.rewrite(() => restart(machine));
  return gated.relay(choices).hash;
}

function hashOf(
  of: Machine,
  seed: number,
  execute: (thread: number, pick: number) => Outcome,
  choices: Choice[],
): string {
  const hash = new Int32Array(HASH_WORDS);
  startHash(hash);
  run(
    of,
    random(seed),
    points,
    (thread, pick) => {
      hashEvents(hash, 0, thread, of.words, logStart(of), logEnd(of));
      choices.push({ thread, pick });
      return 'go';
    },
    { execute },
  );
  return hashText(hash);
}

/** Medians, in microseconds. */
function measure({ choices, balls, trips }: Extract<Task, { kind: 'measure' }>): Partial<Done> {
  const start = checkpointOf(machine);
  const time = (count: number, work: () => void): number => {
    const began = performance.now();
    work();
    return ((performance.now() - began) * 1000) / count;
  };
  const rounds = Array.from(
    { length: ROUNDS },
    (): Times => ({
      trip: time(trips, () => {
        for (let trip = 0; trip < trips; trip++) throwBall(balls[0]);
      }),
      trips: time(trips, () => {
        for (let trip = 0; trip < trips; trip++) throwBall(balls[trip % balls.length]);
      }),
      alone: time(choices.length, () => {
        restore(alone, start);
        for (const { thread, pick } of choices) step(alone, thread, pick, points);
      }),
      gated: time(choices.length, () => {
        gated.rewrite(() => restore(machine, start));
        for (const { thread, pick } of choices) gated.step(thread, pick);
      }),
      relayed: time(choices.length, () => {
        gated.rewrite(() => restore(machine, start));
        gated.relay(choices);
      }),
    }),
  );
  const median = (of: keyof Times): number =>
    rounds.map((round) => round[of]).sort((a, b) => a - b)[ROUNDS >> 1];
  const names = Object.keys(noTimes) as (keyof Times)[];
  return { times: Object.fromEntries(names.map((name) => [name, median(name)])) as unknown as Times };
}

function throwBall(ball: Control): void {
  const seen = Atomics.load(ball, 1);
  Atomics.add(ball, 0, 1);
  Atomics.notify(ball, 0);
  Atomics.wait(ball, 1, seen);
}

function checkpointOf(of: Machine): Int32Array {
  reset(of);
  return checkpoint(of);
}
