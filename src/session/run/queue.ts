/**
 * How requests reach the engine: one at a time, in order, each decided on the state that the one before left. A request that opens
 * another source makes all older ones stale: they are dropped, and so is an answer that comes too late.
 */
import { type EngineClient, EngineError } from '../../host/client';
import type { Patch, SessionState, Store } from '../model/state';
import { reopen } from './opening';

/** Asks the engine and says what of the session changes; null when there is nothing to do. */
export type Request = (state: SessionState, engine: EngineClient) => Promise<Patch | null>;
/** open: makes everything before it stale. seek: of several that wait only the last one counts. */
type RequestKind = 'open' | 'seek' | 'step';

interface Queued {
  readonly kind: RequestKind;
  readonly request: Request;
  readonly done: (taken: boolean) => void;
}

export class Queue {
  private readonly store: Store;
  private engine: EngineClient | null = null;
  private waiting: Queued[] = [];
  private busy = false;
  /** Counts the opens: a request of an earlier one is stale. */
  private era = 0;

  constructor(store: Store) {
    this.store = store;
  }

  /** Plugs the engine in and sends what was asked before it was there. */
  connect(engine: EngineClient): void {
    this.engine = engine;
    this.store.setState({ threads: engine.threads });
    void this.drain();
  }

  /**
   * Queues a request; `patch` is what changes at once. Resolves when it is over: true if the engine's answer was taken, false if there
   * was none, or it failed, or it came too late.
   */
  ask(kind: RequestKind, request: Request, patch: Patch = {}): Promise<boolean> {
    const last = this.waiting.at(-1);
    if (kind === 'open') this.dropAll();
    else if (kind === 'seek' && last?.kind === 'seek') {
      this.waiting.pop();
      last.done(false);
    }
    this.store.setState({ ...patch, pending: true });
    return new Promise((done) => {
      this.waiting.push({ kind, request, done });
      void this.drain();
    });
  }

  /** Forgets what was asked and not yet answered: the user went somewhere else. */
  dropAll(): void {
    this.era++;
    for (const { done } of this.waiting) done(false);
    this.waiting = [];
  }

  /** Compiles and runs the current line again, from its start to where the user stands. */
  retry(): void {
    void this.ask('open', reopen, { phase: 'working', notice: null, playing: false });
  }

  private async drain(): Promise<void> {
    const { engine, store } = this;
    if (this.busy || engine === null) return;
    this.busy = true;
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) {
      const asked = this.era;
      let patch: Patch | null;
      let taken = false;
      try {
        patch = await next.request(store.getState(), engine);
        taken = patch !== null;
      } catch (error) {
        patch = this.failure(error);
      }
      const stale = asked !== this.era;
      const pending = this.waiting.length > 0;
      store.setState(stale ? { pending } : { ...outdated(store.getState()), ...patch, pending });
      next.done(taken && !stale);
    }
    this.busy = false;
  }

  /** A request that failed leaves the line as it was, and says what to do: nothing the user made is lost. */
  private failure(error: unknown): Patch {
    const text = error instanceof Error ? error.message : String(error);
    const kind = error instanceof EngineError ? error.kind : 'internal';
    if (kind === 'refused') return { playing: false, notice: { level: 'info', text, action: null } };
    const action = { label: 'Try again', run: () => this.retry() };
    return {
      playing: false,
      notice: { level: 'error', text, action },
      ...(kind === 'lost' ? {} : { phase: 'failed' }),
    };
  }
}

/** What was said of a step is over with the next one; a warning stays until it is dismissed. */
const outdated = ({ notice }: SessionState): Patch => (notice?.level === 'info' ? { notice: null } : {});
