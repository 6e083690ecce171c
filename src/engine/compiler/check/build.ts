/** Small constructors of typed expressions, with constant folding. No lookup, no conversion: those are in convert.ts and operators.ts. */
import { numberOf, putNumber, singleBits, singleOf } from '../../../base/float';
import type { Span } from '../../bytecode/program';
import type { BinaryOp, Category, Ex, Fn, GlobalVar, LocalVar, OperandType } from '../typed';
import {
  asNumber,
  BOOL,
  baseOffset,
  type ClassInfo,
  dereferenced,
  INT,
  isUnsigned,
  isWide,
  pointerTo,
  type Type,
  VOID,
  withConst,
} from './types';

/** What a constant is to the compiler: a whole number, or for float and double a number. */
export type Value = bigint | number;

export function constant(type: Type, value: Value, span: Span): Ex {
  const [low, high] = wordsFor(type, value);
  return { k: 'const', type: type.plain, cat: 'p', span, low, high };
}
/** The value as the type holds it. */
function wordsFor(t: Type, value: Value): readonly [low: number, high: number] {
  if (t.kind === 'float') {
    if (t.bits === 32) return [singleBits(Number(value)), 0];
    const words = new Int32Array(2);
    putNumber(words, 0, Number(value));
    return [words[0] ?? 0, words[1] ?? 0];
  }
  const v = wrap(value, t);
  return [Number(BigInt.asIntN(32, v)), Number(BigInt.asIntN(32, v >> 32n))];
}
function wrap(value: Value, t: Type): bigint {
  if (t.kind === 'bool') return value === 0n || value === 0 ? 0n : 1n;
  const v = typeof value === 'bigint' ? value : BigInt(Math.trunc(value));
  const whole = asNumber(t);
  if (whole.kind !== 'int') return v;
  return whole.signed ? BigInt.asIntN(whole.bits, v) : BigInt.asUintN(whole.bits, v);
}
export function constantValue(e: Ex): Value | null {
  if (e.k !== 'const') return null;
  if (e.type.kind === 'float') return e.type.bits === 32 ? singleOf(e.low) : numberOf(e.low, e.high);
  if (isWide(e.type)) {
    const v = (BigInt(e.high) << 32n) | BigInt(e.low >>> 0);
    return isUnsigned(e.type) ? BigInt.asUintN(64, v) : v;
  }
  const whole = asNumber(e.type);
  return whole.kind === 'int' && !whole.signed ? BigInt(e.low >>> 0) : BigInt(e.low);
}
export const int = (value: number, span: Span): Ex => constant(INT, BigInt(value), span);
export const bool = (value: boolean, span: Span): Ex => constant(BOOL, value ? 1n : 0n, span);

export const load = (place: Ex): Ex => ({
  k: 'load',
  type: place.type.plain,
  cat: 'p',
  span: place.span,
  place,
});
export const addressOf = (place: Ex): Ex => {
  if (place.k === 'deref' && !place.check) return place.pointer;
  markAddressed(place);
  return { k: 'addressOf', type: pointerTo(place.type), cat: 'p', span: place.span, place };
};
export const deref = (pointer: Ex, cat: Category = 'l', check = false): Ex => ({
  k: 'deref',
  type: pointer.type.kind === 'pointer' ? pointer.type.to : VOID,
  cat,
  span: pointer.span,
  pointer,
  check,
});
/** The variable as a place; a reference is what it refers to, a by-value class argument what its slot points to. */
export function local(v: LocalVar, span: Span): Ex {
  const t = v.type;
  const slot: Ex = {
    k: 'local',
    v,
    type: t.kind === 'reference' || v.indirect ? pointerTo(dereferenced(t)) : t,
    cat: 'l',
    span,
  };
  return t.kind === 'reference' || v.indirect ? deref(load(slot)) : slot;
}
/** The global as a place; a reference is what it refers to. */
export function globalPlace(g: GlobalVar, span: Span): Ex {
  const t = g.type;
  if (t.kind !== 'reference') return { k: 'global', g, type: t, cat: 'l', span };
  return deref(load({ k: 'global', g, type: pointerTo(t.to), cat: 'l', span }));
}
export const withCat = (e: Ex, cat: Category): Ex => ({ ...e, cat });
export const field = (object: Ex, name: string, type: Type, offset: number, span: Span): Ex => ({
  k: 'field',
  type,
  cat: object.cat === 'p' ? 'x' : object.cat,
  span,
  object,
  offset,
  name,
});
/** The same object seen as one of its base classes. */
export const asBase = (object: Ex, base: ClassInfo): Ex => ({
  k: 'field',
  type: withConst(base.type, object.type.isConst),
  cat: object.cat,
  span: object.span,
  object,
  offset: object.type.kind === 'class' ? Math.max(0, baseOffset(object.type.info, base)) : 0,
  name: '',
});
export const op = (
  opcode: number,
  operands: readonly (number | OperandType)[],
  args: readonly Ex[],
  type: Type,
  span: Span,
): Ex => ({ k: 'op', opcode, operands, args, type, cat: 'p', span });
export const nothing = (span: Span): Ex => ({ k: 'nothing', type: VOID, cat: 'p', span });
export const comma = (left: Ex, right: Ex): Ex => ({
  k: 'comma',
  left,
  right,
  type: right.type,
  cat: right.cat,
  span: right.span,
});

/** Its address escapes: the variable must live in memory. */
export function markAddressed(place: Ex): void {
  if (place.k === 'local') place.v.addressed = true;
  else if (place.k === 'field') markAddressed(place.object);
  else if (place.k === 'element') markAddressed(place.array);
  else if (place.k === 'assign' || place.k === 'opAssign' || place.k === 'preStep')
    markAddressed(place.place);
  else if (place.k === 'conditional') {
    markAddressed(place.then);
    markAddressed(place.else);
  } else if (place.k === 'comma') markAddressed(place.right);
}

/** Operands of one type; comparison gives bool. */
const results = new WeakSet<Ex>();
function computed(e: Ex): Ex {
  results.add(e);
  return e;
}
/** Is the constant a result of others, and no literal? A 0 of that kind is no null pointer ([conv.ptr]). */
export const isComputed = (e: Ex): boolean => results.has(e);

export function binary(op: BinaryOp, left: Ex, right: Ex, type: Type, span: Span): Ex {
  const a = constantValue(left);
  const b = constantValue(right);
  if (a !== null && b !== null) {
    const v =
      typeof a === 'number' || typeof b === 'number' ? foldFloat(op, Number(a), Number(b)) : fold(op, a, b);
    if (v !== null) return computed(constant(type, v, span));
  }
  return { k: 'binary', op, left, right, type, cat: 'p', span };
}
/** Null where the machine must say it: a NaN has a sign. A float is rounded when it is put into its word. */
function foldFloat(op: BinaryOp, a: number, b: number): Value | null {
  switch (op) {
    case '+':
      return known(a + b);
    case '-':
      return known(a - b);
    case '*':
      return known(a * b);
    case '/':
      return known(a / b);
    default:
      return foldComparison(op, a, b);
  }
}
/** Null where `op` compares nothing. */
function foldComparison<T extends number | bigint>(op: BinaryOp, a: T, b: T): Value | null {
  switch (op) {
    case '==':
      return a === b ? 1n : 0n;
    case '!=':
      return a !== b ? 1n : 0n;
    case '<':
      return a < b ? 1n : 0n;
    case '<=':
      return a <= b ? 1n : 0n;
    case '>':
      return a > b ? 1n : 0n;
    case '>=':
      return a >= b ? 1n : 0n;
    default:
      return null;
  }
}
const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
function fold(op: BinaryOp, a: bigint, b: bigint): Value | null {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0n ? null : a / b;
    case '%':
      return b === 0n ? null : a % b;
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    case '<<':
      return b < 0n || b > 63n ? null : a << b;
    case '>>':
      return b < 0n || b > 63n ? null : a >> b;
    default:
      return foldComparison(op, a, b);
  }
}
export function unary(op: '-' | '~' | '!', arg: Ex, span: Span): Ex {
  const v = constantValue(arg);
  if (typeof v === 'number') {
    if (op === '-' && !Number.isNaN(v)) return constant(arg.type, -v, span);
  } else if (v !== null)
    return computed(
      constant(op === '!' ? BOOL : arg.type, op === '-' ? -v : op === '~' ? ~v : v === 0n ? 1n : 0n, span),
    );
  return { k: 'unary', op, arg, type: op === '!' ? BOOL : arg.type, cat: 'p', span };
}
/** Between scalar types; the machine's words change only where width or range does. */
export function convertScalar(arg: Ex, type: Type, span: Span): Ex {
  if (arg.type.plain === type.plain) return arg;
  const v = constantValue(arg);
  if (v !== null && fits(v, type)) return computed(constant(type, v, span));
  return { k: 'convert', arg, type: type.plain, cat: 'p', span };
}
/** Can the compiler say what the conversion gives? A NaN keeps its sign; what is too large for an integer is the machine's. */
function fits(v: Value, to: Type): boolean {
  if (typeof v === 'bigint') return true;
  if (Number.isNaN(v)) return false;
  return to.kind === 'float' || to.kind === 'bool' || Math.abs(v) < 2 ** 53;
}

/** A function that nobody declares or calls: what initialises globals belongs to one. */
export const undeclared = (name: string, span: Span, index: number): Fn => ({
  name,
  entity: null,
  cls: null,
  params: [],
  paramTypes: [],
  result: VOID,
  hasThis: false,
  isConst: false,
  body: null,
  state: 'checked',
  check: () => {},
  library: true,
  noexcept: false,
  span,
  index,
});
