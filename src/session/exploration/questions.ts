/** What the search is asked about the line on the page: where it stands among the executions, and what can come of the next step. */
import { namesWeakOrders, type Schedule } from '../../engine';
import type { Judgement, Line, SearchClient } from '../../host/client';
import { documentOf, exploredHere, isUnderWay, keyHere, weakHere } from '../model/selectors';
import type { SessionState, Store } from '../model/state';
import type { Explorer } from './explorer';
import { hintOf } from './hint';

export class Questions {
  private readonly store: Store;
  private readonly explorer: Explorer;
  private search: SearchClient | null = null;
  /** What was asked about last: a line, among the executions of a verdict. */
  private sought: { readonly schedule: Schedule; readonly verdict: Judgement } | null = null;

  constructor(store: Store, explorer: Explorer) {
    this.store = store;
    this.explorer = explorer;
  }

  /** Finds the current line among the executions, from now on whenever it has changed or they have been listed. Returns the way to stop. */
  start(search: SearchClient): () => void {
    this.search = search;
    const leave = this.store.subscribe(() => {
      this.locate(search);
      this.considerWeakMemory();
    });
    return () => {
      leave();
      this.search = null;
    };
  }

  /** Says in a line of the page what can come of each next step. */
  async showHint(): Promise<void> {
    const { store, search } = this;
    const state = store.getState();
    const line = this.lineOf(state);
    const verdict = exploredHere(state)?.verdict;
    let text = 'Which steps lead to a failing run is known once all interleavings have been explored.';
    if (line !== null && search !== null && verdict) {
      const [outlook, placed] = await Promise.all([search.foresee(line), search.place(line)]);
      const { schedule, at, route } = store.getState();
      if (schedule !== state.schedule || at !== state.at || route !== state.route) return;
      text = hintOf({ state, verdict, outlook, placed });
    }
    store.setState({ notice: { level: 'info', text, action: null } });
  }

  /** Once the interleavings are known, of a text that names weaker orders. */
  private considerWeakMemory(): void {
    const state = this.store.getState();
    const explored = exploredHere(state);
    if (!explored?.verdict || isUnderWay(explored) || weakHere(state) !== undefined) return;
    if (namesWeakOrders(documentOf(state)?.source ?? '')) void this.tryWeakMemory();
  }

  /** Tries all executions that the memory orders of the document allow, beside all else. */
  async tryWeakMemory(): Promise<void> {
    const { store, search } = this;
    const { program } = this.explorer;
    const key = keyHere(store.getState());
    if (program === undefined || search === null || store.getState().weak[key] === 'asked') return;
    /** Answers about texts that are no longer known are forgotten. */
    const put = (answer: SessionState['weak'][string]): void =>
      store.setState(({ weak, explored }) => {
        const kept = Object.entries(weak).filter(([other]) => other in explored);
        return { weak: { ...Object.fromEntries(kept), [key]: answer } };
      });
    put('asked');
    await search.weaken(program).then(put, () => put('lost'));
  }

  private locate(search: SearchClient): void {
    const state = this.store.getState();
    const verdict = exploredHere(state)?.verdict;
    const { schedule } = state;
    if (!verdict || state.pending || state.playing) return;
    if (this.sought?.schedule === schedule && this.sought.verdict === verdict) return;
    const line = this.lineOf(state);
    if (line === null) return;
    const asked = { schedule, verdict };
    this.sought = asked;
    search.place({ ...line, at: schedule.choices.length }).then(
      (placed) => {
        if (this.sought === asked)
          this.store.setState({ placed: placed && { schedule, steps: placed.steps } });
      },
      () => {}, // Without an answer nothing is marked.
    );
  }

  /** What is to be asked about the line where the user stands; null while its executions are not listed. */
  private lineOf(state: SessionState): Line | null {
    const { schedule, at } = state;
    const verdict = exploredHere(state)?.verdict;
    if (!verdict?.executions) return null;
    const { program } = this.explorer;
    return program === undefined ? null : { program, points: verdict.points, schedule, at };
  }
}
