/** What the search is asked about the line on the page: where it stands among the executions, and what can come of the next step. */
import { namesWeakOrders, type Question, type Schedule, weakestOrders } from '../../engine';
import type { Judgement, Line } from '../../host/client';
import { textOf } from '../model/document';
import { documentOf, exploredHere, isUnderWay, keyHere, weakHere } from '../model/selectors';
import type { Asked, SessionState, Store } from '../model/state';
import type { Explorer, Works } from './explorer';
import { hintOf } from './hint';

export class Questions {
  private readonly store: Store;
  private readonly explorer: Explorer;
  private works: Works | null = null;
  /** Names the document of which something was asked that may take long. */
  private about: string | null = null;
  /** What was asked about last: a line, among the executions of a verdict. */
  private sought: { readonly schedule: Schedule; readonly verdict: Judgement } | null = null;

  constructor(store: Store, explorer: Explorer) {
    this.store = store;
    this.explorer = explorer;
  }

  /** Finds the current line among the executions, from now on whenever it has changed or they have been listed. Returns the way to stop. */
  start(works: Works): () => void {
    this.works = works;
    const leave = this.store.subscribe(() => {
      this.giveUp(works);
      this.locate(works);
      this.considerWeakMemory();
    });
    return () => {
      leave();
      this.works = null;
    };
  }

  /** A key, or another document, makes the answer to what was asked one that nobody wants. */
  private giveUp({ search }: Works): void {
    if (this.about === null || this.about === keyHere(this.store.getState())) return;
    this.about = null;
    search.giveUp();
  }

  /** Says in a line of the page what can come of each next step. */
  async showHint(): Promise<void> {
    const { store, works } = this;
    const state = store.getState();
    const line = this.lineOf(state);
    const verdict = exploredHere(state)?.verdict;
    let text =
      state.schedule.granularity === 'rc11'
        ? 'Which steps lead to a failing run is not asked under the memory model of C++.'
        : 'Which steps lead to a failing run is known once all interleavings have been explored.';
    if (line !== null && works !== null && verdict) {
      const { search } = works;
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
    const { store, works } = this;
    const { program } = this.explorer;
    const key = keyHere(store.getState());
    if (program === undefined || works === null || store.getState().weak[key] === 'asked') return;
    /** Answers about texts that are no longer known are forgotten; without one it is asked again. */
    const put = (answer?: SessionState['weak'][string]): void =>
      store.setState(({ weak, explored }) => {
        const kept = Object.entries(weak).filter(([other]) => other in explored && other !== key);
        return { weak: { ...Object.fromEntries(kept), ...(answer && { [key]: answer }) } };
      });
    put('asked');
    this.about = key;
    // One that was given up is asked again where the document is opened again.
    await works.search.weaken(program).then(put, () => put(this.about === key ? 'lost' : undefined));
  }

  /** Tries weaker memory orders in the text of the document, one after the other. */
  async findWeakest(): Promise<void> {
    const { store, works } = this;
    const shown = documentOf(store.getState());
    if (shown === undefined || works === null) return;
    const { key } = shown;
    const text = textOf(shown);
    this.about = key;
    const asked = { key, result: 'asked' } as const;
    store.setState({ weakest: asked });
    const isClean = async (source: string): Promise<boolean> => {
      const compiled = await works.engine.compile({ ...text, source });
      if (store.getState().weakest !== asked) throw new Error('nobody asks any more');
      return compiled.kind === 'program' && (await works.search.weaken(compiled.program)).verdict === 'clean';
    };
    const result = await weakestOrders(text.source, isClean).catch(() => 'lost' as const);
    if (store.getState().weakest === asked) store.setState({ weakest: { key, result } });
  }

  /** Of the program shown, as its text now is. */
  async ask(question: Question): Promise<void> {
    const { store, works } = this;
    const shown = documentOf(store.getState());
    if (shown === undefined || works === null) return;
    const { key } = shown;
    const asked: Asked = { key, question, result: 'asked' };
    /** What was asked last is what one wants to know. */
    const put = (result: Asked['result']): void => {
      if (store.getState().asked === asked) store.setState({ asked: { key, question, result } });
    };
    this.about = key;
    store.setState({ asked });
    try {
      const compiled = await works.engine.compile({ ...textOf(shown), question });
      if (compiled.kind === 'program') put(await works.search.ask(compiled.program));
      else {
        const [{ message, hint }] = compiled.diagnostics;
        put({ answer: 'refused', why: hint === '' ? message : `${message}: ${hint}` });
      }
    } catch {
      put('lost');
    }
  }

  close(): void {
    this.store.setState({ asked: null });
  }

  private locate({ search }: Works): void {
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
    // They are those of sequential consistency.
    if (schedule.granularity === 'rc11') return null;
    const verdict = exploredHere(state)?.verdict;
    if (!verdict?.executions) return null;
    const { program } = this.explorer;
    return program === undefined ? null : { program, points: verdict.points, schedule, at };
  }
}
