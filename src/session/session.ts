/**
 * A session: what one person does with programs, from the first link to the last step. Everything of it is in here: a page may hold as
 * many as it likes, and they know nothing of each other.
 */
import { createStore } from 'zustand/vanilla';
import type { EngineClient, SearchClient } from '../host/client';
import type { FreeClient } from '../host/free/client';
import { Library } from './documents/library';
import type { DocumentProvider } from './documents/provider';
import { scenarioDocuments } from './documents/scenarios';
import { type Clients, Explorer } from './exploration/explorer';
import { createFailing } from './exploration/failing';
import { Queries } from './exploration/queries';
import { createWeakRuns } from './exploration/weakRuns';
import { FreeDoor } from './free/door';
import { initialState, type Mode, type SessionState, type Store } from './model/state';
import { createLines, createNavigation, type Navigator } from './navigation/navigation';
import { createTrail } from './navigation/trail';
import { OwnDoor } from './own/door';
import type { Shelf } from './own/shelf';
import { createPage } from './page';
import { startComparing } from './run/comparer';
import { Player } from './run/player';
import { Queue } from './run/queue';
import type { Runs } from './run/runs';
import { createSteps } from './run/steps';
import { createChallenge } from './story/challenge';
import { StoryNavigation } from './story/storyNavigation';

/**
 * What a session asks: an engine that runs, a search that explores, and runs that nobody plans, made when they are first wanted; without
 * one of these nothing is explored, or run so.
 */
export interface Connections {
  readonly engine: EngineClient;
  readonly search?: SearchClient;
  readonly free?: () => Promise<FreeClient>;
}

export type Session = ReturnType<typeof createSession>;
/** Everything a user can do, as plain functions: one change of the store each, and what the engine is asked. */
export type Actions = Session['actions'];

/**
 * `documents`: where programs come from beside those of one's own; the scenarios, unless it is said otherwise. `shelf`: where one's own are
 * kept; the browser's where there is none.
 */
export function createSession(
  documents: readonly DocumentProvider[] = [scenarioDocuments],
  shelf: Shelf | null = null,
) {
  const store = createStore<SessionState>()(() => initialState);
  const queue = new Queue(store);
  const player = new Player(store, queue);
  const runs: Runs = { store, queue, player };
  const own = new OwnDoor();
  const library = new Library(store, [...documents, own.documents]);
  const navigation = createNavigation(runs, library);
  const explorer = new Explorer(store);
  const queries = new Queries(store, explorer);
  const free = new FreeDoor(store, navigation);
  const stops: (() => void)[] = [];
  return {
    store,
    library,
    navigation,
    actions: {
      openDocument: navigation.openDocument,
      ...createPage(store, own),
      ...own.actions({ runs, navigation, shelf }),
      ...createSteps(runs),
      ...movesOf(runs, navigation),
      ...createTrail(runs, navigation),
      ...searchesOf(explorer, queries),
      ...createFailing(store, navigation),
      ...createWeakRuns(store, navigation),
      ...free.actions,
    },
    /** Plugs in what runs and explores programs; what was asked before is answered then. */
    connect({ engine, search, free: createFree }: Connections): void {
      queue.connect(engine);
      stops.push(startComparing(store, engine));
      if (search !== undefined)
        stops.push(
          explorer.start({ engine, search }),
          queries.start({ engine, search }),
          whenHandout(store, { engine, search }),
        );
      if (createFree !== undefined) stops.push(free.start({ engine, createFree }));
    },
    /** Nothing more is asked of the engine. */
    dispose(): void {
      player.stop();
      queue.dropAll();
      for (const stop of stops.splice(0)) stop();
    },
  };
}

/** What makes a handout is fetched with the first one. Returns the way to stop. */
function whenHandout(store: Store, clients: Clients): () => void {
  const stops = [
    store.subscribe(({ sheet }) => {
      if (sheet !== 'handout' || stops.length > 1) return;
      const made = import('./exploration/handout').then(({ startHandout }) => startHandout(store, clients));
      stops.push(() => void made.then((stop) => stop()));
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function movesOf(runs: Runs, navigation: Navigator) {
  const { openChallenge, ...lines } = createLines(runs, navigation);
  const story = new StoryNavigation(runs, navigation);
  const challenge = createChallenge(runs.store);
  return {
    ...lines,
    ...challenge,
    startChallenge: openChallenge,
    continueStory: (): void => story.goOn(),
    storyBack: (): void => story.goTo(runs.store.getState().beat - 1),
    /** Jumps to the end of a part; -1 is the start of the story. */
    goToBeat: (n: number): void => story.goTo(n),
    chooseMode: (mode: Mode): void => story.chooseMode(mode),
    /** Answers the prediction of the part one stands at by the option of that index. */
    predict: (choice: number): void => {
      const { story, beat } = runs.store.getState();
      runs.store.setState({ guess: { story, beat, choice } });
    },
    openStory: (slug: string): void => story.open(slug),
    openEvidence: (evidence: Parameters<StoryNavigation['openEvidence']>[0]): void =>
      story.openEvidence(evidence),
    backToStory: (): void => story.back(),
  };
}

const searchesOf = (explorer: Explorer, queries: Queries) => ({
  stopExploring: (): void => explorer.stop(),
  exploreFurther: (): void => explorer.goFurther(),
  showHint: (): Promise<void> => queries.showHint(),
  tryWeakMemory: (): Promise<void> => queries.tryWeakMemory(),
  findWeakest: (): Promise<void> => queries.findWeakest(),
  /** Whether a line of the program shown can be reached, or what can hold there or at its end. */
  askProgram: (query: Parameters<Queries['ask']>[0]): Promise<void> => queries.ask(query),
  closeQuery: (): void => queries.close(),
});
