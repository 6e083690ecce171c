/** What is asked about the document on the page beside its search: of the line, of memory orders, and the queries of a person. */
import { chunk } from '../../base/chunk';
import {
  type Diagnostic,
  isRobust,
  namesWeakOrders,
  type Query,
  type Schedule,
  weakestOrders,
} from '../../engine';
import type { Judgement, Position } from '../../host/client';
import { type Document, textOf, USUAL } from '../model/document';
import { collectionOf, documentOf, exploredHere, isWeak, keyHere, weakHere } from '../model/selectors';
import type { AskedQuery, SessionState, Store } from '../model/state';
import type { Clients, Explorer } from './explorer';

export class Queries {
  private readonly store: Store;
  private readonly explorer: Explorer;
  private clients: Clients | null = null;
  /** Names the document of which something was asked that may take long. */
  private about: string | null = null;
  /** What was asked about last: a line, among the executions of a verdict. */
  private sought: { readonly schedule: Schedule; readonly verdict: Judgement } | null = null;

  /** The line of RC11 that was asked about last, and whether its answer is still to come. */
  private weighed: Schedule | null = null;
  private weighing = false;

  constructor(store: Store, explorer: Explorer) {
    this.store = store;
    this.explorer = explorer;
  }

  /** Finds the current line among the executions, from now on whenever it has changed or they have been listed. Returns the way to stop. */
  start(clients: Clients): () => void {
    this.clients = clients;
    const leave = this.store.subscribe(() => {
      this.giveUp(clients);
      this.locate(clients);
      this.weigh(clients);
      this.considerWeakMemory();
    });
    return () => {
      leave();
      this.clients = null;
    };
  }

  /** A key, or another document, makes the answer to what was asked one that nobody wants. */
  private giveUp({ search }: Clients): void {
    const { store, about } = this;
    if (about === null || about === keyHere(store.getState())) return;
    this.about = null;
    search.giveUp();
    // Who comes back may ask again.
    const { asked, weakest } = store.getState();
    if (asked?.key === about && isUnanswered(asked)) store.setState({ asked: null });
    if (weakest?.key === about && weakest.result === 'asked') store.setState({ weakest: null });
  }

  /** Says in a line of the page what can come of each next step. */
  async showHint(): Promise<void> {
    const { store, clients } = this;
    const state = store.getState();
    const text = clients === null ? null : await this.hint(state, clients);
    const { schedule, at, route } = store.getState();
    if (schedule !== state.schedule || at !== state.at || route !== state.route) return;
    const all = isWeak(state) ? 'executions' : 'interleavings';
    const unknown = `Which steps lead to a failing run is known once all ${all} have been explored.`;
    store.setState({ notice: { level: 'info', text: text ?? unknown, action: null } });
  }

  /** Null while that is not known of which runs can fail. */
  private async hint(state: SessionState, { search }: Clients): Promise<string | null> {
    const position = this.positionOf(state);
    const verdict = exploredHere(state)?.verdict;
    /** Null where the line is one of sequential consistency. */
    const judgement = isWeak(state) ? weakHere(state) : null;
    if (position === null || !verdict || judgement === undefined || typeof judgement === 'string')
      return null;
    const [outlook, located, { hintOf, weakHintOf }] = await Promise.all([
      search.foresee(position),
      judgement === null ? search.locate(position) : null,
      chunk(import('./hint')),
    ]);
    return judgement === null
      ? hintOf({ state, verdict, outlook, located })
      : weakHintOf(state, judgement, outlook);
  }

  /** Once there is a verdict about the interleavings: of the document shown, then of the others of its collection, if they are judged by what their orders allow. */
  private considerWeakMemory(): void {
    const state = this.store.getState();
    const { explored, weak, weakest } = state;
    if (weakest?.result === 'asked' || Object.values(weak).includes('asked')) return;
    const isNext = ({ key, memory }: Document): boolean =>
      memory === 'rc11' && weak[key] === undefined && explored[key]?.verdict != null;
    const shown = documentOf(state);
    const next = [...(shown ? [shown] : []), ...(collectionOf(state)?.documents ?? [])].find(isNext);
    if (next !== undefined) void this.tryWeakMemory(next.key);
  }

  /** Tries all executions that the memory orders of a document allow, beside all else. */
  async tryWeakMemory(key = keyHere(this.store.getState())): Promise<void> {
    const { store, clients } = this;
    const program = this.explorer.programOf(key);
    if (program === undefined || clients === null || store.getState().weak[key] === 'asked') return;
    /** Answers about texts that are no longer known are forgotten; without one it is asked again. */
    const put = (answer?: SessionState['weak'][string]): void =>
      store.setState(({ weak, explored }) => {
        const kept = Object.entries(weak).filter(([other]) => other in explored && other !== key);
        return { weak: { ...Object.fromEntries(kept), ...(answer && { [key]: answer }) } };
      });
    put('asked');
    this.about = keyHere(store.getState());
    // One that was given up is asked again where the document is opened again.
    await clients.search
      .weaken(program, this.isRobust(key))
      .then(put, () => put(this.about === key ? 'lost' : undefined));
  }

  /** Whatever memory orders it names. */
  private isRobust(key: string): boolean {
    const verdict = this.store.getState().explored[key]?.verdict;
    return verdict != null && isRobust(verdict);
  }

  /** Tries weaker memory orders in the text of the document, one after the other. */
  async findWeakest(): Promise<void> {
    const { store, clients } = this;
    const shown = documentOf(store.getState());
    if (shown === undefined || clients === null) return;
    const { key } = shown;
    const text = textOf(shown);
    this.about = key;
    const asked = { key, result: 'asked' } as const;
    store.setState({ weakest: asked });
    const robust = this.isRobust(key);
    const isClean = async (source: string): Promise<boolean> => {
      const compiled = await clients.engine.compile({ ...text, source });
      if (store.getState().weakest !== asked) throw new Error('nobody asks any more');
      if (compiled.kind !== 'program') return false;
      return (await clients.search.weaken(compiled.program, robust)).verdict === 'clean';
    };
    const result = await weakestOrders(text.source, isClean).catch(() => 'lost' as const);
    if (store.getState().weakest === asked) store.setState({ weakest: { key, result } });
  }

  /** Of the program shown, as its text now is; where it names weaker memory orders, of what they allow too. */
  async ask(query: Query): Promise<void> {
    const { store, clients } = this;
    const shown = documentOf(store.getState());
    if (shown === undefined || clients === null) return;
    const { engine, search } = clients;
    const { key, source, settings = USUAL } = shown;
    let now: AskedQuery = { key, query, entry: settings.entry, result: 'asked', weak: null };
    /** What was asked last is what one wants to know. */
    const isWanted = (): boolean => store.getState().asked === now;
    const put = (more: Partial<AskedQuery>): void => {
      if (!isWanted()) return;
      now = { ...now, ...more };
      store.setState({ asked: now });
    };
    this.about = key;
    store.setState({ asked: now });
    try {
      const compiled = await engine.compile({ ...textOf(shown), query });
      if (!isWanted()) return;
      if (compiled.kind !== 'program') {
        put({ result: { answer: 'refused', why: refusal(compiled.diagnostics[0], source) } });
        return;
      }
      const result = await search.ask(compiled.program);
      const goesOn = result.answer !== 'yes' && namesWeakOrders(source);
      put({ result, weak: goesOn ? 'asked' : null });
      if (!goesOn || !isWanted()) return;
      const weak = await engine.compile({ ...textOf(shown), query: { ...query, memory: 'rc11' } });
      if (!isWanted()) return;
      put({ weak: weak.kind === 'program' ? await search.askWeak(weak.program) : 'lost' });
    } catch {
      put(now.result === 'asked' ? { result: 'lost' } : { weak: 'lost' });
    }
  }

  close(): void {
    this.store.setState({ asked: null });
  }

  private locate({ search }: Clients): void {
    const state = this.store.getState();
    const verdict = exploredHere(state)?.verdict;
    const { schedule } = state;
    if (!verdict || state.pending || state.playing) return;
    if (this.sought?.schedule === schedule && this.sought.verdict === verdict) return;
    // Its executions are those of sequential consistency.
    const position = isWeak(state) ? null : this.positionOf(state);
    if (position === null) return;
    const asked = { schedule, verdict };
    this.sought = asked;
    search.locate({ ...position, at: schedule.choices.length }).then(
      (located) => {
        if (this.sought === asked)
          this.store.setState({ located: located && { schedule, steps: located.steps } });
      },
      () => {}, // Without an answer nothing is marked.
    );
  }

  /** Finds out what the line can still become, where it is one of RC11. */
  private weigh({ search }: Clients): void {
    const state = this.store.getState();
    const { schedule } = state;
    const program = this.explorer.programOf(keyHere(state));
    if (!isWeak(state) || program === undefined || state.pending || state.playing) return;
    if (this.weighing || this.weighed === schedule) return;
    this.weighing = true;
    this.weighed = schedule;
    const put = (outcomes: SessionState['outcomes']): void => {
      this.weighing = false;
      this.store.setState({ outcomes });
    };
    search.outcomes(program, schedule).then(
      (byStep) => put({ schedule, byStep }),
      () => put(null), // Without an answer nothing is said of it.
    );
  }

  /** Where the user stands, as a search is asked about it. Null while the executions are not listed, unless the line is one of RC11: it is none of them. */
  private positionOf(state: SessionState): Position | null {
    const { schedule, at } = state;
    const verdict = exploredHere(state)?.verdict;
    if (!verdict || !(isWeak(state) || verdict.executions)) return null;
    const program = this.explorer.programOf(keyHere(state));
    return program === undefined ? null : { program, points: verdict.points, schedule, at };
  }
}

const isUnanswered = ({ result, weak }: AskedQuery): boolean => result === 'asked' || weak === 'asked';

/** Why a question cannot be asked, and in which line, where it is one of several. */
function refusal({ span, message, hint }: Diagnostic, source: string): string {
  const place = span.end > 0 ? `line ${source.slice(0, span.start).split('\n').length}: ` : '';
  return `${place}${message}${hint === '' ? '' : `: ${hint}`}`;
}
