/** What a page that embeds this one is told, and the addresses of the two. */
import { collectionOf, type SessionState, stepAt } from '../../session';

/** Raise it when a page that reads the one before would misread it; fields may be added at any time. */
const VERSION = 1;

/** By `postMessage` to the page around, after each step and once at the start. */
export interface StepMessage {
  readonly type: 'racecourse:step';
  readonly version: typeof VERSION;
  readonly title: string;
  /** Where one stands: 0 is before the first step. */
  readonly step: number;
  /** Steps of the line. */
  readonly steps: number;
  /** Name of the thread that took the step; null before the first. */
  readonly thread: string | null;
  /** What the step did, 'worker locks connsLock'; '' before the first. */
  readonly text: string;
  /** 1-based, in the program; null before the first step. */
  readonly line: number | null;
  /** running, finished, failed (the process ended) or stuck (nobody can go on). */
  readonly status: 'running' | 'finished' | 'failed' | 'stuck';
}

export function told(state: SessionState): StepMessage {
  const step = stepAt(state);
  const thread = state.trace?.threads.find(({ id }) => id === step?.thread);
  return {
    type: 'racecourse:step',
    version: VERSION,
    title: collectionOf(state)?.title ?? '',
    step: state.at,
    steps: state.trace?.steps.length ?? 0,
    thread: thread?.name ?? null,
    text: step?.text ?? '',
    line: step?.operation.line ?? null,
    status: state.snapshot?.status ?? 'running',
  };
}

/** Whether this page stands in a frame: '?embed' before the fragment. */
export const isEmbedded = (search: string): boolean => new URLSearchParams(search).has('embed');

/** The same place on the whole page. */
export function wholePage(href: string): string {
  const url = new URL(href);
  url.searchParams.delete('embed');
  return url.href;
}
