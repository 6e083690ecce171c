/**
 * What the layers of `Expressions` have in common: writing instructions and converting what is on the stack. Each layer is a file that
 * knows only those before it; the four ways to ask for an expression are filled in by the last (expressions.ts).
 */
import { assert } from '../../../base/assert';
import * as op from '../../bytecode/opcodes';
import type { Comparison, Span } from '../../bytecode/program';
import { asNumber, FLOAT, isUnsigned, isWide, LONG, type Type, wordsOf } from '../check/types';
import type { Ex, Fn } from '../typed';
import type { CoroutineFrame } from './coroutine-frame';
import type { Emitter } from './emitter';
import type { Frame } from './frame';
import type { Tables } from './tables';

/** Where a class prvalue is constructed: pushes the address. */
export type Destination = () => void;

/** Words an expression leaves on the stack as a value. */
export const resultWords = (t: Type): number => (t.kind === 'void' || t.kind === 'class' ? 0 : wordsOf(t));

export abstract class Lowering {
  /** Name for threads that calls in the present statement may start. */
  threadName = '';
  readonly threadNames: (readonly [number, string])[] = [];
  readonly comparisons: Comparison[] = [];
  /** Those of the assert that is being written. */
  protected compared: Omit<Comparison, 'trap'>[] = [];
  protected decisive: ReadonlySet<Ex> = new Set();
  /** Of the step of a coroutine. */
  coroutine: CoroutineFrame | null = null;
  /** Writes the way out of all its scopes, for a coroutine that is being destroyed. */
  leaveCoroutine: (span: Span) => void = () => {};
  protected readonly out: Emitter;
  protected readonly frame: Frame;
  protected readonly tables: Tables;

  constructor(out: Emitter, frame: Frame, tables: Tables) {
    this.out = out;
    this.frame = frame;
    this.tables = tables;
    frame.callEnd = (slot, fn) => {
      this.out.emit(op.FRAME, slot);
      this.callFn(fn);
    };
  }

  /** A full expression: its temporaries end with it, its value stays on the stack. */
  full(span: Span, run: () => void): void {
    this.frame.open();
    run();
    this.frame.close(span);
  }

  convert(given: Type, wanted: Type, span: Span): void {
    const { out } = this;
    const from = asNumber(given);
    const to = asNumber(wanted);
    out.span = span;
    if (from.kind === 'float' || to.kind === 'float') return this.convertFloat(from, to);
    if (to.kind === 'bool') {
      if (from.kind !== 'bool') out.emit(isWide(from) ? op.BOOL2 : op.BOOL);
      return;
    }
    if (isWide(to)) {
      if (!isWide(from)) out.emit(from.kind === 'int' && from.signed ? op.SEXT : op.ZEXT);
      return;
    }
    if (isWide(from)) out.emit(op.WRAP);
    if (
      to.kind === 'int' &&
      to.bits < 32 &&
      !(from.kind === 'int' && from.bits <= to.bits && from.signed === to.signed)
    )
      out.emit(op.NARROW, to.bits, to.signed ? 1 : 0);
  }

  protected convertFloat(from: Type, to: Type): void {
    const { out } = this;
    if (from.plain === to.plain) return;
    if (from.kind !== 'float') {
      const unsigned = isWide(from) && isUnsigned(from);
      if (!isWide(from)) out.emit(isUnsigned(from) ? op.ZEXT : op.SEXT);
      out.emit(op.FFROM, to.kind === 'float' ? to.bits : 64, unsigned ? 0 : 1);
      if (to.plain === FLOAT) out.emit(op.FROUND);
      return;
    }
    if (from.plain === FLOAT) out.emit(op.FWIDEN);
    if (to.plain === FLOAT) out.emit(op.FROUND);
    else if (to.kind === 'bool') {
      out.emit(op.CONST2, 0, 0);
      out.emit(op.FNE);
    } else if (to.kind !== 'float') {
      out.emit(op.FTO, isWide(to) && isUnsigned(to) ? 0 : 1);
      this.convert(LONG, to, out.span);
    }
  }

  protected elementWords(t: Type): number {
    return t.kind === 'pointer' ? Math.max(1, wordsOf(t.to)) : 1;
  }

  protected argWords(args: readonly Ex[]): number {
    return args.reduce((n, a) => n + wordsOf(a.type), 0);
  }

  callFn(fn: Fn): void {
    assert(fn.index >= 0, `${fn.name} has code`);
    this.nameThread(this.threadName);
    this.out.emit(op.CALL, fn.index);
  }

  /** The name of the threads that the call starts which comes next. */
  protected nameThread(name: string): void {
    if (name !== '') this.threadNames.push([this.out.pc, name]);
  }

  protected em(e: { readonly span: Span }, opcode: number, ...operands: number[]): void {
    this.out.span = e.span;
    this.out.emit(opcode, ...operands);
  }

  protected jump(e: { readonly span: Span }, opcode: number, to: Parameters<Emitter['jump']>[1]): void {
    this.out.span = e.span;
    this.out.jump(opcode, to);
  }

  /** Its value, on the stack. */
  abstract value(e: Ex): void;
  /** Its address, on the stack. */
  abstract address(e: Ex): void;
  /** Constructed where `to` says. */
  abstract into(e: Ex, to: Destination): void;
  /** Only what it does. */
  abstract effect(e: Ex): void;
}
