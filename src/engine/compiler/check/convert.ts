/** Conversions: what fits where, how well, and the typed expression that does it ([conv], [over.ics], [dcl.init.ref] for the subset). */
import type { Span } from '../../bytecode/program';
import { fail } from '../diagnostics';
import type { Ex, Fn, OverloadSet } from '../typed';
import * as b from './build';
import type { Arg, Checker, Place } from './context';
import { meant, setOf } from './overload-sets';
import { shifted } from './thunks';
import {
  arrayOf,
  BOOL,
  baseOffset,
  CHAR,
  type ClassInfo,
  constOf,
  DOUBLE,
  decay,
  dereferenced,
  derivesFrom,
  INT,
  isArithmetic,
  lineage,
  pointerTo,
  promoted,
  sameType,
  type Type,
} from './types';

/** Ranks of an implicit conversion sequence: lower is better. A fraction orders bindings of the same rank. */
const EXACT = 0;
const QUALIFIED = 0.1;
const PROMOTION = 1;
const STANDARD = 2;
/** Only C has it. */
const OF_C = 2.5;
const USER = 3;
export const NO = Number.POSITIVE_INFINITY;

export function rank(cx: Checker, e: Arg, to: Type): number {
  if (e.k === 'function' || e.k === 'nothing') {
    if (setOf(e) !== undefined && meant(cx, e, to) !== null) return EXACT;
    if (e.k === 'nothing' && e.set !== undefined) return NO;
  }
  const found = rankOfCpp(cx, e, to);
  return found === NO && e.k !== 'braced' && isOfC(cx, e, to) ? OF_C : found;
}
/** Any pointer or whole number as any other, as compilers of C take it; `char* s = "text"` in C++ too. */
function isOfC(cx: Checker, e: Ex, to: Type): boolean {
  if (to.kind === 'reference') return false;
  const from = decay(e.type);
  if (e.k === 'string' && to.kind === 'pointer' && to.to === CHAR) return true;
  if (!cx.uses.c || e.span.file !== 0) return false;
  const isWord = (t: Type): boolean =>
    t.kind === 'pointer' || t.kind === 'nullptr' || t.kind === 'int' || t.kind === 'enum';
  return isWord(from) && isWord(to);
}
function rankOfCpp(cx: Checker, e: Arg, to: Type): number {
  if (to.kind === 'reference') return rankReference(cx, e, to.to, to.rvalue);
  if (e.k === 'braced') {
    if (to.kind === 'class' || to.kind === 'array')
      return cx.listFits(e, to) ? rankOfList(cx, e.items, to) : NO;
    return e.items.length === 1 && e.items[0] !== undefined
      ? rank(cx, e.items[0], to)
      : e.items.length === 0
        ? EXACT
        : NO;
  }
  if (to.kind === 'array') return isText(e, to) || (e.cat === 'p' && e.type === to) ? EXACT : NO;
  if (to.kind === 'class') {
    if (e.type.kind === 'class' && e.type.info === to.info) return EXACT;
    if (e.type.kind === 'class' && derivesFrom(e.type.info, to.info)) return STANDARD;
    return userConversion(cx, e, to) !== null ? USER : NO;
  }
  const from = decay(e.type);
  if (from === to.plain) return EXACT;
  if (from.kind === 'class') {
    if (isPlainFunction(from.info, to) && cx.lambdaFunction(from.info, to, e.span) !== null) return USER;
    const fn = conversionFunction(cx, from.info, to);
    // Of two that convert by a function of the object's, the one with less to do after it is better ([over.ics.rank]/3).
    return fn === null ? NO : USER + 0.01 * secondRank(cx, dereferenced(cx.resultOf(fn, e.span)), to);
  }
  if (isArithmetic(from) && isArithmetic(to)) {
    if (
      to.kind === 'int' &&
      to.bits === 32 &&
      to.signed &&
      (from.kind === 'bool' || (from.kind === 'int' && from.bits < 32))
    )
      return PROMOTION;
    return from.kind === 'float' && to === DOUBLE ? PROMOTION : STANDARD;
  }
  if (from.kind === 'enum') {
    if (from.info.scoped || !isArithmetic(to)) return NO;
    return to.plain === promoted(from) ? PROMOTION : STANDARD;
  }
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
  if (to.kind === 'memberPointer') {
    if (from.kind === 'nullptr' || from.key === to.key) return EXACT;
    return isMemberOfBase(from, to) ? STANDARD : NO;
  }
  if (to.kind === 'nullptr') return isNullConstant(e) ? STANDARD : NO;
  return NO;
}
/** ([over.ics.list]/6) A std::initializer_list is the list itself: only its elements are converted. */
function rankOfList(cx: Checker, items: readonly Arg[], to: Type): number {
  const element = to.kind === 'class' && to.info.library === 'initializer_list' ? to.info.args[0] : undefined;
  if (element?.kind !== 'type') return USER;
  return Math.max(EXACT, ...items.map((item) => rank(cx, item, element.type)));
}
/** ([conv.mem]/2) A member of a base as one of the derived class: a data member, or a function where the base stands first. */
function isMemberOfBase(from: Type, to: Extract<Type, { kind: 'memberPointer' }>): boolean {
  if (from.kind !== 'memberPointer' || from.to.plain !== to.to.plain) return false;
  const offset = baseOffset(to.of, from.of);
  return offset === 0 || (offset > 0 && to.to.kind !== 'function');
}
/** `char name[8] = "text"` */
export const isText = (e: Ex, to: Extract<Type, { kind: 'array' }>): boolean =>
  e.k === 'string' && e.type.kind === 'pointer' && to.of.plain === e.type.to.plain;
/** A lambda without captures where a function pointer is wanted. */
const isPlainFunction = (from: ClassInfo, to: Type): boolean =>
  from.isLambda && from.fields.length === 0 && to.kind === 'pointer' && to.to.kind === 'function';
const isNullConstant = (e: Ex): boolean =>
  e.k === 'const' && e.low === 0 && e.high === 0 && e.type.kind === 'int' && !b.isComputed(e);

/** A string literal as the array that it is, where a reference to one is wanted. */
export function asArray(e: Arg, to: Type): Arg {
  if (e.k !== 'string' || to.kind !== 'array' || e.type.kind !== 'pointer') return e;
  return b.deref({ ...e, type: pointerTo(arrayOf(e.type.to, e.text.length + 1)) });
}
export function rankReference(cx: Checker, from: Arg, to: Type, rvalue: boolean): number {
  const e = asArray(from, to);
  if (e.k === 'braced') return rvalue ? rank(cx, e, to) : to.isConst ? rank(cx, e, to) + QUALIFIED : NO;
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
  if (e.type.kind === 'class' && !rvalue && referenceFunction(cx, e.type.info, to) !== null) return USER;
  if (e.type.kind === 'function' && to.kind === 'function') return EXACT;
  if (!rvalue && !to.isConst) return NO;
  const through = rank(cx, e, to.plain);
  if (through === NO) return NO;
  // What a conversion function gives as an lvalue is copied for it; a const T& is bound to it ([over.ics.rank]/3).
  const copies =
    rvalue && e.type.kind === 'class' && referenceFunction(cx, e.type.info, constOf(to)) !== null;
  return Math.max(through, STANDARD) + (rvalue ? (copies ? 2 * QUALIFIED : 0) : QUALIFIED);
}

type UserConversion = { readonly kind: 'constructor' } | { readonly kind: 'function'; readonly fn: Fn };
/** A converting constructor or a conversion function; at most one in a sequence, so none is tried inside another. */
export function userConversion(
  cx: Checker,
  e: Ex,
  to: Extract<Type, { kind: 'class' }>,
): UserConversion | null {
  cx.complete(to.info, e.span);
  if (cx.underway.converting) return null;
  cx.underway.converting = true;
  try {
    const candidates = to.info.constructors.filter((c) => !c.decl.isExplicit && c.decl.special !== 'delete');
    if (cx.tryResolve(candidates, { args: [e], span: e.span, what: to.key }) !== null)
      return { kind: 'constructor' };
    if (e.type.kind === 'class') {
      const fn = conversionFunction(cx, e.type.info, to);
      if (fn !== null) return { kind: 'function', fn };
    }
    return null;
  } finally {
    cx.underway.converting = false;
  }
}
/** A class prvalue by a conversion function, explicit ones included; null if there is none. */
export function converted(cx: Checker, e: Ex, to: Type, at: Place, span: Span): Ex | null {
  if (e.type.kind !== 'class') return null;
  const found = conversionsOf(cx, e.type.info, true).find((c) => sameType(dereferenced(c.result), to));
  if (found === undefined) return null;
  const made = cx.call(cx.use(found.fn, span), [b.addressOf(materialize(cx, e, at.fn))], span);
  return cx.initFrom(made, to.plain, at, span);
}
/** `operator T&()` of a class that is wanted as a T&. */
export function referenceFunction(cx: Checker, from: ClassInfo, to: Type): Fn | null {
  for (const { fn, result } of conversionsOf(cx, from, false))
    if (result.kind === 'reference' && sameType(result.to, to) && (to.isConst || !result.to.isConst))
      return fn;
  return null;
}
function conversionFunction(cx: Checker, from: ClassInfo, to: Type, explicit = false): Fn | null {
  let best: Fn | null = null;
  for (const { fn, result } of conversionsOf(cx, from, explicit)) {
    const t = dereferenced(result);
    if (sameType(t, to)) return fn;
    const numbers = isArithmetic(t) && isArithmetic(to);
    const pointers = t.kind === 'pointer' && (to.kind === 'bool' || to.kind === 'pointer');
    if ((numbers || pointers) && best === null && standardFits(cx, t, to)) best = fn;
  }
  return best;
}
const standardFits = (cx: Checker, from: Type, to: Type): boolean => secondRank(cx, from, to) !== NO;
const secondRank = (cx: Checker, from: Type, to: Type): number =>
  rank(cx, { k: 'nothing', type: from, cat: 'p', span: { file: 0, start: 0, end: 0 } }, to);
function conversionsOf(cx: Checker, from: ClassInfo, explicit: boolean): { fn: Fn; result: Type }[] {
  cx.complete(from, { file: 0, start: 0, end: 0 });
  const out: { fn: Fn; result: Type }[] = [];
  for (const c of lineage(from)) {
    for (const [id, entity] of c.scope.names) {
      if (!id.startsWith('operator ') || entity.kind !== 'functions') continue;
      for (const f of entity.list) {
        if (f.decl.role !== 'conversion' || (f.decl.isExplicit && !explicit) || f.template !== null) continue;
        const fn = cx.instance(f, null, f.decl.span);
        out.push({ fn, result: cx.resultOf(fn, f.decl.span) });
      }
    }
  }
  return out;
}

function severalMeant({ list }: OverloadSet, span: Span): never {
  const [one] = list;
  const id = one?.decl.name.parts.map((p) => p.id).join('::') ?? '';
  if (list.length > 1) return fail(span, `'${id}' has several versions; which is meant is not clear`);
  return fail(span, `'${id}' is a template`, 'name its arguments');
}
/** lvalue-to-rvalue, array-to-pointer, function-to-pointer. Class places are left as they are. */
export function value(e: Ex): Ex {
  if (e.k === 'nothing' && e.set !== undefined) return severalMeant(e.set, e.span);
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
  if (e.k === 'local' && e.v.constant !== null) return { ...e.v.constant, span: e.span };
  return b.load(e);
}

/** `explicit`: explicit conversion functions count too. */
export function convert(cx: Checker, from: Ex, to: Type, span: Span, explicit = false): Ex {
  const e = meant(cx, from, to) ?? from;
  if (!(explicit && e.type.kind === 'class') && rank(cx, e, to) === NO)
    fail(span, `cannot convert ${e.type.key} to ${to.key}`, castHint(e.type, to));
  if (e.type.kind === 'class') {
    const plain = isPlainFunction(e.type.info, to) ? cx.lambdaFunction(e.type.info, to, span) : null;
    if (plain !== null)
      return b.comma(e, { k: 'function', fn: cx.use(plain, span), type: to.plain, cat: 'p', span });
    const fn = conversionFunction(cx, e.type.info, to, explicit);
    if (fn === null) return fail(span, `cannot convert ${e.type.key} to ${to.key}`);
    return convert(cx, cx.value(cx.call(cx.use(fn, span), [b.addressOf(asPlace(e, cx))], span)), to, span);
  }
  const v = value(e);
  if (v.type.plain === to.plain) return v;
  if (rankOfCpp(cx, e, to) === NO) return cx.castScalar(v, to, span);
  if (to.kind === 'pointer' && (v.type.kind === 'nullptr' || v.type.kind === 'int'))
    return { ...v, k: 'const', low: 0, high: 0, type: to.plain, cat: 'p' } as Ex;
  if (to.kind === 'memberPointer' && v.type.kind === 'memberPointer') {
    const moved = v.k === 'const' && v.low !== 0 ? baseOffset(to.of, v.type.of) : 0;
    return v.k === 'const' ? b.constant(to, BigInt(v.low + moved), span) : { ...v, type: to.plain };
  }
  if (to.kind === 'bool' && v.type.kind === 'nullptr') return b.bool(false, span);
  if (to.kind === 'pointer' && v.type.kind === 'pointer') return movedPointer(cx, v, to, span);
  return b.convertScalar(v, to, span);
}
/** A pointer to a class as one to its base, or back: null stays null. */
export function movedPointer(cx: Checker, v: Ex, to: Type, span: Span): Ex {
  const from = v.type.kind === 'pointer' && v.type.to.kind === 'class' ? v.type.to.info : null;
  if (from === null || to.kind !== 'pointer' || to.to.kind !== 'class' || from === to.to.info)
    return { ...v, type: to.plain };
  const up = baseOffset(from, to.to.info);
  const words = up >= 0 ? up : -Math.max(0, baseOffset(to.to.info, from));
  if (words === 0) return { ...v, type: to.plain };
  if (v.k === 'addressOf') return shifted(v, words, to.plain, span);
  const f = cx.std.own('__moved');
  if (f?.kind !== 'functions') return fail(span, 'the headers are not loaded');
  const args = [{ ...v, type: pointerTo(INT) }, b.int(words, span)];
  const r = cx.resolve(f.list, { args, span, what: 'conversion' });
  return { ...cx.call(r.fn, args, span), type: to.plain };
}
const castHint = (from: Type, to: Type): string => {
  if (from.kind === 'enum' && isArithmetic(to)) return `write static_cast<${to.key}>(…)`;
  // C has it without.
  const fromVoid = from.kind === 'pointer' && from.to.kind === 'void' && to.kind === 'pointer';
  return fromVoid ? `write (${to.key}) in front of it` : '';
};
const asPlace = (e: Ex, cx: Checker): Ex => (e.cat === 'p' ? cx.materialize(e, cx.underway.fn) : e);
/** A class prvalue (or a scalar a reference binds to) gets storage until the end of the full expression. */
export function materialize(cx: Checker, e: Ex, fn: Fn): Ex {
  if (e.cat !== 'p') return e;
  const v = cx.newLocal(fn, '', e.type, 'temporary');
  v.addressed = true;
  v.destroy = cx.destructorOf(e.type, e.span);
  return { k: 'temporary', v, init: e, type: e.type, cat: 'x', span: e.span };
}

/** An expression evaluated for its effects: an object it makes ends at once. */
export const discard = (cx: Checker, e: Ex, fn: Fn): Ex =>
  e.cat === 'p' && e.type.kind === 'class' ? materialize(cx, e, fn) : e;

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
  if (e.type.kind === 'enum' && e.type.info.scoped)
    return fail(e.span, `${e.type.key} cannot be tested as true or false`, 'compare it with an enumerator');
  return convert(cx, e, BOOL, e.span);
}
