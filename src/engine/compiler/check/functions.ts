/** Functions: instances of entities, and those that the compiler makes. */
import type { Span } from '../../bytecode/program';
import type { Expr, FunctionDecl, TypeNode } from '../ast';
import { fail } from '../diagnostics';
import type { Fn, Stm } from '../typed';
import type { Checker } from './context';
import { checkBody } from './function-bodies';
import { unevaluated, within } from './nesting';
import { expand } from './packs';
import { makeParams, nameParams, param } from './parameters';
import { holdsAuto } from './placeholders';
import { type as resolveType } from './resolve';
import { Scope } from './scope';
import { templateValueKey } from './template-values';
import { bind, MOST_INSTANCES } from './templates';
import { type ClassInfo, type FunctionEntity, type TemplateValue, type Type, VOID } from './types';

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
    scope,
  };
  fn.params = makeParams(fn, []);
  if (decl.result !== null && !holdsAuto(decl.result))
    fn.result = resultType(cx, fn, decl, decl.result, scope);
  const { noexceptIf } = decl;
  if (noexceptIf !== null)
    Object.defineProperty(fn, 'noexcept', { get: once(() => holds(cx, fn, decl, noexceptIf, scope)) });
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

function nameOf(e: FunctionEntity): string {
  if (e.cls?.isLambda === true) return e.cls.name;
  if (e.cls !== null)
    return `${e.cls.name}::${e.decl.role === 'constructor' ? (e.cls.decl?.name?.id ?? e.cls.name) : e.name}`;
  return `${e.scope.path}${e.name}`;
}

export function use(cx: Checker, fn: Fn, span: Span): Fn {
  const by = cx.underway.fn;
  fn.firstUse ??= { by: by === cx.outside ? null : by, span };
  if (!cx.functions.includes(fn)) {
    if (fn.entity?.decl.special === 'delete') fail(span, `${fn.name} is deleted`);
    if (cx.underway.unevaluated === 0) cx.functions.push(fn);
  }
  return fn;
}

export function resultOf(fn: Fn, span: Span): Type {
  if (fn.result === null) fn.check();
  if (fn.result === null)
    return fail(span, `the result of ${fn.name} is used before it can be deduced`, 'write its return type');
  return fn.result;
}
