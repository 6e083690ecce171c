/**
 * The search worker: explores one program after the other, says how far it is while it does, and lists the executions of what it has
 * explored. Others of its kind answer meanwhile what is asked of a line of steps, of memory orders, and by a query.
 */
import {
  ANSWER,
  type Answered,
  answer,
  answerWeak,
  type Bounded,
  canFail,
  type Explosion,
  exploreTogether,
  judgeWeak,
  listExecutions,
  locateSchedule,
  type Program,
  type SearchFinding,
  settled,
  type Together,
  type WeakJudgement,
  type WeakLimits,
  weakOutcomes,
  weakOutlook,
  withNotes,
} from '../engine';
import { NO_PROGRESS, type Outlook, type Position, type Progress } from './client';
import type { FromSearch, ToSearch } from './protocol';
import { createProvers } from './provers';

declare const self: DedicatedWorkerGlobalScope;

/** Those who go through large programs together. */
let together: Together | null = null;

const WEAK_GRAPHS = 60_000;
/** ms: where threads go round for ever, graphs grow, and each takes longer than the one before. */
const WEAK_PATIENCE = 20_000;
/** Where no verdict waits for it; ms. */
const COUNTING = { graphs: 5_000, patience: 2_000 };
/** ms: of a line, which is asked anew with each step. */
const OUTCOMES_PATIENCE = 2_000;

/** ms between two messages of progress at least. */
const PAUSE = 100;

const send = (message: FromSearch): void => self.postMessage(message);

self.onmessage = async ({ data }: MessageEvent<ToSearch>): Promise<void> => {
  try {
    switch (data.type) {
      case 'search':
        await search(data);
        break;
      case 'list':
        list(data);
        break;
      case 'locate':
        send({ type: 'located', id: data.id, located: locate(data.position) });
        break;
      case 'foresee':
        send({ type: 'outlook', id: data.id, outlook: foresee(data.position) });
        break;
      case 'outcomes': {
        const outcomes = weakOutcomes(data.program, data.schedule.choices, limitsFor(OUTCOMES_PATIENCE));
        send({ type: 'outcomes', id: data.id, outcomes });
        break;
      }
      case 'weaken':
        send({ type: 'weakened', id: data.id, judgement: weakened(data) });
        break;
      case 'ask':
        send({ type: 'answered', id: data.id, answered: answered(data.program) });
        break;
      case 'askWeak': {
        const found = answerWeak(data.program, ANSWER, limitsFor(WEAK_PATIENCE));
        send({ type: 'answeredWeak', id: data.id, answered: found });
      }
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    send({ type: 'failure', id: data.id, message });
  }
};

const stopper =
  ({ id, stopped }: ToSearch & { type: 'search' | 'list' }) =>
  (): boolean =>
    stopped !== null && Atomics.load(stopped, 0) >= id;

async function search(asked: ToSearch & { type: 'search' }): Promise<void> {
  const { id, program, size, provers } = asked;
  let told = performance.now();
  const until = told + 1000 * (size.seconds ?? Number.POSITIVE_INFINITY);
  const stops = stopper(asked);
  let progress = NO_PROGRESS;
  /** What is found out is told at once, and how far the search is now and then. */
  const tell = (more: Partial<Progress>, news: boolean): void => {
    progress = { ...progress, ...more };
    const now = performance.now();
    if (!news && now - told < PAUSE) return;
    told = now;
    send({ type: 'progress', id, progress });
  };
  const limits = {
    states: size.states,
    memory: size.bytes,
    ...(size.rounds != null && { orders: { rounds: size.rounds } }),
    ...(size.preemptions != null && { preemptions: size.preemptions }),
    shouldStop: () => stops() || performance.now() > until,
    onProgress: (states: number, transitions: number) => tell({ states, transitions }, false),
    onFailure: (met: SearchFinding) => tell({ met }, true),
    onExplosion: (explosion: Explosion) => tell({ explosion }, true),
    onBounded: (bounded: Bounded) => tell({ bounded }, true),
  };
  together ??= createProvers(provers, (ports) =>
    self.postMessage({ type: 'provers', id, ports } satisfies FromSearch, ports),
  );
  const verdict = withNotes(program, await exploreTogether(program, limits, together));
  send({ type: 'verdict', id, verdict });
}

function list(asked: ToSearch & { type: 'list' }): void {
  const { id, program, verdict, size } = asked;
  const executions = listExecutions(program, verdict, { ...size, shouldStop: stopper(asked) });
  send({ type: 'executions', id, executions });
}

/** Who has asked waits. */
const ASKED = { states: 1_000_000, seconds: 20 };

function answered(program: Program): Answered {
  const until = performance.now() + 1000 * ASKED.seconds;
  return answer(program, ANSWER, { states: ASKED.states, shouldStop: () => performance.now() > until });
}

const weakened = ({ program, robust }: ToSearch & { type: 'weaken' }): WeakJudgement =>
  robust
    ? settled(judgeWeak(program, { ...limitsFor(COUNTING.patience), graphs: COUNTING.graphs }))
    : judgeWeak(program, limitsFor(WEAK_PATIENCE));

function limitsFor(patience: number): WeakLimits {
  const until = performance.now() + patience;
  return { graphs: WEAK_GRAPHS, stop: () => performance.now() > until };
}

const locate = ({ program, points, schedule, at }: Position): ReturnType<typeof locateSchedule> =>
  locateSchedule(program, points, schedule, at);

function foresee(position: Position): Outlook {
  const { program, points, schedule, at } = position;
  const taken = schedule.choices.slice(0, at);
  if (schedule.granularity === 'rc11') return weakOutlook(program, taken, limitsFor(OUTCOMES_PATIENCE));
  return (locate(position)?.next ?? []).map(({ thread, pick }) => ({
    thread,
    pick,
    fails: canFail(program, points, { ...schedule, choices: [...taken, { thread, pick }] }),
  }));
}
