/** Members the compiler makes: default, copy and move constructors, assignments, destructors ([class.copy.ctor], [class.dtor]…). */
import type { Span } from '../../bytecode/program';
import { CompileError, fail } from '../diagnostics';
import type { Ex, Field, Fn, Stm } from '../typed';
import * as b from './build';
import { complete, entities } from './classes';
import type { Checker, ImplicitRole } from './context';
import { isUnion } from './fields';
import { memberInits } from './member-inits';
import { declaresCopyOrMove } from './special';
import { fieldPlace, memberEnds, setVtable, thisPlace } from './subobjects';
import { type ClassInfo, constOf, isScalar, referenceTo, type Type, VOID } from './types';

export function isTriviallyCopyable(cx: Checker, t: Type): boolean {
  if (t.kind === 'array') return isTriviallyCopyable(cx, t.of);
  if (t.kind !== 'class') return true;
  const info = t.info;
  complete(cx, info, { file: 0, start: 0, end: 0 });
  if (
    declaresCopyOrMove(info) ||
    info.destructor?.decl.special === '' ||
    info.vtable.length > 0 ||
    userAssigns(info)
  )
    return false;
  return (
    info.fields.every((f) => isTriviallyCopyable(cx, f.type)) &&
    info.bases.every((x) => isTriviallyCopyable(cx, x.info.type))
  );
}
const userAssigns = (info: ClassInfo): boolean =>
  entities(info, 'operator=').some((e) => e.decl.special !== 'default');

/** Null when there is nothing to do (a trivial member). */
export function implicit(cx: Checker, info: ClassInfo, role: ImplicitRole, span: Span): Fn | null {
  complete(cx, info, span);
  const known = info.implicit.get(role);
  if (known !== undefined) return known;
  info.implicit.set(role, null);
  const fn = IMPLICIT[role](cx, info, info.decl?.name?.span ?? span, span);
  info.implicit.set(role, fn);
  return fn;
}
/**
 * Nobody wrote their text: like the library's, their steps count as the line that ends, copies or assigns the object. A default
 * constructor runs initializers that somebody wrote.
 */
const UNSEEN = true;
const own = (info: ClassInfo): string => info.decl?.name?.id ?? info.name;
/** `span` of the class, `asked` of the code that needs the member. */
const IMPLICIT: Record<ImplicitRole, (cx: Checker, info: ClassInfo, span: Span, asked: Span) => Fn | null> = {
  default: (cx, info, span) => {
    const needs =
      info.vtable.length > 0 ||
      info.bases.some((x) => defaultNeeds(cx, x.info.type, span)) ||
      info.fields.some((f) => hasInitializer(info, f.name) || defaultNeeds(cx, f.type, span));
    if (!needs) return null;
    return cx.makeFn({
      name: `${info.name}::${own(info)}`,
      cls: info,
      hasThis: true,
      paramTypes: [],
      result: VOID,
      span,
      library: info.scope.library,
      build: (fn) => memberInits(cx, fn, info, null, info.scope),
    });
  },
  copy: (cx, info, span, asked) => copyOrMove(cx, info, span, asked, false),
  move: (cx, info, span, asked) => copyOrMove(cx, info, span, asked, true),
  copyAssign: (cx, info, span, asked) => assignAll(cx, info, span, asked, false),
  moveAssign: (cx, info, span, asked) => assignAll(cx, info, span, asked, true),
  destroy: (cx, info, span) => {
    const needs =
      info.vtable.some((v) => v.name === '~') ||
      (!isUnion(info) &&
        info.fields.some((f) => f.type.kind !== 'reference' && destructorOf(cx, f.type, span) !== null)) ||
      info.bases.some((x) => destructorOf(cx, x.info.type, span) !== null);
    if (!needs) return null;
    return cx.makeFn({
      name: `${info.name}::~${own(info)}`,
      cls: info,
      hasThis: true,
      paramTypes: [],
      result: VOID,
      span,
      library: UNSEEN,
      noexcept: true,
      build: (fn) => memberEnds(cx, fn, info, span),
    });
  },
};
function defaultNeeds(cx: Checker, t: Type, span: Span): boolean {
  if (t.kind === 'array') return defaultNeeds(cx, t.of, span);
  if (t.kind !== 'class') return false;
  complete(cx, t.info, span);
  return (
    t.info.constructors.some((c) => c.decl.special !== 'default') ||
    implicit(cx, t.info, 'default', span) !== null
  );
}
function hasInitializer(info: ClassInfo, name: string): boolean {
  return (info.decl?.members ?? []).some(
    (m) => m.kind === 'vars' && m.vars.some((v) => v.id === name && v.init.kind !== 'none'),
  );
}

/** The other object's member as a source: copied, or moved from. */
const source = (fn: Fn, f: { name: string; type: Type; offset: number }, move: boolean, span: Span): Ex => {
  const other = fn.params[1];
  if (other === undefined) return fail(span, 'no source');
  const place = fieldPlace(b.local(other, span), f, span);
  if (f.type.kind === 'reference') return b.load(place);
  return b.withCat(move ? place : { ...place, type: constOf(place.type) }, move ? 'x' : 'l');
};
function copyOrMove(cx: Checker, info: ClassInfo, span: Span, asked: Span, move: boolean): Fn {
  const from = move ? referenceTo(info.type, true) : referenceTo(constOf(info.type), false);
  return cx.makeFn({
    name: `${info.name}::${own(info)}`,
    cls: info,
    hasThis: true,
    paramTypes: [from],
    result: VOID,
    span,
    library: UNSEEN,
    build: (fn) => {
      const at = { scope: info.scope, fn };
      const out: Stm[] = [];
      const other = fn.params[1];
      for (const { info: base } of info.bases)
        if (other !== undefined)
          out.push({
            k: 'init',
            place: b.asBase(thisPlace(fn, span), base),
            init: cx.initFrom(
              b.withCat(b.asBase(b.local(other, span), base), move ? 'x' : 'l'),
              base.type,
              at,
              span,
            ),
            span,
          });
      out.push(...setVtable(cx, fn, info, span));
      for (const f of info.fields.filter((x) => x.name !== '__vtable'))
        out.push(...member(info, f, 'copied', asked, () => copyField(cx, fn, f, move, span)));
      return out;
    },
  });
}
function copyField(
  cx: Checker,
  fn: Fn,
  f: { name: string; type: Type; offset: number },
  move: boolean,
  span: Span,
): Stm[] {
  const at = { scope: cx.std, fn };
  const from = source(fn, f, move, span);
  const to = fieldPlace(thisPlace(fn, span), f, span);
  if (f.type.kind === 'reference') return [{ k: 'init', place: to, init: from, span }];
  // Initialised or not, as compilers copy it: only who looks at the value is told.
  if (isScalar(f.type) || isTriviallyCopyable(cx, f.type))
    return [{ k: 'init', place: to, init: { k: 'bitCopy', from, type: f.type.plain, cat: 'p', span }, span }];
  if (f.type.kind === 'array') {
    const of = f.type.of;
    const length = f.type.length;
    return Array.from(
      { length },
      (_, i): Stm => ({
        k: 'init',
        place: element(to, of, i, length, span),
        init: cx.initFrom(b.withCat(element(from, of, i, length, span), move ? 'x' : 'l'), of, at, span),
        span,
      }),
    );
  }
  return [{ k: 'init', place: to, init: cx.initFrom(from, f.type.plain, at, span), span }];
}
const element = (array: Ex, of: Type, i: number, length: number, span: Span): Ex => ({
  k: 'element',
  array,
  index: b.int(i, span),
  length,
  type: array.type.kind === 'array' ? array.type.of : of,
  cat: array.cat,
  span,
});

function assignAll(cx: Checker, info: ClassInfo, span: Span, asked: Span, move: boolean): Fn {
  const from = move ? referenceTo(info.type, true) : referenceTo(constOf(info.type), false);
  return cx.makeFn({
    name: `${info.name}::operator=`,
    cls: info,
    hasThis: true,
    paramTypes: [from],
    result: referenceTo(info.type, false),
    span,
    library: UNSEEN,
    build: (fn) => {
      const at = { scope: info.scope, fn };
      const out: Stm[] = [];
      const other = fn.params[1];
      for (const { info: base } of info.bases)
        if (other !== undefined)
          out.push({
            k: 'expr',
            e: cx.binary(
              at,
              '=',
              b.asBase(thisPlace(fn, span), base),
              b.withCat(b.asBase(b.local(other, span), base), move ? 'x' : 'l'),
              span,
            ),
            span,
          });
      for (const f of info.fields)
        if (f.name !== '__vtable')
          out.push(...member(info, f, 'assigned', asked, () => assignField(cx, fn, f, move, span)));
      out.push({ k: 'return', value: b.addressOf(thisPlace(fn, span)), span });
      return out;
    },
  });
}

function assignField(cx: Checker, fn: Fn, f: Field, move: boolean, span: Span): Stm[] {
  const at = { scope: cx.std, fn };
  if (f.type.kind === 'reference') return fail(span, 'it is a reference');
  const to = fieldPlace(thisPlace(fn, span), f, span);
  const from = source(fn, f, move, span);
  const assign = (x: Ex, y: Ex): Stm =>
    isScalar(x.type) && !x.type.isConst
      ? { k: 'expr', e: { k: 'copy', to: x, from: y, type: x.type, cat: 'l', span }, span }
      : { k: 'expr', e: cx.binary(at, '=', x, y, span), span };
  if (f.type.kind !== 'array') return [assign(to, from)];
  const { of, length } = f.type;
  return Array.from({ length }, (_, i) =>
    assign(element(to, of, i, length, span), b.withCat(element(from, of, i, length, span), move ? 'x' : 'l')),
  );
}
/** What the compiler's own copy does with a member; if it cannot, the code that asked for the copy is told. */
function member(info: ClassInfo, f: Field, done: string, asked: Span, make: () => Stm[]): Stm[] {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    const why = error.diagnostic.message;
    return fail(
      asked,
      `${info.name} cannot be ${done}: its member '${f.name}' cannot be (${why})`,
      'take a reference or a pointer, or std::move it if it can be moved',
    );
  }
}

/** The call that ends the object in `place`, virtual where its class says so; null for trivial types. */
export function destruction(cx: Checker, place: Ex, span: Span): Ex | null {
  const fn = destructorOf(cx, place.type, span);
  if (fn === null) return null;
  const args = [b.addressOf(place)];
  const cls = place.type.kind === 'class' ? place.type.info : null;
  const slot = cls === null ? -1 : cls.vtable.findIndex((v) => v.name === '~');
  if (cls !== null && slot >= 0) return { k: 'callVirtual', cls, slot, fn, args, type: VOID, cat: 'p', span };
  return { k: 'call', fn, args, type: VOID, cat: 'p', span };
}
/** What runs when an object of type t ends; null for trivial types. */
export function destructorOf(cx: Checker, t: Type, span: Span): Fn | null {
  if (t.kind === 'array') {
    const of = t.of;
    const one = destructorOf(cx, of, span);
    if (one === null) return null;
    const key = `~${t.key}`;
    const info = of.kind === 'class' ? of.info : null;
    const known = info?.implicit.get(key as ImplicitRole);
    if (known !== undefined) return known;
    const fn = cx.makeFn({
      name: `~${t.key}`,
      cls: null,
      hasThis: false,
      paramTypes: [referenceTo(t, false)],
      result: VOID,
      span,
      library: true,
      noexcept: true,
      build: (self) => {
        const array = self.params[0];
        if (array === undefined) return [];
        return Array.from(
          { length: t.length },
          (_, i): Stm => ({
            k: 'destroy',
            fn: one,
            place: element(b.local(array, span), of, t.length - 1 - i, t.length, span),
            span,
          }),
        );
      },
    });
    info?.implicit.set(key as ImplicitRole, fn);
    return cx.use(fn, span);
  }
  if (t.kind !== 'class') return null;
  complete(cx, t.info, span);
  const user = t.info.destructor;
  if (user !== null && user.decl.special !== 'default') return cx.use(cx.instance(user, null, span), span);
  const fn = implicit(cx, t.info, 'destroy', span);
  return fn === null ? null : cx.use(fn, span);
}
