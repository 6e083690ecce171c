/** Series of runs of the document shown: one at a time, ended when another document's is begun. */
import type { Program } from '../../engine';
import { type EngineClient, EngineError, type ProgramText } from '../../host/client';
import type { FreeClient, Series } from '../../host/free/client';
import { textOf } from '../model/document';
import { documentOf, exploredHere, isOpenChallenge, isOwn, keyHere } from '../model/selectors';
import type { FreeRuns, Store } from '../model/state';
import { remeasured } from './measured';
import { pressureHere } from './selectors';

/** What runs are made with. */
export interface FreeWorks {
  readonly engine: EngineClient;
  readonly createFree: () => Promise<FreeClient>;
}

export class FreeRunner {
  private readonly store: Store;
  private readonly works: FreeWorks;
  private readonly client: FreeClient;
  /** The one that is under way: whose it is, and whether it was asked to end. */
  private running: { readonly key: string; readonly series: Series; stopped: boolean } | null = null;
  /** Of the last series: workers that have it go on with it. */
  private program: { readonly key: string; readonly program: Program } | null = null;
  private seed = Date.now() % 2 ** 31;

  static async over(store: Store, works: FreeWorks): Promise<FreeRunner> {
    const client = await works.createFree();
    return new FreeRunner(store, works, client);
  }

  private constructor(store: Store, works: FreeWorks, client: FreeClient) {
    this.store = store;
    this.works = works;
    this.client = client;
  }

  toggle(): void {
    if (this.running?.key === keyHere(this.store.getState())) this.stop();
    else void this.begin();
  }

  stop(): void {
    if (this.running === null) return;
    this.running.stopped = true;
    this.client.stop();
  }

  dispose(): void {
    this.client.dispose();
  }

  private async begin(): Promise<void> {
    const { store, client } = this;
    const state = store.getState();
    const document = documentOf(state);
    if (document === undefined || state.diagnostics.length > 0 || isOpenChallenge(state)) return;
    this.stop();
    const { key } = document;
    const { depth, runs } = state.freeSettings;
    const series: Series = { pressure: pressureHere(state), depth, runs, seed: this.seed };
    // Runs that are drawn have a seed each.
    this.seed = (this.seed + runs) % 2 ** 31;
    const task = { key, series, stopped: false };
    this.running = task;
    let now: FreeRuns = { phase: 'preparing', series, tally: null, reason: '' };
    const put = (more: Partial<FreeRuns>): void => {
      now = { ...now, ...more };
      this.put(key, now);
    };
    put({});
    try {
      const program = await this.programOf(key, textOf(document));
      const searched = exploredHere(state)?.verdict?.points ?? null;
      if (!task.stopped && program !== null) {
        const tally = await client.run(program, searched, series, (tally) =>
          put({ phase: 'running', tally }),
        );
        put({ tally });
      }
      put({ phase: task.stopped ? 'stopped' : 'done' });
    } catch (error) {
      const reason = error instanceof EngineError ? error.message : String(error);
      put(task.stopped ? { phase: 'stopped' } : { phase: 'failed', reason });
    }
    if (!isOwn(state)) this.store.setState(({ measured }) => ({ measured: remeasured(measured, key, now) }));
    if (this.running === task) this.running = null;
  }

  private async programOf(key: string, text: ProgramText): Promise<Program | null> {
    if (this.program?.key === key) return this.program.program;
    const compiled = await this.works.engine.compile(text);
    if (compiled.kind === 'diagnostics') return null;
    this.program = { key, program: compiled.program };
    return compiled.program;
  }

  private put(key: string, runs: FreeRuns): void {
    this.store.setState(({ free }) => ({
      free: { ...free, [key]: { ...free[key], [runs.series.pressure]: runs } },
    }));
  }
}
