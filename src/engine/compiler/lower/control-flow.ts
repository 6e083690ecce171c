/** Selection and iteration statements ([stmt.select], [stmt.iter]). Each answers whether control can go on after it. */

import * as op from '../../bytecode/opcodes';
import { isWide } from '../check/types';
import type { Ex, Stm } from '../typed';
import { Jumps } from './jumps';

export abstract class ControlFlow extends Jumps {
  /** True if control can go on after it. */
  abstract run(s: Stm): boolean;

  protected condition(e: Ex): void {
    this.ex.full(e.span, () => this.ex.value(e));
  }

  protected ifElse(s: Extract<Stm, { k: 'if' }>): boolean {
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

  protected loop(s: Extract<Stm, { k: 'loop' }>): boolean {
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

  protected loopDecl(s: Extract<Stm, { k: 'loopDecl' }>): boolean {
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

  protected switchCase(s: Extract<Stm, { k: 'switch' }>): boolean {
    const { out, frame } = this;
    const end = out.label();
    frame.open(end, null);
    const wide = isWide(s.value.type);
    const slot = frame.scratch(wide ? 2 : 1);
    if (wide) this.ex.value(s.value);
    else this.condition(s.value);
    out.span = s.span;
    out.emit(wide ? op.SET2 : op.SET, slot);
    const labels = s.cases.map(() => out.label());
    s.cases.forEach((c, i) => {
      const label = labels[i];
      if (c.value === null || label === undefined) return;
      out.emit(wide ? op.GET2 : op.GET, slot);
      if (wide)
        out.emit(op.CONST2, Number(BigInt.asIntN(32, c.value)), Number(BigInt.asIntN(32, c.value >> 32n)));
      else out.emit(op.CONST, Number(BigInt.asIntN(32, c.value)));
      out.emit(wide ? op.EQ2 : op.EQ);
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
}
