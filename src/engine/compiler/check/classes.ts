/** Classes: declaration, layout, and the members the compiler makes ([class.copy.ctor], [class.dtor]…). */
import type { Span } from '../../bytecode/program';
import type { ClassDecl, Expr, FunctionDecl, Name, TypeNode, UsingDecl } from '../ast';
import { CompileError, fail, unsupported } from '../diagnostics';
import type { Ex, Field, Fn, Stm } from '../typed';
import * as b from './build';
import { declaresCopyOrMove, selfReference } from './calls';
import type { Checker, ImplicitRole } from './context';
import { fieldPlace, memberEnds, memberInits, thisPlace } from './functions';
import { type as resolveType, typeOfEntity } from './resolve';
import { Scope } from './scope';
import {
  bytesOf,
  type ClassInfo,
  type ClassTemplate,
  classType,
  constOf,
  isScalar,
  pointerTo,
  referenceTo,
  type TemplateValue,
  type Type,
  VOID,
  wordsOf,
} from './types';
import { written } from './written';

export function makeClass(parts: {
  name: string;
  scope: Scope;
  decl: ClassDecl | null;
  library: string;
  template: ClassTemplate | null;
  args: readonly TemplateValue[];
  isLambda: boolean;
}): ClassInfo {
  const type = classType(parts.name);
  const scope = new Scope(parts.scope, parts.scope.library, '');
  const info: ClassInfo = {
    name: parts.name,
    library: parts.library,
    args: parts.args,
    template: parts.template,
    decl: parts.decl,
    scope,
    type,
    isLambda: parts.isLambda,
    state: 'declared',
    base: null,
    fields: [],
    words: 0,
    bytes: 0,
    align: 1,
    constructors: [],
    destructor: null,
    vtable: [],
    vtableOffset: -1,
    implicit: new Map(),
  };
  (type as { info: ClassInfo }).info = info;
  scope.cls = info;
  return info;
}

export function declareClass(_cx: Checker, scope: Scope, decl: ClassDecl): ClassInfo {
  const id = decl.name?.id ?? '';
  if (decl.key === 'union') unsupported(decl.span, 'a union', 'use a struct');
  const known = id === '' ? undefined : scope.names.get(id);
  if (known !== undefined) {
    const t = typeOfEntity(known);
    if (t?.kind !== 'class') return fail(decl.span, `'${id}' is declared already as something else`);
    if (decl.members !== null) {
      if (t.info.decl?.members != null) fail(decl.span, `'${id}' is defined twice`);
      t.info.decl = decl;
    }
    return t.info;
  }
  const nested = scope.cls === null ? scope.path : `${scope.cls.name}::`;
  const info = makeClass({
    name: `${nested}${id}`,
    scope,
    decl,
    library: scope.library ? id : '',
    template: null,
    args: [],
    isLambda: false,
  });
  info.scope.names.set(id, { kind: 'type', type: info.type });
  scope.names.set(id, { kind: 'type', type: info.type });
  return info;
}

/** Resolves bases and members and lays them out: words in order, the base first. */
export function complete(cx: Checker, info: ClassInfo, span: Span): void {
  if (info.state === 'complete') return;
  if (info.state === 'completing')
    fail(span, `${info.name} is not complete here`, 'use a pointer or a reference to it');
  const decl = info.decl;
  if (decl === null) {
    info.state = 'complete';
    return;
  }
  if (decl.members === null)
    fail(
      span,
      `${info.name} is only declared, not defined`,
      'define it before it is used, or use a pointer or a reference',
    );
  info.state = 'completing';
  if (decl.bases.length > 1)
    unsupported(decl.span, 'more than one base class', 'keep one base and make the other a member');
  const base = decl.bases[0];
  if (base !== undefined) {
    if (base.isVirtual) unsupported(decl.span, 'virtual inheritance', 'inherit plainly');
    const t = resolveType(cx, info.scope.parent ?? cx.global, base.type);
    if (t.kind !== 'class') fail(base.type.span, `${t.key} is not a class`);
    complete(cx, t.info, base.type.span);
    info.base = t.info;
    info.vtable.push(...t.info.vtable.map((v) => ({ ...v })));
    info.words = t.info.words;
    info.bytes = t.info.bytes;
    info.align = t.info.align;
  }
  const ownVirtual = decl.members.some((m) => m.kind === 'function' && m.isVirtual);
  if (ownVirtual && info.vtable.length === 0) {
    if (info.base !== null && info.base.words > 0)
      unsupported(
        decl.span,
        'a virtual function added below a base without one',
        'make a function of the base virtual too',
      );
    addField(info, '__vtable', pointerTo(VOID));
  }
  for (const m of decl.members) {
    if (m.kind === 'vars') {
      for (const v of m.vars) {
        if (v.storage.isStatic)
          cx.declare(info.scope, { ...m, vars: [v] }, { scope: info.scope, fn: cx.outside });
        else {
          const t = resolveType(cx, info.scope, v.type);
          if (t.kind === 'class') complete(cx, t.info, v.span);
          else if (t.kind === 'array' && t.of.kind === 'class') complete(cx, t.of.info, v.span);
          addField(info, v.id, v.storage.isMutable ? t.plain : t, v.storage.isMutable);
        }
      }
    } else if (m.kind === 'function' || (m.kind === 'template' && m.decl.kind === 'function'))
      addMember(
        cx,
        info,
        m.kind === 'function' ? m : (m.decl as FunctionDecl),
        m.kind === 'template' ? m : null,
      );
    else if (m.kind === 'friend') {
      if (m.decl !== null) cx.addFunction(info.scope, m.decl, null, null, namespaceOf(info));
    } else if (m.kind === 'using' && inheritsConstructors(info, m)) inheritConstructors(info);
    else if (m.kind !== 'access') cx.declare(info.scope, m, { scope: info.scope, fn: cx.outside });
  }
  if (info.words === 0) info.words = 1;
  info.bytes = Math.max(1, Math.ceil(info.bytes / info.align) * info.align);
  for (const d of info.template?.definitions ?? [])
    if (d.decl.kind === 'function')
      defineOutside(
        info,
        d.decl,
        d.params.map((p) => p.id),
      );
  info.state = 'complete';
}
/** A friend that a class defines on the spot belongs to the namespace around it, and sees the class's names. */
function namespaceOf(info: ClassInfo): Scope {
  let scope = info.template?.scope ?? info.scope;
  while (scope.cls !== null && scope.parent !== null) scope = scope.parent;
  return scope;
}
/** `using Base::Base;` */
const inheritsConstructors = (info: ClassInfo, m: UsingDecl): boolean =>
  info.base !== null && m.name.parts.length > 1 && m.name.parts.at(-1)?.id === info.base.decl?.name?.id;
/** Each constructor of the base but its copy and move, as one of the class that passes its arguments on. */
function inheritConstructors(info: ClassInfo): void {
  const { base } = info;
  if (base === null) return;
  for (const c of base.constructors) {
    if (selfReference(c, base) !== null || c.decl.params.length === 0) continue;
    const { span } = c.decl;
    const name = (id: string): Name => ({ kind: 'name', global: false, parts: [{ id, span }], span });
    const params = c.decl.params.map((p, i) => ({ ...p, id: p.id === '' ? `__${i}` : p.id }));
    const args = params.map((p): Expr => {
      const to: TypeNode = { kind: 'reference', to: p.type, rvalue: true, span };
      const pattern: Expr = { kind: 'cast', style: 'static', type: to, arg: name(p.id), span };
      return p.pack ? { kind: 'packExpansion', pattern, span } : pattern;
    });
    const decl: FunctionDecl = {
      ...c.decl,
      params,
      inits: [{ name: name(base.decl?.name?.id ?? ''), args, braced: false, span }],
      body: { kind: 'block', body: [], end: span, span },
    };
    const scope = new Scope(c.scope, c.scope.library, c.scope.path);
    scope.cls = info;
    const template = c.template === null ? null : { ...c.template, decl };
    info.constructors.push({ ...c, decl, template, scope, cls: info, instances: new Map() });
  }
}
/** Objects of a class with a pure virtual function are only parts of others. */
export function needsConcrete(cx: Checker, t: Type, span: Span): void {
  if (t.kind !== 'class') return;
  complete(cx, t.info, span);
  const pure = t.info.vtable.find((v) => v.entity.decl.special === 'pure');
  if (pure !== undefined)
    fail(
      span,
      `${t.info.name} is abstract: ${pure.name === '~' ? 'its destructor' : pure.name} has no body`,
      'make an object of a derived class',
    );
}
/** Members marked `mutable`: writable through a const object. */
const mutables = new WeakMap<ClassInfo, Set<string>>();
export const isMutable = (info: ClassInfo, name: string): boolean => mutables.get(info)?.has(name) ?? false;
export function addField(info: ClassInfo, name: string, type: Type, mutable = false): void {
  info.fields.push({ name, type, offset: info.words });
  info.scope.names.set(name, { kind: 'field', cls: info, name });
  if (mutable) mutables.set(info, (mutables.get(info) ?? new Set()).add(name));
  info.words += wordsOf(type);
  const { size, align } = bytesOf(type);
  info.bytes = Math.ceil(info.bytes / align) * align + size;
  info.align = Math.max(info.align, align);
}
function addMember(
  cx: Checker,
  info: ClassInfo,
  decl: FunctionDecl,
  template: Parameters<Checker['addFunction']>[2],
): void {
  const entity = cx.addFunction(info.scope, decl, template, info);
  if (decl.role === 'constructor') info.constructors.push(entity);
  if (decl.role === 'destructor') info.destructor = entity;
  const id = decl.role === 'destructor' ? '~' : entity.name;
  const slot = info.vtable.findIndex(
    (v) => v.name === id && v.entity.decl.params.length === decl.params.length,
  );
  if (slot >= 0) {
    entity.isVirtual = true;
    const v = info.vtable[slot];
    if (v !== undefined) v.entity = entity;
  } else if (decl.isVirtual) {
    entity.isVirtual = true;
    info.vtable.push({ name: id, entity });
  } else if (decl.isOverride) fail(decl.name.span, `'${entity.name}' overrides nothing`);
}
/** An out-of-class definition: its body and parameter names replace the declaration's. */
export function defineOutside(
  info: ClassInfo,
  decl: FunctionDecl,
  templateParams: readonly string[],
): boolean {
  const id = decl.name.parts[decl.name.parts.length - 1]?.id ?? '';
  const all =
    decl.role === 'constructor'
      ? info.constructors
      : decl.role === 'destructor'
        ? info.destructor === null
          ? []
          : [info.destructor]
        : entities(info, id);
  const fits = all.filter(
    (e) => e.decl.params.length === decl.params.length && e.decl.isConst === decl.isConst,
  );
  const target = fits.length === 1 ? fits[0] : fits.find((e) => shape(e.decl) === shape(decl));
  if (target === undefined) return false;
  info.template?.decl.params.forEach((p, i) => {
    const other = templateParams[i];
    const v = info.scope.find(p.id);
    if (other !== undefined && other !== p.id && v !== undefined) info.scope.names.set(other, v);
  });
  target.decl = {
    ...decl,
    params: decl.params.map((p, i) => ({
      ...p,
      defaultValue: p.defaultValue ?? target.decl.params[i]?.defaultValue ?? null,
    })),
    isStatic: target.decl.isStatic,
    isVirtual: target.decl.isVirtual,
    isExplicit: target.decl.isExplicit,
    result: target.decl.result,
  };
  return true;
}
const entities = (info: ClassInfo, id: string) => {
  const e = info.scope.names.get(id);
  return e?.kind === 'functions' ? e.list : [];
};
/** A parameter list as text without places, to match a definition with its declaration. */
export function shape(d: FunctionDecl): string {
  let text = shapes.get(d);
  if (text === undefined) {
    text = written([d.params.map((p) => [p.type, p.pack]), d.isConst, d.refQualifier]);
    shapes.set(d, text);
  }
  return text;
}
const shapes = new WeakMap<FunctionDecl, string>();

// ── members the compiler makes ─────────────────────────────────────────────────────────────────────────────────────

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
    (info.base === null || isTriviallyCopyable(cx, info.base.type))
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
const own = (info: ClassInfo): string => info.decl?.name?.id ?? info.name;
/** `span` of the class, `asked` of the code that needs the member. */
const IMPLICIT: Record<ImplicitRole, (cx: Checker, info: ClassInfo, span: Span, asked: Span) => Fn | null> = {
  default: (cx, info, span) => {
    const needs =
      info.vtable.length > 0 ||
      (info.base !== null && defaultNeeds(cx, info.base.type, span)) ||
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
      info.fields.some((f) => f.type.kind !== 'reference' && destructorOf(cx, f.type, span) !== null) ||
      (info.base !== null && destructorOf(cx, info.base.type, span) !== null);
    if (!needs) return null;
    return cx.makeFn({
      name: `${info.name}::~${own(info)}`,
      cls: info,
      hasThis: true,
      paramTypes: [],
      result: VOID,
      span,
      library: info.scope.library,
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
    library: info.scope.library,
    build: (fn) => {
      const at = { scope: info.scope, fn };
      const out: Stm[] = [];
      if (info.base !== null) {
        const other = fn.params[1];
        if (other !== undefined)
          out.push({
            k: 'init',
            place: b.asBase(thisPlace(fn, span), info.base),
            init: cx.initFrom(
              b.withCat(b.asBase(b.local(other, span), info.base), move ? 'x' : 'l'),
              info.base.type,
              at,
              span,
            ),
            span,
          });
      }
      for (const f of info.fields)
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
  if (f.type.kind === 'reference' || isScalar(f.type))
    return [{ k: 'init', place: to, init: f.type.kind === 'reference' ? from : b.load(from), span }];
  if (isTriviallyCopyable(cx, f.type))
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
    library: info.scope.library,
    build: (fn) => {
      const at = { scope: info.scope, fn };
      const out: Stm[] = [];
      if (info.base !== null && fn.params[1] !== undefined) {
        out.push({
          k: 'expr',
          e: cx.binary(
            at,
            '=',
            b.asBase(thisPlace(fn, span), info.base),
            b.withCat(b.asBase(b.local(fn.params[1], span), info.base), move ? 'x' : 'l'),
            span,
          ),
          span,
        });
      }
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
  const assign = (x: Ex, y: Ex): Stm => ({ k: 'expr', e: cx.binary(at, '=', x, y, span), span });
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
