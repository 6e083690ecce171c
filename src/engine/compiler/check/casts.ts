/** Explicit conversions ([expr.cast]): `(T)e`, static_cast and its like; of memory from malloc too. */
import * as op from '../../bytecode/opcodes';
import type { Span } from '../../bytecode/program';
import type { Expr } from '../ast';
import type { Ex } from '../typed';
import * as b from './build';
import type { Checker, Place } from './context';
import { movedPointer } from './convert';
import { bytesBefore } from './fields';
import { asFunction } from './function-casts';
import { meant } from './overload-sets';
import { dynamicCast } from './rtti';
import { BOOL, isScalar, pointerTo, type Type, ULONG, VOID } from './types';

/** `(T*)malloc(n)`: what the block is for stands around the call, and a block has a type here. */
const ALLOCATE: Record<string, string> = {
  malloc: '__allocate',
  calloc: '__allocate_zeroed',
  realloc: '__reallocate',
  aligned_alloc: '__allocate_aligned',
};

/** The call that gives memory for what `to` points to, where `e` gives memory for anything. */
function allocation(cx: Checker, e: Ex, to: Type, span: Span): Ex {
  if (e.k !== 'call' || !e.fn.library || to.kind !== 'pointer' || to.to.kind === 'void') return e;
  const made = cx.std.own(ALLOCATE[e.fn.name] ?? '');
  if (made?.kind !== 'functions') return e;
  const explicit = [{ kind: 'type' as const, type: to.to.plain }];
  const args = e.args.map((a) =>
    a.type.kind === 'pointer' ? castScalar(cx, a, to.to.isConst ? a.type : to, span) : a,
  );
  return cx.call(cx.resolve(made.list, { explicit, args, span, what: e.fn.name }).fn, args, span);
}

/** Between pointers, numbers and enumerators; a number that is no pointer has its value converted. */
export function castScalar(cx: Checker, e: Ex, t: Type, span: Span, reinterpret = false): Ex {
  const v = allocation(cx, e, t, span);
  const pointers = t.kind === 'pointer' && (v.type.kind === 'pointer' || v.type.kind === 'nullptr');
  if (pointers && v.k === 'function') return asFunction(cx, v, t, span);
  if (pointers) return reinterpret ? { ...v, type: t.plain } : movedPointer(cx, v, t, span);
  if (t.kind !== 'pointer' && v.type.kind !== 'pointer') return b.convertScalar(v, t, span);
  return t.kind === 'bool' ? b.convertScalar(v, BOOL, span) : addressCast(v, t, span);
}

export function cast(cx: Checker, at: Place, e: Extract<Expr, { kind: 'cast' }>): Ex {
  const { span } = e;
  const t = cx.type(at.scope, e.type, at);
  const named = cx.expr(at, e.arg);
  const a = meant(cx, named, t) ?? named;
  if (e.style === 'dynamic') return dynamicCast(cx, a, t, at, span);
  if (t.kind === 'void') return b.comma(cx.discard(a, at.fn), b.nothing(span));
  if (t.kind === 'reference') {
    if (a.k === 'function') return a;
    const place = a.cat === 'p' ? cx.materialize(a, at.fn) : a;
    if (place.type.kind === 'class' && t.to.kind === 'class' && e.style !== 'reinterpret') {
      const moved = movedPointer(cx, b.addressOf(place), pointerTo(t.to), span);
      return { ...b.deref(moved, t.rvalue ? 'x' : 'l'), span };
    }
    return { ...b.deref({ ...b.addressOf(place), type: pointerTo(t.to) }, t.rvalue ? 'x' : 'l'), span };
  }
  if (t.kind === 'class') return cx.initFrom(a, t, at, span, true);
  if (a.type.kind === 'class') return cx.convert(a, t, span, true);
  const v = cx.value(a);
  if (isScalar(v.type) && isScalar(t)) return castScalar(cx, v, t, span, e.style === 'reinterpret');
  return cx.convert(v, t, span);
}

/** `(size_t)&((T*)0)->member`, as offsetof was written once; null for anything else. */
function offsetOfMember(v: Ex, t: Type, span: Span): Ex | null {
  if (v.k !== 'addressOf' || v.place.k !== 'field' || v.place.object.k !== 'deref') return null;
  const { object, offset } = v.place;
  const { pointer } = object;
  if (pointer.k !== 'const' || pointer.low !== 0 || object.type.kind !== 'class') return null;
  return b.constant(t, bytesBefore(object.type.info, offset, span), span);
}

/** A pointer as a number, and back: see machine/address.ts. */
function addressCast(v: Ex, t: Type, span: Span): Ex {
  const offset = t.kind === 'int' ? offsetOfMember(v, t, span) : null;
  if (offset !== null) return offset;
  if (t.kind !== 'pointer') {
    const pointer = v.type.kind === 'nullptr' ? { ...v, type: pointerTo(VOID) } : v;
    return b.convertScalar(b.op(op.NUMBER, [], [pointer], ULONG, span), t, span);
  }
  if (v.k === 'const' && v.low === 0 && v.high === 0) return b.constant(t, 0n, span);
  return b.op(op.POINTER, [], [b.convertScalar(v, ULONG, span)], t.plain, span);
}
