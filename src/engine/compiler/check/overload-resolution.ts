/** Overload resolution ([over.match]): which of several functions a call means. */
import { CompileError, fail } from '../diagnostics';
import type { Fn } from '../typed';
import { moreConstrained, unsatisfied } from './constraints';
import type { Arg, Checker, OverloadedCall, Resolved } from './context';
import { NO } from './convert';
import type { FunctionEntity, TemplateValue, Type } from './types';
import { says } from './written';

interface Candidate {
  readonly entity: FunctionEntity;
  readonly fn: Fn;
  readonly ranks: readonly number[];
}

export const describe = (a: Arg): string => (a.k === 'braced' ? '{…}' : a.type.key);

function candidate(
  cx: Checker,
  entity: FunctionEntity,
  { explicit = null, object = null, args, span }: OverloadedCall,
): Candidate | null {
  const params = entity.decl.params;
  const last = params[params.length - 1];
  const required = params.filter((p) => p.defaultValue === null && !p.pack).length;
  if (args.length < required || (args.length > params.length && last?.pack !== true)) return null;
  let values: readonly TemplateValue[] | null = null;
  if (entity.template !== null) {
    values = cx.deduce(entity, explicit ?? [], args, span);
    if (values === null) return null;
  } else if (explicit !== null && explicit.length > 0) return null;
  else {
    const unmet = unsatisfied(cx, entity.scope, null, [], entity.decl.requires);
    if (unmet !== null) fail(span, `the constraints of ${entity.name} do not hold: ${unmet}`);
  }
  const fn = cx.instance(entity, values, span);
  // A constructor template never makes X(X): copying is for the copy constructor ([class.copy.ctor]/5).
  const [first, more] = fn.paramTypes;
  if (
    entity.decl.role === 'constructor' &&
    first?.kind === 'class' &&
    first.info === entity.cls &&
    more === undefined
  )
    return null;
  if (forwardsItself(entity, first, more)) return null;
  const ranks: number[] = [];
  if (fn.hasThis) {
    if (entity.decl.role === 'constructor') ranks.push(0);
    else if (object === null) return null;
    else {
      if (object.type.isConst && !fn.isConst) return null;
      const by = entity.decl.refQualifier;
      if (by === '&&' && object.cat === 'l') return null;
      if (by === '&' && object.cat !== 'l' && !fn.isConst) return null;
      ranks.push(
        (fn.isConst && !object.type.isConst ? 0.1 : 0) + (by === '&&' || object.cat === 'l' ? 0 : 0.1),
      );
    }
  } else ranks.push(0);
  for (let i = 0; i < args.length; i++) {
    const a = args[i];
    const t = fn.paramTypes[i];
    if (a === undefined || t === undefined) return null;
    const r = cx.rank(a, t);
    if (r === NO) return null;
    ranks.push(r);
  }
  return { entity, fn, ranks };
}

/** The library's `template <class U> optional(U&&)` takes no optional: real headers say so with a constraint. */
const forwardsItself = (entity: FunctionEntity, first: Type | undefined, more: Type | undefined): boolean =>
  entity.library &&
  entity.template !== null &&
  entity.decl.role === 'constructor' &&
  more === undefined &&
  first?.kind === 'reference' &&
  first.to.kind === 'class' &&
  first.to.info === entity.cls;

/** True if x is a better match than y: no argument worse and one better; then a plain function before a template. */
function better(cx: Checker, x: Candidate, y: Candidate): boolean {
  let some = false;
  for (let i = 0; i < x.ranks.length; i++) {
    // A static function takes any object ([over.match.funcs]/4).
    if (i === 0 && x.fn.hasThis !== y.fn.hasThis) continue;
    // Binding a reference is as good as copying: only two references are told apart by how they bind.
    const alike = i === 0 || isReference(x, i) === isReference(y, i);
    const a = alike ? (x.ranks[i] ?? 0) : Math.floor(x.ranks[i] ?? 0);
    const c = alike ? (y.ranks[i] ?? 0) : Math.floor(y.ranks[i] ?? 0);
    if (a > c) return false;
    if (a < c) some = true;
  }
  if (some) return true;
  if (x.entity.template === null && y.entity.template !== null) return true;
  if (x.entity.template === null && y.entity.template === null)
    return moreConstrained(cx, x.entity, y.entity);
  if (y.entity.template === null) return false;
  const more = specificity(x.entity) - specificity(y.entity);
  return more > 0 || (more === 0 && moreConstrained(cx, x.entity, y.entity));
}

const isReference = (c: Candidate, i: number): boolean => c.fn.paramTypes[i - 1]?.kind === 'reference';

/** The template whose parameters say more is meant; one without a pack before one with. */
function specificity({ decl, template }: FunctionEntity): number {
  const params = new Set(template?.params.map((p) => p.id));
  const types = decl.params.map((p) => p.type);
  return says(types, params) - (decl.params.some((p) => p.pack) ? 10_000 : 0);
}

export function best(
  cx: Checker,
  candidates: readonly FunctionEntity[],
  call: OverloadedCall,
): { found: Candidate[]; why: CompileError | null } {
  let found: Candidate[] = [];
  let why: CompileError | null = null;
  for (const entity of candidates) {
    try {
      const c = candidate(cx, entity, call);
      if (c === null || found.some((f) => better(cx, f, c))) continue;
      found = [...found.filter((f) => !better(cx, c, f)), c];
    } catch (error) {
      // A substitution that fails takes the candidate out; its reason is told if none is left.
      if (!(error instanceof CompileError)) throw error;
      why = error;
    }
  }
  return { found, why };
}

export function tryResolve(
  cx: Checker,
  candidates: readonly FunctionEntity[],
  call: OverloadedCall,
): Resolved | null {
  const { found } = best(cx, candidates, call);
  return found.length === 0 ? null : finish(found, call);
}

export function resolve(cx: Checker, candidates: readonly FunctionEntity[], call: OverloadedCall): Resolved {
  const { found, why } = best(cx, candidates, call);
  if (found.length > 0) return finish(found, call);
  const { object, args, span, what } = call;
  if (why !== null && candidates.length === 1) throw why;
  const list = args.map(describe).join(', ');
  if (candidates.length === 1 && candidates[0] !== undefined) {
    const want = candidates[0].decl.params.filter((p) => p.defaultValue === null && !p.pack).length;
    if (args.length < want)
      fail(span, `${what} needs ${want} argument${want === 1 ? '' : 's'}, ${args.length} given`);
    if (object?.type.isConst === true && !candidates[0].decl.isConst && !candidates[0].decl.isStatic)
      fail(span, `${what} is not const, and the object is`);
  }
  return fail(span, `no version of ${what} takes (${list})`, why?.message ?? '');
}

function finish(found: readonly Candidate[], { args, span, what }: OverloadedCall): Resolved {
  const [first, second] = found;
  if (first === undefined) return fail(span, `no ${what}`);
  if (second !== undefined)
    fail(span, `the call of ${what} is ambiguous for (${args.map(describe).join(', ')})`);
  if (first.entity.decl.special === 'delete') fail(span, `${what} is deleted`, deletedHint(first.entity));
  return { fn: first.fn, entity: first.entity };
}

const deletedHint = (e: FunctionEntity): string =>
  e.decl.role === 'constructor' && e.cls !== null
    ? `${e.cls.name} cannot be copied: take a reference, or std::move it if it can be moved`
    : '';
