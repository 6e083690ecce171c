/** Typed statements → instructions. One case per node, in the order of typed.ts; the base classes have those that branch and jump. */
import { assertNever } from '../../../base/assert';
import { FAULT_ASSERT } from '../../bytecode/fault';
import * as op from '../../bytecode/opcodes';
import type { Span } from '../../bytecode/program';
import { END } from '../check/coroutines';
import { guardOf, isThreadResult, isWide, wordsOf } from '../check/types';
import type { Ex, Stm } from '../typed';
import { ControlFlow } from './control-flow';
import { type HandlerNode, node } from './emitter';
import { threadsIn } from './thread-names';

export class Statements extends ControlFlow {
  /** The whole body, ended by a return on every path. */
  body(s: Stm, end: Span): void {
    const reachable = this.run(s);
    if (!reachable) return;
    this.out.span = end;
    if (this.fn.name === 'main' || (this.fn.result !== null && isThreadResult(this.fn.result))) {
      this.out.emit(op.CONST, 0);
      this.out.emit(op.RET, 1);
    } else if (this.fn.result?.kind === 'void') this.out.emit(op.RET, 0);
    else {
      const text = `${this.fn.name} ended without returning a value`;
      this.out.emit(op.TRAP, FAULT_ASSERT, this.tables.text(text));
    }
  }

  /** True if control can go on after it. */
  run(s: Stm): boolean {
    const { out, frame, ex } = this;
    switch (s.k) {
      case 'expr':
        return this.expression(s);
      case 'var':
        this.variable(s);
        return true;
      case 'promise':
        this.promise(s);
        return true;
      case 'suspended':
        this.suspended(s.span);
        return true;
      case 'init':
        ex.full(s.span, () => ex.initialize(s.place, s.init, s.span));
        if (s.undo != null) this.guard(s.undo, s.span);
        return true;
      case 'try':
        return this.tryBlock(s);
      case 'guarded':
        return this.guarded(s);
      case 'group':
        return s.body.every((x) => this.run(x));
      case 'block': {
        frame.open();
        const reachable = this.sequence(s.body);
        frame.close(s.end, reachable);
        return reachable;
      }
      case 'if':
        return this.ifElse(s);
      case 'loop':
        return this.loop(s);
      case 'loopDecl':
        return this.loopDecl(s);
      case 'switch':
        return this.switchCase(s);
      case 'label':
        this.placeLabel(s);
        return true;
      case 'goto':
        return this.jumpTo(s.id, s.span);
      case 'threadExit':
        out.span = s.span;
        if (this.tables.statics.threadExit !== null) out.emit(op.CALL, this.tables.statics.threadExit.index);
        return true;
      case 'break':
      case 'continue':
        this.leave(s);
        return false;
      case 'return':
        this.giveBack(s);
        return false;
      case 'destroy':
        ex.address(s.place);
        out.span = s.span;
        ex.callFn(s.fn);
        return true;
      default:
        return assertNever(s);
    }
  }

  private expression({ e, span }: Extract<Stm, { k: 'expr' }>): boolean {
    const { ex } = this;
    ex.threadName = threadsIn(e);
    ex.full(span, () => ex.effect(e));
    ex.threadName = '';
    if (e.k === 'throw') return false;
    return !(e.k === 'assert' && e.cond.k === 'const' && e.cond.low === 0);
  }

  /** The promise of a coroutine, in the place that its frame has for it. */
  private promise({ v, init, span }: Extract<Stm, { k: 'promise' }>): void {
    const { out, frame, ex } = this;
    out.span = span;
    out.emit(op.STORAGE_LIVE, v.slot, wordsOf(v.type));
    if (init !== null) ex.full(span, () => ex.into(init, () => out.emit(op.FRAME, v.slot)));
    frame.born(v);
  }

  /** A coroutine stops here; what destroys it then leaves by its end. */
  private suspended(span: Span): void {
    const { out, ex } = this;
    const here = ex.coroutine?.stops(false);
    out.span = span;
    out.emit(op.CONST, 0);
    out.emit(op.RET, 1);
    if (here !== undefined) ex.coroutine?.goesOn(here, () => this.jumpTo(END, span));
  }

  /** If an exception leaves the body, `undo` runs. */
  private guarded({ undo, body, span }: Extract<Stm, { k: 'guarded' }>): boolean {
    let reachable = true;
    this.frame.guarded(
      span,
      () => this.ex.effect(undo),
      () => {
        reachable = this.run(body);
      },
    );
    return reachable;
  }

  /** Up to the end of the open scope, `undo` runs if an exception passes. */
  private guard(undo: Ex, span: Span): void {
    this.out.guard(span, () => this.ex.effect(undo));
  }
  private tryBlock(s: Extract<Stm, { k: 'try' }>): boolean {
    const { out, frame } = this;
    const end = out.label();
    const around = out.handler;
    // Where nothing is ever thrown, the clauses are never entered.
    if (!out.unwinds) return this.run(s.body);
    const base = frame.free;
    const nodes: HandlerNode[] = [];
    for (const clause of [...s.clauses].reverse()) {
      const caught = clause.caught === null ? -1 : this.tables.caught(clause.caught);
      out.handler = node('catch', out.handler, clause.span, () => {}, caught);
      nodes.unshift(out.handler);
    }
    let reachable = false;
    const used = frame.measure(() => {
      reachable = this.run(s.body);
    });
    out.handler = around;
    out.span = s.span;
    if (reachable) out.jump(op.JUMP, end);
    s.clauses.forEach((clause, i) => {
      const handler = nodes[i];
      if (handler === undefined) return;
      handler.pad = out.pc;
      out.span = clause.span;
      out.handler = clause.escapes ? null : around;
      if (used > 0) out.emit(op.STORAGE_DEAD, base, used);
      frame.open();
      const [exception, object] = [frame.declare(clause.exception), frame.declare(clause.object)];
      out.emit(op.SET, object);
      out.emit(op.SET, exception);
      const goesOn = this.run(clause.body);
      frame.close(clause.span, goesOn);
      if (goesOn) out.jump(op.JUMP, end);
      reachable ||= goesOn;
    });
    out.handler = around;
    out.place(end);
    return reachable;
  }
  private sequence(list: readonly Stm[]): boolean {
    this.declareLabels(list);
    let reachable = true;
    for (const s of list) {
      if (s.k === 'label') reachable = true;
      if (reachable) reachable = this.run(s);
    }
    return reachable;
  }

  private variable(s: Extract<Stm, { k: 'var' }>): void {
    const { out, frame, ex } = this;
    const { v, init } = s;
    const slot = frame.declare(v);
    ex.threadName = s.threadName;
    if (v.type.kind === 'reference') {
      if (init !== null) this.bind(init, s.span);
      out.span = s.span;
      out.emit(op.SET, slot);
    } else if (!v.addressed && init !== null) {
      ex.full(s.span, () => ex.value(init));
      out.span = s.span;
      out.emit(isWide(v.type) ? op.SET2 : op.SET, slot);
    } else {
      out.span = s.span;
      out.emit(op.STORAGE_LIVE, slot, wordsOf(v.type));
      if (guardOf(v.type) > 0 && ex.coroutine === null) out.emit(op.GUARD, slot + wordsOf(v.type));
      if (init !== null)
        ex.full(s.span, () => ex.into(init, () => out.at(s.span, () => out.emit(op.FRAME, slot))));
    }
    ex.threadName = '';
    frame.born(v);
  }

  /** What a reference is bound to: its address. A temporary bound to it lives as long as it, those it is made from do not ([class.temporary]/6). */
  private bind(init: Ex, span: Span): void {
    const { out, frame, ex } = this;
    const bound = temporaryIn(init);
    if (bound === null) return ex.full(span, () => ex.value(init));
    const slot = frame.keep(bound.v);
    out.span = span;
    out.emit(op.STORAGE_LIVE, slot, wordsOf(bound.v.type));
    ex.full(span, () => ex.into(bound.init, () => out.at(span, () => out.emit(op.FRAME, slot))));
    frame.born(bound.v);
    ex.value(init);
  }
}

/** The temporary whose address, or whose part's address, an initialiser is. */
function temporaryIn(e: Ex): Extract<Ex, { k: 'temporary' }> | null {
  if (e.k === 'temporary') return e;
  if (e.k === 'addressOf') return temporaryIn(e.place);
  return e.k === 'field' ? temporaryIn(e.object) : null;
}
