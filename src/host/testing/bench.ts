/** A pool and a stand-in for the engine worker, as tests and measurements of the gate use them. Runs in a page. */
import { PATIENCE_MS } from '../../../scripts/patience.mjs';
import type { Program } from '../../engine';
import { type Control, createControl, PATIENCE, WORKERS } from '../gate';
import { Pool } from '../pool';
import type { RunningProgram } from '../protocol';
import type { Done, Setup, Task, Times } from './gates.worker';
import { alternate, storers } from './programs';

export interface Bench {
  readonly pool: Pool;
  readonly control: Control;
  /** The Memory, to look at. */
  readonly words: Int32Array;
  do(task: Task): Promise<Done>;
  /** Resolves when so many workers are connected. */
  present(workers: number): Promise<void>;
  /** Puts a new worker in the place of one that was lost; resolves when it is connected. */
  replace(thread: number): Promise<void>;
  close(): void;
}

export interface BenchOptions {
  readonly spins?: number;
}

export async function createBench(program: Program, options: BenchOptions = {}): Promise<Bench> {
  const { spins = 200 } = options;
  const control = createControl();
  control[PATIENCE] = PATIENCE_MS;
  let connected = 0;
  let check = (): void => {};
  let replaced = (): void => {};
  const pool = new Pool(control, {
    present: (_era, workers) => {
      connected = workers;
      control[WORKERS] = workers;
      check();
    },
    replaced: () => replaced(),
    failed: (thread, message) => {
      throw new Error(`worker ${thread}: ${message}`);
    },
  });
  const gates = new Worker(new URL('./gates.worker.ts', import.meta.url), { type: 'module' });
  const next = <T>(): Promise<T> =>
    new Promise((resolve) => {
      gates.addEventListener('message', ({ data }) => resolve(data), { once: true });
    });
  gates.postMessage({ control, program, spins } satisfies Setup);
  const running = await next<RunningProgram>();
  pool.run(running);
  const present = (workers: number): Promise<void> => {
    pool.grow(workers);
    return new Promise((resolve) => {
      check = () => connected >= workers && resolve();
      check();
    });
  };
  const perform = (task: Task): Promise<Done> => {
    const done = next<Done>();
    gates.postMessage(task);
    return done;
  };
  await present(4);
  return {
    pool,
    control,
    words: new Int32Array(running.memory),
    present,
    async replace(thread) {
      const there = new Promise<void>((resolve) => {
        replaced = resolve;
      });
      pool.replace(thread);
      await there;
      await perform({ kind: 'replaced', thread });
    },
    do: perform,
    close() {
      pool.dispose();
      gates.terminate();
    },
  };
}

/** What a step on real threads costs beside bare round trips between workers, in one run. @public for bench/handoff.mjs. */
export async function measureHandOver(spins: number): Promise<Times> {
  const rounds = 300;
  const bench = await createBench(storers(rounds), { spins });
  const echoes = await Promise.all([startEcho(), startEcho()]);
  const choices = alternate(rounds);
  const balls = echoes.map(({ ball }) => ball);
  const { times, error } = await bench.do({ kind: 'measure', choices, balls, trips: 2 * rounds });
  bench.close();
  for (const { echo } of echoes) echo.terminate();
  if (error !== null) throw new Error(error);
  return times;
}

async function startEcho(): Promise<{ echo: Worker; ball: Control }> {
  const echo = new Worker(new URL('./echo.worker.ts', import.meta.url), { type: 'module' });
  const ball: Control = new Int32Array(new SharedArrayBuffer(128));
  const ready = new Promise((resolve) => echo.addEventListener('message', resolve, { once: true }));
  echo.postMessage(ball);
  await ready;
  return { echo, ball };
}
