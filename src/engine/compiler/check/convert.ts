/** Conversions: what fits where, how well, and the typed expression that does it ([conv], [over.ics], [dcl.init.ref] for the subset). */
import type { Span } from '../../bytecode/program';
import { CompileError, fail } from '../diagnostics';
import type { Ex, Fn } from '../typed';
import * as b from './build';
import type { Arg, Checker, Place } from './context';
import {
  BOOL,
  type ClassInfo,
  decay,
  derivesFrom,
  isArithmetic,
  isScalar,
  isWide,
  pointerTo,
  sameType,
  type Type,
} from './types';

/** Ranks of an implicit conversion sequence: lower is better. A fraction orders bindings of the same rank. */
export const EXACT = 0;
const QUALIFIED = 0.1;
const PROMOTION = 1;
const STANDARD = 2;
const USER = 3;
export const NO = Number.POSITIVE_INFINITY;

export function rank(cx: Checker, e: Arg, to: Type): number {
  if (to.kind === 'reference') return rankReference(cx, e, to.to, to.rvalue);
  if (e.k === 'braced') {
    if (to.kind === 'class' || to.kind === 'array') return USER;
    return e.items.length === 1 && e.items[0] !== undefined
      ? rank(cx, e.items[0], to)
      : e.items.length === 0
        ? EXACT
        : NO;
  }
  if (to.kind === 'class') {
    if (e.type.kind === 'class' && e.type.info === to.info) return EXACT;
    if (e.type.kind === 'class' && derivesFrom(e.type.info, to.info)) return STANDARD;
    return userConversion(cx, e, to) !== null ? USER : NO;
  }
  const from = decay(e.type);
  if (from === to.plain) return EXACT;
  if (from.kind === 'class') return conversionFunction(cx, from.info, to) !== null ? USER : NO;
  if (isArithmetic(from) && isArithmetic(to)) {
    if (
      to.kind === 'int' &&
      to.bits === 32 &&
      to.signed &&
      (from.kind === 'bool' || (from.kind === 'int' && from.bits < 32))
    )
      return PROMOTION;
    return STANDARD;
  }
  if (from.kind === 'enum') return !from.info.scoped && isArithmetic(to) ? PROMOTION : NO;
  if (to.kind === 'bool')
    return from.kind === 'pointer' || from.kind === 'nullptr' ? STANDARD + QUALIFIED : NO;
  if (to.kind === 'pointer') {
    if (from.kind === 'nullptr' || isNullConstant(e)) return STANDARD;
    if (from.kind !== 'pointer') return NO;
    if (from.to.isConst && !to.to.isConst) return NO;
    if (sameType(from.to, to.to)) return QUALIFIED;
    if (to.to.kind === 'void') return STANDARD;
    if (from.to.kind === 'class' && to.to.kind === 'class' && derivesFrom(from.to.info, to.to.info))
      return STANDARD;
    return NO;
  }
  if (to.kind === 'memberPointer') return from.kind === 'nullptr' || from.key === to.key ? EXACT : NO;
  if (to.kind === 'nullptr') return isNullConstant(e) ? EXACT : NO;
  return NO;
}
const isNullConstant = (e: Ex): boolean =>
  e.k === 'const' && e.low === 0 && e.high === 0 && e.type.kind === 'int';

function rankReference(cx: Checker, e: Arg, to: Type, rvalue: boolean): number {
  if (e.k === 'braced') return rvalue || to.isConst ? rank(cx, e, to) : NO;
  const same =
    sameType(e.type, to) ||
    (e.type.kind === 'array' &&
      to.kind === 'array' &&
      sameType(e.type.of, to.of) &&
      e.type.length === to.length);
  const related =
    same || (e.type.kind === 'class' && to.kind === 'class' && derivesFrom(e.type.info, to.info));
  if (related && !(e.type.isConst && !to.isConst)) {
    const base = same ? EXACT : STANDARD;
    const added = to.isConst && !e.type.isConst ? QUALIFIED : 0;
    if (e.cat === 'l') return rvalue ? NO : base + added;
    if (rvalue) return base + added;
    return to.isConst ? base + added + QUALIFIED : NO;
  }
  if (related) return NO;
  if (!rvalue && !to.isConst) return NO;
  if (e.type.kind === 'function' && to.kind === 'function') return EXACT;
  const through = rank(cx, e, to.plain);
  return through === NO ? NO : Math.max(through, STANDARD);
}

type UserConversion = { readonly kind: 'constructor' } | { readonly kind: 'function'; readonly fn: Fn };
const searching = new WeakMap<Checker, number>();
/** A converting constructor or a conversion function; at most one in a sequence, so none is tried inside another. */
function userConversion(cx: Checker, e: Ex, to: Extract<Type, { kind: 'class' }>): UserConversion | null {
  if ((searching.get(cx) ?? 0) > 0) return null;
  searching.set(cx, 1);
  try {
    cx.complete(to.info, e.span);
    const candidates = to.info.constructors.filter((c) => !c.decl.isExplicit && c.decl.special !== 'delete');
    if (cx.tryResolve(candidates, null, null, [e], e.span, to.key) !== null) return { kind: 'constructor' };
    if (e.type.kind === 'class') {
      const fn = conversionFunction(cx, e.type.info, to);
      if (fn !== null) return { kind: 'function', fn };
    }
    return null;
  } finally {
    searching.set(cx, 0);
  }
}
function conversionFunction(cx: Checker, from: ClassInfo, to: Type, explicit = false): Fn | null {
  cx.complete(from, { file: 0, start: 0, end: 0 });
  let best: Fn | null = null;
  for (let c: ClassInfo | null = from; c !== null; c = c.base) {
    for (const [id, entity] of c.scope.names) {
      if (!id.startsWith('operator ') || entity.kind !== 'functions') continue;
      for (const f of entity.list) {
        if (f.decl.role !== 'conversion' || (f.decl.isExplicit && !explicit) || f.template !== null) continue;
        const fn = cx.instance(f, null, f.decl.span);
        const result = cx.resultOf(fn, f.decl.span);
        if (sameType(result, to)) return fn;
        if (
          isScalar(to) &&
          isScalar(result) &&
          result.kind !== 'class' &&
          isArithmetic(result) &&
          isArithmetic(to) &&
          best === null
        )
          best = fn;
      }
    }
  }
  return best;
}

/** lvalue-to-rvalue, array-to-pointer, function-to-pointer. Class places are left as they are. */
export function value(e: Ex): Ex {
  if (e.type.kind === 'array') {
    b.markAddressed(e);
    return { k: 'addressOf', type: pointerTo(e.type.of), cat: 'p', span: e.span, place: e };
  }
  if (e.type.kind === 'function')
    return e.k === 'function'
      ? { ...e, type: pointerTo(e.type), cat: 'p' }
      : { ...b.addressOf(e), type: pointerTo(e.type) };
  if (e.cat === 'p' || e.type.kind === 'class' || e.type.kind === 'void') return e;
  if (e.k === 'global' && e.g.init?.k === 'const' && e.type.isConst) return { ...e.g.init, span: e.span };
  return b.load(e);
}

export function convert(cx: Checker, e: Ex, to: Type, span: Span): Ex {
  if (rank(cx, e, to) === NO) fail(span, `cannot convert ${e.type.key} to ${to.key}`);
  if (e.type.kind === 'class') {
    const fn = conversionFunction(cx, e.type.info, to);
    if (fn === null) return fail(span, `cannot convert ${e.type.key} to ${to.key}`);
    return convert(cx, cx.value(cx.call(cx.use(fn, span), [b.addressOf(asPlace(e, cx))], span)), to, span);
  }
  const v = value(e);
  if (v.type.plain === to.plain) return v;
  if (to.kind === 'pointer' && (v.type.kind === 'nullptr' || v.type.kind === 'int'))
    return { ...v, k: 'const', low: 0, high: 0, type: to.plain, cat: 'p' } as Ex;
  if (to.kind === 'bool' && v.type.kind === 'nullptr') return b.bool(false, span);
  return b.convertScalar(v, to, span);
}
const asPlace = (e: Ex, cx: Checker): Ex => (e.cat === 'p' ? cx.materialize(e, current(cx)) : e);
/** The function being checked: temporaries that conversions make belong to its frame. */
const currents = new WeakMap<Checker, Fn>();
export const setCurrent = (cx: Checker, fn: Fn): Fn => {
  const before = current(cx);
  currents.set(cx, fn);
  return before;
};
const current = (cx: Checker): Fn => currents.get(cx) ?? cx.outside;

/** A class prvalue (or a scalar a reference binds to) gets storage until the end of the full expression. */
export function materialize(cx: Checker, e: Ex, fn: Fn): Ex {
  if (e.cat !== 'p') return e;
  const v = cx.newLocal(fn, '', e.type, 'temporary');
  v.addressed = true;
  v.destroy = cx.destructorOf(e.type, e.span);
  return { k: 'temporary', v, init: e, type: e.type, cat: 'x', span: e.span };
}

/** A condition: contextual conversion to bool, explicit conversion functions included. */
export function condition(cx: Checker, e: Ex): Ex {
  if (e.type.kind === 'class') {
    const fn = conversionFunction(cx, e.type.info, BOOL, true);
    if (fn === null) return fail(e.span, `${e.type.key} cannot be tested as true or false`);
    return convert(
      cx,
      cx.value(cx.call(cx.use(fn, e.span), [b.addressOf(asPlace(e, cx))], e.span)),
      BOOL,
      e.span,
    );
  }
  if (e.type.kind === 'enum')
    return fail(e.span, `${e.type.key} cannot be tested as true or false`, 'compare it with an enumerator');
  return convert(cx, e, BOOL, e.span);
}

export function initFrom(cx: Checker, e: Arg, to: Type, at: Place, span: Span, explicit = false): Ex {
  if (to.kind === 'reference') return bindReference(cx, e, to.to, to.rvalue, at, span);
  if (e.k === 'braced')
    return cx.construct(to, e.items, at, span, e.designators === undefined ? 'list' : 'list');
  if (to.kind === 'class') return initClass(cx, e, to, at, span, explicit);
  if (to.kind === 'array')
    return fail(span, 'an array cannot be copied', 'use std::array, or copy element by element');
  return convert(cx, e, to, span);
}

function initClass(
  cx: Checker,
  e: Ex,
  to: Extract<Type, { kind: 'class' }>,
  at: Place,
  span: Span,
  explicit: boolean,
): Ex {
  const related = e.type.kind === 'class' && derivesFrom(e.type.info, to.info);
  if (e.cat === 'p' && e.type.kind === 'class' && e.type.info === to.info) return e;
  if (related) return cx.construct(to, [e], at, span, 'direct');
  if (explicit) return cx.construct(to, [e], at, span, 'direct');
  const conversion = userConversion(cx, e, to);
  if (conversion === null) fail(span, `cannot convert ${e.type.key} to ${to.key}`, hintFor(cx, e, to));
  if (conversion.kind === 'constructor') return cx.construct(to, [e], at, span, 'copy');
  return cx.call(
    cx.use(conversion.fn, span),
    [b.addressOf(e.cat === 'p' ? materialize(cx, e, at.fn) : e)],
    span,
  );
}
function hintFor(cx: Checker, e: Ex, to: Extract<Type, { kind: 'class' }>): string {
  try {
    const explicitOne = cx.tryResolve(to.info.constructors, null, null, [e], e.span, to.key);
    return explicitOne === null ? '' : `the constructor is explicit: write ${to.key}(…)`;
  } catch (error) {
    if (error instanceof CompileError) return '';
    throw error;
  }
}

function bindReference(cx: Checker, e: Arg, to: Type, rvalue: boolean, at: Place, span: Span): Ex {
  if (rankReference(cx, e, to, rvalue) === NO) {
    if (e.k === 'braced') return fail(span, `cannot bind a braced list to ${to.key}&`);
    if (e.cat === 'l' && rvalue)
      return fail(span, `cannot bind an lvalue of type ${e.type.key} to ${to.key}&&`, 'use std::move');
    if (e.type.isConst && !to.isConst)
      return fail(span, `cannot bind ${e.type.key} to ${to.key}&: it would drop const`);
    return fail(
      span,
      `cannot bind ${e.cat === 'l' ? '' : 'a temporary '}${e.type.key} to ${to.key}${rvalue ? '&&' : '&'}`,
    );
  }
  if (e.k !== 'braced') {
    if (e.type.kind === 'function' && to.kind === 'function') return value(e);
    const related =
      sameType(e.type, to) ||
      (e.type.kind === 'class' && to.kind === 'class' && derivesFrom(e.type.info, to.info)) ||
      (e.type.kind === 'array' && to.kind === 'array');
    if (related) return { ...b.addressOf(materialize(cx, e, at.fn)), type: pointerTo(to) };
  }
  const made = initFrom(cx, e, to.plain, at, span);
  return { ...b.addressOf(materialize(cx, { ...made, type: to.plain }, at.fn)), type: pointerTo(to) };
}

export { isWide };
