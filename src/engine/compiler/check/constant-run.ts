/**
 * A run of constexpr functions at compile time ([expr.const]), on the typed tree: statements, expressions, and objects in storage of words, as
 * the machine has them. What is only known when the program runs ends it.
 */
import * as op from '../../bytecode/opcodes';
import type { Ex, Fn, GlobalVar, LocalVar, Stm } from '../typed';
import * as b from './build';
import {
  type Address,
  address,
  compared,
  Endless,
  held,
  isConstArray,
  moved,
  type Storage,
  stepped,
  stride,
  Unknown,
  unknown,
  type Value,
} from './constant-values';
import { isScalar, type Type, wordsOf } from './types';

/** Calls in calls; g++ takes 512. */
const MOST_CALLS = 512;

type Frame = Map<LocalVar, Storage>;
/** How a statement ended: it went on, left a loop or a switch, began its next round, or returned a value. */
type Outcome = 'next' | 'break' | 'continue' | { readonly value: Value };

export class ConstantRun {
  static readonly mostCalls = MOST_CALLS;
  private frame: Frame = new Map();
  private steps = 0;
  private depth = 0;
  private readonly most: number;
  /** Objects too, and functions of the library that do not say constexpr: only for what must be a constant. */
  private readonly whole: boolean;
  private readonly globals = new Map<GlobalVar, Storage>();
  private readonly texts = new Map<string, Storage>();
  /** Where the object that the present function returns is made. */
  private result: Address | null = null;

  constructor(most: number, whole: boolean) {
    this.most = most;
    this.whole = whole;
  }

  private step(): void {
    if (++this.steps > this.most) throw new Endless();
  }

  // ── values ─────────────────────────────────────────────────────────────────────────────────────────────────────

  value(e: Ex): Value {
    this.step();
    switch (e.k) {
      case 'const':
        return b.constantValue(e) ?? 0n;
      case 'string':
        return { of: this.text(e.text), at: 0 };
      case 'load':
        return this.load(this.place(e.place), e.type);
      case 'addressOf':
        return this.place(e.place);
      case 'convert':
        return this.converted(this.value(e.arg), e.type);
      case 'unary': {
        const v = b.unary(e.op, this.number(e.arg), e.span);
        return b.constantValue(v) ?? unknown();
      }
      case 'binary':
        return this.binary(e);
      case 'pointerAdd': {
        const n = Number(this.value(e.index)) * stride(e.pointer.type);
        return moved(this.value(e.pointer), e.negate ? -n : n);
      }
      case 'pointerDiff': {
        const [left, right] = [address(this.value(e.left)), address(this.value(e.right))];
        if (left.of !== right.of) throw new Unknown();
        return BigInt((left.at - right.at) / stride(e.left.type));
      }
      case 'logical': {
        const left = this.isTrue(e.left);
        if (left === (e.op === '||')) return left ? 1n : 0n;
        return this.value(e.right);
      }
      case 'conditional':
        return this.value(this.isTrue(e.cond) ? e.then : e.else);
      case 'comma':
        this.effect(e.left);
        return this.value(e.right);
      case 'assign':
      case 'opAssign':
      case 'preStep':
        return this.load(this.place(e), e.type);
      case 'postStep': {
        const at = this.place(e.place);
        const before = this.load(at, e.place.type);
        this.store(at, stepped(before, e.by, e.place.type), e.place.type);
        return before;
      }
      case 'call':
        return this.call(e.fn, e.args, null);
      case 'op':
        return this.operation(e);
      case 'assert':
        return this.isTrue(e.cond) ? 0n : unknown();
      case 'initialize':
        this.into(e.init, this.place(e.place));
        return 0n;
      case 'nothing':
        return e.set === undefined ? 0n : unknown();
      default:
        throw new Unknown();
    }
  }
  private effect(e: Ex): void {
    if (e.type.kind !== 'class' && e.type.kind !== 'array') this.value(e);
    else if (e.cat === 'p') this.into(e, { of: [], at: 0 });
    else this.place(e);
  }
  private number(e: Ex): Ex {
    const v = this.value(e);
    return typeof v === 'object' ? unknown() : b.constant(e.type, v, e.span);
  }
  private binary(e: Extract<Ex, { k: 'binary' }>): Value {
    if (e.left.type.kind === 'pointer') return compared(e.op, this.value(e.left), this.value(e.right));
    const left = this.number(e.left);
    return b.constantValue(b.binary(e.op, left, this.number(e.right), e.type, e.span)) ?? unknown();
  }
  private isTrue(e: Ex): boolean {
    const v = this.value(e);
    return v !== 0n && v !== 0;
  }
  private converted(v: Value, to: Type): Value {
    if (typeof v !== 'object') return held(v, to);
    return to.kind === 'pointer' ? v : to.kind === 'bool' ? 1n : unknown();
  }
  /** Of instructions only the check of an index is known. */
  private operation(e: Extract<Ex, { k: 'op' }>): Value {
    const [index, count] = e.args;
    if (e.opcode !== op.BOUNDS || index === undefined || count === undefined) throw new Unknown();
    const i = Number(this.value(index));
    return i >= 0 && i < Number(this.value(count)) ? 0n : unknown();
  }

  // ── places ─────────────────────────────────────────────────────────────────────────────────────────────────────

  private place(e: Ex): Address {
    this.step();
    switch (e.k) {
      case 'local':
        return { of: this.frame.get(e.v) ?? unknown(), at: 0 };
      case 'global':
        return { of: this.global(e.g), at: 0 };
      case 'deref':
        return address(this.value(e.pointer));
      case 'field':
        return moved(this.place(e.object), e.offset);
      case 'element': {
        const array = this.place(e.array);
        const i = Number(this.value(e.index));
        if (i < 0 || (e.length > 0 && i >= e.length)) throw new Unknown();
        return moved(array, i * wordsOf(e.type));
      }
      case 'temporary': {
        const made: Address = { of: [], at: 0 };
        this.frame.set(e.v, made.of);
        this.into(e.init, made);
        return made;
      }
      case 'assign': {
        // The right side comes first ([expr.ass]/1).
        const v = this.value(e.value);
        const at = this.place(e.place);
        this.store(at, v, e.place.type);
        return at;
      }
      case 'opAssign': {
        if (e.at.kind === 'pointer') throw new Unknown();
        const right = this.number(e.value);
        const at = this.place(e.place);
        const before = this.load(at, e.place.type);
        if (typeof before === 'object') throw new Unknown();
        const left = b.convertScalar(b.constant(e.place.type, before, e.span), e.at, e.span);
        const v = b.constantValue(b.binary(e.op, left, right, e.at, e.span)) ?? unknown();
        this.store(at, v, e.place.type);
        return at;
      }
      case 'preStep': {
        const at = this.place(e.place);
        this.store(at, stepped(this.load(at, e.place.type), e.by, e.place.type), e.place.type);
        return at;
      }
      case 'copy': {
        const [to, from] = [this.place(e.to), this.place(e.from)];
        this.copy(to, from, wordsOf(e.type));
        return to;
      }
      case 'conditional':
        return this.place(this.isTrue(e.cond) ? e.then : e.else);
      case 'comma':
        this.effect(e.left);
        return this.place(e.right);
      default: {
        // A value that somebody looks into.
        const made: Address = { of: [], at: 0 };
        this.into(e, made);
        return made;
      }
    }
  }
  private load({ of, at }: Address, type: Type): Value {
    const v = of[at];
    if (v === undefined) throw new Unknown();
    return type.kind === 'float' && typeof v === 'bigint' ? Number(v) : v;
  }
  private store({ of, at }: Address, v: Value, type: Type): void {
    of[at] = typeof v === 'object' ? v : held(v, type);
  }
  private copy(to: Address, from: Address, words: number): void {
    for (let i = 0; i < words; i++) {
      const v = from.of[from.at + i];
      if (v === undefined) delete to.of[to.at + i];
      else to.of[to.at + i] = v;
    }
  }
  /** Of a constant, what it is initialised with. */
  private global(g: GlobalVar): Storage {
    const known = this.globals.get(g);
    if (known !== undefined) return known;
    const isScalarConstant = g.init?.k === 'const';
    if (!g.type.isConst && g.type.kind !== 'array') throw new Unknown();
    if (g.init === null || (!this.whole && !isScalarConstant)) throw new Unknown();
    if (g.type.kind === 'array' && !isConstArray(g.type)) throw new Unknown();
    const made: Storage = [];
    const outer = this.frame;
    this.frame = new Map();
    this.into(g.init, { of: made, at: 0 });
    this.frame = outer;
    this.globals.set(g, made);
    return made;
  }
  private text(text: string): Storage {
    let made = this.texts.get(text);
    if (made === undefined) {
      made = [...text, '\0'].map((c) => BigInt(c.codePointAt(0) ?? 0));
      this.texts.set(text, made);
    }
    return made;
  }

  // ── objects ────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Makes what the expression is at the address. */
  private into(e: Ex, to: Address): void {
    this.step();
    switch (e.k) {
      case 'construct':
        this.call(e.fn, e.args, to, true);
        return;
      case 'aggregate':
        if (e.zero) for (let i = 0; i < wordsOf(e.type); i++) to.of[to.at + i] = 0n;
        for (const part of e.parts) this.into(part.init, moved(to, part.offset));
        return;
      case 'bitCopy':
        return this.copy(to, this.place(e.from), wordsOf(e.type));
      case 'fill':
        for (let i = 0; i < e.count; i++) this.into(e.init, moved(to, i * wordsOf(e.of)));
        return;
      case 'call':
        if (e.type.kind !== 'class') break;
        this.call(e.fn, e.args, to);
        return;
      case 'conditional':
        return this.into(this.isTrue(e.cond) ? e.then : e.else, to);
      case 'comma':
        this.effect(e.left);
        return this.into(e.right, to);
    }
    if (e.type.kind !== 'class' && e.type.kind !== 'array') this.store(to, this.value(e), e.type);
    else if (e.cat === 'p') throw new Unknown();
    else this.copy(to, this.place(e), wordsOf(e.type));
  }

  // ── functions and statements ───────────────────────────────────────────────────────────────────────────────────

  /** `to`: the object that is constructed, or where the result goes. */
  private call(fn: Fn, args: readonly Ex[], to: Address | null, constructs = false): Value {
    fn.check();
    const { body } = fn;
    if (body === null || !this.mayRun(fn)) throw new Unknown();
    const inner: Frame = new Map();
    const values = args.map((a): Value => this.value(a));
    const given = constructs && to !== null ? [to, ...values] : values;
    fn.params.forEach((p, i) => {
      const v = given[i];
      if (v !== undefined) inner.set(p, [isScalar(p.type) && typeof v !== 'object' ? held(v, p.type) : v]);
    });
    if (++this.depth > MOST_CALLS) throw new Endless();
    const outer = { frame: this.frame, result: this.result };
    this.frame = inner;
    this.result = to;
    const end = this.run(body);
    Object.assign(this, outer);
    this.depth--;
    return typeof end === 'object' ? end.value : 0n;
  }
  private mayRun(fn: Fn): boolean {
    const isConstexpr = fn.entity?.decl.isConstexpr === true;
    if (this.whole) return isConstexpr || fn.library || fn.entity === null || fn.cls?.isLambda === true;
    return isConstexpr && !fn.hasThis && fn.paramTypes.every((t) => isScalar(t) && t.kind !== 'reference');
  }

  private run(s: Stm): Outcome {
    this.step();
    switch (s.k) {
      case 'expr':
        this.effect(s.e);
        return 'next';
      case 'var': {
        const made: Storage = [];
        this.frame.set(s.v, made);
        if (s.init !== null) this.into(s.init, { of: made, at: 0 });
        return 'next';
      }
      case 'init':
        this.into(s.init, this.place(s.place));
        return 'next';
      case 'guarded':
        return this.run(s.body);
      case 'destroy':
        return 'next';
      case 'block':
      case 'group':
        return this.all(s.body);
      case 'if':
        if (this.isTrue(s.cond)) return this.run(s.then);
        return s.else === null ? 'next' : this.run(s.else);
      case 'switch': {
        const v = this.value(s.value);
        const from = s.cases.find((c) => c.value === v) ?? s.cases.find((c) => c.value === null);
        const end = from === undefined ? 'next' : this.all(s.body.slice(from.at));
        return end === 'break' ? 'next' : end;
      }
      case 'loop':
        return this.loop(s);
      case 'return':
        return { value: s.value === null ? 0n : this.returned(s.value) };
      case 'break':
      case 'continue':
        return s.k;
      default:
        throw new Unknown();
    }
  }
  private returned(e: Ex): Value {
    if (e.type.kind !== 'class') return this.value(e);
    this.into(e, this.result ?? unknown());
    return 0n;
  }
  private all(list: readonly Stm[]): Outcome {
    for (const s of list) {
      const end = this.run(s);
      if (end !== 'next') return end;
    }
    return 'next';
  }
  private loop(s: Extract<Stm, { k: 'loop' }>): Outcome {
    for (let first = !s.testFirst; ; first = false) {
      if (!first && s.cond !== null && !this.isTrue(s.cond)) return 'next';
      const end = this.run(s.body);
      if (typeof end === 'object') return end;
      if (end === 'break') return 'next';
      if (s.step !== null) this.effect(s.step);
    }
  }
}
