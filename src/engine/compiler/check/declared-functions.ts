/** Functions as they are declared: overloads of a scope, definitions outside of a class, specialisations, and templates that `auto` invents. */
import type { FunctionDecl, Param, TemplateDecl, TemplateParam, TypeNode } from '../ast';
import { fail } from '../diagnostics';
import type { Ex, Fn } from '../typed';
import { defineOutside, shape } from './classes';
import type { Checker } from './context';
import { lookup, typeOfEntity } from './resolve';
import { isOfHeader, type Scope } from './scope';
import { templateValueKey } from './template-values';
import { type ClassInfo, dereferenced, type FunctionEntity } from './types';
import { written } from './written';

/** `template <> int f<T>(…) {…}`: the function that the template stands for with these arguments; false where there is no such template. */
export function specialize(cx: Checker, scope: Scope, decl: FunctionDecl): boolean {
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

/** `void Foo::f() {…}` and `template <class T> void Q<T>::f() {…}` */
export function outside(
  cx: Checker,
  scope: Scope,
  decl: FunctionDecl,
  templates: readonly TemplateDecl[],
): void {
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
  if (cls === null) home.hideType(id);
  const known = home.names.get(id);
  const list = known?.kind === 'functions' ? known.list : [];
  // What a using-declaration brought from a base is hidden by a function that takes the same.
  const hidden = list.findIndex((f) => f.cls !== null && f.cls !== cls && shape(f.decl) === shape(decl));
  if (hidden >= 0) list.splice(hidden, 1);
  const twin = list.find((f) => f.scope === scope && sameFunction(f, decl, made));
  if (twin !== undefined) {
    if (twin.decl.body !== null && decl.body !== null)
      fail(decl.name.span, `'${name}' is defined twice`, '', 'defined-twice');
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
