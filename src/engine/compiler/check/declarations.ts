/** Declarations of namespaces and classes: names enter their scope; bodies wait until somebody needs them. */
import type { Span } from '../../bytecode/program';
import type {
  ClassDecl,
  Decl,
  EnumDecl,
  Expr,
  FunctionDecl,
  Param,
  TemplateDecl,
  TemplateParam,
  TypeNode,
  VarDecl,
  VarsDecl,
} from '../ast';
import { fail, unsupported } from '../diagnostics';
import type { Ex, Fn, GlobalVar } from '../typed';
import * as b from './build';
import { defineOutside, shape } from './classes';
import type { Checker, Place } from './context';
import { evaluated, evaluatedConstant } from './evaluate';
import { lookup, type as resolveType, typeOfEntity } from './resolve';
import { type Entity, isOfHeader, Scope } from './scope';
import { expand } from './templates';
import {
  type ClassInfo,
  type ClassTemplate,
  constOf,
  dereferenced,
  type EnumInfo,
  enumType,
  type FunctionEntity,
  INT,
  isScalar,
  pointerTo,
  type Type,
  templateValueKey,
  VOID,
  wordsOf,
} from './types';
import { firstUse, threadConstant, typed } from './variables';
import { PLAIN_FUNCTION, written } from './written';

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
        if (e.kind === 'namespace') scope.usings.push(e.scope);
        return;
      }
      if (decl.isEnum) return bringEnumerators(scope, e, decl.span);
      bring(scope, decl.name.parts[decl.name.parts.length - 1]?.id ?? '', e);
      return;
    }
    case 'function':
      if (decl.name.parts.length > 1) return outside(cx, scope, decl, []);
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

/** Enumerations are of one word. */
function enumerator(cx: Checker, scope: Scope, e: Expr): number {
  const at = { scope, fn: cx.outside };
  const value = b.constantValue(evaluatedConstant(cx.value(cx.expr(at, e))));
  if (typeof value === 'bigint' && BigInt.asIntN(32, value) !== value && BigInt.asUintN(32, value) !== value)
    unsupported(e.span, 'an enumerator of more than 32 bits', 'write a constexpr std::uint64_t');
  return cx.constant(at, e);
}
/** `template <> int f<T>(…) {…}`: the function that the template stands for with these arguments; false where there is no such template. */
function specialize(cx: Checker, scope: Scope, decl: FunctionDecl): boolean {
  const { span } = decl.name;
  const [last] = decl.name.parts;
  const known = last === undefined ? undefined : scope.names.get(last.id);
  if (last === undefined || known?.kind !== 'functions') return false;
  const given = last.args === undefined ? [] : cx.templateArgs(scope, last.args);
  const args = decl.params.map((p): Ex => {
    const t = cx.type(scope, p.type);
    const cat = t.kind === 'reference' && !t.rvalue ? 'l' : 'p';
    return { k: 'nothing', type: dereferenced(t), cat, span };
  });
  for (const general of known.list) {
    if (general.template === null || general.template.params.length === 0) continue;
    const values = cx.deduce(general, given, args, span);
    if (values === null) continue;
    const special = { ...general, decl, template: null, instances: new Map<string, Fn>() };
    general.instances.set(values.map(templateValueKey).join(', '), cx.instance(special, null, span));
    return true;
  }
  return false;
}

function enumeration(cx: Checker, scope: Scope, decl: EnumDecl): void {
  const info: EnumInfo = {
    name: `${scope.cls === null ? scope.path : `${scope.cls.name}::`}${decl.id}`,
    scoped: decl.scoped,
    enumerators: [],
    scope,
  };
  const type = enumType(info);
  if (decl.id !== '') scope.names.set(decl.id, { kind: 'type', type });
  let next = 0;
  const inner = new Scope(scope, scope.library);
  for (const e of decl.enumerators ?? []) {
    const value = e.value === null ? next : enumerator(cx, inner, e.value);
    info.enumerators.push([value, e.id]);
    inner.names.set(e.id, { kind: 'constant', value, type: INT });
    if (!decl.scoped) scope.names.set(e.id, { kind: 'constant', value, type });
    next = value + 1;
  }
}

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

/** `void Foo::f() {…}` and `template <class T> void Q<T>::f() {…}` */
function outside(cx: Checker, scope: Scope, decl: FunctionDecl, templates: readonly TemplateDecl[]): void {
  const owner = {
    ...decl.name,
    parts: decl.name.parts.slice(0, -1).map((p) => ({ id: p.id, span: p.span })),
  };
  const e = lookup(cx, { scope, fn: cx.outside }, owner);
  if (e.kind === 'classTemplate') {
    const t = templates[0];
    if (t !== undefined) e.definitions.push({ ...t, decl });
    for (const info of e.instances.values())
      if (info.state === 'complete') defineOutside(info, decl, t?.params.map((p) => p.id) ?? []);
    return;
  }
  const t = typeOfEntity(e);
  if (t?.kind === 'class') {
    cx.complete(t.info, decl.span);
    if (!defineOutside(t.info, decl, [])) fail(decl.name.span, `${t.info.name} declares no such member`);
    return;
  }
  if (e.kind === 'namespace') {
    const last = decl.name.parts[decl.name.parts.length - 1];
    if (last !== undefined)
      addFunction(e.scope, { ...decl, name: { ...decl.name, parts: [last] } }, null, null);
    return;
  }
  fail(decl.name.span, 'this is no class and no namespace');
}

/** Enters a function or template into its scope (or into `home`); a second declaration of the same one replaces the first. */
export function addFunction(
  scope: Scope,
  given: FunctionDecl,
  given2: FunctionEntity['template'],
  cls: ClassInfo | null,
  home: Scope = scope,
): FunctionEntity {
  const { decl, template: made } = inventTemplate(given, given2);
  const id =
    decl.role === 'constructor'
      ? '(constructor)'
      : decl.role === 'destructor'
        ? '~'
        : (decl.name.parts[decl.name.parts.length - 1]?.id ?? '');
  const name = decl.role === 'destructor' ? `~${cls?.decl?.name?.id ?? ''}` : id;
  const known = home.names.get(id);
  const list = known?.kind === 'functions' ? known.list : [];
  // What a using-declaration brought from a base is hidden by a function that takes the same.
  const hidden = list.findIndex((f) => f.cls !== null && f.cls !== cls && shape(f.decl) === shape(decl));
  if (hidden >= 0) list.splice(hidden, 1);
  const twin = list.find((f) => f.scope === scope && sameFunction(f, decl, made));
  if (twin !== undefined) {
    if (twin.decl.body !== null && decl.body !== null) fail(decl.name.span, `'${name}' is defined twice`);
    if (decl.body !== null || twin.decl.body === null)
      twin.decl = {
        ...decl,
        params: decl.params.map((p, i) => ({
          ...p,
          defaultValue: p.defaultValue ?? twin.decl.params[i]?.defaultValue ?? null,
        })),
      };
    return twin;
  }
  const entity: FunctionEntity = {
    name,
    decl,
    template: made,
    scope,
    cls,
    library: scope.library || isOfHeader(decl.span),
    instances: new Map(),
    isVirtual: false,
  };
  list.push(entity);
  home.names.set(id, { kind: 'functions', list });
  return entity;
}
/** Templates that take the same may differ in their parameters or in what they return: enable_if. */
function sameFunction(f: FunctionEntity, decl: FunctionDecl, template: FunctionEntity['template']): boolean {
  if (shape(f.decl) !== shape(decl)) return false;
  if (f.template === null || template === null)
    return f.template === template && written(f.decl.requires) === written(decl.requires);
  const head = (t: TemplateDecl, d: FunctionDecl): string =>
    written([t.params, t.requires, d.requires, d.result]);
  return head(f.template, f.decl) === head(template, decl);
}
/** A parameter of type auto makes the function a template ([dcl.fct]/22): an invented type parameter takes its place. */
function inventTemplate(
  decl: FunctionDecl,
  template: FunctionEntity['template'],
): { decl: FunctionDecl; template: FunctionEntity['template'] } {
  const invented: TemplateParam[] = [];
  const replace = (t: TypeNode, id: string, pack: boolean): TypeNode => {
    if (t.kind === 'auto') {
      const constraint = t.constraint ?? null;
      invented.push({ kind: 'typeParam', id, pack, defaultType: null, constraint, span: t.span });
      return {
        kind: 'named',
        name: { kind: 'name', global: false, parts: [{ id, span: t.span }], span: t.span },
        isConst: t.isConst,
        span: t.span,
      };
    }
    if (t.kind === 'pointer' || t.kind === 'reference') return { ...t, to: replace(t.to, id, pack) };
    return t;
  };
  const params: Param[] = decl.params.map((p, i) => ({ ...p, type: replace(p.type, `auto:${i}`, p.pack) }));
  if (invented.length === 0) return { decl, template };
  const next = { ...decl, params };
  return {
    decl: next,
    template: {
      kind: 'template',
      params: [...(template?.params ?? []), ...invented],
      requires: template?.requires ?? null,
      decl: next,
      span: decl.span,
    },
  };
}

function globalVariable(cx: Checker, scope: Scope, d: VarDecl, at: Place): void {
  if (d.qualifier !== null) {
    const t = typeOfEntity(lookup(cx, at, d.qualifier));
    if (t?.kind !== 'class') return fail(d.span, 'this is no class');
    cx.complete(t.info, d.span);
    const e = t.info.scope.names.get(d.id);
    if (e?.kind !== 'global') return fail(d.idSpan, `${t.info.name} has no static member '${d.id}'`);
    defineStatic(cx, t.info, e.g, d, at);
    return;
  }
  if (d.storage.isExtern && d.init.kind === 'none')
    return unsupported(d.span, 'extern', 'define the variable in this file');
  if (scope.names.has(d.id)) fail(d.idSpan, `'${d.id}' is declared twice`);
  if (scope.cls !== null && !d.storage.isInline && !d.storage.isConstexpr && d.init.kind === 'none') {
    staticMember(cx, scope, scope.cls, d);
    return;
  }
  const made = typed(cx, { scope, fn: cx.outside }, d.type, d.init, d.span);
  const type = d.storage.isConstexpr ? constOf(made.type) : made.type;
  const evaluate = d.storage.isConstexpr ? evaluatedConstant : evaluated;
  const init = type.isConst && made.init !== null ? evaluate(made.init) : made.init;
  // A number of the library's that never changes needs no storage.
  if (scope.library && d.storage.isConstexpr && init?.k === 'const' && wordsOf(type) === 1)
    scope.names.set(d.id, { kind: 'constant', value: init.low, type: type.plain });
  else enter(cx, scope, d, type, init ?? zero(type, d.span));
}
function enter(cx: Checker, scope: Scope, d: VarDecl, type: Type, init: Ex | null): GlobalVar {
  const path = scope.cls === null ? scope.path : `${scope.cls.name}::`;
  const name = `${path}${d.id}`;
  const g: GlobalVar = {
    name,
    type,
    offset: -1,
    init,
    guard: null,
    threadLocal: d.storage.isThreadLocal,
    used: !(d.storage.isThreadLocal && scope.library),
    library: scope.library || isOfHeader(d.span),
    span: d.span,
  };
  scope.names.set(d.id, { kind: 'global', g });
  cx.globals.push(g);
  return g.threadLocal ? initialised(cx, g, init, d.span) : g;
}
const initialisers = new WeakMap<Checker, Fn>();
function initialiser(cx: Checker): Fn {
  const known = initialisers.get(cx);
  if (known !== undefined) return known;
  const { span } = cx.outside;
  const fn = cx.makeFn({
    name: 'thread_local variables',
    cls: null,
    hasThis: false,
    paramTypes: [],
    result: VOID,
    span,
    library: true,
    build: () => [firstUse(cx, cx.threadInits, cx.threadInits[0]?.g.span ?? span)],
  });
  initialisers.set(cx, fn);
  return fn;
}
/** What is no constant is initialised by a thread's first use, behind a function that gives the address. */
function initialised(cx: Checker, g: GlobalVar, init: Ex | null, span: Span): GlobalVar {
  const { type } = g;
  const constant = threadConstant(type, init, span);
  (g as { init: Ex | null }).init = constant;
  if (constant !== null || init === null) return g;
  const place: Ex = { k: 'global', g, type, cat: 'l', span };
  cx.threadInits.push({ g, init });
  g.accessor = cx.makeFn({
    name: `thread_local ${g.name}`,
    cls: null,
    hasThis: false,
    paramTypes: [],
    result: pointerTo(type),
    span,
    library: true,
    build: () => [
      { k: 'expr', e: cx.call(cx.use(initialiser(cx), span), [], span), span },
      { k: 'return', value: b.addressOf(place), span },
    ],
  });
  return g;
}
/** Declared in its class, it may be of a type that is not complete yet: the definition outside says the rest. */
function staticMember(cx: Checker, scope: Scope, cls: ClassInfo, d: VarDecl): void {
  const g = enter(cx, scope, d, resolveType(cx, scope, d.type), null);
  (g as { init: Ex | null }).init = null;
  for (const t of cls.template?.definitions ?? []) {
    const v = t.decl.kind === 'vars' ? t.decl.vars[0] : undefined;
    if (v?.id === d.id) defineStatic(cx, cls, g, { ...v, type: d.type }, { scope, fn: cx.outside });
  }
}
/** Globals are initialised in the order of their definitions. */
function defineStatic(cx: Checker, cls: ClassInfo, g: GlobalVar, d: VarDecl, at: Place): void {
  if (g.init !== null) fail(d.idSpan, `'${g.name}' has its value already`);
  const { init } = typed(cx, { scope: cls.scope, fn: at.fn }, d.type, d.init, d.span);
  (g as { init: Ex | null }).init = init ?? zero(g.type, d.span);
  if (g.threadLocal) initialised(cx, g, init, d.span);
  (g as { span: Span }).span = d.span;
  const place = cx.globals.indexOf(g);
  cx.globals.splice(place, 1);
  cx.globals.push(g);
}
/** Globals without an initialiser are zero ([basic.start.static]); null where storage is that already. */
function zero(type: Type, span: Span): Ex | null {
  if (type.kind === 'reference') return fail(span, 'a reference needs something to refer to');
  return isScalar(type) ? b.constant(type, 0n, span) : null;
}
