/** Declarations of namespaces and classes: names enter their scope; bodies wait until somebody needs them. */
import type { Span } from '../../bytecode/program';
import type { ClassDecl, Decl, EnumDecl, Expr, FunctionDecl, TemplateDecl, VarsDecl } from '../ast';
import { fail, unsupported } from '../diagnostics';
import * as b from './build';
import { shape } from './classes';
import type { Checker, Place } from './context';
import { addFunction, outside, specialize } from './declared-functions';
import { evaluatedConstant } from './evaluate';
import { globalVariable } from './globals';
import { expand } from './packs';
import { lookup, type as resolveType, typeOfEntity } from './resolve';
import { type Entity, isOfHeader, Scope } from './scope';
import { type ClassTemplate, type EnumInfo, enumType, INT, LONG, type Type, UINT, ULONG } from './types';
import { PLAIN_FUNCTION } from './written';

export function declare(cx: Checker, scope: Scope, decl: Decl, at: Place): void {
  switch (decl.kind) {
    case 'namespace': {
      let inner = scope;
      for (const id of decl.path) inner = namespace(inner, id, decl.inline);
      for (const d of decl.body) cx.declare(inner, d, { scope: inner, fn: at.fn });
      return;
    }
    case 'class': {
      const info = cx.declareClass(homeOf(cx, at, decl, scope), decl);
      if (decl.members !== null && !scope.library) cx.complete(info, decl.span);
      return;
    }
    case 'namespaceAlias': {
      const e = lookup(cx, at, decl.target);
      if (e.kind !== 'namespace') fail(decl.target.span, 'this is no namespace');
      scope.names.set(decl.id, e);
      return;
    }
    case 'enum':
      return enumeration(cx, scope, decl);
    case 'alias':
      scope.names.set(decl.id, { kind: 'type', type: resolveType(cx, scope, decl.type, at) });
      return;
    case 'using': {
      if (decl.pack) {
        expand(scope, decl.name, decl.span, (s) =>
          bring(scope, decl.name.parts.at(-1)?.id ?? '', lookup(cx, { scope: s, fn: at.fn }, decl.name)),
        );
        return;
      }
      const e = lookup(cx, at, decl.name);
      if (decl.isNamespace) {
        if (e.kind === 'namespace') (at.fn === cx.outside ? scope.usings : scope.directives).push(e.scope);
        return;
      }
      if (decl.isEnum) return bringEnumerators(scope, e, decl.span);
      bring(scope, decl.name.parts[decl.name.parts.length - 1]?.id ?? '', e);
      return;
    }
    case 'function':
      if (decl.name.parts.length > 1) return outside(cx, scope, decl, []);
      if (decl.body === null && at.fn !== cx.outside && announcesOuter(scope, decl)) return;
      addFunction(scope, decl, null, null);
      return;
    case 'template':
      return template(cx, decl.decl.kind === 'class' ? homeOf(cx, at, decl.decl, scope) : scope, decl);
    case 'vars':
      for (const v of decl.vars) globalVariable(cx, scope, v, at);
      return;
    case 'binding':
      return unsupported(decl.span, 'a structured binding outside a function', 'name the members');
    case 'staticAssert':
      if (cx.constant(at, decl.cond) === 0)
        fail(decl.span, `static assertion failed${decl.message === '' ? '' : `: ${decl.message}`}`);
      return;
    case 'guide':
      return guide(cx, scope, decl, null);
    case 'concept':
    case 'friend':
    case 'access':
    case 'emptyDecl':
      return;
  }
}

/** The scope that a class belongs to: where it stands, or what its name is qualified with. */
function homeOf(cx: Checker, at: Place, { within }: ClassDecl, scope: Scope): Scope {
  if (within === null) return scope;
  const e = lookup(cx, at, within);
  if (e.kind === 'namespace') return e.scope;
  const t = typeOfEntity(e);
  return t?.kind === 'class'
    ? t.info.scope
    : fail(within.span, 'a class is defined in a namespace or in another class');
}
/** `using a::f;`: functions join those of the scope, in a list of its own. */
function bring(scope: Scope, id: string, e: Entity): void {
  const known = scope.names.get(id);
  if (e.kind !== 'functions') {
    scope.names.set(id, e);
    return;
  }
  const own = known?.kind === 'functions' ? known.list : [];
  const others = e.list.filter(
    (f) => !own.some((o) => o === f || (o.cls !== null && shape(o.decl) === shape(f.decl))),
  );
  scope.names.set(id, { kind: 'functions', list: [...own, ...others] });
}
/** `using enum E;` */
function bringEnumerators(scope: Scope, e: Entity, span: Span): void {
  const type = typeOfEntity(e);
  if (type?.kind !== 'enum') return fail(span, 'this is no enumeration');
  for (const [value, id] of type.info.enumerators) scope.names.set(id, { kind: 'constant', value, type });
}
function namespace(scope: Scope, id: string, inline: boolean): Scope {
  const known = scope.names.get(id);
  if (known?.kind === 'namespace') return known.scope;
  const made = new Scope(
    scope,
    scope.library || (scope.parent === null && id === 'std'),
    id === 'std' || scope.library ? '' : `${scope.path}${id}::`,
  );
  scope.names.set(id, { kind: 'namespace', scope: made });
  if (inline) scope.usings.push(made);
  return made;
}

function enumeration(cx: Checker, scope: Scope, decl: EnumDecl): void {
  const at = { scope, fn: cx.outside };
  const info: EnumInfo = {
    name: `${scope.cls === null ? scope.path : `${scope.cls.name}::`}${decl.id}`,
    scoped: decl.scoped,
    underlying: decl.underlying === null ? INT : cx.type(scope, decl.underlying, at).plain,
    enumerators: [],
    scope,
  };
  const type = enumType(info);
  if (decl.id !== '') scope.setType(decl.id, type);
  let next = 0n;
  const inner = new Scope(scope, scope.library);
  for (const e of decl.enumerators ?? []) {
    const value = e.value === null ? next : enumerator(cx, inner, e.value);
    info.enumerators.push([value, e.id]);
    // Until the brace closes, an enumerator has the type of its value ([dcl.enum]/5).
    inner.names.set(e.id, { kind: 'constant', value, type: numberFor(decl, info, [value]) });
    if (!decl.scoped) scope.names.set(e.id, { kind: 'constant', value, type });
    next = value + 1n;
  }
  info.underlying = numberFor(
    decl,
    info,
    info.enumerators.map(([value]) => value),
  );
}
function enumerator(cx: Checker, scope: Scope, e: Expr): bigint {
  const at = { scope, fn: cx.outside };
  const value = b.constantValue(evaluatedConstant(cx.value(cx.expr(at, e))));
  return typeof value === 'bigint' ? value : BigInt(cx.constant(at, e));
}
/** The type of an enumeration that has these values ([dcl.enum]/7). */
function numberFor({ scoped, underlying }: EnumDecl, info: EnumInfo, values: readonly bigint[]): Type {
  if (scoped || underlying !== null) return info.underlying;
  const holds = (t: Type): boolean => values.every((v) => b.constantValue(b.constant(t, v, NOWHERE)) === v);
  return [INT, UINT, LONG, ULONG].find(holds) ?? ULONG;
}
const NOWHERE: Span = { file: 0, start: 0, end: 0 };

/** `void f(int);` in a block speaks of the function of the namespace around it ([dcl.meaning]), and that is known by now. */
const announcesOuter = (scope: Scope, { name }: FunctionDecl): boolean =>
  scope.parent?.find(name.parts.at(-1)?.id ?? '')?.kind === 'functions';

function template(cx: Checker, scope: Scope, decl: TemplateDecl): void {
  const d = decl.decl;
  if (d.kind === 'alias') {
    scope.names.set(d.id, { kind: 'aliasTemplate', decl, scope });
    return;
  }
  if (d.kind === 'function') {
    if (d.name.parts.length > 1) return outside(cx, scope, d, [decl]);
    if (decl.params.length > 0 || !specialize(cx, scope, d)) addFunction(scope, d, decl, null);
    return;
  }
  if (d.kind === 'concept') {
    scope.names.set(d.id, { kind: 'concept', decl, scope });
    return;
  }
  if (d.kind === 'guide') return guide(cx, scope, d, decl);
  if (d.kind === 'vars') return variableTemplate(cx, scope, decl, d);
  // Access is not checked, so that a befriended template gains nothing.
  if (d.kind === 'friend' && d.decl === null) return;
  if (d.kind !== 'class' || d.name === null)
    return unsupported(decl.span, 'this kind of template', 'use a class or function template');
  const known = scope.names.get(d.name.id);
  if (d.name.args !== undefined) {
    if (known?.kind !== 'classTemplate')
      return fail(d.span, `'${d.name.id}' is specialised before it is declared`);
    known.specializations.push(decl);
    return;
  }
  if (known?.kind === 'classTemplate') {
    if (d.members !== null) (known as { decl: TemplateDecl }).decl = withDefaults(decl, known.decl);
    return;
  }
  const made: ClassTemplate = {
    kind: 'classTemplate',
    name: d.name.id,
    decl,
    scope,
    library: scope.library || isOfHeader(d.span),
    specializations: [],
    instances: new Map(),
    guides: [],
    definitions: [],
  };
  scope.names.set(d.name.id, made);
}

function guide(cx: Checker, scope: Scope, d: Guide, template: TemplateDecl | null): void {
  const of = lookup(cx, { scope, fn: cx.outside }, d.name);
  if (of.kind !== 'classTemplate') return fail(d.span, 'a deduction guide belongs to a class template');
  const { name, params, result, span } = d;
  const decl: FunctionDecl = { ...PLAIN_FUNCTION, name, params, result, span };
  of.guides.push({
    name: of.name,
    decl,
    template: template === null ? null : { ...template, decl },
    scope,
    cls: null,
    library: scope.library,
    instances: new Map(),
    isVirtual: false,
  });
}
type Guide = Extract<Decl, { kind: 'guide' }>;
/** The arguments that an earlier declaration gives where there are none hold for the definition too ([temp.param]/12). */
const withDefaults = (decl: TemplateDecl, before: TemplateDecl): TemplateDecl => ({
  ...decl,
  params: decl.params.map((p, i) => {
    const old = before.params[i];
    if (p.kind === 'typeParam' && old?.kind === 'typeParam')
      return { ...p, defaultType: p.defaultType ?? old.defaultType };
    if (p.kind === 'valueParam' && old?.kind === 'valueParam')
      return { ...p, defaultValue: p.defaultValue ?? old.defaultValue };
    return p;
  }),
});
/** `template <class T> constexpr bool is_x_v = …;`, or the definition of a static member of a class template. */
function variableTemplate(cx: Checker, scope: Scope, decl: TemplateDecl, d: VarsDecl): void {
  const [v, more] = d.vars;
  if (v === undefined || more !== undefined)
    return unsupported(d.span, 'several variables in one template', 'declare them one by one');
  if (v.qualifier === null) {
    const known = scope.names.get(v.id);
    if (v.args === undefined)
      scope.names.set(v.id, {
        kind: 'variableTemplate',
        decl,
        scope,
        specializations: [],
        instances: new Map(),
      });
    else if (known?.kind === 'variableTemplate') known.specializations.push(decl);
    else fail(v.span, `'${v.id}' is specialised before it is declared`);
    return;
  }
  const owner = { ...v.qualifier, parts: v.qualifier.parts.map((p) => ({ id: p.id, span: p.span })) };
  const e = lookup(cx, { scope, fn: cx.outside }, owner);
  if (e.kind !== 'classTemplate') return fail(v.span, 'this is no class template');
  e.definitions.push(decl);
}
