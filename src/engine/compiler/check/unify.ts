import type { Name, TemplateArg, TypeNode } from '../ast';
import type { Checker } from './context';
import { namesIn } from './packs';
import type { Scope } from './scope';
import { type ClassInfo, lineage, type TemplateValue, type Type, templateValueKey, ULONG } from './types';

const sameValue = (a: TemplateValue, c: TemplateValue): boolean =>
  a.kind === 'value' && c.kind === 'value' && a.value === c.value;

export function unifyArgs(
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
