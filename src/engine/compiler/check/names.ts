/** Names and members as values: variables, functions, data members. */
import type { Span } from '../../bytecode/program';
import type { Expr, Name } from '../ast';
import { fail } from '../diagnostics';
import type { Ex, GlobalVar } from '../typed';
import * as b from './build';
import { isAnonymous } from './classes';
import type { Checker, Place } from './context';
import { undecided } from './overload-sets';
import { overloadedUnary } from './overloads';
import { spell } from './resolve';
import type { Entity } from './scope';
import { fieldPlace, thisPlace } from './subobjects';
import { virtualFunction } from './thunks';
import {
  baseOffset,
  type ClassInfo,
  dereferenced,
  type FunctionEntity,
  functionType,
  lineage,
  memberPointerTo,
  type TemplateValue,
  type Type,
  withConst,
} from './types';

export const self = (at: Place, span: Span): Ex => {
  if (at.fn.cls?.isLambda !== true) return thisPlace(at.fn, span);
  const captured = at.scope.find('this');
  if (captured?.kind !== 'place' || captured.owner !== at.fn.cls)
    return fail(span, "the lambda does not capture 'this'", 'write [this] or [&]');
  return b.deref(captured.make(at.fn));
};

/** The place of a global; of a thread_local one with an initialiser, what its function answers. */
function globalValue(cx: Checker, g: GlobalVar, span: Span): Ex {
  g.used = true;
  if (g.accessor === undefined) return b.globalPlace(g, span);
  return { ...b.deref(cx.call(cx.use(g.accessor, span), [], span)), span };
}
/** `&S::field`: its offset + 1, so that null is none of them. */
export function dataMemberPointer(cx: Checker, info: ClassInfo, id: string, span: Span): Ex {
  const none: Ex = { k: 'nothing', type: info.type, cat: 'l', span };
  const at = member(cx, none, id, span);
  let offset = 0;
  for (let e = at; e !== null && e.k === 'field'; e = e.object) offset += e.offset;
  if (at === null || at.k !== 'field') return fail(span, `a pointer to '${id}' cannot be made`);
  return b.constant(memberPointerTo(info, at.type), BigInt(offset + 1), span);
}
export function entityValue(cx: Checker, at: Place, e: Entity, name: Name): Ex {
  const { span } = name;
  switch (e.kind) {
    case 'local':
      // Outside of all functions only what is not evaluated names one: the decltype of a result.
      if (e.v.owner === at.fn || at.fn === cx.outside) return b.local(e.v, span);
      if (e.v.constant !== null) return { ...e.v.constant, span };
      return fail(span, `'${e.v.name}' belongs to an enclosing function`, 'capture it');
    case 'place':
      if (e.owner !== at.fn && e.owner !== at.fn.cls)
        fail(span, `'${spell(name)}' belongs to an enclosing function`, 'capture it');
      return { ...e.make(at.fn), span };
    case 'field': {
      // ([expr.prim.id]) What is not evaluated may name a member where there is no object.
      if (cx.underway.unevaluated > 0 && !at.fn.hasThis && at.fn.cls?.isLambda !== true) {
        const type = e.cls.fields.find((f) => f.name === e.name)?.type;
        if (type !== undefined) return { k: 'nothing', type: dereferenced(type), cat: 'l', span };
      }
      const f = member(cx, self(at, span), e.name, span);
      return f ?? fail(span, `'${e.name}' is a member of ${e.cls.name}, and there is no object here`);
    }
    case 'global':
      return globalValue(cx, e.g, span);
    case 'constant':
      return b.constant(e.type, e.value, span);
    case 'templateValue':
      if (e.value.kind === 'value')
        return e.value.place === undefined
          ? b.constant(e.value.type.plain, e.value.value, span)
          : { ...e.value.place, span };
      return fail(span, `'${spell(name)}' is not a value`);
    case 'functions':
      return functionValue(cx, at, e.list, name);
    case 'localPack':
    case 'placePack':
      return fail(span, `'${spell(name)}' is a pack`, 'expand it with ...');
    default:
      return fail(span, `'${spell(name)}' is not a value`);
  }
}
/** Of the function that is being checked: `f`, or `int C::f(int)`. */
export function functionName({ fn }: Place, whole: boolean): string {
  const own = fn.entity?.name ?? fn.name;
  if (!whole) return own === '(constructor)' ? (fn.cls?.decl?.name?.id ?? '') : own;
  return `${fn.result?.key ?? 'auto'} ${fn.name}(${fn.paramTypes.map((t) => t.key).join(', ')})`;
}
export const templateArgsOf = (cx: Checker, at: Place, name: Name): TemplateValue[] | null => {
  const args = name.parts[name.parts.length - 1]?.args;
  return args === undefined ? null : cx.templateArgs(at.scope, args);
};
export function functionValue(cx: Checker, at: Place, list: readonly FunctionEntity[], name: Name): Ex {
  const explicit = templateArgsOf(cx, at, name);
  const one = list.length === 1 ? list[0] : list.find((f) => (f.template === null) === (explicit === null));
  const isOpen = one === undefined || (one.template !== null && explicit === null);
  const set = list.length > 1 || isOpen ? { list, explicit } : undefined;
  if (set !== undefined && isOpen) return undecided(set, name.span);
  if (one === undefined) return fail(name.span, `'${spell(name)}' is not a value`);
  const named = cx.instance(one, explicit, name.span);
  const fn = one.isVirtual ? virtualFunction(cx, named, name.span) : cx.use(named, name.span);
  const t = functionType(cx.resultOf(fn, name.span), fn.paramTypes);
  return {
    k: 'function',
    fn,
    ...(set && { set }),
    type: fn.hasThis && fn.cls !== null ? memberPointerTo(fn.cls, t) : t,
    cat: fn.hasThis ? 'p' : 'l',
    span: name.span,
  };
}

/** The part of an object that is of a base; where it begins with it, the object itself. */
const within = (object: Ex, base: ClassInfo): Ex =>
  object.type.kind === 'class' && baseOffset(object.type.info, base) > 0 ? b.asBase(object, base) : object;
/** A data member of a class place (or one of its base); null if there is none of that name. */
export function member(cx: Checker, object: Ex, id: string, span: Span): Ex | null {
  if (object.type.kind !== 'class') return null;
  cx.complete(object.type.info, span);
  for (const c of lineage(object.type.info)) {
    const f = c.fields.find((x) => x.name === id);
    const part = c === object.type.info ? object : within(object, c);
    if (f === undefined) {
      // A member of a union without a name, in the class.
      for (const a of c.fields) {
        const inner = isAnonymous(a.name) ? member(cx, fieldPlace(part, a, span), id, span) : null;
        if (inner !== null) return inner;
      }
      continue;
    }
    const cell = fieldPlace(part, f, span);
    if (f.type.kind === 'reference') return b.deref(b.load(cell));
    const isConst = f.type.isConst || (object.type.isConst && !f.isMutable);
    return { ...cell, type: withConst(f.type, isConst) };
  }
  return null;
}

/** The class place `e` in `e.m` or `e->m`; operator-> is applied as often as needed. `check`: a null object is a finding here. */
export function objectOf(cx: Checker, at: Place, e: Extract<Expr, { kind: 'member' }>): Ex {
  let object = cx.expr(at, e.object);
  if (!e.arrow)
    return object.cat === 'p' && object.type.kind === 'class' ? cx.materialize(object, at.fn) : object;
  for (let i = 0; object.type.kind === 'class' && i < 8; i++) {
    const through = overloadedUnary(cx, at, '->', object, [], e.span);
    if (through === null) return fail(e.span, `${object.type.key} has no operator ->`, 'use .');
    object = through;
  }
  const p = cx.value(object);
  if (p.type.kind !== 'pointer') return fail(e.span, `${p.type.key} is not a pointer`, 'use .');
  return { ...b.deref(p, 'l', !isThis(p)), span: e.span };
}
const isThis = (p: Ex): boolean => p.k === 'load' && p.place.k === 'local' && p.place.v.role === 'this';

export function noMember(t: Type, id: string, span: Span): never {
  const name = t.kind === 'class' ? t.info.name : t.key;
  return fail(span, `${name} has no member '${id}'`, t.kind === 'pointer' ? 'write -> after a pointer' : '');
}
export function memberAccess(cx: Checker, at: Place, e: Extract<Expr, { kind: 'member' }>): Ex {
  const object = objectOf(cx, at, e);
  const id = e.member.parts[e.member.parts.length - 1]?.id ?? '';
  if (object.type.kind !== 'class') return noMember(object.type, id, e.member.span);
  const f = member(cx, object, id, e.span);
  if (f !== null) return { ...f, span: e.span };
  const found = object.type.info.scope.own(id);
  if (found?.kind === 'global') return globalValue(cx, found.g, e.span);
  if (found?.kind === 'constant') return b.constant(found.type, BigInt(found.value), e.span);
  if (found?.kind === 'functions')
    return fail(e.member.span, `the function '${id}' must be called`, 'add ()');
  return noMember(object.type, id, e.member.span);
}
