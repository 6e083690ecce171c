/**
 * Typed expressions → instructions. Four ways to ask for one: its value on the stack, its address on the stack, constructed into a
 * destination, or only its effects. Longer than other files: one case per node, in the order of typed.ts.
 */
import { assert } from '../../../base/assert';
import { FAULT_TERMINATE } from '../../bytecode/fault';
import * as op from '../../bytecode/opcodes';
import type { Comparison, Side, Span } from '../../bytecode/program';
import { addressOf, constant } from '../check/build';
import {
  DOUBLE,
  FLOAT,
  isFloat,
  isUnsigned,
  isWide,
  LONG,
  referenceTo,
  type Type,
  wordsOf,
} from '../check/types';
import type { BinaryOp, Ex, Fn, GlobalVar, Part } from '../typed';
import type { Emitter } from './emitter';
import type { Frame } from './frame';
import { acts, isFixed, isSimple, promoted } from './places';
import { endStatics } from './statics';
import type { Tables } from './tables';

/** Where a class prvalue is constructed: pushes the address. */
export type Destination = () => void;

const NARROW_OPS: Record<BinaryOp, number> = {
  '+': op.ADD,
  '-': op.SUB,
  '*': op.MUL,
  '/': op.DIV,
  '%': op.MOD,
  '&': op.AND,
  '|': op.OR,
  '^': op.XOR,
  '<<': op.SHL,
  '>>': op.SHR,
  '==': op.EQ,
  '!=': op.NE,
  '<': op.LT,
  '<=': op.LE,
  '>': op.GT,
  '>=': op.GE,
};
const WIDE_OPS: Record<BinaryOp, number> = {
  '+': op.ADD2,
  '-': op.SUB2,
  '*': op.MUL2,
  '/': op.DIV2,
  '%': op.MOD2,
  '&': op.AND2,
  '|': op.OR2,
  '^': op.XOR2,
  '<<': op.SHL2,
  '>>': op.SHR2,
  '==': op.EQ2,
  '!=': op.NE2,
  '<': op.LT2,
  '<=': op.LE2,
  '>': op.GT2,
  '>=': op.GE2,
};
const UNSIGNED: Partial<Record<BinaryOp, readonly [narrow: number, wide: number]>> = {
  '/': [op.UDIV, op.UDIV2],
  '%': [op.UMOD, op.UMOD2],
  '>>': [op.USHR, op.USHR2],
  '<': [op.ULT, op.ULT2],
  '<=': [op.ULE, op.ULE2],
  '>': [op.UGT, op.UGT2],
  '>=': [op.UGE, op.UGE2],
};
const FLOAT_OPS: Partial<Record<BinaryOp, number>> = {
  '+': op.FADD,
  '-': op.FSUB,
  '*': op.FMUL,
  '/': op.FDIV,
  '==': op.FEQ,
  '!=': op.FNE,
  '<': op.FLT,
  '<=': op.FLE,
  '>': op.FGT,
  '>=': op.FGE,
};
function opcodeFor(o: BinaryOp, t: Type): number {
  const float = isFloat(t) ? FLOAT_OPS[o] : undefined;
  if (float !== undefined) return float;
  const unsigned = isUnsigned(t) ? UNSIGNED[o] : undefined;
  if (unsigned !== undefined) return isWide(t) ? unsigned[1] : unsigned[0];
  return isWide(t) ? WIDE_OPS[o] : NARROW_OPS[o];
}

/** What `address` answers without making something first. */
const ADDRESSED = new Set<Ex['k']>([
  'local',
  'global',
  'deref',
  'field',
  'element',
  'temporary',
  'assign',
  'copy',
  'conditional',
]);
/** Words an expression leaves on the stack as a value. */
const resultWords = (t: Type): number => (t.kind === 'void' || t.kind === 'class' ? 0 : wordsOf(t));

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

/** The variable of the pthread_t that pthread_create fills in: `&t`, `&t[i]`, `t + i`; '' for a pointer that came from elsewhere. */
function startedThread(e: Ex | undefined): string {
  switch (e?.k) {
    case 'addressOf':
      return startedThread(e.place);
    case 'local':
      return e.v.name;
    case 'global':
      return e.g.name;
    case 'field':
      return e.name;
    case 'element':
      return startedThread(e.array);
    case 'deref':
    case 'pointerAdd':
      return startedThread(e.pointer);
    default:
      return '';
  }
}

export class Expressions {
  /** Name for threads that calls in the present statement may start. */
  threadName = '';
  readonly threadNames: (readonly [number, string])[] = [];
  readonly comparisons: Comparison[] = [];
  /** Those of the assert that is being written. */
  private compared: Omit<Comparison, 'trap'>[] = [];
  private decisive: ReadonlySet<Ex> = new Set();
  private readonly out: Emitter;
  private readonly frame: Frame;
  private readonly tables: Tables;

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

  // ── value ──────────────────────────────────────────────────────────────────────────────────────────────────────

  value(e: Ex): void {
    switch (e.k) {
      case 'const':
        return isWide(e.type) ? this.em(e, op.CONST2, e.low, e.high) : this.em(e, op.CONST, e.low);
      case 'string':
        return this.em(e, op.GLOBAL, this.tables.string(e.text));
      case 'function':
        assert(e.fn.index >= 0, `${e.fn.name} has code`);
        return this.em(e, op.CONST, e.fn.index + 1);
      case 'vtable':
        return this.em(e, op.GLOBAL, this.tables.vtable(e.cls));
      case 'load':
        return this.load(e);
      case 'addressOf':
        return this.address(e.place);
      case 'postStep':
        return this.postStep(e);
      case 'unary':
        return this.unary(e);
      case 'binary':
        this.operand(e.left);
        this.operand(e.right);
        if (this.decisive.has(e)) this.compared.push(this.comparison(e));
        this.em(e, opcodeFor(e.op, e.left.type));
        if (isFloat(e.type)) this.convert(DOUBLE, e.type, e.span);
        return;
      case 'pointerAdd':
        this.value(e.pointer);
        this.value(e.index);
        if (e.negate) this.em(e, op.NEG);
        return this.em(e, op.OFFSET, this.elementWords(e.pointer.type));
      case 'pointerDiff':
        this.value(e.left);
        this.value(e.right);
        return this.em(e, op.DISTANCE, this.elementWords(e.left.type));
      case 'logical':
        return this.logical(e);
      case 'conditional':
        return this.branch(e, (x) => this.full(x.span, () => this.value(x)));
      case 'comma':
        this.effect(e.left);
        return this.value(e.right);
      case 'convert':
        this.value(e.arg);
        return this.convert(e.arg.type, e.type, e.span);
      case 'call':
      case 'callPointer':
      case 'callVirtual':
        return this.call(e, null);
      case 'op':
        for (const a of e.args) this.value(a);
        return this.em(
          e,
          e.opcode,
          ...e.operands.map((o) => (typeof o === 'number' ? o : this.tables.type(o.typeId))),
        );
      case 'print':
        return this.print(e);
      case 'assert':
        return this.assert(e);
      case 'initialize':
        return this.initialize(e.place, e.init, e.span);
      case 'new':
        return this.allocate(e);
      case 'throw':
        this.value(e.call);
        return this.em(e, op.TRAP, FAULT_TERMINATE, this.tables.text('throw returned'));
      case 'thrownType':
        return this.em(e, op.CONST, this.tables.thrown(e.of));
      case 'nothing':
        return;
      case 'endStatics':
        return endStatics(this.out, this.tables.statics);
      default:
        // A place or a class prvalue asked for its value: only void contexts get here with classes.
        if (resultWords(e.type) > 0) {
          this.address(e);
          return this.em(e, isWide(e.type) ? op.LOAD2 : op.LOAD);
        }
        return this.effect(e);
    }
  }

  private print(e: Extract<Ex, { k: 'print' }>): void {
    let words = 0;
    for (const a of e.args) {
      this.value(a);
      words += wordsOf(a.type);
    }
    this.em(e, op.PRINT, this.tables.text(e.format), words);
    return this.em(e, op.CONST, 0);
  }

  private assert(e: Extract<Ex, { k: 'assert' }>): void {
    const { out } = this;
    const ok = out.label();
    const { decisive, compared } = this;
    this.decisive = new Set(comparisonsOf(e.cond));
    this.compared = [];
    this.full(e.span, () => this.value(e.cond));
    this.jump(e, op.JNZ, ok);
    this.comparisons.push(...this.compared.map((each) => ({ ...each, trap: out.pc })));
    this.decisive = decisive;
    this.compared = compared;
    this.em(e, op.TRAP, e.fault, this.tables.text(e.text));
    return out.place(ok);
  }

  private allocate(e: Extract<Ex, { k: 'new' }>): void {
    const { init, storage } = e;
    const slot = this.frame.scratch();
    if (storage === null) this.em(e, op.NEW, this.tables.type(e.of));
    else this.value(storage.pointer);
    this.em(e, op.SET, slot);
    if (storage?.owned === false) {
      this.em(e, op.GET, slot);
      this.em(e, op.BIRTH, wordsOf(e.of));
    }
    const construct = (): void => {
      if (init !== null) this.into(init, () => this.em(e, op.GET, slot));
    };
    const giveBack = (): void => {
      this.em(e, op.GET, slot);
      this.em(e, op.FREE);
    };
    if (storage?.owned === false) construct();
    else this.frame.guarded(e.span, giveBack, construct);
    return this.em(e, op.GET, slot);
  }

  private load(e: Extract<Ex, { k: 'load' }>): void {
    const p = e.place;
    const target = promoted(p);
    if (target !== null) {
      if (p.k !== 'local') this.effect(p);
      return this.em(e, isWide(p.type) ? op.GET2 : op.GET, target);
    }
    this.address(p);
    this.em(e, isWide(e.type) ? op.LOAD2 : op.LOAD);
  }
  /** A float is computed with as a double. */
  private operand(e: Ex): void {
    this.value(e);
    if (e.type.plain === FLOAT) this.convert(FLOAT, DOUBLE, e.span);
  }
  private unary(e: Extract<Ex, { k: 'unary' }>): void {
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
  private comparison({ left, right }: Extract<Ex, { k: 'binary' }>): Omit<Comparison, 'trap'> {
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
  private classComparison(e: Ex): Omit<Comparison, 'trap'>[] {
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
  private logical(e: Extract<Ex, { k: 'logical' }>): void {
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
  private branch(e: Extract<Ex, { k: 'conditional' }>, run: (x: Ex) => void): void {
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
  convert(from: Type, to: Type, span: Span): void {
    const { out } = this;
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
  private convertFloat(from: Type, to: Type): void {
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
  private elementWords(t: Type): number {
    return t.kind === 'pointer' ? Math.max(1, wordsOf(t.to)) : 1;
  }

  // ── address ────────────────────────────────────────────────────────────────────────────────────────────────────

  address(e: Ex): void {
    switch (e.k) {
      case 'typeInfo':
        return this.em(e, op.GLOBAL, this.tables.typeInfo(e.of));
      case 'local':
        return this.em(e, op.FRAME, e.v.slot);
      case 'global':
        return this.global(e, e.g, 0);
      case 'deref':
        this.value(e.pointer);
        if (e.check) this.em(e, op.NONNULL);
        return;
      case 'field':
        if (e.object.k === 'local') return this.em(e, op.FRAME, e.object.v.slot + e.offset);
        if (e.object.k === 'global') return this.global(e, e.object.g, e.offset);
        this.address(e.object);
        if (e.offset > 0) this.em(e, op.FIELD, e.offset);
        return;
      case 'element':
        this.address(e.array);
        this.value(e.index);
        return this.em(e, op.INDEX, wordsOf(e.type), e.length);
      case 'temporary': {
        // Bound to a reference, it was made before.
        if (this.frame.holds(e.v)) return this.em(e, op.FRAME, e.v.slot);
        const slot = this.frame.declare(e.v);
        this.em(e, op.STORAGE_LIVE, slot, wordsOf(e.v.type));
        this.into(e.init, () => this.em(e, op.FRAME, slot));
        this.frame.born(e.v);
        return this.em(e, op.FRAME, slot);
      }
      case 'assign': {
        const push = this.rightFirst(e.value, e.place);
        this.address(e.place);
        this.em(e, op.DUP, 1);
        push();
        return this.em(e, isWide(e.place.type) ? op.STORE2 : op.STORE);
      }
      case 'opAssign': {
        const push = this.rightFirst(e.value, e.place);
        this.address(e.place);
        this.em(e, op.DUP, 1);
        return this.update(e, () => this.apply(e, push));
      }
      case 'preStep':
        this.address(e.place);
        this.em(e, op.DUP, 1);
        return this.update(e, () => this.addStep(e.place.type, e.by, e.span));
      case 'copy': {
        const push = this.rightFirst(addressOf(e.from), e.to);
        this.address(e.to);
        this.em(e, op.DUP, 1);
        push();
        return this.em(e, op.COPY, wordsOf(e.type));
      }
      case 'throw':
        return this.value(e);
      case 'conditional':
        return this.branch(e, (x) => this.address(x));
      case 'comma':
        this.effect(e.left);
        return this.address(e.right);
      case 'string':
        return this.em(e, op.GLOBAL, this.tables.string(e.text));
      default: {
        // A prvalue whose address is wanted for the moment (the object of a call): scratch storage.
        const words = wordsOf(e.type);
        const slot = this.frame.scratch(words);
        this.em(e, op.STORAGE_LIVE, slot, words);
        this.into(e, () => this.em(e, op.FRAME, slot));
        return this.em(e, op.FRAME, slot);
      }
    }
  }
  private global(e: Ex, g: GlobalVar, part: number): void {
    if (g.threadLocal) return this.em(e, op.THREADLOCAL, g.offset + part, this.tables.threadWords);
    this.em(e, op.GLOBAL, g.offset + part);
  }
  /** With an address on the stack: read, change, write back; the address is used up. */
  private update(e: Extract<Ex, { k: 'opAssign' | 'preStep' }>, change: () => void): void {
    const wide = isWide(e.place.type);
    this.em(e, op.DUP, 1);
    this.em(e, wide ? op.LOAD2 : op.LOAD);
    change();
    this.em(e, wide ? op.STORE2 : op.STORE);
  }
  private apply(e: Extract<Ex, { k: 'opAssign' }>, push: () => void): void {
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
  private rightFirst(value: Ex, place: Ex): () => void {
    if (isFixed(place) || (!acts(value) && !acts(place))) return () => this.value(value);
    return this.kept(value);
  }
  private kept(value: Ex): () => void {
    const wide = isWide(value.type);
    const slot = this.frame.scratch(wide ? 2 : 1);
    this.value(value);
    this.em(value, wide ? op.SET2 : op.SET, slot);
    return () => this.em(value, wide ? op.GET2 : op.GET, slot);
  }
  private addStep(t: Type, by: number, span: Span): void {
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
  private postStep(e: Extract<Ex, { k: 'postStep' }>): void {
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

  // ── into a destination ─────────────────────────────────────────────────────────────────────────────────────────

  into(e: Ex, to: Destination): void {
    switch (e.k) {
      case 'throw':
        return this.value(e);
      case 'construct':
        to();
        for (const a of e.args) this.value(a);
        this.out.span = e.span;
        return this.callFn(e.fn);
      case 'call':
      case 'callPointer':
      case 'callVirtual':
        if (e.type.kind === 'class') return this.call(e, to);
        return this.storeInto(e, to);
      case 'aggregate':
        return this.aggregate(e, to);
      case 'bitCopy':
        to();
        this.address(e.from);
        return this.em(e, op.COPY, wordsOf(e.type));
      case 'fill':
        for (let i = 0; i < e.count; i++) this.into(e.init, this.offset(to, i * wordsOf(e.of), e));
        return;
      case 'conditional':
        if (e.type.kind !== 'class') return this.storeInto(e, to);
        return this.branch(e, (x) => this.full(x.span, () => this.into(x, to)));
      case 'comma':
        this.effect(e.left);
        return this.into(e.right, to);
      default:
        if (e.type.kind === 'class' || e.type.kind === 'array') {
          assert(ADDRESSED.has(e.k), () => `a ${e.k} gives no ${e.type.key}`);
          to();
          this.address(e);
          return this.em(e, op.COPY, wordsOf(e.type));
        }
        return this.storeInto(e, to);
    }
  }
  private storeInto(e: Ex, to: Destination): void {
    to();
    this.value(e);
    this.em(e, isWide(e.type) ? op.STORE2 : op.STORE);
  }
  private offset(to: Destination, by: number, e: Ex): Destination {
    if (by === 0) return to;
    return () => {
      to();
      this.em(e, op.FIELD, by);
    };
  }
  private aggregate(e: Extract<Ex, { k: 'aggregate' }>, to: Destination): void {
    const covered = new Set<number>();
    for (const p of e.parts)
      for (let i = 0; i < Math.max(1, wordsOf(p.init.type)); i++) covered.add(p.offset + i);
    if (e.zero) {
      for (let i = 0; i < wordsOf(e.type); i++) {
        if (covered.has(i)) continue;
        this.offset(to, i, e)();
        this.em(e, op.CONST, 0);
        this.em(e, op.STORE);
      }
    }
    this.parts(e, e.parts, to);
  }
  /** Each part in order; the first ones end if a later one throws. */
  private parts(e: Ex, parts: readonly Part[], to: Destination): void {
    const [first, ...rest] = parts;
    if (first === undefined) return;
    const at = this.offset(to, first.offset, e);
    this.into(first.init, at);
    const { destroy } = first;
    if (destroy === undefined || destroy === null || rest.length === 0) return this.parts(e, rest, to);
    const undo = (): void => {
      at();
      this.callFn(destroy);
    };
    this.frame.guarded(e.span, undo, () => this.parts(e, rest, to));
  }
  /** Constructs into a place: its address is computed once unless that is as cheap as remembering it. */
  initialize(place: Ex, init: Ex, span: Span): void {
    if (isSimple(place)) return this.into(init, () => this.address(place));
    const slot = this.frame.scratch();
    this.address(place);
    this.out.span = span;
    this.out.emit(op.SET, slot);
    this.into(init, () => this.out.emit(op.GET, slot));
  }

  // ── effects only ───────────────────────────────────────────────────────────────────────────────────────────────

  effect(e: Ex): void {
    switch (e.k) {
      case 'throw':
        return this.value(e);
      case 'assign': {
        const target = promoted(e.place);
        if (target !== null) {
          this.value(e.value);
          return this.em(e, isWide(e.place.type) ? op.SET2 : op.SET, target);
        }
        const push = this.rightFirst(e.value, e.place);
        this.address(e.place);
        push();
        return this.em(e, isWide(e.place.type) ? op.STORE2 : op.STORE);
      }
      case 'opAssign':
      case 'preStep':
      case 'postStep': {
        const wide = isWide(e.place.type);
        const target = promoted(e.place);
        const push =
          e.k !== 'opAssign'
            ? null
            : target !== null && acts(e.value)
              ? this.kept(e.value)
              : this.rightFirst(e.value, e.place);
        const change = (): void =>
          e.k === 'opAssign' && push !== null
            ? this.apply(e, push)
            : this.addStep(e.place.type, e.k === 'opAssign' ? 0 : e.by, e.span);
        if (target !== null) {
          this.em(e, wide ? op.GET2 : op.GET, target);
          change();
          return this.em(e, wide ? op.SET2 : op.SET, target);
        }
        this.address(e.place);
        this.em(e, op.DUP, 1);
        this.em(e, wide ? op.LOAD2 : op.LOAD);
        change();
        return this.em(e, wide ? op.STORE2 : op.STORE);
      }
      case 'copy': {
        const push = this.rightFirst(addressOf(e.from), e.to);
        this.address(e.to);
        push();
        return this.em(e, op.COPY, wordsOf(e.type));
      }
      case 'comma':
        this.effect(e.left);
        return this.effect(e.right);
      case 'conditional':
        return this.branch(e, (x) => this.full(x.span, () => this.effect(x)));
      case 'nothing':
        return;
      case 'endStatics':
        return endStatics(this.out, this.tables.statics);
      case 'temporary':
        this.address(e);
        return this.em(e, op.DROP, 1);
      default:
        break;
    }
    if (e.cat !== 'p') {
      // A place evaluated for nothing: its address may have effects (a call that returns a reference).
      if (e.k === 'local' || e.k === 'global') return;
      this.address(e);
      return this.em(e, op.DROP, 1);
    }
    if (e.type.kind === 'class') {
      this.address(e);
      return this.em(e, op.DROP, 1);
    }
    this.value(e);
    const words = resultWords(e.type);
    if (words > 0) this.em(e, op.DROP, words);
  }

  // ── calls ──────────────────────────────────────────────────────────────────────────────────────────────────────

  private call(e: Extract<Ex, { k: 'call' | 'callPointer' | 'callVirtual' }>, to: Destination | null): void {
    if (e.type.kind === 'class' && to === null) {
      const slot = this.frame.scratch(wordsOf(e.type));
      this.em(e, op.STORAGE_LIVE, slot, wordsOf(e.type));
      return this.call(e, () => this.em(e, op.FRAME, slot));
    }
    if (e.k === 'callVirtual') return this.callVirtual(e, to);
    to?.();
    const [left, right] = e.args;
    if (e.k === 'call' && e.rightFirst === true && left !== undefined && right !== undefined) {
      const push = this.rightFirst(right, left);
      this.value(left);
      push();
    } else for (const a of e.args) this.value(a);
    this.out.span = e.span;
    if (this.decisive.has(e)) this.compared.push(...this.classComparison(e));
    if (e.k === 'call') {
      if (e.fn.library && e.fn.name === 'pthread_create') this.nameThread(startedThread(e.args[0]));
      return this.callFn(e.fn);
    }
    this.value(e.callee);
    this.em(e, op.CALLPTR, this.argWords(e.args) + (to === null ? 0 : 1));
  }
  private callVirtual(e: Extract<Ex, { k: 'callVirtual' }>, to: Destination | null): void {
    const [self, ...rest] = e.args;
    assert(self !== undefined, 'a virtual call has an object');
    const first = rest[0];
    const push = e.rightFirst === true && first !== undefined ? this.rightFirst(first, self) : null;
    const slot = this.frame.scratch();
    this.value(self);
    this.em(e, op.NONNULL);
    this.em(e, op.SET, slot);
    to?.();
    this.em(e, op.GET, slot);
    if (push !== null) push();
    else for (const a of rest) this.value(a);
    this.em(e, op.GET, slot);
    this.em(e, op.LOAD);
    if (e.slot > 0) this.em(e, op.FIELD, e.slot);
    this.em(e, op.LOAD);
    this.em(e, op.CALLPTR, this.argWords(e.args) + (to === null ? 0 : 1));
  }
  private argWords(args: readonly Ex[]): number {
    return args.reduce((n, a) => n + wordsOf(a.type), 0);
  }
  callFn(fn: Fn): void {
    assert(fn.index >= 0, `${fn.name} has code`);
    this.nameThread(this.threadName);
    this.out.emit(op.CALL, fn.index);
  }
  /** The name of the threads that the call starts which comes next. */
  private nameThread(name: string): void {
    if (name !== '') this.threadNames.push([this.out.pc, name]);
  }

  private em(e: { readonly span: Span }, opcode: number, ...operands: number[]): void {
    this.out.span = e.span;
    this.out.emit(opcode, ...operands);
  }
  private jump(e: { readonly span: Span }, opcode: number, to: Parameters<Emitter['jump']>[1]): void {
    this.out.span = e.span;
    this.out.jump(opcode, to);
  }
}
