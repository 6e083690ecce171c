/** What a thread's card says, from the snapshot and the run: words only, no colours. */
import type { Snapshot, ThreadId, ThreadView, TraceView } from '../../engine';
import { operations } from '../parts/operation';

/** The five states of the machine; "running": ready, and it took the last step; "spinning": it can step for ever, and gets nowhere. */
export type CardState = ThreadView['state'] | 'running' | 'spinning';

/** 'next' 'lock' 'connsLock' ', free': the target is set as code. */
export interface CardLine {
  readonly term: string;
  readonly before: string;
  readonly code: string;
  readonly after: string;
}

export interface ThreadCard {
  readonly thread: ThreadView;
  readonly state: CardState;
  readonly lines: readonly CardLine[];
  readonly canStep: boolean;
  /** Why not, in a few words; '' when it can. */
  readonly why: string;
  /** The key that steps it: its place in the list, or '' from the tenth on. */
  readonly key: string;
}

/** `spinning`: threads that a finding has shown to go round for ever. */
export function cardsOf(
  snapshot: Snapshot,
  trace: TraceView | null,
  at: number,
  spinning: readonly ThreadId[] = [],
): readonly ThreadCard[] {
  const last = trace?.steps[at - 1];
  return snapshot.threads.map((thread, index) => {
    const canStep = thread.state === 'ready' && snapshot.status === 'running';
    return {
      thread,
      state: !canStep
        ? stateOf(thread, snapshot, trace, at)
        : spinning.includes(thread.id)
          ? 'spinning'
          : last?.thread === thread.id
            ? 'running'
            : thread.state,
      lines: linesOf(thread, snapshot, trace, at),
      canStep,
      why: canStep ? '' : whyNot(thread, snapshot, trace, at),
      key: index < 9 ? String(index + 1) : '',
    };
  });
}

/** When the program has stopped, a thread is shown as it was: waiting, blocked, or ready. */
function stateOf(thread: ThreadView, snapshot: Snapshot, trace: TraceView | null, at: number): CardState {
  if (thread.state !== 'ready' || snapshot.status !== 'failed') return thread.state;
  const was = trace?.states.findLast(
    ({ thread: id, from, to }) => id === thread.id && from <= at && (to === null || to >= at),
  )?.state;
  return was === 'waiting' || was === 'blocked' ? was : 'ready';
}

/** A thread that waits says what for beside its button; only one that can go on has a `next`. */
function linesOf(thread: ThreadView, snapshot: Snapshot, trace: TraceView | null, at: number): CardLine[] {
  const lines: CardLine[] = [];
  const { next } = thread;
  const last = lastStepOf(thread, trace, at);
  if (thread.state === 'finished' || thread.state === 'crashed') {
    const term = thread.state === 'crashed' ? 'at' : 'last';
    if (last) lines.push({ term, before: last.operation.text, code: '', after: ` :${last.operation.line}` });
  } else if (next !== null && thread.state === 'ready') {
    const { verb } = operations[next.kind];
    lines.push({
      term: 'next',
      before: verb,
      code: next.target,
      after: freedom(next.target, next.kind, snapshot),
    });
  }
  const held = thread.holds
    .map(({ name, mode }) => (mode === 'shared' ? `${name} (shared)` : name))
    .join(', ');
  if (held !== '') lines.push({ term: 'holds', before: '', code: held, after: '' });
  return lines;
}

/** What a thread that is about to lock would find. */
function freedom(target: string, kind: string, { locks }: Snapshot): string {
  if (kind !== 'lock' && kind !== 'try-lock' && kind !== 'lock-shared') return '';
  return locks.some(({ name, state }) => name === target && state === 'free') ? ', free' : '';
}

function whyNot(thread: ThreadView, snapshot: Snapshot, trace: TraceView | null, at: number): string {
  if (thread.state === 'finished') {
    const last = lastStepOf(thread, trace, at);
    return last ? `finished at step ${last.index}` : 'finished';
  }
  if (snapshot.status === 'failed') return 'the process ended';
  if (thread.state !== 'blocked' || thread.waitsFor === null) return thread.reason;
  const since = trace?.held.findLast(
    ({ lock, thread: by, from, mode }) =>
      lock === thread.waitsLock &&
      by === thread.waitsFor &&
      from <= at &&
      mode !== 'waiting' &&
      mode !== 'failed-try',
  )?.from;
  return since === undefined ? thread.reason : `${thread.reason} since step ${since}`;
}

function lastStepOf(thread: ThreadView, trace: TraceView | null, at: number) {
  return trace?.steps.findLast((step) => step.index <= at && step.thread === thread.id);
}

/** '2 can step', beside the title; of those that only go round, that it leads nowhere. */
export function summaryOf(cards: readonly ThreadCard[]): string {
  const able = cards.filter(({ canStep }) => canStep);
  if (able.length === 0) return 'none can step';
  return able.every(({ state }) => state === 'spinning') ? 'none gets anywhere' : `${able.length} can step`;
}
