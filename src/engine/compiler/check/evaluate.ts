/**
 * Constant expressions: calls of constexpr functions over numbers, run on the typed tree. What it cannot compute it leaves as it is;
 * only where C++ demands a constant is that a fault of the source.
 */
import { unsupported } from '../diagnostics';
import type { Ex, Fn, LocalVar, Stm } from '../typed';
import * as b from './build';
import { isScalar, type Type } from './types';

/** Thrown inside: the value depends on something that is only known when the program runs. */
class Unknown extends Error {}
/** Thrown inside: there is no end to be seen. */
class Endless extends Error {}
const MOST_STEPS = 100_000;
/** Of what must be a constant. g++ gives up after 33 million operations, or 262,144 rounds of one loop. */
const MOST_STEPS_OF_CONSTANT = 2_000_000;
/** Calls in calls; g++ takes 512. */
const MOST_CALLS = 512;

/** The expression, or its value as a constant. */
export function evaluated(e: Ex): Ex {
  try {
    return known(e, MOST_STEPS);
  } catch (error) {
    if (error instanceof Endless) return e;
    throw error;
  }
}
/** The same for the value of a constexpr variable, or another constant: an endless computation is a fault of the source. */
export function evaluatedConstant(e: Ex): Ex {
  try {
    return known(e, MOST_STEPS_OF_CONSTANT);
  } catch (error) {
    if (!(error instanceof Endless)) throw error;
    return unsupported(
      e.span,
      `a constant that takes more than ${MOST_STEPS_OF_CONSTANT} steps, or ${MOST_CALLS} calls in calls,`,
      'leave out constexpr, or end the recursion or the loop earlier',
    );
  }
}
function known(e: Ex, most: number): Ex {
  if (e.k === 'const' || !isScalar(e.type) || e.type.kind === 'pointer') return e;
  try {
    return b.constant(e.type, new Run(most).value(e), e.span);
  } catch (error) {
    if (error instanceof Unknown || error instanceof RangeError) return e;
    throw error;
  }
}

type Value = b.Value;
type Values = Map<LocalVar, Value>;
/** How a statement ended: it went on, left a loop or a switch, began its next round, or returned a value. */
type Outcome = 'next' | 'break' | 'continue' | { readonly value: Value };

class Run {
  private frame: Values = new Map();
  private steps = 0;
  private depth = 0;
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  private step(): void {
    if (++this.steps > this.most) throw new Endless();
  }
  value(e: Ex): Value {
    this.step();
    switch (e.k) {
      case 'const':
        return b.constantValue(e) ?? 0n;
      case 'load':
        return this.load(e.place);
      case 'convert':
        return held(this.value(e.arg), e.type);
      case 'unary': {
        const v = b.unary(e.op, b.constant(e.arg.type, this.value(e.arg), e.span), e.span);
        return b.constantValue(v) ?? unknown();
      }
      case 'binary': {
        const left = b.constant(e.left.type, this.value(e.left), e.span);
        const right = b.constant(e.right.type, this.value(e.right), e.span);
        const v = b.constantValue(b.binary(e.op, left, right, e.type, e.span));
        if (v === null) throw new Unknown();
        return v;
      }
      case 'logical': {
        const left = this.isTrue(e.left);
        if (left === (e.op === '||')) return left ? 1n : 0n;
        return this.value(e.right);
      }
      case 'conditional':
        return this.value(this.isTrue(e.cond) ? e.then : e.else);
      case 'comma':
        this.value(e.left);
        return this.value(e.right);
      case 'assign':
        return this.store(e.place, this.value(e.value));
      case 'opAssign': {
        if (e.at.kind === 'pointer') throw new Unknown();
        // The right side comes first ([expr.ass]/1).
        const right = b.constant(e.value.type, this.value(e.value), e.span);
        const left = b.convertScalar(b.constant(e.place.type, this.load(e.place), e.span), e.at, e.span);
        const v = b.constantValue(b.binary(e.op, left, right, e.at, e.span));
        if (v === null) throw new Unknown();
        return this.store(e.place, v);
      }
      case 'preStep':
        return this.store(e.place, stepped(this.load(e.place), e.by));
      case 'postStep': {
        const before = this.load(e.place);
        this.store(e.place, stepped(before, e.by));
        return before;
      }
      case 'call':
        return this.call(e.fn, e.args);
      case 'nothing':
        return 0n;
      default:
        throw new Unknown();
    }
  }

  private isTrue(e: Ex): boolean {
    const v = this.value(e);
    return v !== 0n && v !== 0;
  }
  private load(place: Ex): Value {
    if (place.k === 'global' && place.type.isConst && place.g.init?.k === 'const')
      return this.value(place.g.init);
    if (place.k !== 'local') return this.value(place);
    const v = this.frame.get(place.v);
    if (v === undefined) throw new Unknown();
    return v;
  }
  private store(place: Ex, v: Value): Value {
    if (place.k !== 'local') throw new Unknown();
    const value = held(v, place.type);
    this.frame.set(place.v, value);
    return value;
  }

  private call(fn: Fn, args: readonly Ex[]): Value {
    fn.check();
    const { body } = fn;
    if (fn.entity?.decl.isConstexpr !== true || fn.hasThis || body === null) throw new Unknown();
    if (!fn.paramTypes.every((t) => isScalar(t) && t.kind !== 'reference')) throw new Unknown();
    const inner: Values = new Map();
    fn.params.forEach((p, i) => {
      const a = args[i];
      if (a !== undefined) inner.set(p, this.value(a));
    });
    if (++this.depth > MOST_CALLS) throw new Endless();
    const outer = this.frame;
    this.frame = inner;
    const end = this.run(body);
    this.frame = outer;
    this.depth--;
    return typeof end === 'object' ? end.value : 0n;
  }

  private run(s: Stm): Outcome {
    this.step();
    switch (s.k) {
      case 'expr':
        this.value(s.e);
        return 'next';
      case 'var':
        if (!isScalar(s.v.type) || s.v.type.kind === 'reference') throw new Unknown();
        if (s.init !== null) this.frame.set(s.v, this.value(s.init));
        return 'next';
      case 'block':
      case 'group':
        for (const x of s.body) {
          const end = this.run(x);
          if (end !== 'next') return end;
        }
        return 'next';
      case 'if':
        if (this.isTrue(s.cond)) return this.run(s.then);
        return s.else === null ? 'next' : this.run(s.else);
      case 'loop':
        return this.loop(s);
      case 'return':
        return { value: s.value === null ? 0n : this.value(s.value) };
      case 'break':
      case 'continue':
        return s.k;
      default:
        throw new Unknown();
    }
  }
  private loop(s: Extract<Stm, { k: 'loop' }>): Outcome {
    for (let first = !s.testFirst; ; first = false) {
      if (!first && s.cond !== null && !this.isTrue(s.cond)) return 'next';
      const end = this.run(s.body);
      if (typeof end === 'object') return end;
      if (end === 'break') return 'next';
      if (s.step !== null) this.value(s.step);
    }
  }
}
const stepped = (v: Value, by: number): Value => (typeof v === 'number' ? v + by : v + BigInt(by));
function unknown(): never {
  throw new Unknown();
}
/** The value as a variable of the type holds it. */
const held = (v: Value, t: Type): Value =>
  b.constantValue(b.constant(t, v, { file: 0, start: 0, end: 0 })) ?? v;
