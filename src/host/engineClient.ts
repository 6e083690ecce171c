/**
 * The page's end of the engine: requests go out numbered, answers come back as promises. If the engine worker itself dies or hangs, all
 * workers are started anew and the last line is opened again, so that only the one request is lost.
 */
import type { StepIndex } from '../engine';
import {
  type Answer,
  type Compiled,
  type EngineClient,
  EngineError,
  type Opened,
  type OpenRequest,
} from './client';
import { type Control, createControl, PATIENCE } from './gate';
import { type Packed, Unpacker } from './patch';
import { createPool, type Pool, readiness } from './pool';
import type { Ask, FromEngine, RunningProgram, ToEngine } from './protocol';
import { canShareMemory } from './shared';

/** The limits are read anew for each request. */
export interface ClientOptions {
  /** Default: whether memory can be shared. */
  readonly shared?: boolean;
  /** ms until a thread worker that does not answer counts as lost. */
  readonly patience?: number;
  /** ms until the engine worker does. */
  readonly timeout?: number;
}

/** What stands behind a client; tests look at it. */
export interface Works {
  readonly engine: Worker;
  /** Null without shared memory, as the pool. */
  readonly control: Control | null;
  readonly pool: Pool | null;
  readonly ready: Promise<void>;
  running: RunningProgram | null;
}

type Reply = Opened | Compiled;

interface Waiting {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: EngineError) => void;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export function createEngineClient(options: ClientOptions = {}): EngineClient & { readonly works: Works } {
  const { shared = canShareMemory() } = options;
  if (typeof Worker === 'undefined') {
    throw new EngineError(
      'broken',
      'This browser has no Web Workers, and programs run in them. Use a current browser.',
    );
  }
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let unpacker = new Unpacker();
  let restarts = 0;
  /** What to open again if everything has to be started anew. */
  let opened: OpenRequest | null = null;
  let works = start();

  function start(): Works {
    const engine = new Worker(new URL('./engine.worker.ts', import.meta.url), {
      type: 'module',
      name: 'engine',
    });
    const control = shared ? createControl() : null;
    const send = (message: ToEngine): void => engine.postMessage(message);
    const pool =
      control &&
      createPool(control, {
        present: (era, workers) => send({ type: 'present', era, workers }),
        replaced: (era, thread) => send({ type: 'replaced', era, thread }),
        failed: (thread, message) => {
          console.error(`worker of thread ${thread}: ${message}`);
          pool?.replace(thread);
        },
      });

    engine.addEventListener('message', ({ data }: MessageEvent<FromEngine>) => receive(data));
    const failed = ({ message }: { message?: string }): void => {
      if (works.engine === engine) restart(message || 'it could not be loaded');
    };
    engine.addEventListener('error', failed);
    const ready = readiness(engine);
    ready.catch(failed);
    send({ type: 'start', control });
    return { engine, control, pool, ready, running: null };
  }

  function receive(message: FromEngine): void {
    switch (message.type) {
      case 'ready':
        return;
      case 'program':
        works.running = message.program;
        works.pool?.run(message.program);
        return;
      case 'wanted':
        works.pool?.grow(message.workers);
        return;
      case 'lost':
        works.pool?.replace(message.thread);
        return;
      case 'answer':
        settle(message.id, ({ resolve }) => resolve({ kind: 'run', run: take(message.packed) }));
        return;
      case 'aside':
        settle(message.id, ({ resolve }) => resolve({ kind: 'run', run: message.run }));
        return;
      case 'compiled':
        settle(message.id, ({ resolve }) => resolve({ kind: 'program', program: message.program }));
        return;
      case 'diagnostics':
        settle(message.id, ({ resolve }) =>
          resolve({ kind: 'diagnostics', diagnostics: message.diagnostics }),
        );
        return;
      case 'failure':
        settle(message.id, ({ reject }) => reject(new EngineError(message.kind, message.message)));
    }
  }

  function settle(id: number, then: (request: Waiting) => void): void {
    const request = waiting.get(id);
    if (request === undefined) return;
    waiting.delete(id);
    clearTimeout(request.timer);
    then(request);
  }

  /** Puts an answer together from what was sent of it. */
  function take(packed: Packed): Answer {
    restarts = 0;
    const answer = unpacker.unpack(packed);
    const { schedule, at } = answer;
    if (opened !== null) opened = { ...opened, schedule, at, complete: false };
    return answer;
  }

  function request(ask: Ask): Promise<Reply> {
    const id = ++lastId;
    if (works.control !== null) works.control[PATIENCE] = options.patience ?? 3000;
    return new Promise((resolve, reject) => {
      const asked: Waiting = { resolve, reject, timer: undefined };
      waiting.set(id, asked);
      // Loading the engine may take longer than any answer of it.
      works.ready.then(() => {
        const { timeout = 15_000 } = options;
        const late = (): void => restart(`no answer for ${timeout / 1000} seconds`);
        if (waiting.get(id) === asked) asked.timer = setTimeout(late, timeout);
      }, ignore);
      works.engine.postMessage({ type: 'ask', id, ask } satisfies ToEngine);
    });
  }

  async function requestRun(ask: Ask): Promise<Answer> {
    const answer = await request(ask);
    if (answer.kind === 'run') return answer.run;
    throw misplaced(ask, answer);
  }

  function restart(reason: string): void {
    works.engine.terminate();
    works.pool?.dispose();
    const lost = [...waiting.keys()];
    const hopeless = ++restarts > 3;
    for (const id of lost) settle(id, ({ reject }) => reject(hopeless ? broken(reason) : lostEngine(reason)));
    if (hopeless) return;
    unpacker = new Unpacker();
    works = start();
    if (opened !== null) request({ kind: 'open', ...opened }).catch(() => {});
  }

  return {
    threads: shared ? 'real' : 'single',
    get works() {
      return works;
    },
    async open(asked) {
      const ask = { kind: 'open', ...asked } as const;
      const answer = await request(ask);
      if (answer.kind === 'program') throw misplaced(ask, answer);
      if (answer.kind === 'run') {
        opened = { ...asked, schedule: answer.run.schedule, at: answer.run.at, complete: false };
      }
      return answer;
    },
    async aside(asked) {
      const ask = { kind: 'aside', ...asked } as const;
      const answer = await request(ask);
      if (answer.kind === 'program') throw misplaced(ask, answer);
      return answer;
    },
    step: (at, thread, pick) => requestRun({ kind: 'step', at, thread, pick }),
    seek: (at: StepIndex) => requestRun({ kind: 'seek', at }),
    extend: (steps) => requestRun({ kind: 'extend', steps }),
    async compile(text) {
      const ask = { kind: 'compile', ...text } as const;
      const answer = await request(ask);
      if (answer.kind === 'run') throw misplaced(ask, answer);
      return answer;
    },
    dispose() {
      works.engine.terminate();
      works.pool?.dispose();
      for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(broken('the page was left')));
    },
  };
}

const ignore = (): void => {};
const misplaced = (ask: Ask, reply: Reply): EngineError =>
  new EngineError(
    'internal',
    `A bug in the visualizer, not in your program: ${ask.kind} answered with ${reply.kind}.`,
  );
const lostEngine = (reason: string): EngineError =>
  new EngineError(
    'lost',
    `The engine stopped (${reason}) and was started again. Your steps are kept: try again.`,
  );
const broken = (reason: string): EngineError =>
  new EngineError(
    'broken',
    `The engine does not run here (${reason}). Reload the page; if that does not help, use another browser.`,
  );
