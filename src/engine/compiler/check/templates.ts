/** Templates: arguments bound to parameters, instances of classes and variables, and the specialisation that fits best. */
import { assert } from '../../../base/assert';
import type { Span } from '../../bytecode/program';
import type { Name, TemplateArg, TemplateDecl, TypeNode } from '../ast';
import { CompileError, fail } from '../diagnostics';
import { constant, constantValue } from './build';
import type { Checker } from './context';
import { expand } from './packs';
import { type Entity, entityOf, Scope } from './scope';
import { placeArg, spellValue, templateValueKey } from './template-values';
import type { ClassInfo, ClassTemplate, TemplateValue, Type } from './types';
import { unifyArgs } from './unify';
import { says } from './written';

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
  if (scope.library && used === values.length - 1 && allocates(cx, values[used], span)) return out;
  if (used < values.length) fail(span, 'too many template arguments');
  return out;
}
/** Our containers have no allocator: the machine is who gives them room. */
function allocates(cx: Checker, v: TemplateValue | undefined, span: Span): boolean {
  if (v?.kind !== 'type' || v.type.kind !== 'class') return false;
  cx.complete(v.type.info, span);
  return v.type.info.scope.own('allocate') !== undefined;
}

/** As a parameter has it that is declared with a type ([temp.arg.nontype]). */
function valueOfType(cx: Checker, v: TemplateValue, t: Type, span: Span): TemplateValue {
  if (v.kind === 'pack') return { kind: 'pack', items: v.items.map((x) => valueOfType(cx, x, t, span)) };
  if (v.kind !== 'value' || v.type.plain === t) return v;
  if (v.place !== undefined) return placeArg(cx.convert(v.place, t, span)) ?? v;
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
    const bound = matchSpecialization(cx, template, s, flat);
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

/** A scope with the specialisation's parameters, if its pattern is exactly these arguments; what it leaves out has its default. */
function matchSpecialization(
  cx: Checker,
  template: Pick<ClassTemplate, 'decl' | 'scope'>,
  s: TemplateDecl,
  args: readonly TemplateValue[],
): Scope | null {
  const { scope } = template;
  const patterns = patternsOf(s);
  const bound = new Map<string, TemplateValue>();
  const params = new Set(s.params.map((p) => p.id));
  const shorter =
    patterns.length < args.length && ![...s.params, ...template.decl.params].some((p) => p.pack);
  const given = shorter ? args.slice(0, patterns.length) : args;
  if (!unifyArgs(cx, patterns, given, { bound, params, scope })) return null;
  const inner = new Scope(scope, scope.library, scope.path);
  for (const p of s.params) {
    const value = bound.get(p.id) ?? (p.pack ? { kind: 'pack' as const, items: [] } : null);
    if (value === null) return null;
    inner.names.set(p.id, entityOf(value));
  }
  const values = s.params.map((p) => bound.get(p.id) ?? { kind: 'pack' as const, items: [] });
  if (cx.unsatisfied(inner, s, values, null) !== null) return null;
  const made = fitting(() => {
    const values = cx.templateArgs(inner, patterns);
    const full = new Scope(scope, scope.library, scope.path);
    return (shorter ? bind(cx, full, template.decl, values, s.span) : values).map(templateValueKey);
  });
  if (made === undefined) return null;
  const same = made.length === args.length && args.every((a, i) => templateValueKey(a) === made[i]);
  return same ? inner : null;
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
