/** Classes: declaration, members, layout. */
import type { Span } from '../../bytecode/program';
import type { ClassDecl, Decl, Expr, FunctionDecl, Name, TypeNode, UsingDecl } from '../ast';
import { fail } from '../diagnostics';
import type { Checker } from './context';
import { addField, align, close, measure } from './fields';
import { nested } from './nesting';
import { expand } from './packs';
import { lookup, type as resolveType, typeOfEntity } from './resolve';
import { isOfHeader, Scope } from './scope';
import { selfReference } from './special';
import {
  bitField,
  type ClassInfo,
  type ClassTemplate,
  classType,
  type FunctionEntity,
  pointerTo,
  type TemplateValue,
  type Type,
  VOID,
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
    bases: [],
    tables: [],
    topOffset: 0,
    fields: [],
    words: 0,
    bytes: 0,
    bitEnd: 0,
    align: 1,
    constructors: [],
    destructor: null,
    vtable: [],
    slots: [],
    implicit: new Map(),
  };
  (type as { info: ClassInfo }).info = info;
  scope.cls = info;
  return info;
}

export function declareClass(scope: Scope, decl: ClassDecl): ClassInfo {
  const id = decl.name?.id ?? '';
  const known = id === '' ? undefined : scope.ownType(id);
  if (known !== undefined) {
    const t = typeOfEntity(known);
    if (t?.kind !== 'class') return fail(decl.span, `'${id}' is declared already as something else`);
    if (decl.members !== null) {
      if (t.info.decl?.members != null) fail(decl.span, `'${id}' is defined twice`, '', 'defined-twice');
      t.info.decl = decl;
    }
    return t.info;
  }
  const nested = scope.cls === null ? scope.path : `${scope.cls.name}::`;
  const info = makeClass({
    name: `${nested}${id}`,
    scope,
    decl,
    library: scope.library || isOfHeader(decl.span) ? id : '',
    template: null,
    args: [],
    isLambda: false,
  });
  info.scope.names.set(id, { kind: 'type', type: info.type });
  scope.setType(id, info.type);
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
  nested(cx, span, () => layOut(cx, info, decl, decl.members ?? []));
}
/** Lays out what an object of a type is made of, so that it is known how many words it has. */
export function completeType(cx: Checker, t: Type, span: Span): void {
  if (t.kind === 'class') complete(cx, t.info, span);
  else if (t.kind === 'array') completeType(cx, t.of, span);
}
function layOut(cx: Checker, info: ClassInfo, decl: ClassDecl, members: readonly Decl[]): void {
  info.state = 'completing';
  if (cx.uses.offsets && info.library === '') measure(info);
  const bases = basesOf(cx, info, decl);
  const primary = bases.find((x) => x.vtable.length > 0);
  const ownVirtual = members.some((m) => m.kind === 'function' && m.isVirtual);
  if (primary !== undefined) info.vtable.push(...primary.vtable.map((v) => ({ ...v })));
  else if (ownVirtual) addField(info, '__vtable', pointerTo(VOID));
  const offsets = new Map<ClassInfo, number>();
  for (const x of primary === undefined ? bases : [primary, ...bases.filter((y) => y !== primary)])
    offsets.set(x, addBase(info, x, x === primary));
  info.bases.push(...bases.map((x) => ({ info: x, offset: offsets.get(x) ?? 0 })));
  for (const m of members) {
    if (m.kind === 'vars') {
      for (const v of m.vars) {
        if (v.storage.isStatic) {
          const declare = (): void =>
            cx.declare(info.scope, { ...m, vars: [v] }, { scope: info.scope, fn: cx.outside });
          // Its value may be that of another instance: the deepest recursion that templates are written with.
          nested(cx, v.span, declare, 2);
        } else {
          const t = resolveType(cx, info.scope, v.type);
          // The last member of a struct of C may be as long as its block ([C17 6.7.2.1]/18).
          const isLast = m === members.at(-1) && v === m.vars.at(-1) && decl.key === 'struct';
          if (t.kind === 'array' && t.length === 0 && !isLast) fail(v.span, 'the array needs its size here');
          completeType(cx, t, v.span);
          const width = v.bits === null ? null : cx.constant({ scope: info.scope, fn: cx.outside }, v.bits);
          const type = width === null ? t : bitField(t, width);
          const held = v.storage.isMutable ? type.plain : type;
          addField(info, v.id, held, v.storage.isMutable, alignmentOf(cx, info, v.aligned));
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
      // `friend bool operator==(const T&, const T&) = default;` says what the member of that form would.
      if (m.decl?.special === 'default')
        addMember(cx, info, { ...m.decl, params: m.decl.params.slice(-1), isConst: true }, null);
      else if (m.decl !== null) cx.addFunction(info.scope, m.decl, null, null, namespaceOf(info));
    } else if (m.kind === 'class' && m.name === null && m.members !== null) addAnonymous(cx, info, m);
    else if (m.kind === 'using' && inherited(cx, info, m) !== undefined)
      inheritConstructors(info, inherited(cx, info, m) ?? info);
    else if (m.kind !== 'access') cx.declare(info.scope, m, { scope: info.scope, fn: cx.outside });
  }
  info.align = Math.max(info.align, alignmentOf(cx, info, decl.aligned));
  close(info);
  for (const d of info.template?.definitions ?? [])
    if (d.decl.kind === 'function')
      defineOutside(
        info,
        d.decl,
        d.params.map((p) => p.id),
      );
  info.state = 'complete';
}
/** The types of the bases, packs expanded. */
function basesOf(cx: Checker, info: ClassInfo, decl: ClassDecl): ClassInfo[] {
  const scope = info.scope.parent ?? cx.global;
  return decl.bases.flatMap((base) => {
    const one = (s: Scope): ClassInfo => {
      const t = resolveType(cx, s, base.type);
      if (t.kind !== 'class') return fail(base.type.span, `${t.key} is not a class`);
      complete(cx, t.info, base.type.span);
      return t.info;
    };
    return base.pack ? expand(scope, base.type, base.type.span, one) : [one(scope)];
  });
}
/** Room for a base; its offset. */
function addBase(info: ClassInfo, base: ClassInfo, isPrimary: boolean): number {
  align(info, base.align);
  const offset = info.words;
  if (!isPrimary && base.vtable.length > 0)
    info.tables.push({ info: base, offset, vtable: base.vtable.map((v) => ({ ...v })), made: null });
  for (const t of base.tables)
    info.tables.push({
      ...t,
      offset: offset + t.offset,
      vtable: t.vtable.map((v) => ({ ...v })),
      made: null,
    });
  info.words += base.words;
  info.align = Math.max(info.align, base.align);
  info.bytes += base.bytes;
  return offset;
}
/** A friend that a class defines on the spot belongs to the namespace around it, and sees the class's names. */
function namespaceOf(info: ClassInfo): Scope {
  let scope = info.template?.scope ?? info.scope;
  while (scope.cls !== null && scope.parent !== null) scope = scope.parent;
  return scope;
}
/** `using Base::Base;`: by the name of a base, or by another name of it said twice ([class.qual]/2). */
function inherited(cx: Checker, info: ClassInfo, { name }: UsingDecl): ClassInfo | undefined {
  const last = name.parts.at(-1)?.id;
  if (name.parts.length === 1) return undefined;
  const named = info.bases.find((x) => last === x.info.decl?.name?.id)?.info;
  if (named !== undefined || name.parts.at(-2)?.id !== last) return named;
  const of = lookup(cx, { scope: info.scope, fn: cx.outside }, { ...name, parts: name.parts.slice(0, -1) });
  const t = typeOfEntity(of);
  return info.bases.find((x) => t?.kind === 'class' && t.info === x.info)?.info;
}
/** Each constructor of the base but its copy and move, as one of the class that passes its arguments on. */
function inheritConstructors(info: ClassInfo, base: ClassInfo): void {
  const own = info.decl?.members?.filter((m) => m.kind === 'function' && m.role === 'constructor') ?? [];
  const declares = own.length > 0;
  const hidesDefault = !declares || own.some((m) => m.kind === 'function' && m.params.length === 0);
  const [some] = base.constructors;
  // ([class.default.ctor]/1) What is inherited takes the place of no default constructor.
  if (!declares && some !== undefined) {
    const decl: FunctionDecl = { ...some.decl, params: [], inits: [], body: null, special: 'default' };
    info.constructors.push({
      ...some,
      decl,
      template: null,
      cls: info,
      scope: info.scope,
      instances: new Map(),
    });
  }
  for (const c of base.constructors) {
    if (selfReference(c, base) !== null || (c.decl.params.length === 0 && hidesDefault)) continue;
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
      inits: [{ name: name(base.decl?.name?.id ?? ''), args, braced: false, pack: false, span }],
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
  const pure = [t.info, ...t.info.tables]
    .flatMap((x) => x.vtable)
    .find((v) => v.entity.decl.special === 'pure');
  if (pure !== undefined)
    fail(
      span,
      `${t.info.name} is abstract: ${pure.name === '~' ? 'its destructor' : pure.name} has no body`,
      'make an object of a derived class',
    );
}
/** The strictest of what stands in `alignas(…)`, 1 where nothing does. */
const alignmentOf = (cx: Checker, info: ClassInfo, aligned: readonly Expr[]): number =>
  Math.max(1, ...aligned.map((e) => cx.constant({ scope: info.scope, fn: cx.outside }, e)));
/** Made of its members by a list: no constructors of its own, no virtual functions. */
export const isAggregateLike = (info: ClassInfo): boolean =>
  info.vtable.length === 0 && !info.isLambda && info.constructors.every((c) => c.decl.special === 'default');
/** `union { int a; float b; };` in a class: a member without a name, whose members are named as if they were the class's. */
function addAnonymous(cx: Checker, info: ClassInfo, decl: ClassDecl): void {
  const id = `__anonymous${info.fields.length}`;
  const inner = declareClass(info.scope, { ...decl, name: { id, span: decl.span } });
  complete(cx, inner, decl.span);
  addField(info, id, inner.type);
  for (const f of anonymousFields(inner)) info.scope.names.set(f, { kind: 'field', cls: info, name: f });
}
const anonymousFields = (info: ClassInfo): string[] =>
  info.fields.flatMap(({ name, type }) =>
    isAnonymous(name) && type.kind === 'class' ? anonymousFields(type.info) : [name],
  );
export const isAnonymous = (name: string): boolean => name.startsWith('__anonymous');
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
  const overridden = [info, ...info.tables].flatMap((x) =>
    x.vtable.filter((v) => v.name === id && overrides(cx, entity, v.entity)),
  );
  for (const v of overridden) v.entity = entity;
  if (overridden.some((v) => info.vtable.includes(v))) entity.isVirtual = true;
  else if (decl.isVirtual || overridden.length > 0) {
    entity.isVirtual = true;
    info.vtable.push({ name: id, entity });
  } else if (decl.isOverride) fail(decl.name.span, `'${entity.name}' overrides nothing`);
}
/** [class.virtual]/2: the same parameters, and const alike. */
function overrides(cx: Checker, entity: FunctionEntity, base: FunctionEntity): boolean {
  if (entity.decl.role === 'destructor') return true;
  if (entity.template !== null || entity.decl.isStatic) return false;
  if (entity.decl.params.length !== base.decl.params.length || entity.decl.isConst !== base.decl.isConst)
    return false;
  const own = cx.instance(entity, null, entity.decl.span).paramTypes;
  return cx.instance(base, null, base.decl.span).paramTypes.every((t, i) => t === own[i]);
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
export const entities = (info: ClassInfo, id: string) => {
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
