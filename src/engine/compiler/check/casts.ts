/** Explicit conversions ([expr.cast]): `(T)e`, static_cast and its like; of memory from malloc too. */
import * as op from '../../bytecode/opcodes';
import type { Span } from '../../bytecode/program';
import type { Expr, TypeNode } from '../ast';
import type { Ex } from '../typed';
import * as b from './build';
import type { Checker, Place } from './context';
import { movedPointer } from './convert';
import { lookup } from './resolve';
import { dynamicCast } from './rtti';
import { BOOL, isScalar, pointerTo, type Type, ULONG, VOID } from './types';

/** `(T*)malloc(n)`: what the block is for stands around the call, and a block has a type here. */
const ALLOCATE: Record<string, string> = {
  malloc: '__allocate',
  calloc: '__allocate_zeroed',
  realloc: '__reallocate',
  aligned_alloc: '__allocate_aligned',
};

function allocation(cx: Checker, at: Place, to: TypeNode, e: Expr): Expr {
  if (e.kind === 'paren') return allocation(cx, at, to, e.inner);
  if (e.kind !== 'call' || e.callee.kind !== 'name' || to.kind !== 'pointer') return e;
  const made = ALLOCATE[e.callee.parts.at(-1)?.id ?? ''];
  if (made === undefined || cx.type(at.scope, to.to, at).kind === 'void') return e;
  const f = lookup(cx, at, e.callee);
  if (f.kind !== 'functions' || f.list[0]?.library !== true) return e;
  const { span } = e.callee;
  const args = [{ kind: 'type' as const, type: to.to, pack: false, span }];
  const parts = [
    { id: 'std', span },
    { id: made, args, span },
  ];
  return { ...e, callee: { kind: 'name', global: true, parts, span } };
}

export function cast(cx: Checker, at: Place, e: Extract<Expr, { kind: 'cast' }>): Ex {
  const { span } = e;
  const t = cx.type(at.scope, e.type, at);
  const a = cx.expr(at, allocation(cx, at, e.type, e.arg));
  if (e.style === 'dynamic') return dynamicCast(cx, a, t, at, span);
  if (t.kind === 'void') return b.comma(cx.discard(a, at.fn), b.nothing(span));
  if (t.kind === 'reference') {
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
  if (isScalar(v.type) && isScalar(t)) {
    const pointers = t.kind === 'pointer' && (v.type.kind === 'pointer' || v.type.kind === 'nullptr');
    if (pointers && t.kind === 'pointer')
      return e.style === 'reinterpret' ? { ...v, type: t.plain } : movedPointer(cx, v, t, span);
    if (t.kind === 'pointer' || v.type.kind === 'pointer') {
      if (t.kind === 'bool') return b.convertScalar(v, BOOL, span);
      return addressCast(v, t, span);
    }
    return b.convertScalar(v, t, span);
  }
  return cx.convert(v, t, span);
}

/** A pointer as a number, and back: see machine/address.ts. */
function addressCast(v: Ex, t: Type, span: Span): Ex {
  if (t.kind !== 'pointer') {
    const pointer = v.type.kind === 'nullptr' ? { ...v, type: pointerTo(VOID) } : v;
    return b.convertScalar(b.op(op.NUMBER, [], [pointer], ULONG, span), t, span);
  }
  if (v.k === 'const' && v.low === 0 && v.high === 0) return b.constant(t, 0n, span);
  return b.op(op.POINTER, [], [b.convertScalar(v, ULONG, span)], t.plain, span);
}
