/**
 * The page's end of free runs: starts the coordinator with the first series, and a worker for each thread a program has. A worker that is
 * lost is not put right: all are ended, and the next series starts others.
 */
import type { ExecutionKey, Program, SchedulePoints } from '../../engine';
import { EngineError } from '../client';
import { canShareMemory } from '../shared';
import { WorkerGroup } from '../workerGroup';
import { type FailedRun, type FreeClient, isAtOnce, type Series, type Tally } from './client';
import { type Control, createControl } from './control';
import type { FromCoordinator, TallyNews, ToCoordinator } from './protocol';
import { ThreadWorkers } from './threadWorkers';

/**
 * Workers that say nothing for so many ticks of so many ms are no more: opening a large program takes some seconds, a run not so many.
 * Ticks, as a page that was frozen in the background has one where its clock has gone on by an hour.
 */
const TICK = 5000;
const SILENT_TICKS = 6;

export interface FreeOptions {
  /** Default: whether memory can be shared. */
  readonly shared?: boolean;
}

/** The series that is under way, and what it has come to. */
interface Underway {
  readonly series: Series;
  readonly executions: Map<ExecutionKey, number>;
  readonly failed: FailedRun[];
  readonly onTally: (tally: Tally) => void;
  readonly resolve: (tally: Tally) => void;
  readonly reject: (error: EngineError) => void;
  /** Before it could begin. */
  stopped: boolean;
}

/** Workers that are there: the coordinator, and the others where threads can run at once. */
interface Workers {
  readonly coordinator: Worker;
  readonly threads: ThreadWorkers | null;
  /** What they have open. */
  program: Program | null;
  searched: SchedulePoints | null;
}

export interface FreeClientForTests extends FreeClient {
  /** Ends the worker of a thread and tells nobody, as a browser short of memory does. */
  kill(thread: number): void;
  /** Null while no threads can run at once. */
  readonly control: Control | null;
}

export const createFreeClient = (options: FreeOptions = {}): FreeClientForTests =>
  new WorkersFreeClient(options.shared ?? canShareMemory());

class WorkersFreeClient implements FreeClientForTests {
  private readonly shared: boolean;
  private readonly group = new WorkerGroup((reason) => this.fail(reason));
  private workers: Workers | null = null;
  private underway: Underway | null = null;
  /** Of the series. */
  private id = 0;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(shared: boolean) {
    this.shared = shared;
  }

  get control(): Control | null {
    return this.workers?.threads?.control ?? null;
  }

  run(
    program: Program,
    searched: SchedulePoints | null,
    series: Series,
    onTally: (tally: Tally) => void,
  ): Promise<Tally> {
    if (this.underway !== null) this.fail('others were asked for');
    this.id++;
    return new Promise((resolve, reject) => {
      this.underway = { series, executions: new Map(), failed: [], onTally, resolve, reject, stopped: false };
      this.watch();
      if (isAtOnce(series.pressure) && !this.shared)
        return this.fail('threads cannot run at once here, as the page is not isolated');
      this.workers ??= this.start();
      if (this.workers.program === program && this.workers.searched === searched) this.begin();
      else this.open(this.workers, program, searched);
    });
  }

  stop(): void {
    if (this.underway === null) return;
    this.underway.stopped = true;
    this.tell({ type: 'stop' });
  }

  kill(thread: number): void {
    this.workers?.threads?.kill(thread);
  }

  dispose(): void {
    this.end();
    this.settle(({ reject }) => reject(new EngineError('broken', 'The page was left.')));
  }

  private start(): Workers {
    const coordinator = this.group.add(
      new Worker(new URL('./coordinator.worker.ts', import.meta.url), {
        type: 'module',
        name: 'free runs: main',
      }),
    );
    coordinator.addEventListener('message', ({ data }: MessageEvent<FromCoordinator>) => this.receive(data));
    const threads = this.shared ? new ThreadWorkers(createControl(), this.group) : null;
    return { coordinator, threads, program: null, searched: null };
  }

  private open(workers: Workers, program: Program, searched: SchedulePoints | null): void {
    workers.program = program;
    workers.searched = searched;
    workers.threads?.leave();
    this.tell({ type: 'open', id: this.id, program, searched, control: this.control });
  }

  private receive(message: FromCoordinator): void {
    if (message.id !== this.id) return;
    this.watch();
    switch (message.type) {
      case 'opened':
        if (message.shared !== null) this.workers?.threads?.join(message.shared);
        void this.grow(message.threads, () => this.begin());
        return;
      case 'wanted':
        void this.grow(message.workers, () => this.tell({ type: 'staffed' }));
        return;
      case 'tally':
        this.hear(message.news, message.over);
        return;
      case 'lost':
        this.hear(message.news, false);
        this.fail('the browser ended the worker of a thread');
        return;
      case 'failure':
        this.fail(message.message);
    }
  }

  /** Starts what workers are missing for so many threads, and goes on with the series. */
  private async grow(threads: number, then: () => void): Promise<void> {
    const { id } = this;
    await this.workers?.threads?.grow(threads);
    if (id === this.id) then();
  }

  private begin(): void {
    if (this.underway === null) return;
    this.tell({ type: 'begin', id: this.id, series: this.underway.series });
    if (this.underway.stopped) this.tell({ type: 'stop' });
  }

  private hear(news: TallyNews, over: boolean): void {
    if (this.underway === null) return;
    const { executions, failed, onTally } = this.underway;
    for (const [key, count] of news.executions) executions.set(key, count);
    failed.push(...news.failed);
    const tally: Tally = { ...news, executions, failed: [...failed] };
    if (over) this.settle(({ resolve }) => resolve(tally));
    else onTally(tally);
  }

  private tell(message: ToCoordinator): void {
    this.workers?.coordinator.postMessage(message);
  }

  private watch(): void {
    clearInterval(this.timer);
    if (this.underway === null) return;
    let silent = 0;
    this.timer = setInterval(() => {
      if (++silent === SILENT_TICKS)
        this.fail(`no worker has answered for ${(TICK * SILENT_TICKS) / 1000} seconds`);
    }, TICK);
  }

  private settle(then: (underway: Underway) => void): void {
    const { underway } = this;
    this.underway = null;
    clearInterval(this.timer);
    if (underway !== null) then(underway);
  }

  private end(): void {
    this.group.end();
    this.workers = null;
  }

  private fail(reason: string): void {
    this.end();
    this.settle(({ reject }) => reject(new EngineError('lost', `The runs stopped: ${reason}. Run again.`)));
  }
}
