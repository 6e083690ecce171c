/**
 * typeid and dynamic_cast. A type's descriptor is a std::type_info among the constants: its name, and the descriptor of its base class. The
 * word before a class's table of virtual functions says where the class's descriptor is, in programs that ask.
 */
import type { Span } from '../../bytecode/program';
import type { Expr, TypeNode } from '../ast';
import { fail } from '../diagnostics';
import type { Ex } from '../typed';
import * as b from './build';
import { passArgs } from './calls';
import type { Checker, Place } from './context';
import { constOf, dereferenced, derivesFrom, pointerTo, type Type, VOID } from './types';

export function typeidExpr(cx: Checker, at: Place, type: TypeNode | null, arg: Expr | null, span: Span): Ex {
  if (type !== null) return descriptor(cx, dereferenced(cx.type(at.scope, type, at)), span);
  const e = arg === null ? fail(span, 'typeid needs a type or an expression') : cx.expr(at, arg);
  const polymorphic = e.cat !== 'p' && isPolymorphic(cx, e.type, span);
  if (!polymorphic) return descriptor(cx, e.type, span);
  const found = library(cx, at, '__type_at', null, [b.addressOf(e)], span);
  return { ...b.deref({ ...found, type: pointerTo(infoType(cx, span)) }, 'l', true), span };
}
function isPolymorphic(cx: Checker, t: Type, span: Span): boolean {
  if (t.kind !== 'class') return false;
  cx.complete(t.info, span);
  return t.info.vtable.length > 0;
}
const infoType = (cx: Checker, span: Span): Type => constOf(cx.stdType('type_info', [], span));
/** The type's own, as a place. */
function descriptor(cx: Checker, t: Type, span: Span): Ex {
  cx.uses.rtti = true;
  if (t.kind === 'class') cx.complete(t.info, span);
  return { k: 'typeInfo', of: t.plain, type: infoType(cx, span), cat: 'l', span };
}

/** ([expr.dynamic.cast]) To a base class at compile time; else by the object's own class. */
export function dynamicCast(cx: Checker, e: Ex, to: Type, at: Place, span: Span): Ex {
  if (to.kind === 'reference') {
    if (e.type.kind !== 'class' || to.to.kind !== 'class')
      return fail(span, `${e.type.key} cannot be cast to ${to.key}`);
    if (derivesFrom(e.type.info, to.to.info))
      return { ...b.deref(b.addressOf(b.asBase(e, to.to.info)), to.rvalue ? 'x' : 'l'), span };
    const cast = castPointer(cx, at, '__dynamic_reference', b.addressOf(e), to.to, span);
    return { ...b.deref(cast, to.rvalue ? 'x' : 'l'), span };
  }
  const p = cx.value(e);
  if (to.kind !== 'pointer' || p.type.kind !== 'pointer' || p.type.to.kind !== 'class')
    return fail(
      span,
      `${e.type.key} cannot be cast to ${to.key}`,
      'dynamic_cast takes pointers and references to classes',
    );
  if (to.to.kind === 'void')
    return {
      ...library(cx, at, '__whole', null, [{ ...p, type: pointerTo(constOf(VOID)) }], span),
      type: to.plain,
    };
  if (to.to.kind !== 'class') return fail(span, `${to.key} is no pointer to a class`);
  if (derivesFrom(p.type.to.info, to.to.info)) return cx.convert(p, to, span);
  return castPointer(cx, at, '__dynamic_pointer', p, to.to, span);
}
function castPointer(cx: Checker, at: Place, name: string, p: Ex, to: Type, span: Span): Ex {
  if (p.type.kind !== 'pointer') return fail(span, 'not a pointer');
  if (!isPolymorphic(cx, p.type.to, span))
    return fail(span, `${p.type.to.key} has no virtual function: its objects do not know their class`);
  if (p.type.to.isConst && !to.isConst) return fail(span, 'the cast would drop const');
  const wanted = b.addressOf(descriptor(cx, to, span));
  return { ...library(cx, at, name, to.plain, [p, wanted], span), type: pointerTo(to) };
}
function library(cx: Checker, at: Place, name: string, of: Type | null, args: readonly Ex[], span: Span): Ex {
  cx.uses.rtti = true;
  const f = cx.std.find(name);
  if (f?.kind !== 'functions') return fail(span, 'the headers are not loaded');
  const explicit = of === null ? null : [{ kind: 'type', type: of } as const];
  const r = cx.resolve(f.list, { explicit, args, span, what: name });
  return cx.call(r.fn, passArgs(cx, r, args, at, span), span);
}
