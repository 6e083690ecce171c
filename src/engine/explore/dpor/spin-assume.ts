/**
 * Spin-assume (Kokologiannakis, Ren & Vafeiadis, "Dynamic partial order reductions for spinloops", FMCAD 2021): a thread that waits by going
 * round a loop is taken for blocked. Let alone, it comes back to the very state it is in. Of what others can touch, the first step of the
 * round looks at one word and the other steps at nothing; so until another thread touches that word, this one can do nothing else.
 * The await statements of Jonsson, Lång & Sagonas ("Awaiting for Godot", FMCAD 2022) wait in the same way. Executions then
 * differ in what happens, and never in how often a thread has looked.
 */
import { forEachInstruction } from '../../bytecode/decode';
import {
  CALL,
  CALLPTR,
  JNZ,
  JUMP,
  JZ,
  RESUME,
  UNLOCK,
  UNLOCK_SHARED,
  waitsForLock,
} from '../../bytecode/opcodes';
import type { Program } from '../../bytecode/program';
import { canStep, FAULTED, type Machine, nextPc, pickCount } from '../../machine';
import { isOnStack } from '../../machine/local';
import type { ReversibleStepper } from '../steps/stepper';
import { FOOT, Footprints } from './footprint';

const isLocking = (opcode: number): boolean =>
  waitsForLock(opcode) || opcode === UNLOCK || opcode === UNLOCK_SHARED;

/** Steps of the longest round. */
const MAX_SPIN = 32;

/** A round that leads back to the state it begins in. */
export interface Spin {
  readonly steps: number;
  /** The footprint of its first step: what has to change for the thread to get on. */
  readonly look: Int32Array;
}

export class SpinAssume {
  /** By pc: 1 where a round may begin. */
  private readonly candidates: Uint8Array;
  private readonly look: Footprints;
  private readonly rest: Footprints;
  private readonly machine: Machine;
  private readonly stepper: ReversibleStepper;

  /** The stepper's steps stop at every access whose order matters. */
  constructor(stepper: ReversibleStepper) {
    const { machine } = stepper;
    this.machine = machine;
    this.stepper = stepper;
    this.look = new Footprints(machine);
    this.rest = new Footprints(machine);
    // Who takes a lock or gives it back has to touch it a second time.
    const { program } = machine;
    this.candidates = loopsOf(program).map((inLoop, pc) => (isLocking(program.code[pc]) ? 0 : inLoop));
  }

  mayBeginAt(pc: number): boolean {
    return this.candidates[pc] !== 0;
  }

  /** How a thread that can step comes round to the state of now; null if it gets on. The machine stays as it is. */
  spin(thread: number): Spin | null {
    const { machine, stepper, look } = this;
    if (!this.mayBeginAt(nextPc(machine, thread))) return null;
    const here = stepper.here();
    let steps = 0;
    let isSpin = false;
    do {
      if (!this.follow(thread, steps === 0)) break;
      steps++;
      isSpin = stepper.isAt(here);
    } while (!isSpin && steps < MAX_SPIN && canStep(machine, thread));
    stepper.back(here);
    return isSpin ? { steps, look: look.data.slice(0, look.top) } : null;
  }

  /** One step on the way; false if no round is to be expected of it. */
  private follow(thread: number, first: boolean): boolean {
    const { machine, stepper } = this;
    if (pickCount(machine, thread) > 1) return false;
    const pc = nextPc(machine, thread);
    const foot = first ? this.look : this.rest;
    foot.top = 0;
    foot.begin(pc, false);
    if (stepper.take(thread, 0, foot) === FAULTED) return false;
    // The variable of a compare-and-exchange that failed is its own.
    let word = -1;
    for (let at = 0; at < foot.top; at += FOOT) {
      const address = foot.data[at];
      if (isOnStack(machine, thread, address)) continue;
      if (!first || (word >= 0 && address !== word)) return false;
      word = address;
    }
    return true;
  }
}

/** By pc: 1 in loops and in all that is called from loops. */
function loopsOf(program: Program): Uint8Array {
  const { code, functions } = program;
  const inLoop = new Uint8Array(code.length);
  for (const { start, end } of functions) {
    forEachInstruction(code, start, end, (pc, opcode) => {
      const jumps = opcode === JUMP || opcode === JZ || opcode === JNZ;
      if (jumps && code[pc + 1] <= pc) inLoop.fill(1, code[pc + 1], pc + 1);
    });
  }
  // A cleanup stands behind its function, and is part of the loop that its exception leaves a call of.
  for (const [i, pc] of program.unwinding.calls.entries()) {
    if (inLoop[pc] === 0) continue;
    const { handlers } = program.unwinding;
    for (let h = handlers[program.unwinding.around[i]]; h !== undefined; h = handlers[h.outer])
      inLoop.fill(1, h.pad, endOfPad(program, h.pad));
  }
  const open = functions.map((_, index) => index);
  const called = new Set<number>();
  const call = (index: number): void => {
    if (called.has(index)) return;
    called.add(index);
    inLoop.fill(1, functions[index].start, functions[index].end);
    open.push(index);
  };
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    forEachInstruction(code, functions[index].start, functions[index].end, (pc, opcode) => {
      if (inLoop[pc] === 0) return;
      if (opcode === CALL) call(code[pc + 1]);
      else if (opcode === CALLPTR) for (const each of functions.keys()) call(each);
    });
  }
  return inLoop;
}

function endOfPad({ code, functions }: Program, pad: number): number {
  let end = pad;
  forEachInstruction(code, pad, functions.find((f) => pad < f.end)?.end ?? pad, (pc, opcode) => {
    if (end === pad && opcode === RESUME) end = pc;
  });
  return end;
}
