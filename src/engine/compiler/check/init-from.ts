/** What initialises a variable, a parameter or a member of a given type ([dcl.init], [dcl.init.ref]): a value, an object, a bound reference. */
import type { Span } from '../../bytecode/program';
import { CompileError, fail } from '../diagnostics';
import type { Ex } from '../typed';
import * as b from './build';
import type { Arg, Checker, Place } from './context';
import {
  asArray,
  convert,
  isText,
  materialize,
  NO,
  rankReference,
  referenceFunction,
  userConversion,
  value,
} from './convert';
import { meant } from './overload-sets';
import { derivesFrom, pointerTo, sameType, type Type } from './types';

export function initFrom(cx: Checker, from: Arg, to: Type, at: Place, span: Span, explicit = false): Ex {
  const e = from.k === 'braced' ? from : (meant(cx, from, to) ?? from);
  if (to.kind === 'reference') return bindReference(cx, e, to.to, to.rvalue, at, span);
  if (e.k === 'braced')
    return cx.construct(to, e.designators === undefined ? e.items : [e], at, span, 'list');
  if (to.kind === 'class') return initClass(cx, e, to, at, span, explicit);
  if (to.kind === 'array') {
    if (isText(e, to) && e.k === 'string') return textArray(cx, e.text, to, at, span);
    if (e.cat === 'p' && e.type === to) return e;
    return fail(span, 'an array cannot be copied', 'use std::array, or copy element by element');
  }
  return convert(cx, e, to, span, explicit);
}

/** The address of a place for a reference to it, or to a base of its class. */
function boundTo(place: Ex, to: Type): Ex {
  const derived = place.type.kind === 'class' && to.kind === 'class' && place.type.info !== to.info;
  return { ...b.addressOf(derived ? b.asBase(place, to.info) : place), type: pointerTo(to) };
}

function textArray(cx: Checker, s: string, to: Extract<Type, { kind: 'array' }>, at: Place, span: Span): Ex {
  // Of C: an array that has no room for the 0 does without ([C17 6.7.9]/14).
  const chars = cx.uses.c && [...s].length === to.length ? [...s] : [...s, '\0'];
  if (chars.length > to.length) fail(span, 'the string is too long for the array');
  const values = chars.map((c) => b.constant(to.of, BigInt(c.codePointAt(0) ?? 0), span));
  return cx.construct(to, values, at, span, 'list');
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
    const explicitOne = cx.tryResolve(to.info.constructors, { args: [e], span: e.span, what: to.key });
    return explicitOne === null ? '' : `the constructor is explicit: write ${to.key}(…)`;
  } catch (error) {
    if (error instanceof CompileError) return '';
    throw error;
  }
}

function bindReference(cx: Checker, from: Arg, to: Type, rvalue: boolean, at: Place, span: Span): Ex {
  const e = asArray(from, to);
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
    if (related) return boundTo(materialize(cx, e, at.fn), to);
  }
  if (e.k !== 'braced' && e.type.kind === 'class') {
    const fn = rvalue ? null : referenceFunction(cx, e.type.info, to);
    if (fn !== null) {
      const made = cx.call(cx.use(fn, span), [b.addressOf(materialize(cx, e, at.fn))], span);
      return { ...b.addressOf(made), type: pointerTo(to) };
    }
  }
  const made = initFrom(cx, e, to.plain, at, span);
  return { ...b.addressOf(materialize(cx, { ...made, type: to.plain }, at.fn)), type: pointerTo(to) };
}
