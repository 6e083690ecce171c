/** Functions: instances of entities, parameters, and the checking of their bodies. */
import type { Span } from '../../bytecode/program';
import type { Expr, FunctionDecl, Handler, MemberInit, Param, TypeNode } from '../ast';
import { fail } from '../diagnostics';
import type { Ex, Fn, LocalVar, Stm } from '../typed';
import * as b from './build';
import { scopes } from './calls';
import { isUnion } from './classes';
import type { Checker, Place } from './context';
import { within } from './convert';
import { coroutineBody } from './coroutines';
import { throwExpr, tryStatement } from './exceptions';
import { unevaluated } from './nesting';
import { type as resolveType, typeOfEntity } from './resolve';
import { Scope } from './scope';
import { memberDeclarations } from './special';
import { bind, expand, MOST_INSTANCES } from './templates';
import { baseTable, pureVirtual } from './thunks';
import {
  type ClassInfo,
  constOf,
  decay,
  type FunctionEntity,
  pointerTo,
  type TemplateValue,
  type Type,
  templateValueKey,
  VOID,
} from './types';

export function newLocal(
  fn: Fn,
  name: string,
  type: Type,
  role: LocalVar['role'],
  indirect = false,
): LocalVar {
  return {
    name,
    type,
    owner: fn,
    role,
    addressed: type.kind === 'class' || type.kind === 'array',
    indirect,
    constant: null,
    destroy: null,
    slot: -1,
  };
}

/** A function the compiler makes: its parameters get names __0, __1…; `build` gives the body when it is first needed. */
export function makeFn(
  cx: Checker,
  parts: {
    name: string;
    cls: ClassInfo | null;
    hasThis: boolean;
    paramTypes: readonly Type[];
    result: Type;
    span: Span;
    library: boolean;
    noexcept?: boolean;
    build: (fn: Fn) => Stm[];
  },
): Fn {
  const fn: Fn = {
    name: parts.name,
    entity: null,
    cls: parts.cls,
    params: [],
    paramTypes: [...parts.paramTypes],
    result: parts.result,
    hasThis: parts.hasThis,
    isConst: false,
    body: null,
    state: 'declared',
    check: () => {
      if (fn.state !== 'declared') return;
      fn.state = 'checking';
      const body = within(cx, fn, () => parts.build(fn));
      fn.body = { k: 'block', body, end: parts.span, span: parts.span };
      fn.state = 'checked';
    },
    library: parts.library,
    noexcept: parts.noexcept ?? false,
    span: parts.span,
    index: -1,
  };
  fn.params = makeParams(
    fn,
    parts.paramTypes.map((_, i) => `__${i}`),
  );
  return fn;
}
function makeParams(fn: Fn, names: readonly string[]): LocalVar[] {
  const list: LocalVar[] = [];
  if (fn.hasThis && fn.cls !== null)
    list.push(newLocal(fn, 'this', pointerTo(fn.isConst ? constOf(fn.cls.type) : fn.cls.type), 'this'));
  fn.paramTypes.forEach((t, i) => {
    list.push(newLocal(fn, names[i] ?? '', t, 'argument', t.kind === 'class'));
  });
  return list;
}
export const thisPlace = (fn: Fn, span: Span): Ex => {
  const self = fn.coroutine === undefined ? fn.params[0] : fn.coroutine.self;
  if (!fn.hasThis || self == null) return fail(span, "there is no 'this' here");
  return b.deref(b.load({ k: 'local', v: self, type: self.type, cat: 'l', span }));
};

/** The instance of an entity for template arguments (null for an ordinary function). Its body is not checked yet. */
export function instance(
  cx: Checker,
  entity: FunctionEntity,
  values: readonly TemplateValue[] | null,
  span: Span,
): Fn {
  const key = values === null ? '' : values.map(templateValueKey).join(', ');
  const known = entity.instances.get(key);
  if (known !== undefined) return known;
  if (entity.instances.size >= MOST_INSTANCES)
    fail(
      span,
      `the template '${entity.name}' is nested too deeply`,
      'end the recursion with a case of its own',
    );
  const scope = new Scope(entity.scope, entity.scope.library, entity.scope.path);
  if (entity.template !== null && values !== null) bind(cx, scope, entity.template, values, span);
  const decl = entity.decl;
  const paramTypes: Type[] = decl.params
    .flatMap((p) =>
      p.pack
        ? expand(scope, p.type, p.span, (s) => resolveType(cx, s, p.type))
        : [resolveType(cx, scope, p.type)],
    )
    .map(param);
  const isMember = entity.cls !== null && !decl.isStatic;
  const fn: Fn = {
    name: nameOf(entity),
    entity,
    cls: entity.cls,
    params: [],
    paramTypes,
    result: decl.result === null ? VOID : null,
    hasThis: isMember,
    isConst: decl.isConst,
    body: null,
    state: 'declared',
    check: () => checkBody(cx, fn, entity, scope),
    library: entity.library,
    noexcept: decl.isNoexcept || (decl.role === 'destructor' && !decl.mayThrow),
    span: decl.name.span,
    index: -1,
  };
  fn.params = makeParams(fn, []);
  if (decl.result !== null && !holdsAuto(decl.result))
    fn.result = resultType(cx, fn, decl, decl.result, scope);
  const { noexceptIf } = decl;
  if (noexceptIf !== null)
    Object.defineProperty(fn, 'noexcept', { get: once(() => holds(cx, fn, decl, noexceptIf, scope)) });
  scopes.set(fn, scope);
  entity.instances.set(key, fn);
  return fn;
}
/** `auto f(T t) -> decltype(t())`: the parameters can be named. */
function resultType(cx: Checker, fn: Fn, decl: FunctionDecl, node: TypeNode, scope: Scope): Type {
  const inner = new Scope(scope, scope.library, scope.path);
  nameParams(fn, decl, inner);
  return resolveType(cx, inner, node);
}
/** `noexcept(e)`, asked when it is first needed: it may name what is not complete yet. */
function holds(cx: Checker, fn: Fn, decl: FunctionDecl, e: Expr, scope: Scope): boolean {
  const inner = new Scope(scope, scope.library, scope.path);
  nameParams(fn, decl, inner);
  return unevaluated(cx, () => cx.constant({ scope: inner, fn: cx.outside }, e)) !== 0;
}
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
const param = (t: Type): Type =>
  t.kind === 'array' || t.kind === 'function' ? decay(t) : t.kind === 'reference' ? t : t.plain;
const holdsAuto = (t: TypeNode): boolean =>
  t.kind === 'auto' || ((t.kind === 'pointer' || t.kind === 'reference') && holdsAuto(t.to));
function nameOf(e: FunctionEntity): string {
  if (e.cls?.isLambda === true) return e.cls.name;
  if (e.cls !== null)
    return `${e.cls.name}::${e.decl.role === 'constructor' ? (e.cls.decl?.name?.id ?? e.cls.name) : e.name}`;
  return `${e.scope.path}${e.name}`;
}

export function use(cx: Checker, fn: Fn, span: Span): Fn {
  if (!cx.functions.includes(fn)) {
    if (fn.entity?.decl.special === 'delete') fail(span, `${fn.name} is deleted`);
    if (cx.nesting.unevaluated === 0) cx.functions.push(fn);
  }
  return fn;
}
export function resultOf(fn: Fn, span: Span): Type {
  if (fn.result === null) fn.check();
  if (fn.result === null)
    return fail(span, `the result of ${fn.name} is used before it can be deduced`, 'write its return type');
  return fn.result;
}

function checkBody(cx: Checker, fn: Fn, entity: FunctionEntity, outer: Scope): void {
  if (fn.state !== 'declared') return;
  fn.state = 'checking';
  const decl = entity.decl;
  const scope = new Scope(outer, outer.library, outer.path);
  nameParams(fn, decl, scope);
  if (decl.body === null && decl.special !== 'default' && decl.special !== 'pure')
    fail(decl.name.span, `${fn.name} is declared but never defined`, 'give it a body');
  const body = decl.special === 'pure' ? [] : within(cx, fn, () => bodyOf(cx, fn, decl, scope));
  fn.body = { k: 'block', body, end: decl.body?.end ?? decl.span, span: decl.span };
  fn.state = 'checked';
}
function bodyOf(cx: Checker, fn: Fn, decl: FunctionDecl, scope: Scope): Stm[] {
  if (decl.body?.isCoroutine === true)
    return coroutineBody(cx, fn, decl, decl.body, scope, (step, inner) => copiesOf(fn, step, decl, inner));
  const inner = bodyParts(cx, fn, decl, scope);
  fn.result ??= VOID;
  const { span } = decl;
  const body: Stm = { k: 'block', body: inner, end: decl.body?.end ?? span, span };
  if (isMain(fn) && cx.std.find(THREAD_EXIT) !== undefined)
    return [tryStatement(cx, { scope, fn }, body, [ofThreadExit(span)], () => [], span)];
  if (decl.handlers.length === 0) return inner;
  // The object is gone when they run: they can only throw.
  const rethrows = decl.role === 'constructor' || decl.role === 'destructor';
  const last = (at: Place, end: Span): Stm[] =>
    rethrows ? [{ k: 'expr', e: throwExpr(cx, at, null, end), span: end }] : [];
  return [tryStatement(cx, { scope, fn }, body, decl.handlers, last, span)];
}
/** The parameters again, as variables of the step of a coroutine. */
function copiesOf(fn: Fn, step: Fn, decl: FunctionDecl, scope: Scope): LocalVar[] {
  const params = fn.params.map((p) =>
    newLocal(step, p.name, p.type, p.role === 'this' ? 'this' : 'variable'),
  );
  nameParams({ ...fn, params }, decl, scope);
  return params;
}
/** pthread_exit leaves a thread's first function by an exception; of main there is nothing in the library that calls it. */
const THREAD_EXIT = '__thread_exit';
const isMain = (fn: Fn): boolean => fn.name === 'main' && fn.cls === null && !fn.library;
const ofThreadExit = (span: Span): Handler => {
  const parts = ['std', THREAD_EXIT].map((id) => ({ id, span }));
  const name = { kind: 'name', global: true, parts, span } as const;
  const type: TypeNode = { kind: 'named', name, isConst: false, span };
  const param: Param = { type, id: '', idSpan: span, defaultValue: null, pack: false, span };
  return { param, body: { kind: 'block', body: [], end: span, span }, span };
};
function bodyParts(cx: Checker, fn: Fn, decl: FunctionDecl, scope: Scope): Stm[] {
  const out: Stm[] = [];
  if (decl.role === 'constructor' && fn.cls !== null) out.push(...memberInits(cx, fn, fn.cls, decl, scope));
  if (decl.role === 'destructor' && fn.cls !== null && decl.body !== null)
    out.push(...setVtable(cx, fn, fn.cls, decl.span));
  if (decl.body !== null) out.push(membersGuarded(cx, fn, decl, cx.body(fn, scope, decl.body)));
  if (decl.role === 'destructor' && fn.cls !== null)
    out.push(...memberEnds(cx, fn, fn.cls, decl.body?.end ?? decl.span));
  return out;
}
/** The members of an object end even if the body of its destructor throws. */
function membersGuarded(cx: Checker, fn: Fn, decl: FunctionDecl, body: Stm): Stm {
  if (decl.role !== 'destructor' || fn.noexcept || fn.cls === null) return body;
  const { span } = body;
  return memberEnds(cx, fn, fn.cls, span).reduce<Stm>(
    (inner, end) =>
      end.k === 'destroy'
        ? {
            k: 'guarded',
            body: inner,
            undo: { k: 'call', fn: end.fn, args: [b.addressOf(end.place)], type: VOID, cat: 'p', span },
            span,
          }
        : inner,
    body,
  );
}
function nameParams(fn: Fn, decl: FunctionDecl, scope: Scope): void {
  let at = fn.hasThis ? 1 : 0;
  for (const p of decl.params) {
    const count = p.pack ? fn.params.length - at - (decl.params.length - 1 - decl.params.indexOf(p)) : 1;
    const mine = fn.params.slice(at, at + count);
    at += count;
    for (const v of mine) v.name = p.id;
    if (p.id === '') continue;
    if (p.pack) scope.names.set(p.id, { kind: 'localPack', items: mine });
    else if (mine[0] !== undefined) scope.names.set(p.id, { kind: 'local', v: mine[0] });
  }
}

/** Base, members in declaration order: from the initializer list, else the member's own initializer, else default ([class.base.init]). */
export function memberInits(
  cx: Checker,
  fn: Fn,
  cls: ClassInfo,
  decl: FunctionDecl | null,
  scope: Scope,
): Stm[] {
  const at = { scope, fn };
  const given = new Map<string, MemberInit>();
  const out: Stm[] = [];
  const written = (decl?.inits ?? []).flatMap((i) =>
    i.pack ? expand(scope, i, i.span, (s) => ({ i, scope: s })) : [{ i, scope }],
  );
  /** Where the initialisers of the bases stand: with one element of a pack, if they are one. */
  const scopeOf = new Map<string, Scope>();
  for (const { i, scope: inner } of written) {
    const last = i.name.parts[i.name.parts.length - 1]?.id ?? '';
    // With arguments it may be another instance of the class's own template.
    const hasArgs = i.name.parts.some((part) => part.args !== undefined);
    const e = hasArgs ? cx.lookup({ scope: inner, fn }, i.name) : inner.find(last);
    const t = e === undefined ? null : typeOfEntity(e);
    if (t?.kind === 'class' && t.info === cls) {
      const made = cx.construct(cls.type, cx.args(at, i.args), at, i.span, i.braced ? 'list' : 'direct');
      return [
        {
          k: 'init',
          place: thisPlace(fn, i.span),
          init: made,
          undo: undo(cx, thisPlace(fn, i.span), i.span),
          span: i.span,
        },
      ];
    }
    const base = t?.kind === 'class' ? cls.bases.findIndex((x) => x.info === t.info) : -1;
    if (base >= 0) {
      given.set(`base ${base}`, i);
      scopeOf.set(`base ${base}`, inner);
    } else if (cls.scope.names.get(last)?.kind === 'field') given.set(last, i);
    else fail(i.span, `${cls.name} has no member '${last}'`);
  }
  const span = decl?.name.span ?? fn.span;
  cls.bases.forEach(({ info }, n) => {
    const i = given.get(`base ${n}`);
    const made =
      i !== undefined
        ? cx.construct(
            info.type,
            cx.args({ scope: scopeOf.get(`base ${n}`) ?? scope, fn }, i.args),
            at,
            i.span,
            i.braced ? 'list' : 'direct',
          )
        : cx.initialize(info.type, { kind: 'none' }, at, span);
    const place = b.asBase(thisPlace(fn, span), info);
    if (made !== null)
      out.push({ k: 'init', place, init: made, undo: undo(cx, place, span), span: i?.span ?? span });
  });
  out.push(...setVtable(cx, fn, cls, span));
  const declared = memberDeclarations(cls);
  for (const f of cls.fields) {
    if (f.name === '__vtable') continue;
    const i = given.get(f.name);
    const d = declared.get(f.name);
    if (isUnion(cls) && i === undefined && (d === undefined || d.init.kind === 'none')) continue;
    const s = i?.span ?? d?.span ?? span;
    let made: Ex | null;
    if (i !== undefined)
      made = cx.initialize(
        f.type,
        i.braced
          ? { kind: 'list', list: { kind: 'braced', items: i.args, span: i.span } }
          : { kind: 'direct', args: i.args, span: i.span },
        at,
        i.span,
      );
    else made = cx.initialize(f.type, d?.init ?? { kind: 'none' }, { scope: cls.scope, fn }, s);
    if (made !== null)
      out.push({
        k: 'init',
        place: fieldPlace(thisPlace(fn, s), f, s),
        init: made,
        undo: f.type.kind === 'reference' ? null : undo(cx, fieldPlace(thisPlace(fn, s), f, s), s),
        span: s,
      });
  }
  // Members of a union without a name.
  for (const [id, i] of given) {
    const isOwn = id.startsWith('base ') || cls.fields.some((f) => f.name === id);
    const place = isOwn ? null : cx.member(thisPlace(fn, i.span), id, i.span);
    if (place === null) continue;
    const made = cx.initialize(place.type, { kind: 'direct', args: i.args, span: i.span }, at, i.span);
    if (made !== null) out.push({ k: 'init', place, init: made, span: i.span });
  }
  return out;
}
/** What ends a part of an object whose construction does not come to its end ([except.ctor]/3). */
function undo(cx: Checker, place: Ex, span: Span): Ex | null {
  const fn = cx.destructorOf(place.type, span);
  if (fn === null) return null;
  return { k: 'call', fn, args: [b.addressOf(place)], type: VOID, cat: 'p', span };
}
/** While its own constructor or destructor runs, an object is of that class: virtual calls stay in it ([class.cdtor]/4). */
export function setVtable(cx: Checker, fn: Fn, cls: ClassInfo, span: Span): Stm[] {
  if (cls.vtable.length === 0) return [];
  if (cls.slots.length === 0)
    cls.slots = cls.vtable.map(({ name, entity }) => {
      if (name === '~') return cx.destructorOf(cls.type, span);
      const own = cx.instance(entity, null, span);
      return entity.decl.special === 'pure' ? pureVirtual(cx, own) : cx.use(own, span);
    });
  const set = (offset: number, of: ClassInfo): Stm => ({
    k: 'init',
    place: b.field(thisPlace(fn, span), '__vtable', pointerTo(VOID), offset, span),
    init: { k: 'vtable', cls: of, type: pointerTo(VOID), cat: 'p', span },
    span,
  });
  return [set(0, cls), ...cls.tables.map((t) => set(t.offset, baseTable(cx, cls, t, span)))];
}
/** The storage of a member; for a reference member the cell that holds the address. */
export const fieldPlace = (object: Ex, f: { name: string; type: Type; offset: number }, span: Span): Ex =>
  b.field(object, f.name, f.type.kind === 'reference' ? pointerTo(f.type.to) : f.type, f.offset, span);

export function memberEnds(cx: Checker, fn: Fn, cls: ClassInfo, span: Span): Stm[] {
  const out: Stm[] = [];
  if (isUnion(cls)) return out;
  for (const f of [...cls.fields].reverse()) {
    const end = f.type.kind === 'reference' ? null : cx.destructorOf(f.type, span);
    if (end !== null)
      out.push({ k: 'destroy', fn: end, place: fieldPlace(thisPlace(fn, span), f, span), span });
  }
  for (const { info } of [...cls.bases].reverse()) {
    const end = cx.destructorOf(info.type, span);
    if (end !== null) out.push({ k: 'destroy', fn: end, place: b.asBase(thisPlace(fn, span), info), span });
  }
  return out;
}
