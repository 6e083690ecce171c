/**
 * What the engine is asked for steps. Each function takes the state that is current when its turn comes and gives the part that changes;
 * nothing here writes the store.
 */
import type { StepIndex, ThreadId } from '../../engine';
import type { EngineClient } from '../../host/client';
import { add, continuing } from '../model/branches';
import type { Patch, SessionState } from '../model/state';
import { arrived, shown, walked } from './answer';
import { clamp, firstLine, open } from './opening';

export const seekTo =
  (target: number | ((state: SessionState) => number), arrive = arrived) =>
  async (state: SessionState, engine: EngineClient): Promise<Patch | null> => {
    const wanted = typeof target === 'function' ? target(state) : target;
    const at = clamp(wanted, state.schedule.choices.length);
    return state.trace === null || at === state.at ? null : arrive(state, await engine.seek(at));
  };

/** As `seekTo`, step by step as the user would: the threads only do it faster. */
export const walkTo = (target: number) => seekTo(target, walked);

/** One step along the line; at its end the thread that ran goes on as long as it can. */
export async function stepOn(state: SessionState, engine: EngineClient): Promise<Patch | null> {
  if (state.trace === null) return null;
  const { at, schedule } = state;
  if (at < schedule.choices.length) return walked(state, await engine.seek((at + 1) as StepIndex));
  const run = await engine.extend(1);
  return run.at === at ? null : walked(state, run);
}

export async function toEnd(state: SessionState, engine: EngineClient): Promise<Patch | null> {
  return state.trace === null ? null : walked(state, await engine.extend(Number.POSITIVE_INFINITY));
}

/**
 * One step of a thread the user chose. Another one than planned leaves the planned line in the list and starts a new one, or goes on
 * along one that took this turn before.
 */
export const stepOf =
  (thread: ThreadId, pick: number) =>
  async (state: SessionState, engine: EngineClient): Promise<Patch | null> => {
    const { at, schedule, route } = state;
    if (state.trace === null || route.page === 'home') return null;
    const planned = schedule.choices[at];
    if (planned?.thread === thread && planned.pick === pick) return stepOn(state, engine);
    const taken = { ...schedule, choices: [...schedule.choices.slice(0, at), { thread, pick }] };
    // A challenge has its own lines: the story's would tell the rest.
    const before = planned && state.challenge === 'off' ? continuing(state, route.slug, taken) : undefined;
    if (before) return open({ ...firstLine, ...before, at: at + 1 })(state, engine);
    const run = await engine.step(at, thread, pick);
    if (planned === undefined) return walked(state, run);
    const name = `fork at step ${at}`;
    const lines = add(state, { name, slug: route.slug, schedule: run.schedule, forkedAt: at });
    return { ...shown(state, run), ...lines, onRails: false };
  };
