/** Template argument deduction from a call ([temp.deduct.call]). */
import type { Span } from '../../bytecode/program';
import type { TypeNode } from '../ast';
import { fail } from '../diagnostics';
import type { Ex } from '../typed';
import { unsatisfied, withParameters } from './constraints';
import type { Arg, Checker } from './context';
import { namesIn } from './packs';
import { type as resolveType } from './resolve';
import { entityOf, Scope } from './scope';
import { templateNamed } from './templates';
import { arrayOf, decay, type FunctionEntity, referenceTo, type TemplateValue, type Type } from './types';
import { type Deduction, unify } from './unify';

/** Template argument deduction from a call; null when it fails. Throws where the constraints do not hold. */
export function deduce(
  cx: Checker,
  entity: FunctionEntity,
  explicit: readonly TemplateValue[],
  args: readonly Arg[],
  span: Span,
): TemplateValue[] | null {
  const template = entity.template;
  if (template === null) return null;
  if (explicit.length > template.params.length && template.params.at(-1)?.pack !== true) return null;
  const bound = new Map<string, TemplateValue>();
  const names = new Set(template.params.map((p) => p.id));
  const misfits = (v: TemplateValue, i: number): boolean => {
    const p = template.params[Math.min(i, template.params.length - 1)];
    return v.kind !== 'pack' && p !== undefined && v.kind !== FOR[p.kind];
  };
  if (explicit.some(misfits)) return null;
  explicit.forEach((v, i) => {
    const p = template.params[i];
    if (p === undefined) return;
    bound.set(p.id, p.pack ? { kind: 'pack', items: explicit.slice(i) } : v);
  });
  // What is given explicitly is not deduced: arguments convert to it.
  for (const p of template.params) if (!p.pack && bound.has(p.id)) names.delete(p.id);
  const to: Deduction = { bound, params: names, scope: entity.scope };
  const params = entity.decl.params;
  for (let i = 0; i < params.length; i++) {
    const p = params[i];
    if (p === undefined) continue;
    if (p.pack) {
      const rest = args.slice(i);
      const id = packIn(
        p.type,
        template.params.filter((x) => x.pack).map((x) => x.id),
      );
      if (id === null) continue;
      const items: TemplateValue[] = [];
      for (const a of rest) {
        const one = new Map([...bound].filter(([key]) => key !== id));
        if (!deduceOne(cx, p.type, a, { ...to, bound: one })) return null;
        const v = one.get(id);
        if (v === undefined) return null;
        items.push(v);
      }
      bound.set(id, { kind: 'pack', items });
      break;
    }
    const a = args[i];
    if (a !== undefined && !deduceOne(cx, p.type, a, to)) return null;
  }
  const scope = new Scope(entity.scope, entity.library, entity.scope.path);
  const out: TemplateValue[] = [];
  for (const p of template.params) {
    let v = bound.get(p.id);
    if (v === undefined && p.pack) v = { kind: 'pack', items: [] };
    if (v === undefined && p.kind === 'typeParam' && p.defaultType !== null)
      v = { kind: 'type', type: resolveType(cx, scope, p.defaultType) };
    // Its type may be what fails: enable_if.
    if (v === undefined && p.kind === 'valueParam' && p.type.kind !== 'auto') resolveType(cx, scope, p.type);
    if (v === undefined && p.kind === 'valueParam' && p.defaultValue !== null)
      v = cx.valueArg({ scope, fn: cx.outside }, p.defaultValue);
    if (v === undefined && p.kind === 'templateParam' && p.defaultName !== null)
      v = templateNamed(cx, scope, p.defaultName);
    if (v === undefined) return null;
    scope.names.set(p.id, entityOf(v));
    out.push(v);
  }
  const { requires } = entity.decl;
  const inner = requires === null ? scope : withParameters(cx, scope, params);
  const why = unsatisfied(cx, inner, template, out, requires);
  if (why !== null) fail(span, `the constraints of ${entity.name} do not hold: ${why}`);
  return out;
}
/** What stands for each kind of parameter. */
const FOR = { typeParam: 'type', valueParam: 'value', templateParam: 'template' } as const;
/** The T of a parameter std::initializer_list<T>. */
function listElement(node: TypeNode): TypeNode | null {
  if (node.kind !== 'named') return null;
  const last = node.name.parts.at(-1);
  const arg = last?.id === 'initializer_list' ? last.args?.[0] : undefined;
  return arg?.kind === 'type' ? arg.type : null;
}
const mentions = new WeakMap<TypeNode, readonly string[]>();
function mentioned(node: TypeNode): readonly string[] {
  let ids = mentions.get(node);
  if (ids === undefined) {
    ids = namesIn(node);
    mentions.set(node, ids);
  }
  return ids;
}
/** A string literal is an array ([lex.string]); elsewhere it is the pointer that it soon becomes. */
const textType = (a: Ex): Type =>
  a.k === 'string' && a.type.kind === 'pointer' ? arrayOf(a.type.to, a.text.length + 1) : a.type;
const packIn = (node: TypeNode, packs: readonly string[]): string | null =>
  packs.find((id) => mentioned(node).includes(id)) ?? null;
function deduceOne(cx: Checker, node: TypeNode, a: Arg, to: Deduction): boolean {
  const items = a.k === 'braced' ? listElement(node) : null;
  if (a.k === 'braced' && items !== null && a.items[0] !== undefined && a.items[0].k !== 'braced')
    return unify(cx, items, decay(a.items[0].type), to);
  // What names no parameter that is still open is not deduced: the argument may convert.
  if (a.k === 'nothing' && a.set !== undefined) return true;
  if (a.k === 'braced' || !mentioned(node).some((id) => to.params.has(id))) return true;
  const t = node.kind === 'reference' && node.to.kind === 'array' ? textType(a) : a.type;
  if (node.kind === 'reference') {
    const forwarding =
      node.rvalue &&
      node.to.kind === 'named' &&
      !node.to.isConst &&
      node.to.name.parts.length === 1 &&
      to.params.has(node.to.name.parts[0]?.id ?? '');
    if (forwarding) return unify(cx, node.to, a.cat === 'l' ? referenceTo(t, false) : t, to);
    return unify(cx, node.to, t, to);
  }
  return unify(cx, node, decay(t), to);
}
