/** Operators on typed operands: the usual arithmetic conversions, pointers, assignment. */
import type { Span } from '../../bytecode/program';
import { fail } from '../diagnostics';
import type { BinaryOp, Ex } from '../typed';
import * as b from './build';
import { callAssignment, passArgs } from './calls';
import type { Checker, Place } from './context';
import { COMPARE, mayOverload, overloaded, overloadedUnary, threeWay } from './overloads';
import { assignments, selfReference } from './special';
import {
  BOOL,
  type ClassInfo,
  DOUBLE,
  decay,
  derivesFrom,
  FLOAT,
  INT,
  isArithmetic,
  isFloat,
  isIntegral,
  LLONG,
  LONG,
  pointerTo,
  promoted,
  type Type,
  UINT,
  ULLONG,
  ULONG,
} from './types';

const NOT_CONST = 'it is const';
/** Operators of whole numbers. */
const WHOLE = new Set<string>(['%', '&', '|', '^', '<<', '>>']);

/** [expr.arith.conv] */
export function common(x: Type, y: Type): Type {
  const a = promoted(x);
  const c = promoted(y);
  if (a.kind === 'float' || c.kind === 'float') return a === DOUBLE || c === DOUBLE ? DOUBLE : FLOAT;
  if (a.kind !== 'int' || c.kind !== 'int') return a;
  if (a.bits === 64 || c.bits === 64) {
    const unsigned = (a.bits === 64 && !a.signed) || (c.bits === 64 && !c.signed);
    const longest = [LLONG, ULLONG].some((t) => t === a || t === c);
    if (longest) return unsigned ? ULLONG : LLONG;
    return unsigned ? ULONG : LONG;
  }
  return a.signed && c.signed ? INT : UINT;
}

export function binary(cx: Checker, at: Place, op: string, left: Ex, right: Ex, span: Span): Ex {
  if (op === '=') return assign(cx, at, left, right, span);
  if (mayOverload(at, op, left.type) || mayOverload(at, op, right.type)) {
    const e = overloaded(cx, at, op, left, right, span);
    if (e !== null) return e;
  }
  if (op.endsWith('=') && !COMPARE.has(op))
    return compound(cx, left, op.slice(0, -1) as BinaryOp, right, span);
  if (op === ',') return b.comma(cx.discard(left, at.fn), right);
  if (op === '&&' || op === '||')
    return {
      k: 'logical',
      op,
      left: cx.condition(left),
      right: cx.condition(right),
      type: BOOL,
      cat: 'p',
      span,
    };
  if (op === '<=>') return threeWay(cx, at, left, right, span);
  return arithmetic(cx, op as BinaryOp, cx.value(left), cx.value(right), span);
}
function arithmetic(cx: Checker, op: BinaryOp, l: Ex, r: Ex, span: Span): Ex {
  if (l.type.kind === 'class' || r.type.kind === 'class') {
    // Conversion functions to scalars (atomic<int> in an expression).
    const a = l.type.kind === 'class' ? toScalar(cx, l) : l;
    const c = r.type.kind === 'class' ? toScalar(cx, r) : r;
    if (a !== null && c !== null) return arithmetic(cx, op, a, c, span);
    return fail(span, `${l.type.key} ${op} ${r.type.key} is not defined`);
  }
  const pointers =
    l.type.kind === 'pointer' ||
    r.type.kind === 'pointer' ||
    l.type.kind === 'nullptr' ||
    r.type.kind === 'nullptr';
  if (pointers) return pointerOp(cx, op, l, r, span);
  if (l.type.kind === 'enum' && r.type.kind === 'enum' && l.type.info === r.type.info && COMPARE.has(op))
    return b.binary(op, l, r, BOOL, span);
  for (const e of [l, r])
    if (!isArithmetic(promoted(e.type)))
      fail(
        span,
        `${e.type.key} has no operator ${op}`,
        e.type.kind === 'enum' ? 'use static_cast<int>(…)' : '',
      );
  if (WHOLE.has(op))
    for (const e of [l, r]) if (isFloat(e.type)) fail(span, `${e.type.key} has no operator ${op}`);
  if (op === '<<' || op === '>>') {
    const t = promoted(l.type);
    const count = cx.convert(r, INT, span);
    return b.binary(op, cx.convert(l, t, span), count, t, span);
  }
  const t = common(l.type, r.type);
  return b.binary(op, cx.convert(l, t, span), cx.convert(r, t, span), COMPARE.has(op) ? BOOL : t, span);
}
function toScalar(cx: Checker, e: Ex): Ex | null {
  const t = conversionTarget(cx, e);
  return t === null ? null : cx.convert(e, t, e.span);
}
/** The one type a class converts to, if it says only one. */
function conversionTarget(cx: Checker, e: Ex): Type | null {
  if (e.type.kind !== 'class') return null;
  for (const [id, entity] of e.type.info.scope.names) {
    if (!id.startsWith('operator ') || entity.kind !== 'functions') continue;
    const f = entity.list[0];
    if (f !== undefined && f.decl.role === 'conversion' && !f.decl.isExplicit)
      return decay(cx.resultOf(cx.instance(f, null, f.decl.span), f.decl.span));
  }
  return null;
}

function pointerOp(cx: Checker, op: BinaryOp, l: Ex, r: Ex, span: Span): Ex {
  if (COMPARE.has(op)) {
    // A derived class's pointer is compared as one to the base.
    const asOther = (e: Ex): Ex => {
      const to = e === l ? r.type : l.type;
      return to.kind === 'pointer' && to.to.kind === 'class' && cx.rank(e, to) === 2
        ? cx.convert(e, to, span)
        : e;
    };
    const t = l.type.kind === 'pointer' ? l.type : r.type.kind === 'pointer' ? r.type : l.type;
    if (!Number.isFinite(Math.min(cx.rank(l, t), cx.rank(r, l.type))))
      fail(span, `${l.type.key} and ${r.type.key} cannot be compared`);
    const word = (e: Ex): Ex =>
      e.type.kind === 'nullptr' || e.type.kind === 'int' ? b.constant(pointerTo(INT), 0n, span) : asOther(e);
    return b.binary(op, word(l), word(r), BOOL, span);
  }
  if (op === '-' && l.type.kind === 'pointer' && r.type.kind === 'pointer')
    return { k: 'pointerDiff', left: l, right: r, type: LONG, cat: 'p', span };
  if ((op === '+' || op === '-') && l.type.kind === 'pointer' && isIntegral(r.type))
    return {
      k: 'pointerAdd',
      pointer: l,
      index: cx.convert(r, INT, span),
      negate: op === '-',
      type: l.type.plain,
      cat: 'p',
      span,
    };
  if (op === '+' && r.type.kind === 'pointer' && isIntegral(l.type))
    return {
      k: 'pointerAdd',
      pointer: r,
      index: cx.convert(l, INT, span),
      negate: false,
      type: r.type.plain,
      cat: 'p',
      span,
    };
  return fail(span, `${l.type.key} ${op} ${r.type.key} is not defined`);
}

function needsPlace(e: Ex, span: Span): void {
  if (e.cat !== 'l') fail(span, 'only a variable or another place can be assigned to');
  if (e.type.isConst) fail(span, `cannot assign: ${NOT_CONST}`);
}

export function assign(cx: Checker, at: Place, left: Ex, right: Ex, span: Span): Ex {
  if (left.type.kind === 'class') return assignClass(cx, at, left, right, span);
  needsPlace(left, span);
  if (left.type.kind === 'array') return fail(span, 'an array cannot be assigned', 'use std::array');
  return {
    k: 'assign',
    place: left,
    value: cx.convert(right, left.type.plain, span),
    type: left.type,
    cat: 'l',
    span,
  };
}
function assignClass(cx: Checker, at: Place, left: Ex, right: Ex, span: Span): Ex {
  if (left.type.kind !== 'class') return fail(span, 'not a class');
  const info = left.type.info;
  cx.complete(info, span);
  const place = left.cat === 'p' ? cx.materialize(left, at.fn) : left;
  const own = info.scope.names.get('operator=');
  const declared = own?.kind === 'functions' ? own.list : [];
  if (left.type.isConst && !declared.some((f) => f.decl.isConst)) fail(span, `cannot assign: ${NOT_CONST}`);
  const same = right.type.kind === 'class' && derivesFrom(right.type.info, info);
  if (!same) {
    const what = `${info.name}::operator=`;
    const r =
      declared.length === 0 ? null : cx.tryResolve(declared, { object: place, args: [right], span, what });
    if (r !== null && r.entity.decl.special !== 'default') return byOperator(cx, at, r, place, right, span);
  }
  const from = same ? right : cx.initFrom(right, left.type.plain, at, span);
  const source = from.cat === 'p' ? cx.materialize(from, at.fn) : from;
  if (assignments(info).length > 0) {
    const r = cx.resolve(declared, { object: place, args: [source], span, what: `${info.name}::operator=` });
    if (r.entity.decl.special !== 'default') return byOperator(cx, at, r, place, source, span);
  } else if (info.constructors.some((f) => selfReference(f, info) === 'move'))
    return fail(
      span,
      `${info.name} cannot be assigned: it declares a move constructor and no assignment`,
      'declare operator= too',
    );
  if (cx.isTriviallyCopyable(info.type))
    return { k: 'copy', to: place, from: source, type: left.type, cat: 'l', span };
  const moves = source.cat !== 'l' && !source.type.isConst && movesByAssignment(info);
  const fn = cx.implicit(info, moves ? 'moveAssign' : 'copyAssign', span);
  if (fn === null) return fail(span, `${info.name} cannot be assigned`);
  return callAssignment(cx, fn, [b.addressOf(place), b.addressOf(source)], span);
}
/** [class.copy.assign]/4: the compiler's own assignment moves unless the class says how it is copied or destroyed. */
function movesByAssignment(info: ClassInfo): boolean {
  const kinds = assignments(info).map((f) => selfReference(f, info));
  if (kinds.includes('move')) return true;
  return (
    kinds.length === 0 &&
    info.destructor === null &&
    !info.constructors.some((f) => selfReference(f, info) !== null)
  );
}
function byOperator(
  cx: Checker,
  at: Place,
  r: ReturnType<Checker['resolve']>,
  place: Ex,
  right: Ex,
  span: Span,
): Ex {
  return callAssignment(cx, r.fn, [b.addressOf(place), ...passArgs(cx, r, [right], at, span)], span);
}

function compound(cx: Checker, left: Ex, op: BinaryOp, right: Ex, span: Span): Ex {
  needsPlace(left, span);
  const r = right.type.kind === 'class' ? (toScalar(cx, right) ?? right) : cx.value(right);
  if (left.type.kind === 'pointer') {
    if (op !== '+' && op !== '-') return fail(span, `${left.type.key} has no operator ${op}=`);
    const value = cx.convert(r, INT, span);
    return { k: 'opAssign', place: left, op, value, at: left.type, type: left.type, cat: 'l', span };
  }
  const whole = WHOLE.has(op) && (isFloat(left.type) || isFloat(r.type));
  if (!isArithmetic(left.type) || !isArithmetic(promoted(r.type)) || whole)
    return fail(span, `${left.type.key} ${op}= ${r.type.key} is not defined`);
  const t = op === '<<' || op === '>>' ? promoted(left.type) : common(left.type, r.type);
  const value = op === '<<' || op === '>>' ? cx.convert(r, INT, span) : cx.convert(r, t, span);
  return { k: 'opAssign', place: left, op, value, at: t, type: left.type, cat: 'l', span };
}

export function step(cx: Checker, at: Place, op: '++' | '--' | 'post++' | 'post--', arg: Ex, span: Span): Ex {
  const by = op.endsWith('++') ? 1 : -1;
  if (mayOverload(at, op.slice(-2), arg.type)) {
    const e = overloadedUnary(cx, at, op.slice(-2), arg, op.startsWith('post') ? [b.int(0, span)] : [], span);
    if (e !== null) return e;
  }
  needsPlace(arg, span);
  if (!isArithmetic(arg.type) && arg.type.kind !== 'pointer')
    return fail(span, `${arg.type.key} has no operator ${op.slice(-2)}`);
  if (op.startsWith('post')) return { k: 'postStep', place: arg, by, type: arg.type.plain, cat: 'p', span };
  return { k: 'preStep', place: arg, by, type: arg.type, cat: 'l', span };
}
