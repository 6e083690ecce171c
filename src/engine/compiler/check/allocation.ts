/** new and delete. */
import type { Span } from '../../bytecode/program';
import type { Expr } from '../ast';
import { fail, unsupported } from '../diagnostics';
import type { Ex } from '../typed';
import { constructed } from './callees';
import { passArgs } from './calls';
import { needsConcrete } from './classes';
import type { Checker, Place } from './context';
import { INT, pointerTo, type Type } from './types';

export function makeNew(cx: Checker, at: Place, e: Extract<Expr, { kind: 'new' }>): Ex {
  const { span } = e;
  if (e.count !== null) return newArray(cx, at, e, e.count);
  const args = cx.args(at, e.args);
  const t = constructed(cx, at, e.type, args, span);
  needsConcrete(cx, t, span);
  const init = !e.valueInit
    ? cx.initialize(t, { kind: 'none' }, at, span)
    : cx.construct(t, args, at, span, e.braced ? 'list' : 'direct');
  const storage = e.placement === null ? null : { pointer: placed(cx, at, e.placement, t), owned: false };
  return { k: 'new', of: t, init, storage, type: pointerTo(t), cat: 'p', span };
}
/** Where `new (p) T` puts its object. */
function placed(cx: Checker, at: Place, place: Expr, t: Type): Ex {
  const p = cx.value(cx.expr(at, place));
  if (p.type.kind !== 'pointer') return fail(place.span, `an object cannot be placed at a ${p.type.key}`);
  return { ...p, type: pointerTo(t) };
}
/** `new T[n]`; the number of elements is not kept, so what must be destroyed is left to std::vector. */
function newArray(cx: Checker, at: Place, e: Extract<Expr, { kind: 'new' }>, size: Expr): Ex {
  const { span } = e;
  const t = cx.type(at.scope, e.type, at);
  if (t.kind === 'class') cx.complete(t.info, span);
  if (cx.destructorOf(t, span) !== null)
    unsupported(span, 'new T[n] of a class with a destructor', 'use std::vector<T>');
  if (e.placement !== null) unsupported(span, 'placement new of an array', 'place the elements one by one');
  if (e.args.length > 0) unsupported(span, 'new T[n] with values', 'use std::vector<T>, or assign them');
  const n = cx.convert(cx.value(cx.expr(at, size)), INT, span);
  const blank = cx.initialize(t, { kind: 'none' }, at, span) === null && !e.valueInit;
  const f = cx.std.find(blank ? '__new_blank' : '__new_items');
  if (f?.kind !== 'functions') return fail(span, 'the headers are not loaded');
  const r = cx.resolve(f.list, [{ kind: 'type', type: t.plain }], null, [n], span, 'new');
  return cx.call(r.fn, passArgs(cx, r, [n], at, span), span);
}
export function makeDelete(cx: Checker, at: Place, p: Ex, span: Span): Ex {
  if (p.type.kind !== 'pointer') return fail(span, `${p.type.key} cannot be deleted`);
  if (p.type.to.kind === 'class') cx.complete(p.type.to.info, span);
  const f = cx.std.find('__delete');
  if (f?.kind !== 'functions') return fail(span, 'the headers are not loaded');
  const r = cx.resolve(
    f.list,
    [{ kind: 'type', type: p.type.to.plain }],
    null,
    [{ ...p, type: pointerTo(p.type.to.plain) }],
    span,
    'delete',
  );
  return cx.call(r.fn, passArgs(cx, r, [{ ...p, type: pointerTo(p.type.to.plain) }], at, span), span);
}
