/** Exercises on the page: one begins with a program that fails, is handed in, and is accepted or refused with the reason in sight. */
import { namesWeakOrders } from '../../engine';
import { type Document, type Exercise, textOf } from '../model/document';
import { documentOf, exploredHere, isKnownToFail, weakHere } from '../model/selectors';
import type { Answer, Assessment, SessionState } from '../model/state';
import type { Request } from '../run/queue';
import type { OwnContext } from './context';
import { changedLine, missingWork, notCome, turnsOffTests, valuesOf, workOf } from './exercise';

export class Exercises {
  private readonly context: OwnContext;

  constructor(context: OwnContext) {
    this.context = context;
  }

  /** Accepts what stands on the page, or says why it is refused: by its failing run, where there is one. */
  handIn(openFailing: () => void): void {
    const { store, queue } = this.context.runs;
    const state = store.getState();
    const shown = documentOf(state);
    const exercise = shown?.exercise;
    if (shown === undefined || exercise === undefined) return;
    const assessment = assessed(state, shown, exercise);
    if (assessment !== null) return store.setState({ assessment });
    const explored = exploredHere(state);
    if (isKnownToFail(state)) {
      openFailing();
      store.setState({ assessment: refused('Some order still fails. It is opened here: step through it.') });
      return;
    }
    if (explored === undefined || explored.phase === 'exploring')
      return store.setState({
        assessment: refused('Every order is still being tried. Hand it in again in a moment.'),
      });
    if (explored.verdict?.complete !== true)
      return store.setState({
        assessment: refused(
          'Not every order could be tried, so nobody knows that it is clean. Make it smaller.',
        ),
      });
    const weak = namesWeakOrders(shown.source) ? refusedBy(weakHere(state)) : null;
    if (weak !== null) return store.setState({ assessment: refused(weak) });
    void queue.ask('seek', judge(shown, exercise), { assessment: null });
  }

  showHint(): void {
    const { store } = this.context.runs;
    const state = store.getState();
    const all = documentOf(state)?.exercise?.hints.length ?? 0;
    store.setState({ hints: Math.min(all, state.hints + 1) });
  }
}

const refused = (text: string, start: number | null = null): Assessment => ({ accepted: false, text, start });

/** Why it is refused for the memory orders that it names, if nothing is known to fail; null where they allow nothing that does. */
function refusedBy(weak: SessionState['weak'][string] | undefined): string | null {
  if (weak === undefined || weak === 'asked')
    return 'What its memory orders allow is still being tried. Hand it in again in a moment.';
  if (weak === 'lost' || weak.verdict === 'limit')
    return 'Not all that its memory orders allow could be tried. Make it smaller, or name no orders.';
  return null;
}

/** Why it is refused whatever its orders do; null if it is not. */
function assessed(state: SessionState, { source }: Document, { given }: Exercise): Assessment | null {
  if (state.typing || state.phase === 'working')
    return refused('It is being compiled. Hand it in again in a moment.');
  const [wrong] = state.diagnostics;
  if (wrong !== undefined) return refused(`It does not compile: ${wrong.message}.`, wrong.span.start);
  const changed = changedLine(given, source);
  if (changed !== null) {
    const { line, text } = changed;
    return refused(`Line ${line} was given and has to stay as it was: ${text}`);
  }
  if (turnsOffTests(source))
    return refused('The tests of the program have to stay: assert may not be defined anew.');
  return null;
}

/** Clean: whether it still does what the program was there for. */
const judge =
  (shown: Document, { given }: Exercise): Request =>
  async (_, engine) => {
    const run = async (text: string): Promise<Answer | null> => {
      const schedule = { granularity: 'access', choices: [] } as const;
      const asked = {
        ...textOf(shown),
        source: text,
        schedule,
        at: Number.POSITIVE_INFINITY,
        complete: true,
      };
      const answer = await engine.aside(asked);
      return answer.kind === 'run' ? answer.run : null;
    };
    const [before, after] = [await run(given), await run(shown.source)];
    const works =
      before === null || after === null
        ? []
        : notCome(
            missingWork(given, workOf(before.trace), workOf(after.trace)),
            valuesOf(before.snapshot),
            valuesOf(after.snapshot),
          );
    if (works.length === 0) return { assessment: accepted };
    const names = works.map((name) => `\`${name}\``).join(', ');
    return { assessment: refused(`No thread writes ${names} any more: the program has to do its work.`) };
  };

const accepted: Assessment = {
  accepted: true,
  text: 'Every order was tried and none fails, the given lines stand, and the program does its work.',
  start: null,
};
