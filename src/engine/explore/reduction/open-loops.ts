/**
 * A program with its counters left out, for a proof alone (open-proof.ts). A thousand rounds of `lock; ++n; unlock` differ in nothing but how
 * far the loop is and what n has become: without these they are one round, gone round as often as one likes. What is left out:
 *
 * - additions to a word that nothing else looks at while threads run (KEEP in place of ADD: n stays as it was);
 * - frame variables that only count: their sums (KEEP), and every comparison with them (EITHER), which goes both ways;
 * - if it is asked for, comparisons of such words with a constant (EITHER; tested-reads.ts).
 *
 * Whatever the program can do, this one can do too, but for the values left out: it is an existential abstraction (Clarke, Grumberg & Long,
 * "Model checking and abstraction", ACM TOPLAS 16(5), 1994). So what it does not meet the program does not meet. The counters are what an
 * open program gets from its environment, and the program is closed as there, by a choice in place of each test of them (Colby,
 * Godefroid & Jagadeesan, "Automatically closing open reactive programs", PLDI 1998). What the counters are in the end, and that the
 * loops end, is proven apart (one-behaviour.ts).
 *
 * Which counters may be left out is read off the code here for variables of frames; for words in memory it is checked while the search
 * goes on (counters-left-out.ts), and what somebody looked at is kept the next time: the abstraction is refined.
 */
import { forEachInstruction } from '../../bytecode/decode';
import { FAULT_ASSERT } from '../../bytecode/fault';
import * as op from '../../bytecode/opcodes';
import type { FunctionInfo, Program } from '../../bytecode/program';
import { KEEP as ATOMIC_KEEP } from '../../bytecode/rmw';
import { additionsOf } from './additions';
import { COMPARISONS, COMPARISONS2, countersOf } from './counters';
import { type FaintReads, faintReads, formats } from './faint-reads';

export interface OpenProgram {
  readonly program: Program;
  /** What it stands for. */
  readonly whole: Program;
  /** pcs that access a word only to add to it, and leave it as it is. */
  readonly additions: ReadonlySet<number>;
  /** pcs of reads whose value decides nothing: they are no look at a word. */
  readonly faint: FaintReads;
  /** pcs of reads that are compared alone, by a comparison that is left out: no look at a word either. */
  readonly tested: ReadonlySet<number>;
  /** By pc that tells what was left out: the counter, by which it can be kept the next time. */
  readonly counterAt: ReadonlyMap<number, Counter>;
  /** By function: whether a variable of its frames is left out. */
  readonly hasCounters: ReadonlySet<FunctionInfo>;
}

/** An addition, by the pc at which it writes; or a variable of a frame, by where its function starts and its offset. */
export type Counter = string;
export const isVariable = (counter: Counter): boolean => counter.includes(' ');
/** A comparison of a word that is added to: which way it goes follows from nothing that its thread has told. */
export const TESTED: Counter = 'tested';

/** `kept`: counters that are to stay as they are; `tests`: comparisons with their reads that are left out. Null: there is no loop to open. */
export function openLoops(
  program: Program,
  kept: ReadonlySet<Counter>,
  tests: ReadonlyMap<number, number> = new Map(),
): OpenProgram | null {
  const code = program.code.slice();
  const counterAt = new Map<number, Counter>();
  const additions = new Set<number>();
  const hasCounters = new Set<FunctionInfo>();
  for (const info of openable(program)) {
    const named = (offset: number): Counter => `${info.start} ${offset}`;
    const counters = countersOf(program, info, (offset) => kept.has(named(offset)));
    if (counters.size > 0) hasCounters.add(info);
    for (const [pc, offset] of counters) {
      counterAt.set(pc, named(offset));
      code[pc] = LEFT_OUT.get(code[pc]) ?? code[pc];
    }
  }
  const { plain, atomic } = additionsOf(program);
  for (const [read, write] of plain) {
    const counter = `${write}`;
    if (kept.has(counter)) continue;
    code[write - 1] = LEFT_OUT.get(code[write - 1]) ?? code[write - 1];
    for (const pc of [read, write]) additions.add(pc);
    for (const pc of [read, write - 1, write]) counterAt.set(pc, counter);
  }
  for (const pc of atomic) {
    const counter = `${pc}`;
    if (kept.has(counter)) continue;
    code[pc + 2] = ATOMIC_KEEP;
    additions.add(pc);
    counterAt.set(pc, counter);
  }
  if (additions.size === 0 && hasCounters.size === 0) return null;
  for (const pc of tests.keys()) {
    counterAt.set(pc, TESTED);
    code[pc] = LEFT_OUT.get(code[pc]) ?? code[pc];
  }
  withoutFormatting(program, code);
  const [faint, tested] = [faintReads(program), new Set(tests.values())];
  return { program: { ...program, code }, whole: program, additions, faint, tested, counterAt, hasCounters };
}

/** The functions whose loops and tests may be opened: those of others decide how many threads there are, or are the library's. */
export const openable = (program: Program): readonly FunctionInfo[] =>
  program.functions.filter((info) => !info.library && !startsOrJoins(program).has(info));

/** A stream that formats what is printed fails: it looks at the value. */
function withoutFormatting(program: Program, code: Int32Array): void {
  for (const info of program.functions)
    forEachInstruction(program.code, info.start, info.end, (pc, opcode) => {
      // In place of the call and the return behind it: nothing comes to the last word.
      if (opcode === op.CALL && formats(program, info, pc)) code.set([op.TRAP, FAULT_ASSERT, 0, op.BOOL], pc);
    });
}

const LEFT_OUT: ReadonlyMap<number, number> = new Map([
  ...[op.ADD, op.SUB].map((from) => [from, op.KEEP] as const),
  ...[op.ADD2, op.SUB2].map((from) => [from, op.KEEP2] as const),
  ...[...COMPARISONS].map((from) => [from, op.EITHER] as const),
  ...[...COMPARISONS2].map((from) => [from, op.EITHER2] as const),
  [op.SET, op.RESET],
  [op.SET2, op.RESET2],
]);

const starters = new WeakMap<Program, ReadonlySet<FunctionInfo>>();
const STARTS_OR_JOINS: ReadonlySet<number> = new Set([op.SPAWN, op.JOIN, op.AWAIT, op.DETACH]);

/** Functions that may start a thread or wait for its end. */
function startsOrJoins(program: Program): ReadonlySet<FunctionInfo> {
  const known = starters.get(program);
  if (known !== undefined) return known;
  const { code, functions } = program;
  const found = new Set<FunctionInfo>();
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const info of functions)
      forEachInstruction(code, info.start, info.end, (pc, opcode) => {
        if (STARTS_OR_JOINS.has(opcode) || (opcode === op.CALL && found.has(functions[code[pc + 1]])))
          found.add(info);
      });
  }
  starters.set(program, found);
  return found;
}
