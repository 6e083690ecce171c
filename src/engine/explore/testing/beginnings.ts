/**
 * All executions of a program, met by going on in every way from every beginning of one: slow, and without any reduction. Beginnings are
 * told apart by the numbers of their events, so each is gone on from once, and larger programs can be enumerated than by interleavings.
 */
import type { Program, ThreadId } from '../../bytecode/program';
import { canStep, pickCount, type SchedulePoints, threadCount } from '../../machine';
import type { Choice } from '../../schedule/schedule';
import { type EventHash, TraceHasher } from '../dpor/trace-hasher';

/** Of each execution its numbers, sorted, as text; null if there are more than `most` beginnings. */
export function executionsOf(
  program: Program,
  points: SchedulePoints,
  most: number,
): ReadonlySet<string> | null {
  const run = new TraceHasher(program, points);
  const take = (path: readonly Choice[]): void => {
    run.begin();
    for (const { thread, pick } of path) run.take(thread, pick);
  };
  const seen = new Set<string>();
  const ends = new Set<string>();
  const open: (readonly Choice[])[] = [[]];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.size > most) return null;
    take(path);
    const next: Choice[] = [];
    for (let thread = 0; thread < threadCount(run.machine); thread++) {
      if (!canStep(run.machine, thread) || run.spins.spin(thread) !== null) continue;
      for (let pick = 0; pick < pickCount(run.machine, thread); pick++)
        next.push({ thread: thread as ThreadId, pick });
    }
    if (next.length === 0) ends.add(textOf(run.hashes));
    for (const choice of next) {
      const longer = [...path, choice];
      take(longer);
      // Steps without a number of their own are told apart by their count.
      const key = `${longer.length} ${textOf(run.hashes)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      open.push(longer);
    }
  }
  return ends;
}

export const textOf = (numbers: readonly EventHash[]): string => [...numbers].sort((a, b) => a - b).join();
