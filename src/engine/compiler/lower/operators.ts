/** Operators, conditions and updates; and what an assert keeps of its comparisons. */
import { LOADS } from '../../bytecode/edge';
import * as op from '../../bytecode/opcodes';
import type { Comparison, Side, Span } from '../../bytecode/program';
import { constant } from '../check/build';
import { DOUBLE, FLOAT, isFloat, isWide, referenceTo, type Type, wordsOf } from '../check/types';
import type { Ex, GlobalVar } from '../typed';
import { Lowering } from './lowering';
import { opcodeFor } from './operator-opcodes';
import { acts, isFixed, promoted } from './places';

const COMPARES: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);

const COMPARISON_FUNCTION = /(^|::)operator(==|!=|<=?|>=?)(<.+)?$/;

const unconverted = (e: Ex): Ex => (e.k === 'convert' ? unconverted(e.arg) : e);

/** The comparisons that an assert's condition is made of. */
function comparisonsOf(cond: Ex): Ex[] {
  switch (cond.k) {
    case 'convert':
      return comparisonsOf(cond.arg);
    case 'unary':
      return cond.op === '!' ? comparisonsOf(cond.arg) : [];
    case 'logical':
      return [...comparisonsOf(cond.left), ...comparisonsOf(cond.right)];
    case 'binary':
      return COMPARES.has(cond.op) ? [cond] : [];
    case 'call':
      return COMPARISON_FUNCTION.test(cond.fn.name) ? [cond] : [];
    default:
      return [];
  }
}

export abstract class Operators extends Lowering {
  /** A float is computed with as a double. */
  protected operand(e: Ex): void {
    this.value(e);
    if (e.type.plain === FLOAT) this.convert(FLOAT, DOUBLE, e.span);
  }

  protected binary(e: Extract<Ex, { k: 'binary' }>): void {
    this.operand(e.left);
    this.operand(e.right);
    if (this.decisive.has(e)) this.compared.push(this.comparison(e));
    this.em(e, opcodeFor(e.op, e.left.type));
    if (isFloat(e.type)) this.convert(DOUBLE, e.type, e.span);
  }

  /** An instruction that the library asked for by name. */
  protected operation(e: Extract<Ex, { k: 'op' }>): void {
    for (const a of e.args) this.value(a);
    this.em(e, e.opcode, ...e.operands.map((o) => (typeof o === 'number' ? o : this.tables.type(o.typeId))));
  }

  protected unary(e: Extract<Ex, { k: 'unary' }>): void {
    this.operand(e.arg);
    if (isFloat(e.arg.type)) {
      this.em(e, op.FNEG);
      return this.convert(DOUBLE, e.arg.type, e.span);
    }
    const wide = isWide(e.arg.type);
    if (e.op === '!') {
      if (wide) this.em(e, op.BOOL2);
      return this.em(e, op.LNOT);
    }
    if (e.op === '-') return this.em(e, wide ? op.NEG2 : op.NEG);
    this.em(e, wide ? op.NOT2 : op.NOT);
  }

  protected logical(e: Extract<Ex, { k: 'logical' }>): void {
    const { out } = this;
    const short = out.label();
    const end = out.label();
    this.value(e.left);
    this.jump(e, e.op === '&&' ? op.JZ : op.JNZ, short);
    this.full(e.right.span, () => this.value(e.right));
    this.jump(e, op.JUMP, end);
    out.place(short);
    this.em(e, op.CONST, e.op === '&&' ? 0 : 1);
    out.place(end);
  }

  protected branch(e: Extract<Ex, { k: 'conditional' }>, run: (x: Ex) => void): void {
    const { out } = this;
    const other = out.label();
    const end = out.label();
    this.value(e.cond);
    this.jump(e, op.JZ, other);
    run(e.then);
    this.jump(e, op.JUMP, end);
    out.place(other);
    run(e.else);
    out.place(end);
  }

  /** With an address on the stack: read, change, write back; the address is used up. */
  protected update(e: Extract<Ex, { k: 'opAssign' | 'preStep' }>, change: () => void): void {
    const wide = isWide(e.place.type);
    this.em(e, op.DUP, 1);
    this.em(e, wide ? op.LOAD2 : op.LOAD);
    change();
    this.em(e, wide ? op.STORE2 : op.STORE);
  }

  protected apply(e: Extract<Ex, { k: 'opAssign' }>, push: () => void): void {
    if (e.at.kind === 'pointer') {
      push();
      if (e.op === '-') this.em(e, op.NEG);
      return this.em(e, op.OFFSET, this.elementWords(e.at));
    }
    const at = isFloat(e.at) ? DOUBLE : e.at;
    this.convert(e.place.type, e.at, e.span);
    this.convert(e.at, at, e.span);
    push();
    if (e.at === FLOAT) this.convert(FLOAT, DOUBLE, e.span);
    this.em(e, opcodeFor(e.op, at));
    this.convert(at, e.at, e.span);
    this.convert(e.at, e.place.type, e.span);
  }

  /**
   * The right side of an assignment comes before its left ([expr.ass]/1). Where the difference can be seen its value is computed here
   * and kept; the answer pushes it.
   */
  protected rightFirst(value: Ex, place: Ex): () => void {
    if (isFixed(place) || (!acts(value) && !acts(place))) return () => this.value(value);
    return this.kept(value);
  }

  /** The same where the place is read too: behind all that the right side does, wherever the place is. */
  protected rightBeforeRead({ value, place }: Extract<Ex, { k: 'opAssign' }>): () => void {
    return acts(value) ? this.kept(value) : this.rightFirst(value, place);
  }

  private kept(value: Ex): () => void {
    const wide = isWide(value.type);
    const slot = this.frame.scratch(wide ? 2 : 1);
    this.value(value);
    this.em(value, wide ? op.SET2 : op.SET, slot);
    return () => this.em(value, wide ? op.GET2 : op.GET, slot);
  }

  protected addStep(t: Type, by: number, span: Span): void {
    const { out } = this;
    out.span = span;
    if (t.kind === 'pointer') {
      out.emit(op.CONST, by);
      out.emit(op.OFFSET, this.elementWords(t));
    } else if (t.kind === 'float') {
      const one = constant(DOUBLE, by, span);
      this.convert(t, DOUBLE, span);
      this.value(one);
      out.emit(op.FADD);
      this.convert(DOUBLE, t, span);
    } else if (isWide(t)) {
      out.emit(op.CONST2, by, by < 0 ? -1 : 0);
      out.emit(op.ADD2);
    } else {
      out.emit(op.CONST, by);
      out.emit(op.ADD);
      if (t.kind === 'int' && t.bits < 32) out.emit(op.NARROW, t.bits, t.signed ? 1 : 0);
    }
  }

  protected postStep(e: Extract<Ex, { k: 'postStep' }>): void {
    const wide = isWide(e.type);
    const target = promoted(e.place);
    if (target !== null) {
      this.em(e, wide ? op.GET2 : op.GET, target);
      this.em(e, op.DUP, wide ? 2 : 1);
      this.addStep(e.type, e.by, e.span);
      return this.em(e, wide ? op.SET2 : op.SET, target);
    }
    const slot = this.frame.scratch();
    this.address(e.place);
    this.em(e, op.SET, slot);
    this.em(e, op.GET, slot);
    this.em(e, wide ? op.LOAD2 : op.LOAD);
    this.em(e, op.GET, slot);
    this.em(e, op.GET, slot);
    this.em(e, wide ? op.LOAD2 : op.LOAD);
    this.addStep(e.type, e.by, e.span);
    this.em(e, wide ? op.STORE2 : op.STORE);
  }

  protected print(e: Extract<Ex, { k: 'print' }>): void {
    let words = 0;
    for (const a of e.args) {
      this.value(a);
      words += wordsOf(a.type);
    }
    this.em(e, op.PRINT, this.tables.text(e.format), words);
    return this.em(e, op.CONST, 0);
  }

  protected assert(e: Extract<Ex, { k: 'assert' }>): void {
    const { out } = this;
    const ok = out.label();
    const { decisive, compared } = this;
    this.decisive = new Set(comparisonsOf(e.cond));
    this.compared = [];
    const value = (): void => this.full(e.span, () => this.value(e.cond));
    if (e.question == null) value();
    else this.atOnce(e, e.question, () => out.peeking(value));
    this.jump(e, op.JNZ, ok);
    this.comparisons.push(...this.compared.map((each) => ({ ...each, trap: out.pc })));
    this.decisive = decisive;
    this.compared = compared;
    this.em(e, op.TRAP, e.fault, this.tables.text(e.text));
    return out.place(ok);
  }

  /** No other thread runs between the beginning and the end of it. */
  private atOnce(e: Ex, { offset }: GlobalVar, write: () => void): void {
    this.em(e, op.GLOBAL, offset);
    this.em(e, op.AENTER, LOADS);
    write();
    this.em(e, op.GLOBAL, offset);
    this.em(e, op.ALEAVE, LOADS);
  }

  protected comparison({ left, right }: Extract<Ex, { k: 'binary' }>): Omit<Comparison, 'trap'> {
    const side = (e: Ex): Side => {
      const whole = unconverted(e);
      const shown = wordsOf(whole.type) === wordsOf(e.type) ? whole : e;
      // Both precisions are compared as double.
      const type = isFloat(e.type) ? DOUBLE : shown.type;
      return { span: whole.span, type: this.tables.type(type), literal: whole.k === 'const' };
    };
    const words = isWide(left.type) || isFloat(left.type) ? 2 : 1;
    return { pc: this.out.pc, words, left: side(left), right: side(right) };
  }

  /** Where both sides are passed by their address. */
  protected classComparison(e: Ex): Omit<Comparison, 'trap'>[] {
    if (e.k !== 'call' || e.args.length !== 2) return [];
    const sides = e.fn.params.flatMap(({ type, indirect, role }, i): Side[] => {
      const of = role === 'this' && type.kind === 'pointer' ? type.to : type;
      if (of === type && type.kind !== 'reference' && !indirect) return [];
      const reference = of.kind === 'reference' ? of : referenceTo(of, false);
      return [{ span: e.args[i].span, type: this.tables.type(reference), literal: false }];
    });
    const [left, right] = sides;
    return sides.length === 2 ? [{ pc: this.out.pc, words: 1, left, right }] : [];
  }
}
