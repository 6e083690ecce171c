/**
 * Which options of a prediction are right, judged by what the engine knows: all executions that can follow, or the steps that the story takes
 * next. Several may be, and none is called right before it is known. Pure.
 */
import type { Continuations } from '../../engine';
import { collectionOf, documentOf, isWeak, storyOf } from '../model/selectors';
import { type Standing, standingOf } from '../model/standing';
import type { JudgedOptions, SessionState } from '../model/state';
import { beatEnd, type Prediction } from '../model/storyline';
import { outcomeAt } from './consistentExecutions';
import { continuationWords } from './noun';

/** Of the prediction of the part one stands at; `known` is '' until the answer is. */
export function judgedOptions(state: SessionState, prediction: Prediction): JudgedOptions {
  switch (prediction.kind) {
    case 'fate':
      return fate(state);
    case 'sight':
      return sight(state, prediction);
    case 'line':
      return turningLine(state, prediction);
    case 'fix':
      return fix(state, prediction);
  }
}

/** What can follow the first `at` steps of the line; null where not all executions are known. */
function allAt(state: SessionState, at: number): Continuations | null {
  const outcome = outcomeAt(state, at);
  return outcome?.exact ? outcome : null;
}

/** What can be said of the orders that follow, as it is offered. */
export const FATES = ['It must fail', 'It may fail', 'It cannot fail'] as const;

function fate(state: SessionState): JudgedOptions {
  const outcome = allAt(state, partEnd(state));
  const fails = outcome !== null && outcome.failing > 0;
  const [must, may, cannot] = FATES;
  return {
    options: [
      { text: must, code: false, right: fails && outcome.failing === outcome.left },
      { text: may, code: false, right: fails && outcome.failing < outcome.left },
      { text: cannot, code: false, right: outcome?.failing === 0 },
    ],
    known: outcome === null ? '' : continuationWords(outcome, isWeak(state) ? 'execution' : 'order'),
  };
}

/** Where the part ends at which one stands: it is asked there, wherever one has stepped since. */
const partEnd = (state: SessionState): number => beatEnd(storyOf(state)[state.beat]);

function sight(
  state: SessionState,
  { thread, options }: Extract<Prediction, { kind: 'sight' }>,
): JudgedOptions {
  const story = storyOf(state);
  const [part, next] = [story[state.beat], story[state.beat + 1]];
  const end = next?.variant === part.variant ? beatEnd(next) : undefined;
  const id = state.trace?.threads.find(({ name }) => name === thread)?.id;
  const steps = (state.trace?.steps ?? []).slice(beatEnd(part), end).filter((step) => step.thread === id);
  const met = options.map(({ sees }) => steps.find(({ operation }) => operation.text.includes(sees)));
  const first = met.find((step) => step !== undefined);
  return {
    options: options.map(({ text }, i) => ({ text, code: false, right: met[i] !== undefined })),
    known: first === undefined ? '' : `Step ${first.index}: ${first.text}.`,
  };
}

function turningLine(state: SessionState, { options }: Extract<Prediction, { kind: 'line' }>): JudgedOptions {
  const source = documentOf(state)?.source.split('\n') ?? [];
  const turn = state.trace?.steps.find(({ index }) => isLost(state, index) && !isLost(state, index - 1));
  return {
    options: options.map((text) => {
      const line = 1 + source.findIndex((each) => each.includes(text));
      const words = `${line}  ${(source[line - 1] ?? text).replace(/\s*\/\/.*/, '').trim()}`;
      return { text: words, code: true, right: turn?.operation.line === line };
    }),
    known:
      turn === undefined
        ? ''
        : `Step ${turn.index}: ${turn.text}. Every order that goes on from there fails.`,
  };
}

/** Every order that can follow the first `at` steps of the line fails. */
function isLost(state: SessionState, at: number): boolean {
  const outcome = allAt(state, at);
  return outcome !== null && outcome.failing === outcome.left;
}

/** By all that is known of each variant. */
function fix(state: SessionState, { options }: Extract<Prediction, { kind: 'fix' }>): JudgedOptions {
  const documents = collectionOf(state)?.documents ?? [];
  const known = options.map(({ text, variant }) => {
    const document = documents.find(({ origin }) => origin.slug === variant);
    return { text, standing: document === undefined ? null : decided(standingOf(state, document)) };
  });
  return {
    options: known.map(({ text, standing }) => ({ text, code: false, right: standing?.fails === false })),
    known: known.some(({ standing }) => standing === null) ? '' : fixWords(known),
  };
}

/** Null where neither a failure nor the end of the search is there. */
const decided = (standing: Standing | null): Standing | null =>
  standing?.fails || standing?.complete ? standing : null;

/** 'Make the store release: 1 of 2 executions fails.' */
function fixWords(known: readonly { readonly text: string; readonly standing: Standing | null }[]): string {
  return known.map(({ text, standing }) => `${text}: ${shareWords(standing)}.`).join(' ');
}

function shareWords(standing: Standing | null): string {
  const { executions = 0, failing = 0, exact = false } = standing?.count ?? {};
  if (!standing?.fails) return exact ? `none of ${executions} fails` : 'nothing fails';
  if (!exact || failing === 0) return 'it can fail';
  return `${failing} of ${executions} ${failing === 1 ? 'fails' : 'fail'}`;
}
