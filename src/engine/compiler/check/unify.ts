/** Template argument deduction: does what is written with parameters of a template fit a type, and what are they then ([temp.deduct.type])? */
import type { Name, TemplateArg, TypeNode } from '../ast';
import type { Checker } from './context';
import { namesIn } from './packs';
import type { Entity, Scope } from './scope';
import { templateValueKey } from './template-values';
import { type ClassInfo, lineage, type TemplateValue, type Type, ULONG } from './types';

/** A deduction on its way: what the parameters turned out to be so far. */
export interface Deduction {
  readonly bound: Map<string, TemplateValue>;
  /** The parameters that are deduced. */
  readonly params: ReadonlySet<string>;
  /** Where the other names of the pattern stand. */
  readonly scope: Scope;
}

/** Does the pattern `node` fit `t`? Binds the parameters. The forms are those of C++20 [temp.deduct.type]/8. */
export function unify(cx: Checker, node: TypeNode, t: Type, to: Deduction): boolean {
  switch (node.kind) {
    case 'named':
      return unifyName(cx, node, t, to);
    case 'pointer':
      return t.kind === 'pointer' && unify(cx, node.to, t.to, to);
    case 'reference':
      return t.kind === 'reference' && t.rvalue === node.rvalue && unify(cx, node.to, t.to, to);
    case 'array':
      return unifyArray(cx, node, t, to);
    case 'function':
      return unifyFunction(cx, node, t, to);
    case 'builtin':
      return cx.type(to.scope, node).plain === t.plain;
    default:
      return true;
  }
}

/** `T`, `TT<…>`, `C<…>` */
function unifyName(cx: Checker, node: Extract<TypeNode, { kind: 'named' }>, t: Type, to: Deduction): boolean {
  const { params, scope } = to;
  const part = node.name.parts[node.name.parts.length - 1];
  if (part === undefined) return false;
  const alone = node.name.parts.length === 1;
  if (alone && part.args === undefined && params.has(part.id))
    return bindOne(to, part.id, { kind: 'type', type: node.isConst ? t.plain : t });
  if (part.args === undefined) return true;
  if (alone && params.has(part.id)) {
    const template = t.kind === 'class' ? t.info.template : null;
    if (t.kind !== 'class' || template === null) return false;
    if (!bindOne(to, part.id, { kind: 'template', entity: template })) return false;
    return unifyArgs(cx, part.args, written(t.info, part.args.length), to);
  }
  const plainName: Name = {
    ...node.name,
    parts: [...node.name.parts.slice(0, -1), { id: part.id, span: part.span }],
  };
  const e = cx.lookup({ scope, fn: cx.outside }, plainName);
  if (e.kind === 'aliasTemplate') return true;
  if (t.kind !== 'class') return false;
  const instance = lineage(t.info).find((c) => isInstance(c, e));
  return instance !== undefined && unifyArgs(cx, part.args, written(instance, part.args.length), to);
}
/** Inside the template its own name stands for the instance. */
function isInstance(c: ClassInfo, e: Entity): boolean {
  if (e.kind === 'classTemplate') return c.template === e;
  const own = e.kind === 'type' && e.type.kind === 'class' ? e.type.info.template : null;
  return own !== null && own === c.template;
}

/** `T[n]`, `T[]` */
function unifyArray(
  cx: Checker,
  node: Extract<TypeNode, { kind: 'array' }>,
  t: Type,
  to: Deduction,
): boolean {
  if (t.kind !== 'array' || (node.size === null) !== (t.length === 0)) return false;
  const id = node.size?.kind === 'name' ? node.size.parts[0]?.id : undefined;
  if (id !== undefined && to.params.has(id)) {
    const length = { kind: 'value', value: BigInt(t.length), type: ULONG } as const;
    if (!bindOne(to, id, length)) return false;
  }
  return unify(cx, node.of, t.of, to);
}

/** `T(U, V…)` */
function unifyFunction(
  cx: Checker,
  node: Extract<TypeNode, { kind: 'function' }>,
  t: Type,
  to: Deduction,
): boolean {
  if (t.kind !== 'function' || !unify(cx, node.result, t.result, to)) return false;
  for (let i = 0; i < node.params.length; i++) {
    const p = node.params[i];
    if (p === undefined) return false;
    if (p.pack) {
      const rest = t.params.slice(i).map((type) => ({ kind: 'type', type }) as const);
      return unifyPack(cx, p.type, rest, to);
    }
    const x = t.params[i];
    if (x === undefined || !unify(cx, p.type, x, to)) return false;
  }
  return node.params.length === t.params.length;
}

/** Do the arguments of a template fit those that a pattern gives it? */
export function unifyArgs(
  cx: Checker,
  patterns: readonly TemplateArg[],
  args: readonly TemplateValue[],
  to: Deduction,
): boolean {
  const { params, scope } = to;
  for (let i = 0; i < patterns.length; i++) {
    const p = patterns[i];
    if (p === undefined) return false;
    if (p.pack) {
      const id = soleName(p);
      if (id !== undefined && params.has(id)) return bindOne(to, id, { kind: 'pack', items: args.slice(i) });
      return p.kind === 'type' && unifyPack(cx, p.type, args.slice(i), to);
    }
    const a = args[i];
    if (a === undefined) return false;
    if (p.kind === 'value') {
      const id = p.value.kind === 'name' ? p.value.parts[0]?.id : undefined;
      if (id !== undefined && params.has(id)) {
        if (!bindOne(to, id, a)) return false;
      } else if (a.kind !== 'value' || !sameValue(cx.valueArg({ scope, fn: cx.outside }, p.value), a))
        return false;
    } else if (a.kind === 'type') {
      if (!unify(cx, p.type, a.type, to)) return false;
    } else {
      const id = p.type.kind === 'named' ? p.type.name.parts[0]?.id : undefined;
      if (id === undefined || !params.has(id) || !bindOne(to, id, a)) return false;
    }
  }
  return patterns.length === args.length;
}
const sameValue = (a: TemplateValue, c: TemplateValue): boolean =>
  a.kind === 'value' && c.kind === 'value' && a.value === c.value;

function unifyPack(cx: Checker, pattern: TypeNode, args: readonly TemplateValue[], to: Deduction): boolean {
  const { bound, params } = to;
  const packs = namesIn(pattern).filter((id) => params.has(id));
  const collected = new Map<string, TemplateValue[]>(packs.map((id) => [id, []]));
  for (const a of args) {
    if (a.kind !== 'type') return false;
    const one = new Map([...bound].filter(([id]) => !packs.includes(id)));
    if (!unify(cx, pattern, a.type, { ...to, bound: one })) return false;
    for (const id of packs) {
      const v = one.get(id);
      if (v !== undefined) collected.get(id)?.push(v);
    }
  }
  for (const [id, items] of collected) bound.set(id, { kind: 'pack', items });
  return true;
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

function bindOne({ bound }: Deduction, id: string, v: TemplateValue): boolean {
  const known = bound.get(id);
  if (known === undefined) bound.set(id, v);
  return known === undefined || templateValueKey(known) === templateValueKey(v);
}
