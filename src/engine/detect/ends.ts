/** What a run has come to, as far as its last state tells it. */
import { type FindingKind, kindOfFault } from '../bytecode/fault';
import type { Pc } from '../bytecode/program';
import { faultOf, isProcessOver, type Machine, runStatus } from '../machine';
import { unsettledThread } from '../machine/local';
import { leakOf } from './leaks';

/** What a finished run left behind: memory that nothing leads to any more, a thread that nobody joined or detached. */
export interface LeftOver {
  readonly kind: 'memory-leak' | 'thread-leak';
  readonly thread: number;
  /** Where it was made; 0 for a thread. */
  readonly pc: Pc;
  /** Tells one from another of its kind: all places of what was not freed, or the thread. */
  readonly key: string;
}

/** Gravest first; of a run whose process is over: what is unreachable then stays so, whatever detached threads still do. */
export function leftOver(machine: Machine): LeftOver[] {
  const found: LeftOver[] = [];
  const leak = leakOf(machine, 0);
  if (leak !== null) {
    const [{ thread, pc }] = leak.blocks;
    const key = leak.blocks.map((block) => block.pc).join();
    found.push({ kind: 'memory-leak', thread, pc: pc as Pc, key });
  }
  const thread = unsettledThread(machine);
  if (thread >= 0) found.push({ kind: 'thread-leak', thread, pc: 0 as Pc, key: `${thread}` });
  return found;
}

/** Whether a run that cannot go on ended as it should: no thread that waits for ever, nothing left behind. Of a fault the caller knows. */
export const endedWell = (machine: Machine): boolean =>
  faultOf(machine) === null && isProcessOver(machine) && leftOver(machine).length === 0;

const NONE = [] as const;

/**
 * What a run failed by, gravest first; none if it ended well, or has not ended. 'limit': it can be followed no further. 'stuck': who
 * waits for what, and so what that is called, only the way there tells (explore/counterexample/stuck.ts).
 */
export function endsOf(machine: Machine): readonly (FindingKind | 'stuck')[] {
  const fault = faultOf(machine);
  if (fault !== null) return [kindOfFault(fault.kind, fault.text)];
  if (isProcessOver(machine)) return leftOver(machine).map(({ kind }) => kind);
  return runStatus(machine) === 'stuck' ? ['stuck'] : NONE;
}
