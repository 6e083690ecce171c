/** Construction ([dcl.init]): constructors, aggregates, braced lists, arrays, and copies the compiler makes. */
import type { Span } from '../../bytecode/program';
import { fail } from '../diagnostics';
import type { Ex, Part } from '../typed';
import * as b from './build';
import { passArgs } from './calls';
import { isAggregateLike } from './classes';
import type { Arg, Checker, Place } from './context';
import { NO } from './convert';
import { byIndex, byMember } from './designators';
import { isUnion } from './fields';
import { best, describe } from './overload-resolution';
import { declaresCopyOrMove, hasImplicitMove, memberDeclarations } from './special';
import {
  arrayOf,
  type ClassInfo,
  derivesFrom,
  type FunctionEntity,
  isArithmetic,
  isCharacter,
  isIntegral,
  isScalar,
  type Type,
  VOID,
  wordsOf,
} from './types';

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
  // `decltype(e){}` may be a reference: to a temporary, where nothing is given.
  if (t.kind === 'reference' && list.length === 0 && (t.rvalue || t.to.isConst))
    return construct(cx, t.to.plain, list, at, span, form);
  if (list.length === 0) return b.constant(t.kind === 'int' || t.kind === 'bool' ? t : t, 0n, span);
  if (list.length > 1 || list[0] === undefined) return fail(span, `${t.key} takes one value`);
  const a = list[0];
  if (a.k === 'braced') return construct(cx, t, a.items, at, span, 'list');
  // [expr.type.conv]/2: `int(state)` and `State(2)` are casts.
  const isCast = a.type.kind === 'enum' ? isScalar(t) : t.kind === 'enum' && isArithmetic(a.type);
  if (form === 'direct' && isCast) return b.convertScalar(cx.value(a), t, span);
  // [dcl.init.list]/3.8: `byte{7}`.
  if (form === 'list' && t.kind === 'enum' && t.info.scoped && isIntegral(a.type))
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
  if (first?.k === 'braced' && first.designators !== undefined)
    return elements(cx, t, byIndex(first, span), at, span);
  if (first?.k === 'string' && more === undefined && isCharacter(t.of))
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
  const parts: Part[] = [];
  const destroy = cx.destructorOf(t.of, span);
  for (let i = 0; i < t.length; i++) {
    const init = items.left ? take(cx, t.of, items, at, span) : defaultOrZero(cx, t.of, at, span);
    if (init !== null) parts.push({ offset: i * words, init, destroy });
  }
  return { k: 'aggregate', parts, zero: true, type: t, cat: 'p', span };
}
/** An array of which some elements are given. */
function elements(
  cx: Checker,
  t: Extract<Type, { kind: 'array' }>,
  given: ReadonlyMap<number, Arg>,
  at: Place,
  span: Span,
): Ex {
  if (t.of.kind === 'class') cx.complete(t.of.info, span);
  for (const [index, item] of given)
    if (index >= t.length) fail(item.span ?? span, `there is no element ${index}: the array has ${t.length}`);
  const parts: Part[] = [];
  for (let i = 0; i < t.length; i++) {
    const item = given.get(i);
    const init =
      item === undefined ? defaultOrZero(cx, t.of, at, span) : cx.initFrom(item, t.of, at, item.span ?? span);
    if (init !== null) parts.push({ offset: i * wordsOf(t.of), init });
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
    if (list.length === 0) return valueInit(cx, t, at, span);
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
    if (converted !== null && cx.tryResolve(candidates, { args: list, span, what }) === null)
      return converted;
  }
  const r = cx.resolve(candidates, { args: list, span, what });
  if (r.entity.decl.special === 'default') {
    if (list.length === 0) return valueInit(cx, t, at, span);
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

function valueInit(cx: Checker, t: Extract<Type, { kind: 'class' }>, at: Place, span: Span): Ex {
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

function aggregate(
  cx: Checker,
  t: Extract<Type, { kind: 'class' }>,
  list: readonly Arg[],
  at: Place,
  span: Span,
): Ex {
  const only = list[0];
  if (only?.k === 'braced' && only.designators !== undefined) {
    return aggregateFrom(cx, t, new Items([]), at, span, byMember(cx, t.info, only, span));
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
  const parts: Part[] = [];
  const owner = { scope: info.scope, fn: at.fn };
  for (const base of info.bases)
    parts.push({
      offset: base.offset,
      destroy: cx.destructorOf(base.info.type, span),
      init: items.left
        ? take(cx, base.info.type, items, at, span)
        : construct(cx, base.info.type, [], at, span, 'list'),
    });
  const declared = memberDeclarations(info);
  // Of a union, the one that is named, or the first.
  const union = isUnion(info);
  const members = union
    ? info.fields.filter((f, i) => (named.size > 0 ? named.has(f.name) : i === 0))
    : info.fields;
  for (const f of members) {
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
    const destroy = f.type.kind === 'reference' ? null : cx.destructorOf(f.type, span);
    if (init !== null) parts.push({ offset: f.offset, init, destroy });
  }
  return { k: 'aggregate', parts, zero: true, type: t.plain, cat: 'p', span };
}
/** Could a value of type t be made from the list? A rough answer: what it lets through, construct may still refuse. */
export function listFits(cx: Checker, list: Extract<Arg, { k: 'braced' }>, t: Type): boolean {
  const { items, span } = list;
  if (t.kind === 'array' && list.designators !== undefined) return true;
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
      return list.designators.every((id) => id === null || info.fields.some((f) => f.name === id));
    const flat =
      info.bases.length > 0 || info.fields.some((f) => f.type.kind === 'array' || f.type.kind === 'class');
    return (
      flat ||
      (items.length <= info.fields.length &&
        items.every((a, i) => cx.rank(a, info.fields[i]?.type ?? VOID) !== NO))
    );
  }
  if (list.designators !== undefined) return false;
  return (
    best(cx, info.constructors, { args: items, span, what: info.name }).found.length > 0 ||
    info.constructors.length === 0
  );
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
