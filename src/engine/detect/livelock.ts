/**
 * Threads that run and get nowhere: the whole state was the same some steps ago, so the steps between can be repeated for ever. If
 * a fair scheduler may do so (explore/fairness/fair-cycles.ts), it is a livelock. Else one of them only spins. Where one that goes
 * round holds what another one is blocked on, it is a deadlock of which one edge spins: the blocked one can never run.
 */
import { packed } from '../../base/hash';
import { canStep, hashState, type Machine, nextPc, threadCount } from '../machine';
import type { Wait } from './deadlock';
import type { Finding } from './finding';
import type { Hold } from './holds';
import { capital, finding, inThread, lineAt, listed } from './report';
import { AFTER_STEP, type Scene, type Site } from './scene';

export interface Livelock {
  /** The state after step `since` is the state after step `step`. */
  readonly since: number;
  readonly step: number;
  /** Where each of the threads that go round stands. */
  readonly sites: readonly Site[];
  /** Who is blocked meanwhile on a lock that one of them keeps; then it is a deadlock. */
  readonly shutOut: readonly Wait[];
}

export class Recurrence {
  /** Hash of a state → step after which it was there first. */
  private readonly seen = new Map<number, number>();

  /** Takes in the state after `step`: how many steps ago it was there before, 0 if it is new. */
  feed(machine: Machine, step: number): number {
    const key = packed(hashState(machine), machine.hash[1]);
    const before = this.seen.get(key);
    if (before !== undefined) return step - before;
    this.seen.set(key, step);
    return 0;
  }

  truncate(length: number): void {
    for (const [key, step] of this.seen) if (step > length) this.seen.delete(key);
  }
}

/**
 * The circle that the last `ago` steps are; null if one that can run now took none of them, which no fair scheduler repeats for ever.
 * threadAt tells who took each; `waits` are those after them.
 */
export function livelock(
  machine: Machine,
  step: number,
  ago: number,
  threadAt: (step: number) => number,
  waits: readonly Wait[],
): Livelock | null {
  const moved = new Set<number>();
  for (let k = step - ago + 1; k <= step; k++) moved.add(threadAt(k));
  const sites: Site[] = [];
  for (let thread = 0; thread < threadCount(machine); thread++) {
    if (!canStep(machine, thread)) continue;
    if (!moved.has(thread)) return null;
    sites.push({ thread, pc: nextPc(machine, thread), step, event: AFTER_STEP });
  }
  const since = step - ago;
  return {
    since,
    step,
    sites,
    shutOut: shutOut(waits, (hold) => moved.has(hold.thread) && hold.step <= since),
  };
}

/** Who waits for a lock of which the holder `goesRound` and keeps it. */
export const shutOut = (waits: readonly Wait[], goesRound: (hold: Hold) => boolean): Wait[] =>
  waits.filter(({ holders }) => holders.some(goesRound));

export function livelockFinding(scene: Scene, { since, step, sites }: Livelock): Finding {
  const who = listed(sites.map((site) => `${scene.threadName(site.thread)} (${lineAt(scene, site)})`));
  const go = sites.length === 1 ? 'goes' : 'go';
  return finding(scene, {
    kind: 'livelock',
    level: 'ERROR',
    title: `livelock of ${sites.length} thread${sites.length === 1 ? '' : 's'}, step ${step}`,
    verdict: 'livelock',
    sentence: `${who} ${go} round in circles: after steps ${since + 1} to ${step} everything is as it was before, and no other thread can change that.`,
    parts: sites.map((site) => ({
      role: 'Spins',
      site,
      heading: `${capital(inThread(scene.threadName(site.thread)))} spins:`,
    })),
  });
}
