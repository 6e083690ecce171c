/** Overload resolution ([over.match] for the subset), calls and construction. */
import type { Span } from '../../bytecode/program';
import type { Expr, VarDecl } from '../ast';
import { CompileError, fail } from '../diagnostics';
import type { Ex, Fn } from '../typed';
import * as b from './build';
import type { Arg, Checker, Place } from './context';
import { NO } from './convert';
import { expand } from './resolve';
import type { Scope } from './scope';
import {
  arrayOf,
  CHAR,
  type ClassInfo,
  derivesFrom,
  type FunctionEntity,
  isScalar,
  type TemplateValue,
  type Type,
  VOID,
  wordsOf,
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

const describe = (a: Arg): string => (a.k === 'braced' ? '{…}' : a.type.key);

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
function better(x: Candidate, y: Candidate): boolean {
  let some = false;
  for (let i = 0; i < x.ranks.length; i++) {
    // Binding a reference is as good as copying: only two references are told apart by how they bind.
    const alike = i === 0 || isReference(x, i) === isReference(y, i);
    const a = alike ? (x.ranks[i] ?? 0) : Math.floor(x.ranks[i] ?? 0);
    const c = alike ? (y.ranks[i] ?? 0) : Math.floor(y.ranks[i] ?? 0);
    if (a > c) return false;
    if (a < c) some = true;
  }
  if (some) return true;
  if (x.entity.template === null && y.entity.template !== null) return true;
  if (x.entity.template !== null && y.entity.template !== null)
    return specificity(x.entity) > specificity(y.entity);
  return false;
}
const isReference = (c: Candidate, i: number): boolean => c.fn.paramTypes[i - 1]?.kind === 'reference';
/** The template whose parameters say more is meant; one without a pack before one with. */
function specificity({ decl, template }: FunctionEntity): number {
  const params = new Set(template?.params.map((p) => p.id));
  const types = decl.params.map((p) => p.type);
  return says(types, params) - (decl.params.some((p) => p.pack) ? 10_000 : 0);
}

function best(
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
      if (c === null || found.some((f) => better(f, c))) continue;
      found = [...found.filter((f) => !better(c, f)), c];
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
  return found.length === 0 ? null : finish(cx, found, args, span, what);
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
  if (found.length > 0) return finish(cx, found, args, span, what);
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
function finish(
  _cx: Checker,
  found: readonly Candidate[],
  args: readonly Arg[],
  span: Span,
  what: string,
): Resolved {
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
    return passOne(cx, cx.arg({ scope, fn: at.fn }, given), t, at, span);
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
  if (slot >= 0 && fn.cls !== null) e = { k: 'callVirtual', ...base, cls: fn.cls, slot, fn, args };
  else e = { k: 'call', ...base, fn: cx.use(fn, span), args };
  if (result.kind === 'reference') return b.deref(e, result.rvalue ? 'x' : 'l');
  return e;
}
function slotOf(cls: ClassInfo, entity: FunctionEntity): number {
  const id = entity.decl.role === 'destructor' ? '~' : entity.name;
  return cls.vtable.findIndex(
    (v) => v.name === id && v.entity.decl.params.length === entity.decl.params.length,
  );
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
    args: [b.addressOf(b.deref(object, 'l', true)), ...passed],
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

// ── construction ───────────────────────────────────────────────────────────────────────────────────────────────────

/** A prvalue of type t made from arguments. direct: T(a, b). list: T{a, b}. copy: T x = a (explicit constructors are out). */
export function construct(
  cx: Checker,
  t: Type,
  list: readonly Arg[],
  at: Place,
  span: Span,
  form: 'direct' | 'list' | 'copy',
): Ex {
  if (t.kind === 'class') return constructClass(cx, t, list, at, span, form);
  if (t.kind === 'array') return constructArray(cx, t, list, at, span);
  if (t.kind === 'void') return b.nothing(span);
  if (list.length === 0) return b.constant(t.kind === 'int' || t.kind === 'bool' ? t : t, 0n, span);
  if (list.length > 1 || list[0] === undefined) return fail(span, `${t.key} takes one value`);
  const a = list[0];
  if (a.k === 'braced') return construct(cx, t, a.items, at, span, 'list');
  if (form === 'direct' && a.type.kind === 'enum' && isScalar(t))
    return b.convertScalar(cx.value(a), t, span);
  return cx.initFrom(a, t, at, span, form !== 'copy');
}

function constructArray(
  cx: Checker,
  t: Extract<Type, { kind: 'array' }>,
  list: readonly Arg[],
  at: Place,
  span: Span,
): Ex {
  const [first, more] = list;
  if (first?.k === 'string' && more === undefined && t.of.plain === CHAR)
    return cx.initFrom(first, t, at, span);
  const items = new Items(list);
  const made = arrayFrom(cx, t, items, at, span);
  if (items.left) fail(span, `${list.length} initialisers for ${t.length} elements`);
  return made;
}
function arrayFrom(
  cx: Checker,
  t: Extract<Type, { kind: 'array' }>,
  items: Items,
  at: Place,
  span: Span,
): Ex {
  if (t.of.kind === 'class') cx.complete(t.of.info, span);
  const words = wordsOf(t.of);
  const parts: { offset: number; init: Ex }[] = [];
  for (let i = 0; i < t.length; i++) {
    const init = items.left ? take(cx, t.of, items, at, span) : defaultOrZero(cx, t.of, at, span);
    if (init !== null) parts.push({ offset: i * words, init });
  }
  return { k: 'aggregate', parts, zero: true, type: t, cat: 'p', span };
}
/** The items of a braced list, taken one after the other. */
class Items {
  private next = 0;
  private readonly list: readonly Arg[];
  constructor(list: readonly Arg[]) {
    this.list = list;
  }
  get left(): boolean {
    return this.next < this.list.length;
  }
  get first(): Arg {
    return this.list[this.next] as Arg;
  }
  take(): Arg {
    return this.list[this.next++] as Arg;
  }
}
/** The initial value of an element or member: the next item, or, where braces were left out, as many as it takes ([dcl.init.aggr]/13). */
function take(cx: Checker, t: Type, items: Items, at: Place, span: Span): Ex {
  const a = items.first;
  const inner = t.kind === 'array' || (t.kind === 'class' && isAggregate(cx, t.info, span));
  if (inner && a.k !== 'braced' && cx.rank(a, t) === NO) {
    if (t.kind === 'array') return arrayFrom(cx, t, items, at, span);
    if (t.kind === 'class') return aggregateFrom(cx, t, items, at, span);
  }
  return cx.initFrom(items.take(), t, at, a.span ?? span);
}
const isAggregate = (cx: Checker, info: ClassInfo, span: Span): boolean => {
  cx.complete(info, span);
  return isAggregateLike(info);
};
const defaultOrZero = (cx: Checker, t: Type, at: Place, span: Span): Ex | null =>
  t.kind === 'class'
    ? construct(cx, t, [], at, span, 'list')
    : t.kind === 'array'
      ? constructArray(cx, t, [], at, span)
      : null;

function constructClass(
  cx: Checker,
  t: Extract<Type, { kind: 'class' }>,
  list: readonly Arg[],
  at: Place,
  span: Span,
  form: 'direct' | 'list' | 'copy',
): Ex {
  const info = t.info;
  cx.complete(info, span);
  const only = list.length === 1 ? list[0] : undefined;
  if (only?.k === 'braced' && only.designators !== undefined) {
    if (isAggregateLike(info)) return aggregate(cx, t, list, at, span);
    return fail(
      only.span,
      `${info.name} has constructors: its members cannot be named here`,
      'pass the arguments in order',
    );
  }
  if (only !== undefined && only.k !== 'braced' && only.type.kind === 'class' && only.type.info === info) {
    if (only.cat === 'p') return only;
    if (!declaresCopyOrMove(info)) return copyImplicit(cx, t, only, span);
  }
  if (only !== undefined && only.k !== 'braced' && only.type.kind === 'class') {
    const slices = only.type.info !== info && derivesFrom(only.type.info, info);
    if (slices && !declaresCopyOrMove(info))
      return copyImplicit(cx, t, b.asBase(cx.materialize(only, at.fn), info), span);
  }
  const element = info.library === 'initializer_list' ? info.args[0] : undefined;
  if (form === 'list' && element?.kind === 'type')
    return initializerList(cx, t.plain, element.type, list, at, span);
  if (form === 'list') {
    const il = initializerListConstructor(cx, info, list, span);
    if (il !== null) return constructFromList(cx, t, il, list, at, span);
  }
  if (
    info.constructors.length === 0 ||
    (info.constructors.every((c) => c.decl.special === 'default') && isAggregateLike(info))
  ) {
    if (list.length === 0) return valueInit(cx, t, at, span, form);
    if (isAggregateLike(info)) return aggregate(cx, t, list, at, span);
    if (only !== undefined && only.k !== 'braced' && only.type.kind === 'class')
      return copyImplicit(cx, t, only, span);
    return fail(span, `${info.name} has no constructor that takes (${list.map(describe).join(', ')})`);
  }
  const candidates =
    form === 'copy' ? info.constructors.filter((c) => !c.decl.isExplicit) : info.constructors;
  const what = `the constructor of ${info.name}`;
  if (only !== undefined && only.k !== 'braced' && only.type.kind === 'class' && only.type.info !== info) {
    const converted = cx.converted(only, t, at, span);
    if (converted !== null && cx.tryResolve(candidates, null, null, list, span, what) === null)
      return converted;
  }
  const r = cx.resolve(candidates, null, null, list, span, what);
  if (r.entity.decl.special === 'default') {
    if (list.length === 0) return valueInit(cx, t, at, span, form);
    return copyImplicit(cx, t, only as Ex, span);
  }
  return {
    k: 'construct',
    fn: cx.use(r.fn, span),
    args: passArgs(cx, r, list, at, span),
    type: t.plain,
    cat: 'p',
    span,
  };
}

function valueInit(
  cx: Checker,
  t: Extract<Type, { kind: 'class' }>,
  at: Place,
  span: Span,
  _form: string,
): Ex {
  if (isAggregateLike(t.info) && t.info.fields.length > 0 && t.info.vtable.length === 0) {
    const fn = cx.implicit(t.info, 'default', span);
    if (fn === null) return { k: 'aggregate', parts: [], zero: true, type: t.plain, cat: 'p', span };
    return aggregate(cx, t, [], at, span);
  }
  const fn = cx.implicit(t.info, 'default', span);
  if (fn === null) return { k: 'aggregate', parts: [], zero: true, type: t.plain, cat: 'p', span };
  return { k: 'construct', fn: cx.use(fn, span), args: [], type: t.plain, cat: 'p', span };
}

function copyImplicit(cx: Checker, t: Extract<Type, { kind: 'class' }>, from: Ex, span: Span): Ex {
  if (cx.isTriviallyCopyable(t)) return { k: 'bitCopy', from, type: t.plain, cat: 'p', span };
  const moves = from.cat !== 'l' && !from.type.isConst && hasImplicitMove(t.info);
  const fn = cx.implicit(t.info, moves ? 'move' : 'copy', span);
  if (fn === null) return { k: 'bitCopy', from, type: t.plain, cat: 'p', span };
  return { k: 'construct', fn: cx.use(fn, span), args: [b.addressOf(from)], type: t.plain, cat: 'p', span };
}

/** A class that says how it is copied, assigned or destroyed is not moved by the compiler, but copied ([class.copy.ctor]/8). */
export function hasImplicitMove(info: ClassInfo): boolean {
  const kinds = info.constructors.map((f) => selfReference(f, info));
  if (kinds.includes('move')) return true;
  return !kinds.includes('copy') && info.destructor === null && assignments(info).length === 0;
}
/** The assignment operators from the class itself that it declares. */
export function assignments(info: ClassInfo): FunctionEntity[] {
  const e = info.scope.names.get('operator=');
  if (e?.kind !== 'functions') return [];
  return e.list.filter((f) => selfReference(f, info) !== null);
}
/** A constructor (or assignment) whose one parameter is the class itself. */
export function declaresCopyOrMove(info: ClassInfo): boolean {
  return info.constructors.some((c) => selfReference(c, info) !== null && c.decl.special !== 'default');
}
export function selfReference(c: FunctionEntity, info: ClassInfo): 'copy' | 'move' | null {
  const p = c.decl.params[0];
  if (p === undefined || c.decl.params.length !== 1 || c.template !== null) return null;
  const named = p.type.kind === 'reference' ? p.type.to : p.type;
  if (named.kind !== 'named') return null;
  const part = named.name.parts[named.name.parts.length - 1];
  const own = info.decl?.name?.id;
  if (part === undefined || part.id !== own) return null;
  if (part.args !== undefined && info.template !== null && part.args.length !== info.args.length) return null;
  if (
    part.args?.some(
      (a, i) =>
        a.kind === 'type' && a.type.kind === 'named' && a.type.name.parts[0]?.id !== ownParam(info, i),
    )
  )
    return null;
  return p.type.kind === 'reference' && p.type.rvalue ? 'move' : 'copy';
}
const ownParam = (info: ClassInfo, i: number): string | undefined => info.template?.decl.params[i]?.id;

const isAggregateLike = (info: ClassInfo): boolean =>
  info.vtable.length === 0 && !info.isLambda && info.constructors.every((c) => c.decl.special === 'default');

function aggregate(
  cx: Checker,
  t: Extract<Type, { kind: 'class' }>,
  list: readonly Arg[],
  at: Place,
  span: Span,
): Ex {
  const only = list[0];
  if (only?.k === 'braced' && only.designators !== undefined) {
    const { items, designators } = only;
    designators.forEach((id, i) => {
      const place = t.info.fields.findIndex((f) => f.name === id);
      const before = t.info.fields.findIndex((f) => f.name === designators[i - 1]);
      const where = items[i]?.span ?? span;
      if (place < 0) fail(where, `${t.info.name} has no member '${id}'`);
      if (place <= before)
        fail(where, `'.${id}' must stand before '.${designators[i - 1]}'`, 'keep the order of the members');
    });
    return aggregateFrom(
      cx,
      t,
      new Items([]),
      at,
      span,
      new Map(designators.map((id, i) => [id, items[i] as Arg])),
    );
  }
  const items = new Items(list);
  const made = aggregateFrom(cx, t, items, at, span);
  if (items.left)
    fail(span, `${list.length} values for the ${t.info.fields.length} members of ${t.info.name}`);
  return made;
}
/** The base, then the members: from `named` or the items, else by their own initialisers, else empty. */
function aggregateFrom(
  cx: Checker,
  t: Extract<Type, { kind: 'class' }>,
  items: Items,
  at: Place,
  span: Span,
  named: ReadonlyMap<string, Arg> = new Map(),
): Ex {
  const info = t.info;
  const parts: { offset: number; init: Ex }[] = [];
  const owner = { scope: info.scope, fn: at.fn };
  if (info.base !== null)
    parts.push({
      offset: 0,
      init: items.left
        ? take(cx, info.base.type, items, at, span)
        : construct(cx, info.base.type, [], at, span, 'list'),
    });
  const declared = memberDeclarations(info);
  for (const f of info.fields) {
    const a = named.get(f.name);
    const d = declared.get(f.name);
    const init =
      a !== undefined
        ? cx.initFrom(a, f.type, at, a.span ?? span)
        : items.left
          ? take(cx, f.type, items, at, span)
          : d === undefined || d.init.kind === 'none'
            ? f.type.kind === 'reference'
              ? fail(span, `the reference '${f.name}' of ${info.name} needs something to refer to`)
              : defaultOrZero(cx, f.type, at, span)
            : cx.initialize(f.type, d.init, owner, d.span);
    if (init !== null) parts.push({ offset: f.offset, init });
  }
  return { k: 'aggregate', parts, zero: true, type: t.plain, cat: 'p', span };
}
/** Could a value of type t be made from the list? A rough answer: what it lets through, construct may still refuse. */
export function listFits(cx: Checker, list: Extract<Arg, { k: 'braced' }>, t: Type): boolean {
  const { items, span } = list;
  if (t.kind === 'array') return items.length <= t.length && items.every((a) => cx.rank(a, t.of) !== NO);
  if (t.kind !== 'class') return false;
  const info = t.info;
  cx.complete(info, span);
  const element = info.library === 'initializer_list' ? info.args[0] : undefined;
  if (element?.kind === 'type') return items.every((a) => cx.rank(a, element.type) !== NO);
  const only = items.length === 1 ? items[0] : undefined;
  if (
    only !== undefined &&
    only.k !== 'braced' &&
    only.type.kind === 'class' &&
    derivesFrom(only.type.info, info)
  )
    return true;
  if (initializerListConstructor(cx, info, items, span) !== null) return true;
  if (isAggregateLike(info)) {
    if (list.designators !== undefined)
      return list.designators.every((id) => info.fields.some((f) => f.name === id));
    const flat =
      info.base !== null || info.fields.some((f) => f.type.kind === 'array' || f.type.kind === 'class');
    return (
      flat ||
      (items.length <= info.fields.length &&
        items.every((a, i) => cx.rank(a, info.fields[i]?.type ?? VOID) !== NO))
    );
  }
  if (list.designators !== undefined) return false;
  return (
    best(cx, info.constructors, null, null, items, span).found.length > 0 || info.constructors.length === 0
  );
}
export function memberDeclarations(info: ClassInfo): Map<string, VarDecl> {
  const out = new Map<string, VarDecl>();
  for (const m of info.decl?.members ?? []) if (m.kind === 'vars') for (const v of m.vars) out.set(v.id, v);
  return out;
}

/** A constructor from std::initializer_list<T> that takes these items, with T. */
function initializerListConstructor(
  cx: Checker,
  info: ClassInfo,
  list: readonly Arg[],
  span: Span,
): { entity: FunctionEntity; of: Type } | null {
  if (list.length === 0) return null;
  for (const c of info.constructors) {
    if (c.template !== null || c.decl.params.length !== 1) continue;
    const fn = cx.instance(c, null, span);
    const p = fn.paramTypes[0];
    if (p?.kind !== 'class' || p.info.library !== 'initializer_list') continue;
    const of = p.info.args[0];
    if (of?.kind === 'type' && list.every((a) => cx.rank(a, of.type) !== NO))
      return { entity: c, of: of.type };
  }
  return null;
}
function constructFromList(
  cx: Checker,
  t: Extract<Type, { kind: 'class' }>,
  il: { entity: FunctionEntity; of: Type },
  list: readonly Arg[],
  at: Place,
  span: Span,
): Ex {
  const fn = cx.instance(il.entity, null, span);
  const type = fn.paramTypes[0] ?? VOID;
  const made = cx.materialize(initializerList(cx, type, il.of, list, at, span), at.fn);
  return { k: 'construct', fn: cx.use(fn, span), args: [b.addressOf(made)], type: t.plain, cat: 'p', span };
}
/** std::initializer_list: an array that lives to the end of the full expression, and a view of it. */
function initializerList(cx: Checker, type: Type, of: Type, list: readonly Arg[], at: Place, span: Span): Ex {
  const items = cx.materialize(constructArray(cx, arrayType(of, list.length), list, at, span), at.fn);
  const parts = [
    { offset: 0, init: cx.value(items) },
    { offset: 1, init: b.int(list.length, span) },
  ];
  return { k: 'aggregate', parts, zero: false, type, cat: 'p', span };
}
const arrayType = (of: Type, n: number): Extract<Type, { kind: 'array' }> =>
  arrayOf(of.plain, n) as Extract<Type, { kind: 'array' }>;
