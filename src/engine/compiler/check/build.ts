/** Small constructors of typed expressions, with constant folding. No lookup, no conversion: those are in convert.ts and operators.ts. */
import type { Span } from '../../bytecode/program';
import type { BinaryOp, Category, Ex, GlobalVar, LocalVar, OperandType } from '../typed';
import {
  BOOL,
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

export const constant = (type: Type, value: bigint, span: Span): Ex => {
  const v = wrap(value, type);
  return {
    k: 'const',
    type: type.plain,
    cat: 'p',
    span,
    low: Number(BigInt.asIntN(32, v)),
    high: Number(BigInt.asIntN(32, v >> 32n)),
  };
};
/** The value as the type holds it. */
function wrap(v: bigint, t: Type): bigint {
  if (t.kind === 'bool') return v === 0n ? 0n : 1n;
  if (t.kind !== 'int') return v;
  return t.signed ? BigInt.asIntN(t.bits, v) : BigInt.asUintN(t.bits, v);
}
export function constantValue(e: Ex): bigint | null {
  if (e.k !== 'const') return null;
  if (isWide(e.type)) {
    const v = (BigInt(e.high) << 32n) | BigInt(e.low >>> 0);
    return isUnsigned(e.type) ? BigInt.asUintN(64, v) : v;
  }
  return e.type.kind === 'int' && !e.type.signed ? BigInt(e.low >>> 0) : BigInt(e.low);
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
/** The same object seen as its base class: bases stand at offset 0. */
export const asBase = (object: Ex, base: ClassInfo): Ex => ({
  k: 'field',
  type: withConst(base.type, object.type.isConst),
  cat: object.cat,
  span: object.span,
  object,
  offset: 0,
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
export function binary(op: BinaryOp, left: Ex, right: Ex, type: Type, span: Span): Ex {
  const a = constantValue(left);
  const b = constantValue(right);
  if (a !== null && b !== null) {
    const v = fold(op, a, b);
    if (v !== null) return constant(type, v, span);
  }
  return { k: 'binary', op, left, right, type, cat: 'p', span };
}
function fold(op: BinaryOp, a: bigint, b: bigint): bigint | null {
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
  }
}
export function unary(op: '-' | '~' | '!', arg: Ex, span: Span): Ex {
  const v = constantValue(arg);
  if (v !== null)
    return constant(
      op === '!' ? BOOL : arg.type,
      op === '-' ? -v : op === '~' ? ~v : v === 0n ? 1n : 0n,
      span,
    );
  return { k: 'unary', op, arg, type: op === '!' ? BOOL : arg.type, cat: 'p', span };
}
/** Between scalar types; the machine's words change only where width or range does. */
export function convertScalar(arg: Ex, type: Type, span: Span): Ex {
  if (arg.type.plain === type.plain) return arg;
  const v = constantValue(arg);
  if (v !== null) return constant(type, v, span);
  return { k: 'convert', arg, type: type.plain, cat: 'p', span };
}
