/** Stands in for the engine worker in tests of the gate: no compiler and no recorder, only steps. */
import {
  type Choice,
  checkpoint,
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
  restore,
  run,
  runStatus,
  startHash,
  step,
  visibleTable,
} from '../../engine';
import type { Place } from '../executor';
import { type Control, ERA } from '../gate';
import { createGated } from '../gated';

/** Compiled with the tests, whose library is the page's. */
declare const self: { onmessage: (event: MessageEvent) => void; postMessage(message: unknown): void };

export interface Setup {
  readonly control: Control;
  readonly program: Program;
  readonly spins: number;
  readonly patience: number;
}
export type Task =
  /** Takes these steps by gates; then tells where the workers wait. */
  | { readonly kind: 'steps'; readonly choices: readonly Choice[] }
  /** Back to the start by restoring, with the workers wherever they are. */
  | { readonly kind: 'rewind' }
  /** Random runs: alone, by gates and by relay. Tells the seeds whose hashes differ. */
  | { readonly kind: 'compare'; readonly from: number; readonly to: number }
  /** How long a step takes: alone, by gates, by relay; and a bare hand-over between this worker and `partner`'s. */
  | { readonly kind: 'measure'; readonly runs: number }
  | { readonly kind: 'leave' };

export interface Done {
  readonly outcomes: readonly Outcome[];
  readonly places: readonly Place[];
  readonly differ: readonly number[];
  readonly steps: number;
  readonly ms: { readonly alone: number; readonly gated: number; readonly relayed: number };
  readonly error: string | null;
}

let machine: Machine;
let alone: Machine;
let visible: Uint8Array;
let gated: ReturnType<typeof createGated>;

self.onmessage = ({ data }: MessageEvent<Setup | Task>): void => {
  if ('control' in data) {
    const { control, program, spins, patience } = data;
    machine = createMachine(program, { shared: true });
    alone = createMachine(program);
    visible = visibleTable(program, 'all');
    gated = createGated({ control, machine, spins, patience });
    self.postMessage({ era: control[ERA], program, visible, memory: machine.words.buffer });
    return;
  }
  const done = {
    outcomes: [],
    places: [],
    differ: [],
    steps: 0,
    ms: { alone: 0, gated: 0, relayed: 0 },
    error: null,
  };
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
      return { outcomes, places: gated.places(64) };
    }
    case 'rewind':
      gated.rewrite(() => restart(machine));
      return { places: gated.places(64) };
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
      return measure(task.runs);
    case 'leave':
      gated.leave();
      return {};
  }
}

/** By way of a checkpoint, as the engine does. */
function restart(of: Machine): void {
  reset(of);
  const start = checkpoint(of);
  restore(of, start);
}

function runAlone(seed: number): { choices: Choice[]; hash: string } {
  const choices: Choice[] = [];
  reset(alone);
  const hash = hashOf(alone, seed, (thread, pick) => step(alone, thread, pick, visible), choices);
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
    visible,
    (thread, pick) => {
      hashEvents(hash, 0, thread, of.words, logStart(of), logEnd(of));
      choices.push({ thread, pick });
      return 'go';
    },
    { execute },
  );
  return hashText(hash);
}

function measure(runs: number): Partial<Done> {
  const schedules = Array.from({ length: runs }, (_, seed) => runAlone(seed).choices);
  const time = (work: (choices: readonly Choice[]) => void): number => {
    const start = performance.now();
    for (const choices of schedules) work(choices);
    return performance.now() - start;
  };
  const byOne = time((choices) => {
    reset(alone);
    for (const { thread, pick } of choices) step(alone, thread, pick, visible);
  });
  const byGates = time((choices) => {
    gated.rewrite(() => reset(machine));
    for (const { thread, pick } of choices) gated.step(thread, pick);
  });
  const byRelay = time(runRelayed);
  const steps = schedules.reduce((sum, choices) => sum + choices.length, 0);
  return { steps, ms: { alone: byOne, gated: byGates, relayed: byRelay } };
}
