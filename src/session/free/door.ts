/** Runs that nobody plans, as the session sees them from the start: who never asks for one does not fetch what is needed for it. */
import { decodeSchedule } from '../../engine';
import type { Pressure } from '../../host/free/client';
import { keyHere } from '../model/selectors';
import type { FreeState, Store } from '../model/state';
import type { Navigator } from '../navigation/navigation';
import type { FreeRunner, FreeWorks } from './free';

export class FreeDoor {
  private readonly store: Store;
  private readonly navigation: Navigator;
  private works: FreeWorks | null = null;
  private loading: Promise<FreeRunner> | null = null;
  private runner: FreeRunner | null = null;

  constructor(store: Store, navigation: Navigator) {
    this.store = store;
    this.navigation = navigation;
  }

  /** Returns the way to stop. */
  start(works: FreeWorks): () => void {
    this.works = works;
    return () => {
      this.runner?.dispose();
      this.works = null;
    };
  }

  /** What a user can do with them. */
  get actions() {
    const { store } = this;
    const set = (settings: Partial<FreeState['freeSettings']>): void =>
      store.setState(({ freeSettings }) => ({ freeSettings: { ...freeSettings, ...settings } }));
    return {
      choosePressure: (pressure: Pressure): void => set({ pressure }),
      /** Of PCT: how many ordered events a bug may need. */
      chooseDepth: (depth: number): void => set({ depth }),
      chooseRuns: (runs: number): void => set({ runs }),
      /** Where all panes are. */
      showFree: (): void => store.setState({ codePane: 'free', mode: 'explore' }),
      /** Begins a series with the document shown, or ends the one that is under way. */
      runFree: (): void => void this.toggle(),
      stopFree: (): void => this.runner?.stop(),
      /** A run of a series at its end, as a line of steps. */
      openFreeRun: (schedule: string, name: string): void => this.open(schedule, name),
    };
  }

  private async toggle(): Promise<void> {
    const { works, store } = this;
    if (works === null || keyHere(store.getState()) === '') return;
    try {
      this.loading ??= import('./free').then(({ FreeRunner }) => FreeRunner.over(store, works));
      this.runner = await this.loading;
      this.runner.toggle();
    } catch (error) {
      this.loading = null;
      const text = error instanceof Error ? error.message : String(error);
      store.setState({ notice: { level: 'error', text, action: null } });
    }
  }

  private open(text: string, name: string): void {
    const { store, navigation } = this;
    const { route } = store.getState();
    if (route.page === 'home') return;
    const { schedule } = decodeSchedule(text);
    store.setState({ codePane: 'source' });
    void navigation.show(route, {
      schedule,
      at: schedule.choices.length,
      glimpse: true,
      name,
      remark: ({ stopped }) =>
        stopped && `This run could be repeated up to step ${stopped.at}: ${stopped.reason}.`,
    });
  }
}
