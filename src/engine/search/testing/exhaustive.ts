/**
 * The ground truth: every interleaving at every access, nothing reduced and nothing hashed (states are compared word by word), and
 * races as what they are: two threads whose next accesses conflict, reachable together. Slow, and written without a
 * line of the search.
 */
import { FAULT_KINDS } from '../../bytecode/fault';
import * as op from '../../bytecode/opcodes';
import type { Program } from '../../bytecode/program';
import {
  canStep,
  checkpoint,
  choices,
  createMachine,
  FAULTED,
  faultOf,
  type Machine,
  MORE,
  restore,
  runStatus,
  step,
  threadCount,
  visibleTable,
} from '../../machine';
import { recordOf, T_PC, T_SP } from '../../machine/layout';

export interface Truth {
  /** Sorted; 'stuck' for deadlocks and lost wakeups. */
  readonly kinds: readonly string[];
  readonly states: number;
}

interface Access {
  readonly from: number;
  readonly to: number;
  readonly writes: boolean;
  readonly atomic: boolean;
}

/** Null if there are more than `most` states. */
export function exhaust(program: Program, most: number): Truth | null {
  const machine = createMachine(program);
  const visible = visibleTable(program, 'all').map((stop) => (stop === 0 ? 0 : 2));
  const kinds = new Set<string>();
  const seen = new Set<string>();
  const open: Int32Array[] = [];
  const visit = (): void => {
    const state = checkpoint(machine);
    const key = String.fromCharCode(...new Uint16Array(state.buffer));
    if (seen.has(key)) return;
    seen.add(key);
    open.push(state);
  };
  visit();
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (seen.size > most) return null;
    restore(machine, state);
    const status = runStatus(machine);
    if (status === 'stuck') kinds.add('stuck');
    const ready: number[] = [];
    for (let t = 0; t < threadCount(machine); t++) if (canStep(machine, t)) ready.push(t);
    const next = ready.map((t) => accessesOf(machine, t));
    for (let i = 0; i < next.length; i++)
      for (let j = 0; j < i; j++)
        if (next[i].some((p) => next[j].some((q) => races(p, q)))) kinds.add('data-race');
    for (const thread of ready) {
      const ways = choices(machine, thread);
      for (let pick = 0; pick < ways; pick++) {
        restore(machine, state);
        let outcome: number;
        do outcome = step(machine, thread, pick, visible);
        while (outcome === MORE);
        if (outcome === FAULTED) kinds.add(FAULT_KINDS[faultOf(machine)!.kind] ?? 'none');
        else visit();
      }
    }
  }
  return { kinds: [...kinds].sort(), states: seen.size };
}

const races = (p: Access, q: Access): boolean =>
  p.from < q.to && q.from < p.to && (p.writes || q.writes) && !(p.atomic && q.atomic);

function accessesOf({ words, program: { code } }: Machine, thread: number): Access[] {
  const pc = words[recordOf(thread) + T_PC];
  const sp = words[recordOf(thread) + T_SP];
  const access = (at: number, size: number, writes: boolean, atomic: boolean): Access => ({
    from: words[at],
    to: words[at] + size,
    writes,
    atomic,
  });
  const n = code[pc + 1];
  switch (code[pc]) {
    case op.LOAD:
      return [access(sp - 1, 1, false, false)];
    case op.LOAD2:
      return [access(sp - 1, 2, false, false)];
    case op.STORE:
      return [access(sp - 2, 1, true, false)];
    case op.STORE2:
      return [access(sp - 3, 2, true, false)];
    case op.COPY:
      return [access(sp - 2, n, true, false), access(sp - 1, n, false, false)];
    case op.ALOAD:
      return [access(sp - 1, n, false, true)];
    case op.ASTORE:
    case op.ARMW:
      return [access(sp - 1 - n, n, true, true)];
    case op.ACAS:
      return [access(sp - 2 - n, n, true, true)];
    default:
      return [];
  }
}

/** The fewest preemptions with which a fault of a kind (or 'stuck') is reached in steps of `visible`; null if it never is. */
export function fewestPreemptions(program: Program, visible: Uint8Array, kind: string): number | null {
  const machine = createMachine(program);
  const seen = new Set<string>();
  let now: { state: Int32Array; last: number }[] = [{ state: checkpoint(machine), last: 0 }];
  for (let preemptions = 0; now.length > 0; preemptions++) {
    const later: typeof now = [];
    for (let node = now.pop(); node !== undefined; node = now.pop()) {
      const { state, last } = node;
      const key = `${last} ${String.fromCharCode(...new Uint16Array(state.buffer))}`;
      if (seen.has(key)) continue;
      seen.add(key);
      restore(machine, state);
      if (kind === 'stuck' && runStatus(machine) === 'stuck') return preemptions;
      const stays = canStep(machine, last);
      for (let thread = 0; thread < threadCount(machine); thread++) {
        restore(machine, state);
        if (!canStep(machine, thread)) continue;
        const ways = choices(machine, thread);
        for (let pick = 0; pick < ways; pick++) {
          restore(machine, state);
          let outcome: number;
          do outcome = step(machine, thread, pick, visible);
          while (outcome === MORE);
          const free = thread === last || !stays;
          if (outcome === FAULTED) {
            if (FAULT_KINDS[faultOf(machine)!.kind] !== kind) continue;
            if (free) return preemptions;
            later.push({ state: checkpoint(machine), last: -1 });
          } else (free ? now : later).push({ state: checkpoint(machine), last: thread });
        }
      }
      if (last === -1) return preemptions;
    }
    now = later;
  }
  return null;
}
