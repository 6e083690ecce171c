/** Templates: packs, arguments bound to parameters, instances of classes and variables, and the fitting of patterns. */
import { assert } from '../../../base/assert';
import type { Span } from '../../bytecode/program';
import type { Name, NamePart, TemplateArg, TemplateDecl, TypeNode } from '../ast';
import { CompileError, fail } from '../diagnostics';
import { constant, constantValue } from './build';
import type { Checker } from './context';
import { type Entity, entityOf, Scope } from './scope';
import {
  type ClassInfo,
  type ClassTemplate,
  lineage,
  spellValue,
  type TemplateValue,
  type Type,
  templateValueKey,
  ULONG,
} from './types';
import { says } from './written';

type Pack = Extract<Entity, { kind: 'localPack' | 'placePack' }>['items'] | readonly TemplateValue[];
/** The elements of the pack that a name stands for; null if it is none. */
function packOf(scope: Scope, id: string): Pack | null {
  const e = scope.find(id);
  if (e?.kind === 'localPack' || e?.kind === 'placePack') return e.items;
  return e?.kind === 'templateValue' && e.value.kind === 'pack' ? e.value.items : null;
}
export const namesPack = (scope: Scope, pattern: object): boolean =>
  namesIn(pattern).some((id) => packOf(scope, id) !== null);

/** Runs `make` once per element of the packs that `pattern` names, with each name bound to its element. */
export function expand<T>(scope: Scope, pattern: object, span: Span, make: (scope: Scope) => T): T[] {
  const packs = new Map<string, Pack>();
  for (const id of new Set(namesIn(pattern))) {
    const items = packOf(scope, id);
    if (items !== null) packs.set(id, items);
  }
  const lengths = new Set([...packs.values()].map((items) => items.length));
  if (lengths.size === 0) fail(span, 'there is no pack to expand here');
  if (lengths.size > 1) fail(span, 'the packs expanded here have different lengths');
  const out: T[] = [];
  for (let i = 0; i < Math.max(...lengths); i++) {
    const inner = new Scope(scope, scope.library);
    for (const [id, items] of packs) {
      const one = items[i];
      if (one === undefined) continue;
      inner.names.set(id, 'make' in one ? one : 'kind' in one ? entityOf(one) : { kind: 'local', v: one });
    }
    out.push(make(inner));
  }
  return out;
}
/** Every unqualified identifier in a piece of syntax. */
export function namesIn(node: unknown, out: string[] = []): string[] {
  if (Array.isArray(node)) for (const n of node) namesIn(n, out);
  else if (typeof node === 'object' && node !== null) {
    const n = node as { kind?: unknown; parts?: readonly NamePart[] };
    if (n.kind === 'name' && n.parts?.[0] !== undefined) out.push(n.parts[0].id);
    if (n.kind === 'this') out.push('this');
    for (const [key, v] of Object.entries(node)) if (key !== 'span') namesIn(v, out);
  }
  return out;
}

export function templateArgs(cx: Checker, scope: Scope, args: readonly TemplateArg[]): TemplateValue[] {
  return args.flatMap((a): TemplateValue[] => {
    const one = (s: Scope): TemplateValue => {
      if (a.kind === 'type') return typeArg(cx, s, a.type);
      return cx.valueArg({ scope: s, fn: cx.outside }, a.value);
    };
    return a.pack ? expand(scope, a, a.span, one) : [one(scope)];
  });
}
/** A name may turn out to be a value parameter: the parser cannot always tell. */
function typeArg(cx: Checker, scope: Scope, node: TypeNode): TemplateValue {
  if (node.kind === 'named' && node.name.parts.length === 1 && node.name.parts[0]?.args === undefined) {
    const e = scope.find(node.name.parts[0]?.id ?? '');
    if (e?.kind === 'templateValue' && e.value.kind !== 'type') return e.value;
    if (e?.kind === 'constant') return { kind: 'value', value: BigInt(e.value), type: e.type };
  }
  if (node.kind === 'named' && node.name.parts.at(-1)?.args === undefined) {
    const e = cx.lookup({ scope, fn: cx.outside }, node.name);
    if (e.kind === 'classTemplate' || e.kind === 'aliasTemplate') return { kind: 'template', entity: e };
  }
  return { kind: 'type', type: cx.type(scope, node) };
}

/** The argument for a template template parameter. */
export function templateNamed(cx: Checker, scope: Scope, name: Name): TemplateValue {
  const e = cx.lookup({ scope, fn: cx.outside }, name);
  if (e.kind === 'classTemplate' || e.kind === 'aliasTemplate') return { kind: 'template', entity: e };
  return fail(name.span, 'a template is needed here');
}

/** Binds a template's parameters in `scope`, gathering packs and filling defaults. */
export function bind(
  cx: Checker,
  scope: Scope,
  decl: TemplateDecl,
  values: readonly TemplateValue[],
  span: Span,
): TemplateValue[] {
  const out: TemplateValue[] = [];
  let used = 0;
  for (const p of decl.params) {
    let v: TemplateValue | undefined;
    if (p.pack) {
      const given = values[used];
      if (given?.kind === 'pack') {
        v = given;
        used++;
      } else {
        v = { kind: 'pack', items: values.slice(used) };
        used = values.length;
      }
    } else if (used < values.length) v = values[used++];
    else if (p.kind === 'typeParam' && p.defaultType !== null)
      v = { kind: 'type', type: cx.type(scope, p.defaultType) };
    else if (p.kind === 'valueParam' && p.defaultValue !== null)
      v = cx.valueArg({ scope, fn: cx.outside }, p.defaultValue);
    else if (p.kind === 'templateParam' && p.defaultName !== null)
      v = templateNamed(cx, scope, p.defaultName);
    if (v === undefined) fail(span, `too few template arguments: '${p.id}' is missing`);
    if (p.kind === 'valueParam' && p.type.kind !== 'auto')
      v = valueOfType(cx, v, cx.type(scope, p.type).plain, span);
    out.push(v);
    if (p.id !== '') scope.names.set(p.id, entityOf(v));
  }
  if (used < values.length) fail(span, 'too many template arguments');
  return out;
}

const sameValue = (a: TemplateValue, c: TemplateValue): boolean =>
  a.kind === 'value' && c.kind === 'value' && a.value === c.value;
/** As a parameter has it that is declared with a type ([temp.arg.nontype]). */
function valueOfType(cx: Checker, v: TemplateValue, t: Type, span: Span): TemplateValue {
  if (v.kind === 'pack') return { kind: 'pack', items: v.items.map((x) => valueOfType(cx, x, t, span)) };
  if (v.kind !== 'value' || v.type.plain === t) return v;
  const value = constantValue(cx.convert(constant(v.type.plain, v.value, span), t, span));
  return typeof value === 'bigint' ? { kind: 'value', value, type: t } : v;
}

/** Of one template: a program with more has a recursion that does not end. */
export const MOST_INSTANCES = 300;

/** `is_same_v<A, B>`: one variable for each list of arguments. */
export function variableInstance(
  cx: Checker,
  template: Extract<Entity, { kind: 'variableTemplate' }>,
  given: readonly TemplateValue[],
  span: Span,
): Entity {
  const scope = new Scope(template.scope, template.scope.library, template.scope.path);
  const args = bind(cx, scope, template.decl, given, span);
  const key = args.map(templateValueKey).join(', ');
  const known = template.instances.get(key);
  if (known !== undefined) return known;
  const best = mostSpecial(cx, template, scope, args);
  const { decl } = best.decl;
  assert(decl.kind === 'vars' && decl.vars[0] !== undefined, 'variable template holds a variable');
  cx.declare(best.scope, decl, { scope: best.scope, fn: cx.outside });
  const made = best.scope.names.get(decl.vars[0].id);
  assert(made !== undefined, 'a variable is declared');
  template.instances.set(key, made);
  return made;
}

export function classInstance(
  cx: Checker,
  template: ClassTemplate,
  given: readonly TemplateValue[],
  span: Span,
): ClassInfo {
  const scope = new Scope(template.scope, template.library, template.scope.path);
  const args = bind(cx, scope, template.decl, given, span);
  const key = args.map(templateValueKey).join(', ');
  const known = template.instances.get(key);
  if (known !== undefined) return known;
  if (template.instances.size >= MOST_INSTANCES)
    fail(
      span,
      `the template '${template.name}' is nested too deeply`,
      'end the recursion with a specialisation',
    );
  const why = cx.unsatisfied(scope, template.decl, args, null);
  if (why !== null) fail(span, `the constraints of ${template.name} do not hold: ${why}`);
  const flat = args.flatMap((a) => (a.kind === 'pack' ? a.items : [a]));
  const { decl, scope: inner } = mostSpecial(cx, template, scope, args);
  assert(decl.decl.kind === 'class', 'class template holds a class');
  if (decl.decl.members === null)
    fail(span, `no definition of '${template.name}' fits <${args.map(spellValue).join(', ')}>`);
  const info = cx.makeClass({
    name: `${template.scope.path}${template.name}<${spelled(cx, template, args).map(spellValue).join(', ')}>`,
    scope: inner,
    decl: decl.decl,
    library: template.library ? template.name : '',
    template,
    args: flat,
    isLambda: false,
  });
  info.scope.names.set(template.name, { kind: 'type', type: info.type });
  template.instances.set(key, info);
  return info;
}

/** The specialisation that says most of these arguments, or the template itself, whose parameters are bound in `scope`. */
function mostSpecial(
  cx: Checker,
  template: ClassTemplate | Extract<Entity, { kind: 'variableTemplate' }>,
  scope: Scope,
  args: readonly TemplateValue[],
): { decl: TemplateDecl; scope: Scope } {
  const flat = args.flatMap((a) => (a.kind === 'pack' ? a.items : [a]));
  let best = { decl: template.decl, scope };
  let says = Number.NEGATIVE_INFINITY;
  for (const s of template.specializations) {
    const bound = matchSpecialization(cx, s, flat, template.scope);
    if (bound === null || specificity(s) < says) continue;
    if (specificity(s) === says && !cx.moreConstrained(template.scope, s, best.decl)) continue;
    best = { decl: s, scope: bound };
    says = specificity(s);
  }
  return best;
}
/** The arguments that a specialisation is for. */
const patternsOf = ({ decl }: TemplateDecl): readonly TemplateArg[] =>
  decl.kind === 'class' ? (decl.name?.args ?? []) : decl.kind === 'vars' ? (decl.vars[0]?.args ?? []) : [];

/** As people write it: without the last arguments of the library's templates that are the default ones. */
function spelled(
  cx: Checker,
  template: ClassTemplate,
  args: readonly TemplateValue[],
): readonly TemplateValue[] {
  const { params } = template.decl;
  let shown = args.length;
  const scope = new Scope(template.scope, template.library, template.scope.path);
  params.forEach((p, i) => {
    const value = args[i];
    if (value !== undefined) scope.names.set(p.id, entityOf(value));
  });
  for (; template.library && shown > 0; shown--) {
    const p = params[shown - 1];
    const value = args[shown - 1];
    if (p?.kind !== 'typeParam' || p.defaultType === null || value?.kind !== 'type') break;
    if (cx.type(scope, p.defaultType) !== value.type) break;
  }
  return args.slice(0, shown).filter((v) => v.kind !== 'pack' || v.items.length > 0);
}
function specificity(template: TemplateDecl): number {
  const { params } = template;
  return (
    says(patternsOf(template), new Set(params.map((p) => p.id))) - (params.some((p) => p.pack) ? 10_000 : 0)
  );
}

/** A scope with the specialisation's parameters, if its pattern is exactly these arguments. */
function matchSpecialization(
  cx: Checker,
  s: TemplateDecl,
  args: readonly TemplateValue[],
  scope: Scope,
): Scope | null {
  const patterns = patternsOf(s);
  const bound = new Map<string, TemplateValue>();
  const params = new Set(s.params.map((p) => p.id));
  if (!unifyArgs(cx, patterns, args, bound, params, scope)) return null;
  const inner = new Scope(scope, scope.library, scope.path);
  for (const p of s.params) {
    const value = bound.get(p.id) ?? (p.pack ? { kind: 'pack' as const, items: [] } : null);
    if (value === null) return null;
    inner.names.set(p.id, entityOf(value));
  }
  const values = s.params.map((p) => bound.get(p.id) ?? { kind: 'pack' as const, items: [] });
  if (cx.unsatisfied(inner, s, values, null) !== null) return null;
  const made = fitting(() => cx.templateArgs(inner, patterns))?.map(templateValueKey);
  if (made === undefined) return null;
  const same = made.length === args.length && args.every((a, i) => templateValueKey(a) === made[i]);
  return same ? inner : null;
}

function unifyArgs(
  cx: Checker,
  patterns: readonly TemplateArg[],
  args: readonly TemplateValue[],
  bound: Map<string, TemplateValue>,
  params: ReadonlySet<string>,
  scope: Scope,
): boolean {
  for (let i = 0; i < patterns.length; i++) {
    const p = patterns[i];
    if (p === undefined) return false;
    if (p.pack) {
      const id = soleName(p);
      if (id !== undefined && params.has(id))
        return bindOne(bound, id, { kind: 'pack', items: args.slice(i) });
      return unifyPack(cx, p.kind === 'type' ? p.type : null, args.slice(i), bound, params, scope);
    }
    const a = args[i];
    if (a === undefined) return false;
    if (p.kind === 'value') {
      const id = p.value.kind === 'name' ? p.value.parts[0]?.id : undefined;
      if (id !== undefined && params.has(id)) {
        if (!bindOne(bound, id, a)) return false;
      } else if (a.kind !== 'value' || !sameValue(cx.valueArg({ scope, fn: cx.outside }, p.value), a))
        return false;
    } else if (a.kind === 'type') {
      if (!unify(cx, p.type, a.type, bound, params, scope)) return false;
    } else {
      const id = p.type.kind === 'named' ? p.type.name.parts[0]?.id : undefined;
      if (id === undefined || !params.has(id) || !bindOne(bound, id, a)) return false;
    }
  }
  return patterns.length === args.length;
}
/** What cannot be written with these arguments does not fit ([temp.deduct]/8). */
function fitting<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    return undefined;
  }
}
/** The parameter that a template argument consists of, if it may be one. */
function soleName(p: TemplateArg): string | undefined {
  const name = p.kind === 'value' ? p.value : p.type.kind === 'named' && !p.type.isConst ? p.type.name : null;
  if (name?.kind !== 'name' || name.parts.length !== 1 || name.parts[0]?.args !== undefined) return undefined;
  return name.parts[0]?.id;
}
/** The arguments that a pattern of `count` speaks of: what it leaves out are defaults. */
function written({ template, args }: ClassInfo, count: number): readonly TemplateValue[] {
  const rest = template?.decl.params.slice(count) ?? [];
  const optional = rest.every(
    (p) =>
      !p.pack &&
      (p.kind === 'typeParam' ? p.defaultType : p.kind === 'valueParam' ? p.defaultValue : p.defaultName) !==
        null,
  );
  return optional && template?.decl.params.every((p) => !p.pack) === true
    ? args.slice(0, Math.max(count, args.length - rest.length))
    : args;
}
function unifyPack(
  cx: Checker,
  pattern: TypeNode | null,
  args: readonly TemplateValue[],
  bound: Map<string, TemplateValue>,
  params: ReadonlySet<string>,
  scope: Scope,
): boolean {
  if (pattern === null) return false;
  const packs = namesIn(pattern).filter((id) => params.has(id));
  const collected = new Map<string, TemplateValue[]>(packs.map((id) => [id, []]));
  for (const a of args) {
    if (a.kind !== 'type') return false;
    const one = new Map([...bound].filter(([id]) => !packs.includes(id)));
    if (!unify(cx, pattern, a.type, one, params, scope)) return false;
    for (const id of packs) {
      const v = one.get(id);
      if (v !== undefined) collected.get(id)?.push(v);
    }
  }
  for (const [id, items] of collected) bound.set(id, { kind: 'pack', items });
  return true;
}
function bindOne(bound: Map<string, TemplateValue>, id: string, v: TemplateValue): boolean {
  const known = bound.get(id);
  if (known === undefined) bound.set(id, v);
  return known === undefined || templateValueKey(known) === templateValueKey(v);
}

/** Template argument deduction (C++20 [temp.deduct.type]) for the forms the subset has: does pattern `node` fit `t`? Binds `params`. */
export function unify(
  cx: Checker,
  node: TypeNode,
  t: Type,
  bound: Map<string, TemplateValue>,
  params: ReadonlySet<string>,
  scope: Scope,
): boolean {
  switch (node.kind) {
    case 'named': {
      const part = node.name.parts[node.name.parts.length - 1];
      if (part === undefined) return false;
      if (node.name.parts.length === 1 && part.args === undefined && params.has(part.id))
        return bindOne(bound, part.id, { kind: 'type', type: node.isConst ? t.plain : t });
      if (part.args === undefined) return true;
      if (node.name.parts.length === 1 && params.has(part.id)) {
        const template = t.kind === 'class' ? t.info.template : null;
        if (t.kind !== 'class' || template === null) return false;
        if (!bindOne(bound, part.id, { kind: 'template', entity: template })) return false;
        return unifyArgs(cx, part.args, written(t.info, part.args.length), bound, params, scope);
      }
      const plainName: Name = {
        ...node.name,
        parts: [...node.name.parts.slice(0, -1), { id: part.id, span: part.span }],
      };
      const e = cx.lookup({ scope, fn: cx.outside }, plainName);
      if (e.kind === 'aliasTemplate') return true;
      if (t.kind !== 'class') return false;
      for (const c of lineage(t.info)) {
        // Inside the template its own name stands for the instance.
        const same =
          e.kind === 'classTemplate'
            ? c.template === e
            : e.kind === 'type' &&
              e.type.kind === 'class' &&
              e.type.info.template !== null &&
              e.type.info.template === c.template;
        if (same) return unifyArgs(cx, part.args, written(c, part.args.length), bound, params, scope);
      }
      return false;
    }
    case 'pointer':
      return t.kind === 'pointer' && unify(cx, node.to, t.to, bound, params, scope);
    case 'reference':
      return (
        t.kind === 'reference' && t.rvalue === node.rvalue && unify(cx, node.to, t.to, bound, params, scope)
      );
    case 'array':
      if (t.kind !== 'array' || (node.size === null) !== (t.length === 0)) return false;
      if (node.size?.kind === 'name' && params.has(node.size.parts[0]?.id ?? '')) {
        if (
          !bindOne(bound, node.size.parts[0]?.id ?? '', {
            kind: 'value',
            value: BigInt(t.length),
            type: ULONG,
          })
        )
          return false;
      }
      return unify(cx, node.of, t.of, bound, params, scope);
    case 'function': {
      if (t.kind !== 'function' || !unify(cx, node.result, t.result, bound, params, scope)) return false;
      for (let i = 0; i < node.params.length; i++) {
        const p = node.params[i];
        if (p === undefined) return false;
        if (p.pack)
          return unifyPack(
            cx,
            p.type,
            t.params.slice(i).map((x) => ({ kind: 'type', type: x })),
            bound,
            params,
            scope,
          );
        const x = t.params[i];
        if (x === undefined || !unify(cx, p.type, x, bound, params, scope)) return false;
      }
      return node.params.length === t.params.length;
    }
    case 'builtin':
      return cx.type(scope, node).plain === t.plain;
    default:
      return true;
  }
}
