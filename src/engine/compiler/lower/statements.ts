/** Typed statements → instructions: control flow, variables and their ends. */
import { assertNever } from '../../../base/assert';
import { FAULT_ASSERT } from '../../bytecode/fault';
import * as op from '../../bytecode/opcodes';
import type { Span } from '../../bytecode/program';
import { END } from '../check/coroutines';
import { isThreadResult, isWide, wordsOf } from '../check/types';
import { fail, unsupported } from '../diagnostics';
import type { Ex, Fn, Stm } from '../typed';
import { type Emitter, type HandlerNode, type Label, node } from './emitter';
import { Expressions } from './expressions';
import type { Frame, Mark } from './frame';
import type { Tables } from './tables';

export class Statements {
  readonly ex: Expressions;
  private readonly out: Emitter;
  private readonly frame: Frame;
  private readonly tables: Tables;
  private readonly fn: Fn;

  constructor(out: Emitter, frame: Frame, tables: Tables, fn: Fn) {
    this.out = out;
    this.frame = frame;
    this.tables = tables;
    this.fn = fn;
    this.ex = new Expressions(out, frame, tables);
    this.ex.leaveCoroutine = (span) => void this.jumpTo(END, span);
  }

  /** The whole body, ended by a return on every path. */
  body(s: Stm, end: Span): void {
    const reachable = this.run(s);
    if (!reachable) return;
    this.out.span = end;
    const words = returnWords(this.fn);
    if (this.fn.name === 'main' || (this.fn.result !== null && isThreadResult(this.fn.result))) {
      this.out.emit(op.CONST, 0);
      this.out.emit(op.RET, 1);
    } else if (this.fn.result?.kind === 'void') this.out.emit(op.RET, 0);
    else {
      this.out.emit(
        op.TRAP,
        FAULT_ASSERT,
        this.tables.text(`${this.fn.name} ended without returning a value`),
      );
      if (words >= 0) return;
    }
  }

  /** True if control can go on after it. */
  run(s: Stm): boolean {
    const { out, frame, ex } = this;
    switch (s.k) {
      case 'expr':
        ex.threadName = threadsIn(s.e);
        ex.full(s.span, () => ex.effect(s.e));
        ex.threadName = '';
        if (s.e.k === 'throw') return false;
        return !(s.e.k === 'assert' && s.e.cond.k === 'const' && s.e.cond.low === 0);
      case 'var':
        this.variable(s);
        return true;
      case 'promise': {
        const { v, init } = s;
        out.span = s.span;
        out.emit(op.STORAGE_LIVE, v.slot, wordsOf(v.type));
        if (init !== null) ex.full(s.span, () => ex.into(init, () => out.emit(op.FRAME, v.slot)));
        frame.born(v);
        return true;
      }
      case 'suspended': {
        const here = ex.coroutine?.stops(false);
        out.span = s.span;
        out.emit(op.CONST, 0);
        out.emit(op.RET, 1);
        if (here !== undefined) ex.coroutine?.goesOn(here, () => this.jumpTo(END, s.span));
        return true;
      }
      case 'init':
        ex.full(s.span, () => ex.initialize(s.place, s.init, s.span));
        if (s.undo != null) this.guard(s.undo, s.span);
        return true;
      case 'try':
        return this.tryBlock(s);
      case 'guarded': {
        const { undo } = s;
        let reachable = true;
        frame.guarded(
          s.span,
          () => ex.effect(undo),
          () => {
            reachable = this.run(s.body);
          },
        );
        return reachable;
      }
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
      case 'label': {
        const place = this.labels.get(s.id);
        if (place === undefined) return fail(s.span, 'a label stands in a block');
        place.placed = frame.mark();
        out.place(place.label);
        return true;
      }
      case 'goto':
        return this.jumpTo(s.id, s.span);
      case 'threadExit':
        out.span = s.span;
        if (this.tables.statics.threadExit !== null) out.emit(op.CALL, this.tables.statics.threadExit.index);
        return true;
      case 'break':
      case 'continue': {
        const target = frame.target(s.k === 'break' ? 'breaks' : 'continues');
        if (target === null) return fail(s.span, `'${s.k}' stands outside a loop`);
        out.at(s.span, () => frame.unwind(target.depth, true));
        out.span = s.span;
        out.jump(op.JUMP, target.label);
        return false;
      }
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
    for (const s of list)
      if (s.k === 'label') {
        if (this.labels.has(s.id)) fail(s.span, `the label '${s.id}' stands twice`);
        this.labels.set(s.id, { label: this.out.label(), depth: this.frame.depth, placed: null });
      }
    let reachable = true;
    for (const s of list) {
      if (s.k === 'label') reachable = true;
      if (reachable) reachable = this.run(s);
    }
    return reachable;
  }
  /** Labels of the blocks that are open, and how much of its block existed where each stands. */
  private readonly labels = new Map<
    string,
    { readonly label: Label; readonly depth: number; placed: Mark | null }
  >();
  /** Out of blocks, and back over variables of the label's own. */
  private jumpTo(id: string, span: Span): false {
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
  private condition(e: Ex): void {
    this.ex.full(e.span, () => this.ex.value(e));
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

  private ifElse(s: Extract<Stm, { k: 'if' }>): boolean {
    const { out } = this;
    const other = out.label();
    this.condition(s.cond);
    out.span = s.cond.span;
    out.jump(op.JZ, other);
    const then = this.run(s.then);
    if (s.else === null) {
      out.place(other);
      return true;
    }
    const end = out.label();
    if (then) {
      out.span = s.span;
      out.jump(op.JUMP, end);
    }
    out.place(other);
    const otherwise = this.run(s.else);
    out.place(end);
    return then || otherwise;
  }

  private loop(s: Extract<Stm, { k: 'loop' }>): boolean {
    const { out, frame } = this;
    const top = out.label();
    const next = out.label();
    const end = out.label();
    const { cond } = s;
    const endless = cond === null || (cond.k === 'const' && cond.low !== 0);
    out.place(top);
    if (s.testFirst && cond !== null && !endless) {
      this.condition(cond);
      out.span = cond.span;
      out.jump(op.JZ, end);
    }
    frame.open(end, next);
    const goesOn = this.run(s.body);
    frame.close(s.span, goesOn);
    out.place(next);
    const { step } = s;
    if (step !== null) this.ex.full(step.span, () => this.ex.effect(step));
    if (!s.testFirst && cond !== null && !endless) {
      this.condition(cond);
      out.span = cond.span;
      out.jump(op.JNZ, top);
    } else {
      out.span = s.span;
      out.jump(op.JUMP, top);
    }
    out.place(end);
    return !endless || end.uses.length > 0;
  }

  private loopDecl(s: Extract<Stm, { k: 'loopDecl' }>): boolean {
    const { out, frame } = this;
    const top = out.label();
    const next = out.label();
    const end = out.label();
    const leave = out.label();
    out.place(top);
    frame.open();
    this.run(s.decl);
    this.condition(s.cond);
    out.span = s.span;
    out.jump(op.JZ, leave);
    frame.open(end, next);
    const goesOn = this.run(s.body);
    frame.close(s.span, goesOn);
    out.place(next);
    const { step } = s;
    if (step !== null) this.ex.full(step.span, () => this.ex.effect(step));
    out.at(s.span, () => frame.unwind(frame.depth - 1, true));
    out.jump(op.JUMP, top);
    // Both ways out run the declared variable's end: a false condition, and break (which has left only the body's scope).
    out.place(leave);
    out.place(end);
    frame.close(s.span);
    return true;
  }

  private switchCase(s: Extract<Stm, { k: 'switch' }>): boolean {
    const { out, frame } = this;
    const end = out.label();
    frame.open(end, null);
    const slot = frame.scratch();
    this.condition(s.value);
    out.span = s.span;
    out.emit(op.SET, slot);
    const labels = s.cases.map(() => out.label());
    s.cases.forEach((c, i) => {
      const label = labels[i];
      if (c.value === null || label === undefined) return;
      out.emit(op.GET, slot);
      out.emit(op.CONST, c.value);
      out.emit(op.EQ);
      out.jump(op.JNZ, label);
    });
    const byDefault = s.cases.findIndex((c) => c.value === null);
    const miss = out.label();
    out.jump(op.JUMP, labels[byDefault] ?? miss);
    let goesOn = true;
    s.body.forEach((x, i) => {
      s.cases.forEach((c, j) => {
        const label = labels[j];
        if (c.at === i && label !== undefined) {
          out.place(label);
          goesOn = true;
        }
      });
      if (goesOn) goesOn = this.run(x);
    });
    s.cases.forEach((c, j) => {
      const label = labels[j];
      if (c.at === s.body.length && label !== undefined) out.place(label);
    });
    out.place(miss);
    frame.close(s.end, true);
    out.place(end);
    return true;
  }

  private giveBack(s: Extract<Stm, { k: 'return' }>): void {
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
/** `threads.emplace_back(…)`: the container's name, for the threads it starts. */
function threadsIn(e: Ex): string {
  const call = e.k === 'deref' ? e.pointer : e;
  if (call.k !== 'call') return '';
  const object = call.args[0];
  if (object?.k !== 'addressOf') return '';
  const t = object.place.type;
  const holds =
    t.kind === 'class' &&
    t.info.args.some(
      (a) =>
        a.kind === 'type' &&
        a.type.kind === 'class' &&
        (a.type.info.library === 'thread' || a.type.info.library === 'jthread'),
    );
  if (!holds) return '';
  if (object.place.k === 'local') return object.place.v.name;
  if (object.place.k === 'global') return object.place.g.name;
  return object.place.k === 'field' ? object.place.name : '';
}
/** The temporary whose address, or whose part's address, an initialiser is. */
function temporaryIn(e: Ex): Extract<Ex, { k: 'temporary' }> | null {
  if (e.k === 'temporary') return e;
  if (e.k === 'addressOf') return temporaryIn(e.place);
  return e.k === 'field' ? temporaryIn(e.object) : null;
}
