/**
 * The page's end of free runs: starts the leader with the first series, and a worker for each thread a program has. They stay from series
 * to series, and from program to program. A worker that is lost is not put right: all are ended, and the next series starts others.
 */
import type { Program, SchedulePoints } from '../../engine';
import { EngineError } from '../client';
import { canShareMemory } from '../shared';
import { type FreeClient, isAtOnce, type Series, type Tally } from './client';
import { type Control, createControl, ERA, goOf, MAX_WORKERS, WORKERS } from './control';
import type { FromFreeThread, FromLeader, SharedRun, ToFreeThread, ToLeader } from './protocol';

/** ms. Opening a large program takes some seconds, a run not so many. */
const SILENCE = 30_000;

export interface FreeOptions {
  /** Default: whether memory can be shared. */
  readonly shared?: boolean;
}

interface Asked {
  readonly program: Program;
  readonly searched: SchedulePoints | null;
  readonly series: Series;
  readonly onTally: (tally: Tally) => void;
  readonly resolve: (tally: Tally) => void;
  readonly reject: (error: EngineError) => void;
}

/** A worker of a thread, and whether it takes part in the runs of the program that is open. */
interface Member {
  readonly worker: Worker;
  joined: Promise<void>;
}

export interface FreeClientForTests extends FreeClient {
  /** Ends the worker of a thread and tells nobody, as a browser short of memory does. */
  kill(thread: number): void;
}

export function createFreeClient(options: FreeOptions = {}): FreeClientForTests {
  const { shared = canShareMemory() } = options;
  let leader: Worker | null = null;
  let control: Control | null = null;
  let members: Member[] = [];
  let run: SharedRun | null = null;
  let opened: Pick<Asked, 'program' | 'searched'> | null = null;
  let asked: Asked | null = null;
  let id = 0;
  /** Before its series could begin. */
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function start(): Worker {
    control = shared ? createControl() : null;
    const started = new Worker(new URL('./leader.worker.ts', import.meta.url), {
      type: 'module',
      name: 'free runs: main',
    });
    started.addEventListener('message', ({ data }: MessageEvent<FromLeader>) => receive(data));
    return watched(started);
  }

  function watched(worker: Worker): Worker {
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (worker === leader || members.some((member) => member.worker === worker))
        fail(event.message || 'a worker could not be loaded');
    });
    return worker;
  }

  function receive(message: FromLeader): void {
    if (message.id !== id) return;
    watch();
    switch (message.type) {
      case 'opened':
        ({ shared: run } = message);
        rejoin();
        staff(message.threads).then(begin, ignore);
        return;
      case 'wanted':
        staff(message.workers).then(() => tell({ type: 'staffed' }), ignore);
        return;
      case 'tally':
        if (message.over) settle(({ resolve }) => resolve(message.tally));
        else asked?.onTally(message.tally);
        return;
      case 'lost':
        asked?.onTally(message.tally);
        fail('the browser ended the worker of a thread');
        return;
      case 'failure':
        fail(message.message);
    }
  }

  /** A worker for each thread but main's, all of them in the program that is open. */
  async function staff(threads: number): Promise<void> {
    const words = control;
    const shared = run;
    if (words === null || shared === null) return;
    while (members.length + 1 < threads) members.push(join(members.length + 1, words, shared));
    await Promise.all(members.map(({ joined }) => joined));
    words[WORKERS] = members.length + 1;
  }

  function join(thread: number, words: Control, shared: SharedRun): Member {
    const worker = watched(
      new Worker(new URL('./follower.worker.ts', import.meta.url), {
        type: 'module',
        name: `free runs: thread ${thread}`,
      }),
    );
    return { worker, joined: joining(worker, thread, words, shared) };
  }

  function rejoin(): void {
    const words = control;
    const shared = run;
    if (words === null || shared === null) return;
    for (const [at, member] of members.entries())
      member.joined = joining(member.worker, at + 1, words, shared);
  }

  /** The workers leave the program before, and wait for this one. */
  function leave(words: Control): void {
    Atomics.add(words, ERA, 1);
    for (let thread = 1; thread < MAX_WORKERS; thread++) {
      Atomics.sub(words, goOf(thread), 1);
      Atomics.notify(words, goOf(thread));
    }
  }

  function begin(): void {
    if (asked === null) return;
    tell({ type: 'begin', id, series: asked.series });
    if (stopped) tell({ type: 'stop' });
  }

  const tell = (message: ToLeader): void => leader?.postMessage(message);

  /** A leader that says nothing for so long is no more. */
  function watch(): void {
    clearTimeout(timer);
    timer = setTimeout(() => asked !== null && fail('the browser ended the worker of main'), SILENCE);
  }

  function settle(then: (asked: Asked) => void): void {
    const settled = asked;
    asked = null;
    clearTimeout(timer);
    if (settled !== null) then(settled);
  }

  /** Of all workers too. */
  function end(): void {
    leader?.terminate();
    for (const { worker } of members) worker.terminate();
    leader = null;
    members = [];
    opened = null;
    run = null;
  }

  function fail(reason: string): void {
    end();
    settle(({ reject }) => reject(new EngineError('lost', `The runs stopped: ${reason}. Run again.`)));
  }

  return {
    run(program, searched, series, onTally) {
      if (asked !== null) fail('others were asked for');
      id++;
      return new Promise((resolve, reject) => {
        asked = { program, searched, series, onTally, resolve, reject };
        stopped = false;
        watch();
        if (isAtOnce(series.pressure) && !shared)
          return fail('threads cannot run at once here, as the page is not isolated');
        leader ??= start();
        if (opened?.program === program && opened.searched === searched) return begin();
        opened = { program, searched };
        if (control !== null) leave(control);
        tell({ type: 'open', id, program, searched, control });
      });
    },
    stop() {
      stopped = true;
      if (asked !== null) tell({ type: 'stop' });
    },
    kill: (thread) => members[thread - 1]?.worker.terminate(),
    dispose() {
      end();
      settle(({ reject }) => reject(new EngineError('broken', 'The page was left.')));
    },
  };
}

const ignore = (): void => {};

function joining(worker: Worker, thread: number, control: Control, run: SharedRun): Promise<void> {
  worker.postMessage({ type: 'join', thread, control, run } satisfies ToFreeThread);
  return new Promise((resolve) => {
    worker.addEventListener('message', (_: MessageEvent<FromFreeThread>) => resolve(), { once: true });
  });
}
