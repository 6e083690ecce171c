/** new and delete. */
import type { Span } from '../../bytecode/program';
import type { Expr } from '../ast';
import { fail, unsupported } from '../diagnostics';
import type { Ex } from '../typed';
import * as b from './build';
import { constructed } from './callees';
import { passArgs } from './calls';
import { needsConcrete } from './classes';
import type { Checker, Place } from './context';
import { INT, pointerTo, type Type, VOID } from './types';

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
/** `new T[n]`, `new T[n]{…}` */
function newArray(cx: Checker, at: Place, e: Extract<Expr, { kind: 'new' }>, size: Expr): Ex {
  const { span } = e;
  const t = cx.type(at.scope, e.type, at);
  if (t.kind === 'class') cx.complete(t.info, span);
  if (e.placement !== null) unsupported(span, 'placement new of an array', 'place the elements one by one');
  cx.destructorOf(t, span);
  const n = cx.convert(cx.value(cx.expr(at, size)), INT, span);
  const blank = e.args.length === 0 && cx.initialize(t, { kind: 'none' }, at, span) === null && !e.valueInit;
  const call = (name: string, args: readonly Ex[]): Ex => {
    const f = cx.std.find(name);
    if (f?.kind !== 'functions') return fail(span, 'the headers are not loaded');
    const r = cx.resolve(f.list, [{ kind: 'type', type: t.plain }], null, args, span, 'new');
    return cx.call(r.fn, passArgs(cx, r, args, at, span), span);
  };
  if (e.args.length === 0) return call(blank ? '__new_blank' : '__new_items', [n]);
  // The values into their places, one after the other, then as many more as are missing.
  const items = cx.materialize(call('__new_blank', [n]), at.fn);
  const pointer = items.k === 'temporary' ? b.load(b.local(items.v, span)) : items;
  const given = cx.args(at, e.args).map((a, index): Ex => {
    const place = b.deref({
      k: 'pointerAdd',
      pointer,
      index: b.int(index, span),
      negate: false,
      type: pointer.type,
      cat: 'p',
      span,
    });
    return { k: 'initialize', place, init: cx.initFrom(a, t, at, span), type: VOID, cat: 'p', span };
  });
  const rest = call('__new_rest', [pointer, b.int(given.length, span), n]);
  return sequence([items, ...given, rest, pointer]);
}
const sequence = (parts: readonly Ex[]): Ex => parts.reduce((first, next) => b.comma(first, next));
export function makeDelete(cx: Checker, at: Place, p: Ex, isArray: boolean, span: Span): Ex {
  if (p.type.kind !== 'pointer') return fail(span, `${p.type.key} cannot be deleted`);
  if (p.type.to.kind === 'class') cx.complete(p.type.to.info, span);
  const f = cx.std.find(isArray && cx.destructorOf(p.type.to, span) !== null ? '__delete_items' : '__delete');
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
