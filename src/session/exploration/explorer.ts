/**
 * Explores the interleavings of what is on the page, while nobody waits for anything: the document shown first, then the others of its
 * collection. A verdict comes first, then the executions are counted. One search at a time; it goes on while the user steps, and is given
 * up for what the user looks at next.
 */
import type { Program, Verdict } from '../../engine';
import {
  type EngineClient,
  type ListSize,
  NO_PROGRESS,
  type Progress,
  type SearchClient,
  type SearchSize,
} from '../../host/client';
import { type Document, type Settings, textOf } from '../model/document';
import { whenIdle } from '../model/idle';
import { collectionOf, exploredHere, isIdle, isUnderWay, keyHere } from '../model/selectors';
import type { Explored, SessionState, Store } from '../model/state';

/** Without being asked, and when asked to go on. */
const SIZE: SearchSize = { states: 300_000, bytes: 256 * 2 ** 20 };
const LARGER: SearchSize = { states: 4_000_000, bytes: 1024 * 2 ** 20 };
const LISTED = 2_000;
const LISTING: ListSize = { counted: 20_000, listed: LISTED, transitions: 100_000 };

export interface Clients {
  readonly engine: EngineClient;
  readonly search: SearchClient;
}

interface Task {
  readonly document: Document;
  readonly phase: 'exploring' | 'counting';
  end: 'none' | 'stopped' | 'given up';
}

export class Explorer {
  private readonly store: Store;
  private clients: Clients | null = null;
  private running: Task | null = null;
  private waiting = false;
  /** By key, of what was explored: for questions about lines of it. */
  private readonly programs = new Map<string, Program>();

  constructor(store: Store) {
    this.store = store;
  }

  /** Explores from now on whatever is shown. Returns the way to stop. */
  start(clients: Clients): () => void {
    this.clients = clients;
    const leave = this.store.subscribe(() => this.consider(clients));
    this.consider(clients);
    return () => {
      leave();
      if (this.running !== null) this.giveUp(this.running);
      this.clients = null;
    };
  }

  /** What the search can be asked about; undefined while the document of that key has not been compiled for it. */
  programOf(key: string): Program | undefined {
    return this.programs.get(key);
  }

  /** Keeps what is known of the document shown. */
  stop(): void {
    if (this.running === null || !isUnderWay(exploredHere(this.store.getState()))) return;
    if (this.running.end === 'none') this.running.end = 'stopped';
    this.clients?.search.stop();
  }

  /** Again, with larger limits, or only the counting that was stopped: what was known stays until there is more. */
  goFurther(): void {
    const state = this.store.getState();
    const here = exploredHere(state);
    if (here === undefined || isUnderWay(here)) return;
    const again = here.verdict?.complete
      ? ({ ...here, phase: 'counting' } as const)
      : ({ ...here, ...NO_PROGRESS, phase: 'exploring', further: true } as const);
    this.put(keyHere(state), again);
  }

  private consider(clients: Clients): void {
    const state = this.store.getState();
    const next = nextOf(state);
    const { running } = this;
    if (running !== null) {
      const same = running.document.key === next?.document.key && running.phase === next.phase;
      if (!same) this.giveUp(running);
    } else if (next !== null && !this.waiting && isIdle(state)) {
      this.waiting = true;
      whenIdle(() => this.begin(clients));
    }
  }

  private begin(clients: Clients): void {
    this.waiting = false;
    const state = this.store.getState();
    const next = nextOf(state);
    if (next === null || !isIdle(state) || this.clients !== clients) return;
    this.running = next;
    const found = next.phase === 'exploring' ? this.explore(next, clients) : this.count(next, clients);
    void found.then((explored) => {
      this.running = null;
      this.put(next.document.key, explored);
      this.consider(clients);
    });
  }

  private giveUp(task: Task): void {
    if (task.end !== 'none') return;
    task.end = 'given up';
    this.clients?.search.stop();
  }

  /** What is known in the end; undefined if it is to be begun anew. */
  private async explore(task: Task, { engine, search }: Clients): Promise<Explored | undefined> {
    const { key, settings } = task.document;
    const { verdict: before = null, further = false } = this.store.getState().explored[key] ?? {};
    let now: Explored = { ...NO_PROGRESS, phase: 'exploring', verdict: before, further };
    this.put(key, now);
    try {
      const compiled = await engine.compile(textOf(task.document));
      if (compiled.kind === 'diagnostics') return { ...now, phase: 'failed' };
      this.keep(key, compiled.program);
      if (task.end === 'none') {
        const onProgress = (progress: Progress): void => {
          now = { ...now, ...progress };
          if (task.end === 'none') this.put(key, now);
        };
        const verdict = await search.explore(compiled.program, sizeOf(settings, further), onProgress);
        // One that was given up has nothing to say: what was known before is still so.
        const known = verdict ?? before;
        if (known !== null) now = { ...now, ...counts(known), verdict: known };
        const stopped = verdict === null || verdict.limit === 'stopped';
        if (!stopped)
          return {
            ...now,
            phase:
              isCountable(verdict) && sizeOf(settings, further).preemptions == null ? 'counting' : 'done',
          };
      }
      return task.end === 'given up' ? undefined : { ...now, phase: 'stopped' };
    } catch {
      return task.end === 'given up' ? undefined : { ...now, phase: 'failed' };
    }
  }

  /** The verdict stays whatever comes of it. */
  private async count(task: Task, { search }: Clients): Promise<Explored | undefined> {
    const { key } = task.document;
    const known = this.store.getState().explored[key];
    const program = this.programs.get(key);
    if (!known?.verdict || program === undefined) return undefined;
    const size = known.verdict.complete ? LISTING : { ...LISTING, counted: LISTED };
    try {
      const found = await search.list(program, known.verdict, size);
      if (task.end === 'given up') return known;
      const verdict =
        found === null ? known.verdict : { ...known.verdict, count: found.count, executions: found.list };
      return { ...known, verdict, phase: task.end === 'stopped' ? 'stopped' : 'done' };
    } catch {
      return { ...known, phase: 'stopped' };
    }
  }

  /** Programs of texts that are no longer known are forgotten: somebody who writes makes one with each key. */
  private keep(key: string, program: Program): void {
    const { explored } = this.store.getState();
    for (const other of this.programs.keys()) if (!(other in explored)) this.programs.delete(other);
    this.programs.set(key, program);
  }

  private put(key: string, value: Explored | undefined): void {
    this.store.setState(({ explored: { [key]: _, ...rest } }) => ({
      explored: value === undefined ? rest : { ...rest, [key]: value },
    }));
  }
}

/** The first document of which there is something left to find out: all of the one shown, then verdicts before counts. */
function nextOf(state: SessionState): Task | null {
  const shown = keyHere(state);
  // A text that does not compile has no orders to try.
  const broken = state.diagnostics.length > 0;
  const tasks = (collectionOf(state)?.documents ?? []).flatMap((document): Task[] => {
    if (broken && document.key === shown) return [];
    const { phase } = state.explored[document.key] ?? { phase: 'exploring' };
    return phase === 'exploring' || phase === 'counting' ? [{ document, phase, end: 'none' }] : [];
  });
  return (
    tasks.find(({ document }) => document.key === shown) ??
    tasks.find(({ phase }) => phase === 'exploring') ??
    tasks[0] ??
    null
  );
}

/** Who asks for more does not want to be stopped where he has been. */
function sizeOf(settings: Settings | undefined, further: boolean): SearchSize {
  const usual = further ? LARGER : SIZE;
  if (settings === undefined || further) return usual;
  const { rounds, preemptions, seconds, memory } = settings;
  return {
    ...(memory === null ? usual : { states: LARGER.states, bytes: memory * 2 ** 20 }),
    rounds,
    preemptions,
    seconds,
  };
}

/** Where a run came to a limit of its own, executions that were counted would say nothing. */
const isCountable = ({ limit }: Verdict): boolean =>
  limit === null || limit === 'bound' || limit === 'states' || limit === 'memory' || limit === 'stopped';

const counts = ({ states, transitions }: Pick<Explored, 'states' | 'transitions'>) => ({
  states,
  transitions,
});
