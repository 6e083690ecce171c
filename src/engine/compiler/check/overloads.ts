/** Overloaded operators: members, free functions, the rewritten ones of C++20, and comparisons by default. */
import type { Span } from '../../bytecode/program';
import { fail } from '../diagnostics';
import type { Ex } from '../typed';
import * as b from './build';
import { callAssignment, passArgs } from './calls';
import type { Checker, Place, Resolved } from './context';
import type { Entity } from './scope';
import { BOOL, type FunctionEntity, lineage, type Type } from './types';

export const COMPARE = new Set(['==', '!=', '<', '<=', '>', '>=']);
const members = (cx: Checker, e: Ex, id: string, span: Span): FunctionEntity[] => {
  if (e.type.kind !== 'class') return [];
  cx.complete(e.type.info, span);
  const found = e.type.info.scope.own(id);
  return found?.kind === 'functions' ? found.list : [];
};
const free = (at: Place, id: string, operands: readonly Ex[]): FunctionEntity[] => {
  const out: FunctionEntity[] = [];
  const add = (e: Entity | undefined): void => {
    if (e?.kind === 'functions') for (const f of e.list) if (f.cls === null && !out.includes(f)) out.push(f);
  };
  for (let s: Place['scope'] | null = at.scope; s !== null; s = s.parent) if (s.cls === null) add(s.own(id));
  // Argument-dependent lookup: the namespaces of the operands' classes and enumerations.
  for (const e of operands) {
    if (e.type.kind !== 'class' && e.type.kind !== 'enum') continue;
    for (let s: Place['scope'] | null = e.type.info.scope; s !== null; s = s.parent)
      if (s.cls === null) add(s.names.get(id));
  }
  return out;
};
/** A stream that is a temporary takes what another stream takes ([ostream.rvalue], [istream.rvalue]). */
const isTemporaryStream = (op: string, { type, cat }: Ex): boolean =>
  (op === '<<' || op === '>>') &&
  cat !== 'l' &&
  type.kind === 'class' &&
  lineage(type.info).some(({ library }) => library === 'ios');
/** Members and free functions are one set ([over.match.oper]/3): `out << color` is not `out << int` where somebody says how. */
function isFreeBetter(
  cx: Checker,
  at: Place,
  id: string,
  { fn }: Resolved,
  [left, right]: readonly [Ex, Ex],
  span: Span,
): boolean {
  const rank = cx.rank(right, fn.paramTypes[0] ?? right.type);
  if (rank < 1) return false;
  const other = cx.tryResolve(free(at, id, [left, right]), { args: [left, right], span, what: id });
  const [first, second] = other?.fn.paramTypes ?? [];
  return (
    first !== undefined && second !== undefined && cx.rank(left, first) < 1 && cx.rank(right, second) < rank
  );
}
export function overloaded(cx: Checker, at: Place, op: string, given: Ex, right: Ex, span: Span): Ex | null {
  const left: Ex = isTemporaryStream(op, given)
    ? { ...(given.cat === 'p' ? cx.materialize(given, at.fn) : given), cat: 'l' }
    : given;
  const id = `operator${op}`;
  const assigns = op.endsWith('=') && !COMPARE.has(op);
  const own = members(cx, left, id, span).filter((f) => f.decl.special !== 'default');
  if (own.length > 0) {
    const object = left.cat === 'p' ? cx.materialize(left, at.fn) : left;
    const r = cx.tryResolve(own, { object, args: [right], span, what: `${left.type.key}::${id}` });
    if (r !== null && !isFreeBetter(cx, at, id, r, [left, right], span)) {
      const args = [b.addressOf(object), ...passArgs(cx, r, [right], at, span)];
      return assigns ? callAssignment(cx, r.fn, args, span) : cx.call(r.fn, args, span, true);
    }
  }
  const r = cx.tryResolve(free(at, id, [left, right]), { args: [left, right], span, what: id });
  if (r !== null) {
    const args = passArgs(cx, r, [left, right], at, span);
    return assigns ? callAssignment(cx, r.fn, args, span) : cx.call(r.fn, args, span);
  }
  if (op !== '!=' && COMPARE.has(op)) {
    const e = byOrder(cx, at, op, left, right, span);
    if (e !== null) return e;
  }
  // C++20 rewrites: a != b is !(a == b), and == may be turned round.
  if (op === '!=') {
    const e = overloaded(cx, at, '==', left, right, span);
    return e === null ? null : b.unary('!', cx.condition(e), span);
  }
  if (op === '==') {
    const back = members(cx, right, id, span).filter((f) => f.decl.special !== 'default');
    const object = right.cat === 'p' && right.type.kind === 'class' ? cx.materialize(right, at.fn) : right;
    const swapped = back.length > 0 ? cx.tryResolve(back, { object, args: [left], span, what: id }) : null;
    if (swapped !== null)
      return cx.call(swapped.fn, [b.addressOf(object), ...passArgs(cx, swapped, [left], at, span)], span);
    if (
      left.type.kind === 'class' &&
      right.type.kind === 'class' &&
      left.type.info === right.type.info &&
      members(cx, left, id, span).length > 0
    )
      return memberwiseEqual(cx, at, left, right, span);
  }
  return null;
}
/** `a <=> b`, built in or by default: the library's order of whatever `<` compares. */
export function threeWay(cx: Checker, at: Place, left: Ex, right: Ex, span: Span): Ex {
  const f = cx.std.own('__three_way');
  if (f?.kind !== 'functions') return fail(span, '<=> needs its header', 'add #include <compare>');
  const r = cx.resolve(f.list, { args: [left, right], span, what: 'operator<=>' });
  return cx.call(r.fn, passArgs(cx, r, [left, right], at, span), span);
}
/** An operator of a class that declares <=>: `a < b` is `(a <=> b) < 0`, or member by member where it is defaulted. */
function byOrder(cx: Checker, at: Place, op: string, left: Ex, right: Ex, span: Span): Ex | null {
  const declared = [...members(cx, left, 'operator<=>', span), ...free(at, 'operator<=>', [left, right])];
  const defaulted = declared.find((f) => f.decl.special === 'default');
  if (defaulted === undefined) {
    if (declared.length === 0) return null;
    const order = overloaded(cx, at, '<=>', left, right, span);
    return order === null ? null : cx.binary(at, op, order, b.int(0, span), span);
  }
  if (left.type.kind !== 'class' || right.type.kind !== 'class' || left.type.info !== right.type.info)
    return null;
  const x = left.cat === 'p' ? cx.materialize(left, at.fn) : left;
  const y = right.cat === 'p' ? cx.materialize(right, at.fn) : right;
  switch (op) {
    case '==':
      return memberwiseEqual(cx, at, x, y, span);
    case '<':
      return memberwiseLess(cx, at, x, y, span);
    case '>':
      return memberwiseLess(cx, at, y, x, span);
    case '<=':
      return b.unary('!', memberwiseLess(cx, at, y, x, span), span);
    case '>=':
      return b.unary('!', memberwiseLess(cx, at, x, y, span), span);
    default:
      return null;
  }
}
/** The first member that differs decides. */
function memberwiseLess(cx: Checker, at: Place, x: Ex, y: Ex, span: Span): Ex {
  let less: Ex = b.bool(false, span);
  const fields = x.type.kind === 'class' ? x.type.info.fields : [];
  for (const f of [...fields].reverse()) {
    const own = b.field(x, f.name, f.type, f.offset, span);
    const other = b.field(y, f.name, f.type, f.offset, span);
    const under = cx.condition(cx.binary(at, '<', own, other, span));
    const over = cx.condition(cx.binary(at, '<', other, own, span));
    const rest: Ex = {
      k: 'logical',
      op: '&&',
      left: b.unary('!', over, span),
      right: less,
      type: BOOL,
      cat: 'p',
      span,
    };
    less = { k: 'logical', op: '||', left: under, right: rest, type: BOOL, cat: 'p', span };
  }
  return less;
}
/** `bool operator==(const T&) const = default;` */
function memberwiseEqual(cx: Checker, at: Place, left: Ex, right: Ex, span: Span): Ex {
  if (left.type.kind !== 'class') return fail(span, 'not a class');
  const x = left.cat === 'p' ? cx.materialize(left, at.fn) : left;
  const y = right.cat === 'p' ? cx.materialize(right, at.fn) : right;
  let all: Ex = b.bool(true, span);
  for (const f of left.type.info.fields) {
    const one = cx.binary(
      at,
      '==',
      b.field(x, f.name, f.type, f.offset, span),
      b.field(y, f.name, f.type, f.offset, span),
      span,
    );
    all =
      all.k === 'const' ? one : { k: 'logical', op: '&&', left: all, right: one, type: BOOL, cat: 'p', span };
  }
  return all;
}
/** Can an operator have been declared for it? Comparisons of enumerations are built in, and the library has no others. */
export const mayOverload = (at: Place, op: string, t: Type): boolean =>
  t.kind === 'class' ||
  (t.kind === 'enum' &&
    (at.scope.find(`operator${op}`) !== undefined ||
      (!COMPARE.has(op) && t.info.scope.find(`operator${op}`) !== undefined)));

export function overloadedUnary(
  cx: Checker,
  at: Place,
  op: string,
  arg: Ex,
  extra: readonly Ex[],
  span: Span,
): Ex | null {
  const id = `operator${op}`;
  const own = members(cx, arg, id, span);
  if (own.length > 0) {
    const object = arg.cat === 'p' ? cx.materialize(arg, at.fn) : arg;
    const r = cx.tryResolve(own, { object, args: extra, span, what: `${arg.type.key}::${id}` });
    if (r !== null)
      return cx.call(r.fn, [b.addressOf(object), ...passArgs(cx, r, extra, at, span)], span, true);
  }
  const r = cx.tryResolve(free(at, id, [arg]), { args: [arg, ...extra], span, what: id });
  return r === null ? null : cx.call(r.fn, passArgs(cx, r, [arg, ...extra], at, span), span);
}
