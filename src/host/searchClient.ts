/**
 * The page's end of the search: one worker, started with the first search. A search is stopped by a word it looks at, which keeps the
 * worker and what it found; without shared memory, or if it does not look in time, the worker is ended and the next search starts another.
 * Questions go to a second worker, started with the first of them, so that they need not wait for a search; others help with what is large.
 */
import type { Answered, Placed, WeakAnswered, WeakJudgement } from '../engine';
import { EngineError, type Outlook, type Progress, type SearchClient } from './client';
import type { Asked, FromSearch, ToSearch } from './protocol';
import { canShareMemory } from './shared';

export interface SearchOptions {
  /** Default: whether memory can be shared. */
  readonly shared?: boolean;
  /** ms until a search that was told to stop is ended. */
  readonly patience?: number;
  /** Workers that help with a large search, if memory can be shared; default: as many as there are processors left, up to MAX_HELPERS. */
  readonly helpers?: number;
}

/** More would wait for each other at the same table. */
const MAX_HELPERS = 3;

interface Search {
  readonly id: number;
  readonly onProgress: (progress: Progress) => void;
  /** Null without an answer. */
  readonly resolve: (answer: Answer | null) => void;
  readonly reject: (error: EngineError) => void;
}
type Answer = FromSearch & { type: 'verdict' | 'executions' };
type Begun<Kind extends 'search' | 'list'> = Omit<ToSearch & { type: Kind }, 'id' | 'stopped'>;

export function createSearchClient(options: SearchOptions = {}): SearchClient {
  const { shared = canShareMemory(), patience = 2000 } = options;
  const spare = Math.min(navigator.hardwareConcurrency - 1, MAX_HELPERS);
  const helpers = shared ? (options.helpers ?? spare) : 0;
  const stopped = shared ? new Int32Array(new SharedArrayBuffer(4)) : null;
  let worker: Worker | null = null;
  let team: Worker[] = [];
  let search: Search | null = null;
  let lastId = 0;
  const questions = createQuestions('questions');
  /** May take long, which questions must not wait for. */
  const weak = createQuestions('weak memory');
  const asked = createQuestions('question');
  let timer: ReturnType<typeof setTimeout> | undefined;

  function start(): Worker {
    const started = startWorker('search');
    started.addEventListener('message', ({ data }: MessageEvent<FromSearch>) => receive(data));
    return watched(started);
  }

  /** Whichever fails, the search cannot go on. */
  function watched(started: Worker): Worker {
    started.addEventListener('error', (event) => {
      event.preventDefault();
      if (started === worker || team.includes(started))
        end(({ reject }) => reject(fault(event.message || 'it could not be loaded')));
    });
    return started;
  }

  function help(ports: readonly MessagePort[]): void {
    team = ports.map((port) => {
      const helper = watched(startHelper());
      helper.postMessage(port, [port]);
      return helper;
    });
  }

  function receive(message: FromSearch): void {
    if (message.type === 'help') help(message.ports);
    if (message.id !== search?.id) return;
    switch (message.type) {
      case 'progress':
        search.onProgress(message.progress);
        return;
      case 'verdict':
      case 'executions':
        settle(({ resolve }) => resolve(message));
        return;
      case 'failure':
        settle(({ reject }) => reject(fault(message.message)));
    }
  }

  function settle(then: (search: Search) => void): void {
    clearTimeout(timer);
    const settled = search;
    search = null;
    if (settled !== null) then(settled);
  }

  /** Of the worker too: whatever it does, nobody waits for it any more. */
  function end(then: (search: Search) => void): void {
    for (const each of team) each.terminate();
    team = [];
    worker?.terminate();
    worker = null;
    settle(then);
  }

  const abandon = (): void => end(({ resolve }) => resolve(null));

  function begin(
    asked: Begun<'search'> | Begun<'list'>,
    onProgress: Search['onProgress'] = () => {},
  ): Promise<Answer | null> {
    if (search !== null) abandon();
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      search = { id, onProgress, resolve, reject };
      worker ??= start();
      worker.postMessage({ ...asked, id, stopped } satisfies ToSearch);
    });
  }

  return {
    async explore(program, size, onProgress) {
      const answer = await begin({ type: 'search', program, size, helpers }, onProgress);
      return answer?.type === 'verdict' ? answer.verdict : null;
    },
    async list(program, verdict, size) {
      const answer = await begin({ type: 'list', program, verdict, size });
      return answer?.type === 'executions' ? answer.executions : null;
    },
    stop() {
      if (search === null) return;
      if (stopped === null) return abandon();
      Atomics.store(stopped, 0, search.id);
      clearTimeout(timer);
      timer = setTimeout(abandon, patience);
    },
    place: (line) => questions.ask({ type: 'place', line }),
    foresee: (line) => questions.ask({ type: 'foresee', line }),
    weaken(program) {
      weak.giveUp();
      return weak.ask({ type: 'weaken', program });
    },
    ask(program) {
      asked.giveUp();
      return asked.ask({ type: 'ask', program });
    },
    askWeak(program) {
      asked.giveUp();
      return asked.ask({ type: 'askWeak', program });
    },
    giveUp() {
      weak.giveUp();
      asked.giveUp();
    },
    dispose() {
      abandon();
      questions.dispose();
      weak.dispose();
      asked.dispose();
    },
  };
}

interface Answers {
  readonly place: Placed | null;
  readonly foresee: Outlook;
  readonly weaken: WeakJudgement;
  readonly ask: Answered;
  readonly askWeak: WeakAnswered;
}

/** Answered in order, by a worker of their own. */
function createQuestions(name: string) {
  let worker: Worker | null = null;
  let lastId = 0;
  const waiting = new Map<number, (message: FromSearch | EngineError) => void>();

  function start(): Worker {
    const started = startWorker(name);
    started.addEventListener('message', ({ data }: MessageEvent<FromSearch>) => waiting.get(data.id)?.(data));
    started.addEventListener('error', (event) => {
      event.preventDefault();
      if (started === worker) end(fault(event.message || 'it could not be loaded'));
    });
    return started;
  }

  function end(reason: EngineError): void {
    worker?.terminate();
    worker = null;
    for (const settle of [...waiting.values()]) settle(reason);
  }

  return {
    ask<Kind extends keyof Answers>(asked: Asked & { readonly type: Kind }): Promise<Answers[Kind]> {
      const id = ++lastId;
      worker ??= start();
      worker.postMessage({ ...asked, id } satisfies ToSearch);
      return new Promise((resolve, reject) => {
        waiting.set(id, (message) => {
          waiting.delete(id);
          if (message instanceof EngineError) reject(message);
          else if (message.type === 'placed') resolve(message.placed as Answers[Kind]);
          else if (message.type === 'outlook') resolve(message.outlook as Answers[Kind]);
          else if (message.type === 'weakened') resolve(message.judgement as Answers[Kind]);
          else if (message.type === 'answered' || message.type === 'answeredWeak')
            resolve(message.answered as Answers[Kind]);
          else if (message.type === 'failure') reject(fault(message.message));
        });
      });
    },
    /** What nobody waits for any more. */
    giveUp: () => waiting.size > 0 && end(fault('it was given up')),
    dispose: () => end(fault('the page was left')),
  };
}

const startWorker = (name: string): Worker =>
  new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module', name });

const startHelper = (): Worker =>
  new Worker(new URL('./closure.worker.ts', import.meta.url), { type: 'module', name: 'closure' });

const fault = (reason: string): EngineError => new EngineError('lost', `The search stopped: ${reason}.`);
