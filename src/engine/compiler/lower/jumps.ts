/** Jump statements ([stmt.jump]) and the labels they go to: the way out of scopes runs what ends there. */
import * as op from '../../bytecode/opcodes';
import type { Span } from '../../bytecode/program';
import { END } from '../check/coroutines';
import { wordsOf } from '../check/types';
import { fail, unsupported } from '../diagnostics';
import type { Fn, Stm } from '../typed';
import type { Emitter, Label } from './emitter';
import { Expressions } from './expressions';
import type { Frame, Mark } from './frame';
import type { Tables } from './tables';

export abstract class Jumps {
  readonly ex: Expressions;
  protected readonly out: Emitter;
  protected readonly frame: Frame;
  protected readonly tables: Tables;
  protected readonly fn: Fn;
  /** Labels of the blocks that are open, and how much of its block existed where each stands. */
  private readonly labels = new Map<
    string,
    { readonly label: Label; readonly depth: number; placed: Mark | null }
  >();

  constructor(out: Emitter, frame: Frame, tables: Tables, fn: Fn) {
    this.out = out;
    this.frame = frame;
    this.tables = tables;
    this.fn = fn;
    this.ex = new Expressions(out, frame, tables);
    this.ex.leaveCoroutine = (span) => void this.jumpTo(END, span);
  }

  /** The labels of a block are known in all of it. */
  protected declareLabels(list: readonly Stm[]): void {
    for (const s of list)
      if (s.k === 'label') {
        if (this.labels.has(s.id)) fail(s.span, `the label '${s.id}' stands twice`);
        this.labels.set(s.id, { label: this.out.label(), depth: this.frame.depth, placed: null });
      }
  }
  protected placeLabel(s: Extract<Stm, { k: 'goto' | 'label' }>): void {
    const place = this.labels.get(s.id);
    if (place === undefined) return fail(s.span, 'a label stands in a block');
    place.placed = this.frame.mark();
    this.out.place(place.label);
  }
  /** Out of blocks, and back over variables of the label's own. */
  protected jumpTo(id: string, span: Span): false {
    const { out, frame } = this;
    const place = this.labels.get(id);
    if (place === undefined || place.depth > frame.depth)
      return unsupported(span, `a goto into a block ('${id}')`, 'use a loop, break or return');
    out.at(span, () => {
      frame.unwind(place.depth, true);
      if (place.placed !== null) frame.leaveTo(place.depth - 1, place.placed);
    });
    out.span = span;
    out.jump(op.JUMP, place.label);
    return false;
  }

  /** break and continue */
  protected leave(s: Extract<Stm, { k: 'break' | 'continue' }>): void {
    const { out, frame } = this;
    const target = frame.target(s.k === 'break' ? 'breaks' : 'continues');
    if (target === null) return fail(s.span, `'${s.k}' stands outside a loop`);
    out.at(s.span, () => frame.unwind(target.depth, true));
    out.span = s.span;
    out.jump(op.JUMP, target.label);
  }

  protected giveBack(s: Extract<Stm, { k: 'return' }>): void {
    const { out, frame, ex } = this;
    const { value } = s;
    const result = this.fn.result;
    let words = 0;
    if (value !== null && result !== null) {
      ex.full(s.span, () => {
        if (result.kind === 'void') ex.effect(value);
        else if (result.kind === 'class') ex.into(value, () => out.at(s.span, () => out.emit(op.GET, 0)));
        else {
          ex.value(value);
          words = returnWords(this.fn);
        }
      });
    } else if (this.fn.name === 'main') {
      out.span = s.span;
      out.emit(op.CONST, 0);
      words = 1;
    }
    out.at(s.span, () => frame.unwind(0, false));
    out.span = s.span;
    out.emit(op.RET, words);
  }
}

/** Words on the stack at return; a class is constructed into the caller's storage instead. */
export function returnWords(fn: Fn): number {
  const t = fn.result;
  if (t === null || t.kind === 'void' || t.kind === 'class') return 0;
  return t.kind === 'reference' ? 1 : wordsOf(t);
}
