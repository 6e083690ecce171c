/** Overload resolution ([over.match] for the subset), and calls of what was found. */
import type { Span } from '../../bytecode/program';
import type { Expr } from '../ast';
import { CompileError, fail } from '../diagnostics';
import type { Ex, Fn } from '../typed';
import * as b from './build';
import { moreConstrained, unsatisfied } from './constraints';
import type { Arg, Checker, Place } from './context';
import { NO } from './convert';
import { pointedMember } from './member-pointers';
import { expand } from './packs';
import type { Scope } from './scope';
import {
  baseOffset,
  type ClassInfo,
  derivesFrom,
  type FunctionEntity,
  type TemplateValue,
  type Type,
} from './types';
import { says } from './written';

interface Candidate {
  readonly entity: FunctionEntity;
  readonly fn: Fn;
  readonly ranks: readonly number[];
}
export interface Resolved {
  readonly fn: Fn;
  readonly args: Ex[];
  readonly entity: FunctionEntity;
}

export const describe = (a: Arg): string => (a.k === 'braced' ? '{…}' : a.type.key);

function candidate(
  cx: Checker,
  entity: FunctionEntity,
  explicit: readonly TemplateValue[] | null,
  object: Ex | null,
  args: readonly Arg[],
  span: Span,
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
  explicit: readonly TemplateValue[] | null,
  object: Ex | null,
  args: readonly Arg[],
  span: Span,
): { found: Candidate[]; why: CompileError | null } {
  let found: Candidate[] = [];
  let why: CompileError | null = null;
  for (const entity of candidates) {
    try {
      const c = candidate(cx, entity, explicit, object, args, span);
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
  explicit: readonly TemplateValue[] | null,
  object: Ex | null,
  args: readonly Arg[],
  span: Span,
  what: string,
): Resolved | null {
  const { found } = best(cx, candidates, explicit, object, args, span);
  return found.length === 0 ? null : finish(found, args, span, what);
}
export function resolve(
  cx: Checker,
  candidates: readonly FunctionEntity[],
  explicit: readonly TemplateValue[] | null,
  object: Ex | null,
  args: readonly Arg[],
  span: Span,
  what: string,
): Resolved {
  const { found, why } = best(cx, candidates, explicit, object, args, span);
  if (found.length > 0) return finish(found, args, span, what);
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
function finish(found: readonly Candidate[], args: readonly Arg[], span: Span, what: string): Resolved {
  const [first, second] = found;
  if (first === undefined) return fail(span, `no ${what}`);
  if (second !== undefined)
    fail(span, `the call of ${what} is ambiguous for (${args.map(describe).join(', ')})`);
  if (first.entity.decl.special === 'delete') fail(span, `${what} is deleted`, deletedHint(first.entity));
  return { fn: first.fn, args: [], entity: first.entity };
}
const deletedHint = (e: FunctionEntity): string =>
  e.decl.role === 'constructor' && e.cls !== null
    ? `${e.cls.name} cannot be copied: take a reference, or std::move it if it can be moved`
    : '';

/** Turns arguments into parameters: conversions, default arguments. `this` is not among them. */
export function passArgs(
  cx: Checker,
  r: { fn: Fn; entity: FunctionEntity | null },
  args: readonly Arg[],
  at: Place,
  span: Span,
): Ex[] {
  return r.fn.paramTypes.map((t, i) => {
    const a = args[i];
    if (a !== undefined) return passOne(cx, a, t, at, span);
    const given = r.entity?.decl.params[i]?.defaultValue;
    if (given === null || given === undefined || r.entity === null)
      return fail(span, `argument ${i + 1} of ${r.fn.name} is missing`);
    const scope = scopes.get(r.fn) ?? r.entity.scope;
    return passOne(cx, cx.arg({ scope, fn: at.fn, call: at.call ?? span }, given), t, at, span);
  });
}
function passOne(cx: Checker, a: Arg, t: Type, at: Place, span: Span): Ex {
  const e = cx.initFrom(a, t, at, a.span ?? span);
  // By-value class arguments live in the caller's frame until the end of the full expression.
  return t.kind === 'class' ? b.addressOf(cx.materialize(e, at.fn)) : e;
}
/** The scope with an instance's template arguments, for its default arguments. */
export const scopes = new WeakMap<Fn, Scope>();

export function call(cx: Checker, fn: Fn, args: readonly Ex[], span: Span, virtualCall = false): Ex {
  const result = cx.resultOf(fn, span);
  const entity = fn.entity;
  const given = fn.hasThis && fn.cls !== null ? ownThis(args, fn.cls) : args;
  const type = result.kind === 'reference' ? result.to : result;
  const base = {
    type:
      result.kind === 'reference'
        ? b.addressOf({ k: 'nothing', type, cat: 'l', span }).type
        : type.kind === 'class'
          ? type.plain
          : type.plain,
    cat: 'p' as const,
    span,
  };
  let e: Ex;
  const slot = virtualCall && entity?.isVirtual === true && fn.cls !== null ? slotOf(fn.cls, entity) : -1;
  if (slot >= 0 && fn.cls !== null) e = { k: 'callVirtual', ...base, cls: fn.cls, slot, fn, args: given };
  else e = { k: 'call', ...base, fn: cx.use(fn, span), args: given };
  if (result.kind === 'reference') return b.deref(e, result.rvalue ? 'x' : 'l');
  return e;
}
/** The object as the class sees it that the function is a member of. */
function ownThis(args: readonly Ex[], cls: ClassInfo): readonly Ex[] {
  const [self, ...rest] = args;
  const of = self?.type.kind === 'pointer' && self.type.to.kind === 'class' ? self.type.to.info : null;
  if (self === undefined || of === null || baseOffset(of, cls) <= 0) return args;
  return [b.addressOf(b.asBase(b.deref(self), cls)), ...rest];
}
const slotOf = (cls: ClassInfo, entity: FunctionEntity): number =>
  cls.vtable.findIndex((v) => v.entity === entity);

/** An assignment or compound assignment by an operator function. */
export function callAssignment(cx: Checker, fn: Fn, args: readonly Ex[], span: Span): Ex {
  const e = call(cx, fn, args, span, true);
  const made = e.k === 'deref' ? e.pointer : e;
  if (made.k !== 'call' && made.k !== 'callVirtual') return e;
  const ordered: Ex = { ...made, rightFirst: true };
  return e.k === 'deref' ? { ...e, pointer: ordered } : ordered;
}

/** Calls a value: a function pointer, a lambda or another class with operator(). */
export function invoke(cx: Checker, callee: Ex, args: readonly Arg[], at: Place, span: Span): Ex {
  if (callee.type.kind === 'class') {
    cx.complete(callee.type.info, span);
    const e = callee.type.info.scope.own('operator()');
    if (e?.kind !== 'functions') return fail(span, `${callee.type.key} cannot be called`);
    const object = callee.cat === 'p' ? cx.materialize(callee, at.fn) : callee;
    const r = cx.resolve(e.list, null, object, args, span, `${callee.type.key}::operator()`);
    return cx.call(
      r.fn,
      [...(r.fn.hasThis ? [b.addressOf(object)] : []), ...passArgs(cx, r, args, at, span)],
      span,
    );
  }
  const f = cx.value(callee);
  if (f.type.kind === 'memberPointer') return invokeMember(cx, f, args, at, span);
  const t = f.type.kind === 'pointer' ? f.type.to : f.type;
  if (t.kind !== 'function') return fail(span, `${callee.type.key} cannot be called`);
  if (args.length !== t.params.length)
    fail(span, `${t.params.length} arguments are needed, ${args.length} given`);
  const passed = t.params.map((p, i) => passOne(cx, args[i] as Arg, p, at, span));
  const type =
    t.result.kind === 'reference'
      ? b.addressOf({ k: 'nothing', type: t.result.to, cat: 'l', span }).type
      : t.result.plain;
  const e: Ex = { k: 'callPointer', callee: f, args: passed, type, cat: 'p', span };
  return t.result.kind === 'reference' ? b.deref(e, t.result.rvalue ? 'x' : 'l') : e;
}

/** INVOKE of a member function pointer: the first argument is the object, a pointer or a smart pointer to it ([func.require]). */
function invokeMember(cx: Checker, f: Ex, args: readonly Arg[], at: Place, span: Span): Ex {
  const first = args[0];
  if (f.type.kind !== 'memberPointer' || first === undefined || first.k === 'braced')
    return fail(span, 'a member function pointer needs its object');
  const t = f.type.to;
  if (t.kind !== 'function') {
    const o = first.type.kind === 'pointer' ? b.deref(cx.value(first), 'l', true) : first;
    return pointedMember(o.cat === 'p' ? cx.materialize(o, at.fn) : o, f, span);
  }
  if (args.length - 1 !== t.params.length)
    fail(span, `${t.params.length} arguments are needed behind the object, ${args.length - 1} given`);
  let object: Ex = cx.value(first);
  if (object.type.kind === 'class' && !derivesFrom(object.type.info, f.type.of)) {
    const get = object.type.info.scope.own('get');
    if (get?.kind !== 'functions') return fail(span, `${object.type.key} is no object of ${f.type.of.name}`);
    const holder = object.cat === 'p' ? cx.materialize(object, at.fn) : object;
    const r = cx.resolve(get.list, null, holder, [], span, 'get');
    object = cx.call(r.fn, [b.addressOf(holder)], span);
  } else if (object.type.kind === 'class')
    object = b.addressOf(object.cat === 'p' ? cx.materialize(object, at.fn) : object);
  const type =
    t.result.kind === 'reference'
      ? b.addressOf({ k: 'nothing', type: t.result.to, cat: 'l', span }).type
      : t.result.plain;
  const passed = t.params.map((p, i) => passOne(cx, args[i + 1] as Arg, p, at, span));
  const e: Ex = {
    k: 'callPointer',
    callee: f,
    args: [...ownThis([b.addressOf(b.deref(object, 'l', true))], f.type.of), ...passed],
    type,
    cat: 'p',
    span,
  };
  return t.result.kind === 'reference' ? b.deref(e, t.result.rvalue ? 'x' : 'l') : e;
}

export function args(cx: Checker, at: Place, list: readonly Expr[]): Arg[] {
  return list.flatMap((e) =>
    e.kind === 'packExpansion'
      ? expand(at.scope, e.pattern, e.span, (scope) => cx.arg({ scope, fn: at.fn }, e.pattern))
      : [cx.arg(at, e)],
  );
}
