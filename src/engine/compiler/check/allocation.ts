/** new and delete. */
import type { Span } from '../../bytecode/program';
import type { Expr } from '../ast';
import { fail } from '../diagnostics';
import type { Ex } from '../typed';
import * as b from './build';
import { constructed } from './callees';
import { passArgs } from './calls';
import { needsConcrete } from './classes';
import type { Checker, Place } from './context';
import { bytesOf, type FunctionEntity, INT, pointerTo, type Type, ULONG, VOID } from './types';

export function makeNew(cx: Checker, at: Place, e: Extract<Expr, { kind: 'new' }>): Ex {
  const { span } = e;
  if (e.count !== null) return newArray(cx, at, e, e.count);
  const args = cx.args(at, e.args);
  const t = constructed(cx, at, e.type, args, span);
  needsConcrete(cx, t, span);
  const init = !e.valueInit
    ? cx.initialize(t, { kind: 'none' }, at, span)
    : cx.construct(t, args, at, span, e.braced ? 'list' : 'direct');
  return { k: 'new', of: t, init, storage: storageOf(cx, at, e, t), type: pointerTo(t), cat: 'p', span };
}
/** Where the object comes to stand if it is no block of its own: what the program's `operator new` gives, or the p of `new (p) T`. */
function storageOf(
  cx: Checker,
  at: Place,
  e: Extract<Expr, { kind: 'new' }>,
  t: Type,
  count: Ex | null = null,
) {
  const { placement, span } = e;
  const more = placement === null ? [] : commas(placement).map((x) => cx.expr(at, x));
  const own = allocators(cx, t, 'new', count !== null, span);
  const size = count === null ? bytes(t, span) : bytesOfMany(t, count, span);
  const args = [size, ...more];
  const r = own === null ? null : cx.tryResolve(own, { args, span, what: 'operator new' });
  if (r !== null) {
    const pointer = cx.call(r.fn, passArgs(cx, r, args, at, span), span);
    return { pointer: { ...pointer, type: pointerTo(t) }, owned: false };
  }
  const [place] = more;
  if (place === undefined || isTag(place.type)) return null;
  const p = cx.value(place);
  if (p.type.kind !== 'pointer') return fail(span, `an object cannot be placed at a ${p.type.key}`);
  return { pointer: { ...p, type: pointerTo(t) }, owned: false };
}
/** `new (a, b) T` */
const commas = (e: Expr): Expr[] =>
  e.kind === 'binary' && e.op === ',' ? [...commas(e.left), e.right] : [e];
/** std::nothrow and std::align_val_t: an allocation never fails here, and everything is aligned. */
const isTag = (t: Type): boolean =>
  t.kind === 'enum' || (t.kind === 'class' && t.info.library === 'nothrow_t');
const bytes = (t: Type, span: Span): Ex => b.constant(ULONG, BigInt(bytesOf(t).size), span);

const bytesOfMany = (t: Type, count: Ex, span: Span): Ex =>
  b.binary('*', b.convertScalar(count, ULONG, span), bytes(t, span), ULONG, span);

/**
 * The program's own `operator new` or `operator delete` for objects of a type: its class's, else what stands in the place of the global
 * one ([class.free], [replacement.functions]); null where there is none. An array falls back on the global one for an object.
 */
export function allocators(
  cx: Checker,
  t: Type,
  which: 'new' | 'delete',
  isArray: boolean,
  span: Span,
): readonly FunctionEntity[] | null {
  const id = `operator ${which}`;
  if (t.kind === 'class') {
    cx.complete(t.info, span);
    const own = t.info.scope.own(isArray ? `${id}[]` : id);
    if (own?.kind === 'functions') return own.list;
  }
  const found = (isArray ? cx.global.own(`${id}[]`) : undefined) ?? cx.global.own(id);
  return found?.kind === 'functions' ? found.list : null;
}
/** Room for n objects: `__new_space<T>(n)`. */
export function space(cx: Checker, at: Place, t: Type, count: Ex, span: Span): Ex | null {
  const own = allocators(cx, t, 'new', true, span);
  if (own === null) return null;
  const args = [bytesOfMany(t, count, span)];
  const r = cx.resolve(own, { args, span, what: 'operator new[]' });
  return { ...cx.call(r.fn, passArgs(cx, r, args, at, span), span), type: pointerTo(t) };
}
/** ([expr.delete]) Who gets the storage back; null where the machine does. */
export function giveBack(cx: Checker, at: Place, t: Type, p: Ex, isArray: boolean, span: Span): Ex | null {
  const own = allocators(cx, t, 'delete', isArray, span);
  if (own === null) return null;
  const pointer: Ex = { ...p, type: pointerTo(VOID) };
  for (const args of [[pointer], [pointer, bytes(t, span)]]) {
    const r = cx.tryResolve(own, { args, span, what: 'operator delete' });
    if (r !== null) return cx.call(r.fn, passArgs(cx, r, args, at, span), span);
  }
  return fail(span, 'no operator delete takes a pointer alone, or with its size');
}
/** `new T[n]`, `new T[n]{…}` */
function newArray(cx: Checker, at: Place, e: Extract<Expr, { kind: 'new' }>, size: Expr): Ex {
  const { span } = e;
  const t = cx.type(at.scope, e.type, at);
  if (t.kind === 'class') cx.complete(t.info, span);
  cx.destructorOf(t, span);
  const n = cx.convert(cx.value(cx.expr(at, size)), INT, span);
  const blank = e.args.length === 0 && cx.initialize(t, { kind: 'none' }, at, span) === null && !e.valueInit;
  const call = (name: string, args: readonly Ex[]): Ex => {
    const f = cx.std.find(name);
    if (f?.kind !== 'functions') return fail(span, 'the headers are not loaded');
    const r = cx.resolve(f.list, { explicit: [{ kind: 'type', type: t.plain }], args, span, what: 'new' });
    return cx.call(r.fn, passArgs(cx, r, args, at, span), span);
  };
  const placed = e.placement === null ? null : storageOf(cx, at, e, t, n)?.pointer;
  if (e.args.length === 0 && !placed) return call(blank ? '__new_blank' : '__new_items', [n]);
  // The values into their places, one after the other, then as many more as are missing.
  const items = cx.materialize(placed ?? call('__new_blank', [n]), at.fn);
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
  // What is not initialised stays what the storage held.
  const rest = blank ? [] : [call('__new_rest', [pointer, b.int(given.length, span), n])];
  return sequence([items, ...given, ...rest, pointer]);
}
const sequence = (parts: readonly Ex[]): Ex => parts.reduce((first, next) => b.comma(first, next));
export function makeDelete(cx: Checker, at: Place, p: Ex, isArray: boolean, span: Span): Ex {
  if (p.type.kind !== 'pointer') return fail(span, `${p.type.key} cannot be deleted`);
  if (p.type.to.kind === 'class') cx.complete(p.type.to.info, span);
  const items =
    cx.destructorOf(p.type.to, span) !== null || allocators(cx, p.type.to, 'delete', true, span) !== null;
  const f = cx.std.find(isArray && items ? '__delete_items' : '__delete');
  if (f?.kind !== 'functions') return fail(span, 'the headers are not loaded');
  const r = cx.resolve(f.list, {
    explicit: [{ kind: 'type', type: p.type.to.plain }],
    args: [{ ...p, type: pointerTo(p.type.to.plain) }],
    span,
    what: 'delete',
  });
  return cx.call(r.fn, passArgs(cx, r, [{ ...p, type: pointerTo(p.type.to.plain) }], at, span), span);
}
