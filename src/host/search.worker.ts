/**
 * The search worker: explores one program after the other, and says how far it is while it does. Another one of its kind answers
 * questions about a line of steps meanwhile.
 */
import { canFail, explore, listExecutions, type Program, placeLine, type Verdict } from '../engine';
import type { Judgement, Line, Outlook } from './client';
import type { FromSearch, ToSearch } from './protocol';

declare const self: DedicatedWorkerGlobalScope;

/** ms between two messages of progress at least. */
const PAUSE = 100;

const send = (message: FromSearch): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<ToSearch>): void => {
  try {
    switch (data.type) {
      case 'search':
        search(data);
        break;
      case 'place':
        send({ type: 'placed', id: data.id, placed: place(data.line) });
        break;
      case 'foresee':
        send({ type: 'outlook', id: data.id, outlook: foresee(data.line) });
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    send({ type: 'failure', id: data.id, message });
  }
};

function search({ id, program, size, stopped }: ToSearch & { type: 'search' }): void {
  let told = performance.now();
  const shouldStop = (): boolean => stopped !== null && Atomics.load(stopped, 0) >= id;
  const verdict = explore(program, {
    states: size.states,
    memory: size.bytes,
    shouldStop,
    onProgress(states, transitions) {
      const now = performance.now();
      if (now - told < PAUSE) return;
      told = now;
      send({ type: 'progress', id, states, transitions });
    },
  });
  send({ type: 'verdict', id, verdict: withExecutions(program, verdict, shouldStop) });
}

/** Listing asks another question than the verdict and may take much longer: only so far. */
function withExecutions(program: Program, verdict: Verdict, shouldStop: () => boolean): Judgement {
  if (verdict.limit === 'threads' || verdict.limit === 'machine' || shouldStop()) return verdict;
  const until = performance.now() + LISTING_MS;
  const { count, list } = listExecutions(program, verdict.visible, {
    counted: verdict.complete ? MAX_COUNTED : MAX_LISTED,
    listed: MAX_LISTED,
    shouldStop: () => shouldStop() || performance.now() > until,
    simplest: verdict.minimal?.schedule ?? null,
  });
  return { ...verdict, count: { ...count, exact: count.exact && verdict.complete }, executions: list };
}
const MAX_COUNTED = 20_000;
const MAX_LISTED = 2_000;
const LISTING_MS = 4_000;

const place = ({ program, contended, schedule, at }: Line): ReturnType<typeof placeLine> =>
  placeLine(program, contended, schedule, at);

function foresee(line: Line): Outlook {
  const { program, contended, schedule, at } = line;
  const taken = schedule.choices.slice(0, at);
  return (place(line)?.next ?? []).map(({ thread, pick }) => ({
    thread,
    pick,
    fails: canFail(program, contended, { ...schedule, choices: [...taken, { thread, pick }] }),
  }));
}
