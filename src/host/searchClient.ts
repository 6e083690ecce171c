/**
 * The page's end of searches: one worker, started with the first search. A search is stopped by a word it looks at, which keeps the
 * worker and what it found; without shared memory, or if it does not look in time, the worker is ended and the next search starts another.
 * Provers help with what is large.
 */
import type {
  Answered,
  Continuations,
  Executions,
  Located,
  Program,
  Schedule,
  Verdict,
  WeakAnswered,
  WeakJudgement,
} from '../engine';
import type { EngineError, ListSize, Outlook, Position, Progress, SearchClient, SearchSize } from './client';
import type { FromSearch, ToSearch } from './protocol';
import { SearchRequests } from './searchRequests';
import { searchFault, startProver, startSearchWorker } from './searchWorkers';
import { canShareMemory } from './shared';
import { WorkerGroup } from './workerGroup';

export interface SearchOptions {
  /** Default: whether memory can be shared. */
  readonly shared?: boolean;
  /** ms until a search that was told to stop is ended. */
  readonly patience?: number;
  /** Workers that help with a large search, if memory can be shared; default: as many as there are processors left, up to MAX_PROVERS. */
  readonly provers?: number;
}

/** More would wait for each other at the same table. */
const MAX_PROVERS = 3;

interface Search {
  readonly id: number;
  readonly onProgress: (progress: Progress) => void;
  /** Null without an answer. */
  readonly resolve: (answer: Answer | null) => void;
  readonly reject: (error: EngineError) => void;
}
type Answer = FromSearch & { type: 'verdict' | 'executions' };
type Begun<Kind extends 'search' | 'list'> = Omit<ToSearch & { type: Kind }, 'id' | 'stopped'>;

export const createSearchClient = (options: SearchOptions = {}): SearchClient =>
  new WorkersSearchClient(options);

class WorkersSearchClient implements SearchClient {
  private readonly patience: number;
  private readonly provers: number;
  /** The number of the last search that is to stop; null without shared memory. */
  private readonly stopped: Int32Array<SharedArrayBuffer> | null;
  private readonly position = new SearchRequests('position');
  /** May take long, which what is asked about a position must not wait for. */
  private readonly weak = new SearchRequests('weak memory');
  private readonly query = new SearchRequests('query');
  /** Whichever fails, the search cannot go on. */
  private readonly group = new WorkerGroup((reason) => this.end(({ reject }) => reject(searchFault(reason))));
  private worker: Worker | null = null;
  private search: Search | null = null;
  private lastId = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ shared = canShareMemory(), patience = 2000, provers }: SearchOptions) {
    this.patience = patience;
    this.provers = shared ? (provers ?? Math.min(navigator.hardwareConcurrency - 1, MAX_PROVERS)) : 0;
    this.stopped = shared ? new Int32Array(new SharedArrayBuffer(4)) : null;
  }

  async explore(
    program: Program,
    size: SearchSize,
    onProgress: (progress: Progress) => void,
  ): Promise<Verdict | null> {
    const answer = await this.begin({ type: 'search', program, size, provers: this.provers }, onProgress);
    return answer?.type === 'verdict' ? answer.verdict : null;
  }

  async list(program: Program, verdict: Verdict, size: ListSize): Promise<Executions | null> {
    const answer = await this.begin({ type: 'list', program, verdict, size });
    return answer?.type === 'executions' ? answer.executions : null;
  }

  stop(): void {
    const { search, stopped } = this;
    if (search === null) return;
    if (stopped === null) return this.abandon();
    Atomics.store(stopped, 0, search.id);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.abandon(), this.patience);
  }

  locate(position: Position): Promise<Located | null> {
    return this.position.ask({ type: 'locate', position });
  }

  foresee(position: Position): Promise<Outlook> {
    return this.position.ask({ type: 'foresee', position });
  }

  outcomes(program: Program, schedule: Schedule): Promise<readonly Continuations[]> {
    return this.position.ask({ type: 'outcomes', program, schedule });
  }

  weaken(program: Program, robust: boolean): Promise<WeakJudgement> {
    this.weak.giveUp();
    return this.weak.ask({ type: 'weaken', program, robust });
  }

  ask(program: Program): Promise<Answered> {
    this.query.giveUp();
    return this.query.ask({ type: 'ask', program });
  }

  askWeak(program: Program): Promise<WeakAnswered> {
    this.query.giveUp();
    return this.query.ask({ type: 'askWeak', program });
  }

  giveUp(): void {
    this.weak.giveUp();
    this.query.giveUp();
  }

  dispose(): void {
    this.abandon();
    for (const requests of [this.position, this.weak, this.query]) requests.dispose();
  }

  private begin(
    asked: Begun<'search'> | Begun<'list'>,
    onProgress: Search['onProgress'] = () => {},
  ): Promise<Answer | null> {
    if (this.search !== null) this.abandon();
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.search = { id, onProgress, resolve, reject };
      this.worker ??= this.start();
      this.worker.postMessage({ ...asked, id, stopped: this.stopped } satisfies ToSearch);
    });
  }

  private start(): Worker {
    const worker = this.group.add(startSearchWorker('search'));
    worker.addEventListener('message', ({ data }: MessageEvent<FromSearch>) => this.receive(data));
    return worker;
  }

  private receive(message: FromSearch): void {
    if (message.type === 'provers') this.callProvers(message.ports);
    if (message.id !== this.search?.id) return;
    switch (message.type) {
      case 'progress':
        this.search.onProgress(message.progress);
        return;
      case 'verdict':
      case 'executions':
        this.settle(({ resolve }) => resolve(message));
        return;
      case 'failure':
        this.settle(({ reject }) => reject(searchFault(message.message)));
    }
  }

  private callProvers(ports: readonly MessagePort[]): void {
    for (const port of ports) this.group.add(startProver()).postMessage(port, [port]);
  }

  private settle(then: (search: Search) => void): void {
    clearTimeout(this.timer);
    const { search } = this;
    this.search = null;
    if (search !== null) then(search);
  }

  /** Of the workers too: whatever they do, nobody waits for it any more. */
  private end(then: (search: Search) => void): void {
    this.group.end();
    this.worker = null;
    this.settle(then);
  }

  private abandon(): void {
    this.end(({ resolve }) => resolve(null));
  }
}
