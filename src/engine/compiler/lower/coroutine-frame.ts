/**
 * The frame of a coroutine's step: a block on the heap, so that its variables stay where they are while it is not running.
 *
 *     0   the step, a function value      ┐ __coroutine of <coroutine>
 *     1   state                           │
 *     2   destroying                      ┘
 *     3   the promise, then the other variables and what the operand stack held where it stopped
 *
 * Slots are numbered as in any frame; each instruction that names one is written as one with the address of its word. On the stack are
 * the arguments (the frame, and at first the list of parameters), the header, and two words for what is to be stored.
 */
import { effectOf, type StackEffect } from '../../bytecode/decode';
import * as op from '../../bytecode/opcodes';
import { FRAME_HEADER } from '../../bytecode/program';
import type { Emitter, FrameElsewhere, Label } from './emitter';

const ARGUMENTS = 2;
const FIRST = ARGUMENTS + FRAME_HEADER;
const SPARE = FIRST;
/** Words of its frame on the stack. */
export const STACK_WORDS = SPARE + 2;
const STATE = 1;
const DESTROYING = 2;
const HEADER = 3;

/** States that are no place in its body: it has not begun; it has come to its end. */
const FINAL = 1;

export class CoroutineFrame implements FrameElsewhere {
  /** Operands on the stack here. */
  height = 0;
  private readonly out: Emitter;
  private readonly calleeOf: (index: number) => { readonly argWords: number; readonly resultWords: number };
  private readonly resumes: { readonly state: number; readonly label: Label }[] = [];
  private readonly dispatch: Label;
  private readonly begin: Label;

  constructor(out: Emitter, calleeOf: CoroutineFrame['calleeOf']) {
    this.out = out;
    this.calleeOf = calleeOf;
    this.dispatch = out.label();
    this.begin = out.label();
  }

  /** Words of the block, of a frame that has slots up to `words`. */
  static blockWords(words: number): number {
    return words - FIRST + HEADER;
  }
  /** Where a slot is in the block. */
  static offsetOf(slot: number): number {
    return slot - FIRST + HEADER;
  }

  // ── what is written instead ────────────────────────────────────────────────────────────────────────────────────────

  writes(opcode: number, operands: readonly number[]): boolean {
    const [slot, n] = operands as [number, number];
    switch (opcode) {
      case op.GET:
      case op.GET2:
        if (slot < FIRST) return false;
        this.address(slot);
        this.out.write(opcode === op.GET ? op.LOAD : op.LOAD2, []);
        return true;
      case op.SET:
      case op.SET2: {
        if (slot < FIRST) return false;
        const wide = opcode === op.SET2;
        this.out.write(opcode, [SPARE]);
        this.address(slot);
        // A variable may have ended there.
        this.out.write(op.DUP, [1]);
        this.out.write(op.BIRTH, [wide ? 2 : 1]);
        this.out.write(wide ? op.GET2 : op.GET, [SPARE]);
        this.out.write(wide ? op.STORE2 : op.STORE, []);
        return true;
      }
      case op.FRAME:
        this.address(slot);
        return true;
      case op.STORAGE_LIVE:
        this.address(slot);
        this.out.write(op.BIRTH, [n]);
        return true;
      case op.STORAGE_DEAD:
        // Some of the words may be dead: what was computed in them was not needed on the way here.
        this.address(slot);
        this.out.write(op.DUP, [1]);
        this.out.write(op.BIRTH, [n]);
        this.out.write(op.DEATH, [n]);
        return true;
      default:
        return false;
    }
  }
  private address(slot: number): void {
    this.out.write(op.GET, [0]);
    this.out.write(op.FIELD, [CoroutineFrame.offsetOf(slot)]);
  }
  private header(offset: number): void {
    this.out.write(op.GET, [0]);
    this.out.write(op.FIELD, [offset]);
  }

  // ── operands on the stack ──────────────────────────────────────────────────────────────────────────────────────────

  wrote(opcode: number, operands: readonly number[]): void {
    const callee = opcode === op.CALL ? this.calleeOf(operands[0] ?? 0) : { argWords: null, resultWords: 0 };
    const { pops, pushes }: StackEffect = effectOf(opcode, (i) => operands[i] ?? 0, callee);
    this.height += pushes - pops;
  }
  /** By a call through a pointer, whose instruction does not say how much. */
  pushed(words: number): void {
    this.height += words;
  }
  jumps(to: Label): void {
    to.height ??= this.height;
  }
  placed({ height }: Label): void {
    if (height !== undefined) this.height = height;
  }

  // ── stopping and going on ──────────────────────────────────────────────────────────────────────────────────────────

  /** At its beginning: to where its state says. */
  enter(): void {
    this.out.jump(op.JUMP, this.dispatch);
    this.out.place(this.begin);
  }
  /** The state it goes on from, from now on. */
  stops(final: boolean): { readonly label: Label } {
    const state = final ? FINAL : FINAL + 1 + this.resumes.length;
    const here = { state, label: this.out.label() };
    this.resumes.push(here);
    this.header(STATE);
    this.out.write(op.CONST, [state]);
    this.out.write(op.STORE, []);
    return here;
  }
  /** Where it goes on, with nothing on the stack: `leaves` is written for the case that it is being destroyed. */
  goesOn({ label }: { readonly label: Label }, leaves: () => void): void {
    const { out } = this;
    out.place(label);
    this.height = 0;
    const on = out.label();
    this.header(DESTROYING);
    out.write(op.LOAD, []);
    out.jump(op.JZ, on);
    leaves();
    out.place(on);
    this.height = 0;
  }
  /** At its end: the table of states. */
  leave(): void {
    const { out } = this;
    out.place(this.dispatch);
    this.height = 0;
    for (const { state, label } of this.resumes) {
      this.header(STATE);
      out.write(op.LOAD, []);
      out.write(op.CONST, [state]);
      out.write(op.EQ, []);
      out.jump(op.JNZ, label);
    }
    out.jump(op.JUMP, this.begin);
  }
  /** A new one: its step, no state, not being destroyed. Its address stays on the stack. */
  static make(emit: (opcode: number, ...operands: number[]) => void, type: number, step: number): void {
    emit(op.NEW, type);
    const words = [step, 0, 0];
    words.forEach((word, offset) => {
      emit(op.DUP, 1);
      if (offset > 0) emit(op.FIELD, offset);
      emit(op.CONST, word);
      emit(op.STORE);
    });
  }
}
