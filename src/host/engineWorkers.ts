/**
 * What stands behind an engine client: the engine worker and, where memory can be shared, the workers of the threads. What these two have
 * to tell each other goes through here, as only the page can start workers; answers to requests go on to the client.
 */
import { type Control, createControl } from './gate';
import { Pool, readiness } from './pool';
import type { FromEngine, RunningProgram, ToEngine } from './protocol';

/** The end of a request. */
export type FromEngineForClient = Exclude<FromEngine, { type: 'ready' | 'program' | 'wanted' | 'lost' }>;

export interface EngineWorkersEvents {
  /** A request was answered, or refused. */
  answered(message: FromEngineForClient): void;
  /** The engine worker died, or cannot be started: nothing here is of use any more. */
  failed(reason: string): void;
}

export class EngineWorkers {
  readonly engine: Worker;
  /** Null without shared memory, as the pool. */
  readonly control: Control | null;
  readonly pool: Pool | null;
  readonly ready: Promise<void>;
  running: RunningProgram | null = null;
  private readonly events: EngineWorkersEvents;
  private ended = false;

  constructor(shared: boolean, events: EngineWorkersEvents) {
    this.events = events;
    this.engine = new Worker(new URL('./engine.worker.ts', import.meta.url), {
      type: 'module',
      name: 'engine',
    });
    this.control = shared ? createControl() : null;
    this.pool = this.control && this.createPool(this.control);
    this.engine.addEventListener('message', ({ data }: MessageEvent<FromEngine>) => this.receive(data));
    this.engine.addEventListener('error', ({ message }) => this.fail(message));
    this.ready = readiness(this.engine);
    this.ready.catch(({ message }: Error) => this.fail(message));
    this.send({ type: 'start', control: this.control });
  }

  send(message: ToEngine): void {
    this.engine.postMessage(message);
  }

  /** Of all workers. */
  end(): void {
    this.ended = true;
    this.engine.terminate();
    this.pool?.dispose();
  }

  private createPool(control: Control): Pool {
    const pool: Pool = new Pool(control, {
      present: (era, workers) => this.send({ type: 'present', era, workers }),
      replaced: (era, thread) => this.send({ type: 'replaced', era, thread }),
      failed: (thread, message) => {
        console.error(`worker of thread ${thread}: ${message}`);
        pool.replace(thread);
      },
    });
    return pool;
  }

  private receive(message: FromEngine): void {
    switch (message.type) {
      case 'ready':
        return;
      case 'program':
        this.running = message.program;
        this.pool?.run(message.program);
        return;
      case 'wanted':
        this.pool?.grow(message.workers);
        return;
      case 'lost':
        this.pool?.replace(message.thread);
        return;
      default:
        this.events.answered(message);
    }
  }

  private fail(reason: string): void {
    if (!this.ended) this.events.failed(reason || 'it could not be loaded');
  }
}
