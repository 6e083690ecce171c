/** Fetches collections of documents: the one that is opened at once; those of the home page one after the other, when the browser is idle. */

import type { Origin } from '../model/document';
import { whenIdle } from '../model/idle';
import type { Route, SessionState, Store } from '../model/state';
import { tellerOf } from '../model/storyline';
import type { Carried, DocumentProvider } from './provider';

export class Library {
  private readonly store: Store;
  private readonly providers: readonly DocumentProvider[];

  constructor(store: Store, providers: readonly DocumentProvider[]) {
    this.store = store;
    this.providers = providers;
  }

  /** The document a path means; null if nobody has that collection. */
  find(collection: string, slug: string | null, carried: Carried = {}): Origin | null {
    for (const provider of this.providers) {
      const origin = provider.find(collection, slug, carried);
      if (origin !== null) return origin;
    }
    return null;
  }

  has({ collection, slug }: Origin): boolean {
    const here = this.store.getState().library[collection];
    return here?.documents.some(({ origin }) => origin.slug === slug) ?? false;
  }

  /** Resolves when the document is in the library; false if it could not be fetched. Whoever waits for it on its page is then told so. */
  async fetch(origin: Origin, carried: Carried = {}): Promise<boolean> {
    if (this.has(origin)) return true;
    const { collection: id, slug } = origin;
    const provider = this.providers.find((each) => each.find(id, slug, carried) !== null);
    if (provider === undefined) return false;
    try {
      const collection = await provider.fetch(origin, carried);
      this.store.setState(({ route, library, story }) => ({
        library: { ...library, [id]: collection },
        // A link says whose story it tells before it is known who has one.
        ...(isAt(route, id) && { story: tellerOf(collection.scenario, route.slug, story) }),
      }));
      return true;
    } catch (error) {
      this.store.setState(({ route }) => (isAt(route, id) ? failed(error) : {}));
      return false;
    }
  }

  /** Fetches from now on, on the home page, all that it lists. Returns the way to stop. */
  fill(): () => void {
    const { store } = this;
    const tried = new Set<string>();
    let busy = false;
    const consider = (): void => {
      const { route, library } = store.getState();
      const ids = this.providers.flatMap(({ listed }) => listed);
      const next = ids.find((id) => library[id] === undefined && !tried.has(id));
      if (busy || route.page !== 'home' || next === undefined) return;
      busy = true;
      tried.add(next);
      whenIdle(async () => {
        const origin = this.find(next, null);
        if (origin !== null) await this.fetch(origin);
        busy = false;
        consider();
      });
    };
    consider();
    return store.subscribe(consider);
  }
}

type Place = Extract<Route, { page: 'document' }>;
const isAt = (route: Route, id: string): route is Place =>
  route.page === 'document' && route.collection === id;

/** The address holds the step, so nothing is lost. */
const failed = (error: unknown): Partial<SessionState> => ({
  phase: 'failed',
  pending: false,
  notice: {
    level: 'error',
    text: error instanceof Error ? error.message : String(error),
    action: { label: 'Reload', run: () => location.reload() },
  },
});
