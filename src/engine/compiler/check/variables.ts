/** Declarations of variables: their types, their first values, and what becomes of them. */
import type { Span } from '../../bytecode/program';
import type { Expr, Initializer, TypeNode, VarDecl } from '../ast';
import { CompileError, fail } from '../diagnostics';
import type { Ex, GlobalVar, LocalVar, Stm } from '../typed';
import * as b from './build';
import { deduceClass } from './callees';
import { needsConcrete } from './classes';
import type { Arg, Checker, Place } from './context';
import { evaluated, evaluatedConstant } from './evaluate';
import { fieldPlace } from './functions';
import { lookup } from './resolve';
import {
  arrayOf,
  BOOL,
  CHAR,
  type ClassInfo,
  constOf,
  decay,
  dereferenced,
  INT,
  isScalar,
  pointerTo,
  referenceTo,
  type Type,
  withConst,
} from './types';

export function variable(cx: Checker, at: Place, d: VarDecl): Stm {
  try {
    return declared(cx, at, d);
  } catch (error) {
    if (error instanceof CompileError && error.diagnostic.span.file !== 0 && d.span.file === 0)
      throw new CompileError({ ...error.diagnostic, span: d.span });
    throw error;
  }
}
function declared(cx: Checker, at: Place, d: VarDecl): Stm {
  if (d.storage.isExtern) {
    if (at.scope.find(d.id)?.kind !== 'global')
      cx.declare(cx.global, { kind: 'vars', vars: [d], span: d.span }, { scope: cx.global, fn: cx.outside });
    return { k: 'group', body: [], span: d.span };
  }
  if (d.storage.isThreadLocal) return threadVariable(cx, at, d);
  if (d.storage.isStatic) return staticVariable(cx, at, d);
  if (at.scope.names.has(d.id)) fail(d.idSpan, `'${d.id}' is declared twice in this block`);
  const special = variableLength(cx, at, d) ?? listVariable(cx, at, d);
  if (special !== null) return special;
  let v: LocalVar | null = null;
  // Its name is known in its own initialiser: `std::function<…> f = [&f] …`.
  const announce = (type: Type): void => {
    v = cx.newLocal(at.fn, d.id, d.storage.isConstexpr ? constOf(type) : type, 'variable');
    at.scope.names.set(d.id, { kind: 'local', v });
  };
  const { type, init: given } = typed(cx, at, d.type, d.init, d.span, announce);
  const t = d.storage.isConstexpr ? constOf(type) : type;
  const evaluate = d.storage.isConstexpr ? evaluatedConstant : evaluated;
  const init = t.isConst && isScalar(t) && given !== null ? evaluate(given) : given;
  if (d.storage.isConstexpr && init?.k === 'const') {
    const g = {
      name: d.id,
      type: t,
      offset: -1,
      init,
      guard: null,
      threadLocal: false,
      used: true,
      library: at.fn.library,
      span: d.span,
    };
    at.scope.names.set(d.id, { kind: 'global', g });
    cx.globals.push(g);
    return { k: 'block', body: [], end: d.span, span: d.span };
  }
  if (v === null) announce(type);
  if (v === null) return fail(d.span, 'a variable is expected here');
  return born(cx, v, t, init, d);
}
function born(cx: Checker, v: LocalVar, t: Type, init: Ex | null, d: VarDecl): Stm {
  if (t.kind !== 'reference') v.destroy = cx.destructorOf(t, d.span);
  if (t.isConst && init?.k === 'const' && isScalar(t)) v.constant = init;
  return { k: 'var', v, init, threadName: threadName(t, d.id), span: d.span };
}
/** `T a[n]` where n is no constant, as g++ takes it: a pointer to items that a hidden owner frees. */
function variableLength(cx: Checker, at: Place, d: VarDecl): Stm | null {
  const { type: node, span } = d;
  if (node.kind !== 'array' || node.size === null || d.init.kind !== 'none') return null;
  const n = cx.value(cx.expr(at, node.size));
  if (evaluated(n).k === 'const') return null;
  const item = cx.type(at.scope, node.of, at);
  const owning = cx.stdType('__variable_length', [item], span);
  const owner = cx.newLocal(at.fn, '', owning, 'temporary');
  const made = cx.construct(owning.plain, [cx.convert(n, INT, span)], at, span, 'direct');
  const v = cx.newLocal(at.fn, d.id, constOf(pointerTo(item)), 'variable');
  at.scope.names.set(d.id, { kind: 'local', v });
  const items = b.load(b.field(b.local(owner, span), 'items_', pointerTo(item), 0, span));
  return { k: 'group', body: [born(cx, owner, owning, made, d), born(cx, v, v.type, items, d)], span };
}
/** A std::initializer_list variable: its items live as long as it ([dcl.init.list]/6). */
function listVariable(cx: Checker, at: Place, d: VarDecl): Stm | null {
  const { type: node, init, span } = d;
  const list = init.kind === 'copy' ? init.value : init.kind === 'list' ? init.list : null;
  if (list?.kind !== 'braced' || list.items.length === 0) return null;
  let of: Type | null = null;
  const items = (): Arg[] => cx.args(at, list.items);
  if (node.kind === 'auto' && !node.decltypeAuto && init.kind === 'copy') {
    const [first] = items();
    if (first === undefined || first.k === 'braced') return fail(span, 'the list has no element type');
    of = decay(first.type);
  } else if (node.kind === 'named' && node.name.parts.at(-1)?.id === 'initializer_list') {
    const t = cx.type(at.scope, node, at);
    const arg = t.kind === 'class' && t.info.library === 'initializer_list' ? t.info.args[0] : undefined;
    of = arg?.kind === 'type' ? arg.type : null;
  }
  if (of === null) return null;
  const array = arrayOf(of.plain, list.items.length);
  const held = cx.newLocal(at.fn, '', array, 'temporary');
  const type = withConst(
    cx.stdType('initializer_list', [of.plain], span),
    node.kind === 'auto' && node.isConst,
  );
  const v = cx.newLocal(at.fn, d.id, type, 'variable');
  at.scope.names.set(d.id, { kind: 'local', v });
  const parts = [
    { offset: 0, init: cx.value(b.local(held, span)) },
    { offset: 1, init: b.int(list.items.length, span) },
  ];
  const view: Ex = { k: 'aggregate', parts, zero: false, type: type.plain, cat: 'p', span };
  const made = cx.construct(array, items(), at, span, 'list');
  return { k: 'group', body: [born(cx, held, array, made, d), born(cx, v, type, view, d)], span };
}
/**
 * A static local: a global that the first call initialises, under a guard that lets one thread do it ([stmt.dcl]/3).
 * What is initialised by a constant needs no guard.
 */
function staticVariable(cx: Checker, at: Place, d: VarDecl): Stm {
  const { span } = d;
  if (at.scope.names.has(d.id)) fail(d.idSpan, `'${d.id}' is declared twice in this block`);
  const { type, init } = typed(cx, at, d.type, d.init, span);
  const t = d.storage.isConstexpr ? constOf(type) : type;
  const isConstant = init === null || init.k === 'const' || init.k === 'string';
  const zero = init === null && isScalar(t) ? b.constant(t, 0n, span) : init;
  const g: GlobalVar = {
    name: `${at.fn.name}::${d.id}`,
    type: t,
    offset: -1,
    init: zero,
    guard: isConstant ? null : guardOf(cx, at, d),
    threadLocal: false,
    used: true,
    library: at.fn.library,
    span,
  };
  at.scope.names.set(d.id, { kind: 'global', g });
  if (g.guard !== null) cx.globals.push(g.guard);
  cx.globals.push(g);
  const nothing: Stm = { k: 'block', body: [], end: span, span };
  if (g.guard === null || init === null) return nothing;
  const guard: Ex = { k: 'global', g: g.guard, type: g.guard.type, cat: 'l', span };
  const ask = (id: string): Ex => {
    const f = guard.type.kind === 'class' ? guard.type.info.scope.own(id) : undefined;
    if (f?.kind !== 'functions') return fail(span, 'the headers are not loaded');
    return cx.call(cx.resolve(f.list, null, guard, [], span, id).fn, [b.addressOf(guard)], span);
  };
  const place: Ex =
    t.kind === 'reference'
      ? { k: 'global', g, type: pointerTo(t.to), cat: 'l', span }
      : { k: 'global', g, type: t, cat: 'l', span };
  const first: Stm[] = [
    { k: 'guarded', body: { k: 'init', place, init, span }, undo: ask('__give_up'), span },
    { k: 'expr', e: ask('__finish'), span },
  ];
  const then: Stm = { k: 'block', body: first, end: span, span };
  return { k: 'if', cond: ask('__begin'), then, else: null, span };
}
/** A thread_local local: a global of which every thread has its own, initialised when the thread first comes by. */
function threadVariable(cx: Checker, at: Place, d: VarDecl): Stm {
  const { span } = d;
  if (at.scope.names.has(d.id)) fail(d.idSpan, `'${d.id}' is declared twice in this block`);
  const { type, init } = typed(cx, at, d.type, d.init, span);
  const name = `${at.fn.name}::${d.id}`;
  const g = threadLocal(cx, name, type, init, span, at.fn.library);
  at.scope.names.set(d.id, { kind: 'global', g });
  if (g.init?.k === 'const' || init === null) return { k: 'block', body: [], end: span, span };
  return firstUse(cx, [{ g, init }], span);
}
/** The global; its `init` only if it is a constant. */
function threadLocal(
  cx: Checker,
  name: string,
  type: Type,
  init: Ex | null,
  span: Span,
  library: boolean,
): GlobalVar {
  const g: GlobalVar = {
    name,
    type,
    offset: -1,
    init: threadConstant(type, init, span),
    guard: null,
    threadLocal: true,
    used: !library,
    library,
    span,
  };
  cx.globals.push(g);
  return g;
}
/** The first value, where it needs no code. */
export function threadConstant(type: Type, init: Ex | null, span: Span): Ex | null {
  if (init === null) return isScalar(type) ? b.constant(type, 0n, span) : null;
  const known = evaluated(init);
  return known.k === 'const' ? known : null;
}
/** `if (!guard) { guard = true; initialise; see to its end; … }` */
export function firstUse(
  cx: Checker,
  list: readonly { readonly g: GlobalVar; readonly init: Ex }[],
  span: Span,
): Stm {
  const guard = threadLocal(cx, `guard of ${list[0]?.g.name}`, BOOL, null, span, true);
  guard.used = true;
  const flag: Ex = { k: 'global', g: guard, type: BOOL, cat: 'l', span };
  const set: Ex = { k: 'assign', place: flag, value: b.bool(true, span), type: BOOL, cat: 'l', span };
  const made = list.flatMap(({ g, init }) => begun(cx, g, init));
  const then: Stm = { k: 'block', body: [{ k: 'expr', e: set, span }, ...made], end: span, span };
  return { k: 'if', cond: b.unary('!', b.load(flag), span), then, else: null, span };
}
function begun(cx: Checker, g: GlobalVar, init: Ex): Stm[] {
  const { span } = g;
  g.used = true;
  const type = g.type.kind === 'reference' ? pointerTo(g.type.to) : g.type;
  const place: Ex = { k: 'global', g, type, cat: 'l', span };
  const made: Stm = { k: 'init', place, init, span };
  if (cx.destructorOf(type, span) === null) return [made];
  const f = cx.std.find('__at_thread_exit');
  const ends = cx.std.find('__end_thread');
  const entity = ends?.kind === 'functions' ? ends.list[0] : undefined;
  if (f?.kind !== 'functions' || entity === undefined) return fail(span, 'the headers are not loaded');
  cx.use(cx.instance(entity, null, span), span);
  const address = b.addressOf(place);
  const r = cx.resolve(f.list, null, null, [address], span, 'thread_local');
  return [made, { k: 'expr', e: cx.call(r.fn, [address], span), span }];
}
function guardOf(cx: Checker, at: Place, d: VarDecl): GlobalVar {
  const type = cx.stdType('__static_guard', [], d.span);
  const name = `guard of ${at.fn.name}::${d.id}`;
  return {
    name,
    type,
    offset: -1,
    init: null,
    guard: null,
    threadLocal: false,
    used: true,
    library: at.fn.library,
    span: d.span,
  };
}
const threadName = (t: Type, id: string): string =>
  t.kind === 'class' && (t.info.library === 'thread' || t.info.library === 'jthread') ? id : '';

/** The type of a declaration (deduced for auto and for templates without arguments) and its initialiser. */
export function typed(
  cx: Checker,
  at: Place,
  node: TypeNode,
  init: Initializer,
  span: Span,
  announce: (type: Type) => void = () => {},
): { type: Type; init: Ex | null } {
  if (holdsAuto(node)) {
    const e = only(cx, at, init, span);
    const type = deduceAuto(node, e, span);
    return { type, init: cx.initFrom(e, type, at, span) };
  }
  if (node.kind === 'named') {
    const e = lookup(cx, at, node.name);
    if (e.kind === 'classTemplate') {
      const args = initArgs(cx, at, init);
      const type = withConst(deduceClass(cx, e, args, span), node.isConst);
      if (init.kind === 'none') return { type, init: cx.initialize(type, init, at, span) };
      return {
        type,
        init: cx.construct(type.plain, args, at, span, init.kind === 'list' ? 'list' : 'direct'),
      };
    }
  }
  if (node.kind === 'array' && node.size === null) return unsized(cx, at, node, init, span);
  const type = cx.type(at.scope, node, at);
  needsConcrete(cx, type, span);
  if (type.kind === 'void') fail(span, 'a variable cannot be void');
  if (type.kind === 'array' && type.length === 0) fail(span, 'the array needs its size here');
  announce(type);
  return { type, init: cx.initialize(type, init, at, span) };
}
export const holdsAuto = (t: TypeNode): boolean =>
  t.kind === 'auto' || ((t.kind === 'pointer' || t.kind === 'reference') && holdsAuto(t.to));
function initArgs(cx: Checker, at: Place, init: Initializer): Arg[] {
  if (init.kind === 'none') return [];
  if (init.kind === 'copy') return [cx.arg(at, init.value)];
  return cx.args(at, init.kind === 'direct' ? init.args : init.list.items);
}
function only(cx: Checker, at: Place, init: Initializer, span: Span): Ex {
  const [e, more] = initArgs(cx, at, init);
  if (e === undefined || more !== undefined || e.k === 'braced')
    return fail(span, "'auto' needs one initialiser", 'write the type');
  return e;
}
export function deduceAuto(node: TypeNode, e: Ex, span: Span): Type {
  switch (node.kind) {
    case 'auto':
      if (node.decltypeAuto) return e.cat === 'p' ? e.type : referenceTo(e.type, e.cat === 'x');
      return withConst(decay(e.type), node.isConst);
    case 'reference': {
      if (node.to.kind !== 'auto') return referenceTo(deduceAuto(node.to, e, span), node.rvalue);
      if (node.rvalue && !node.to.isConst)
        return e.cat === 'l' ? referenceTo(e.type, false) : referenceTo(e.type, true);
      return referenceTo(withConst(e.type, node.to.isConst || e.type.isConst), node.rvalue);
    }
    case 'pointer': {
      const t = decay(e.type);
      if (t.kind !== 'pointer') return fail(span, `${t.key} is not a pointer`);
      return withConst(
        node.to.kind === 'auto' && node.to.isConst ? pointerTo(constOf(t.to)) : t,
        node.isConst,
      );
    }
    default:
      return fail(span, 'this form of auto is not supported');
  }
}
function unsized(
  cx: Checker,
  at: Place,
  node: Extract<TypeNode, { kind: 'array' }>,
  init: Initializer,
  span: Span,
): { type: Type; init: Ex | null } {
  const of = cx.type(at.scope, node.of, at);
  const value: Expr | null = init.kind === 'copy' ? init.value : init.kind === 'list' ? init.list : null;
  if (value?.kind === 'string' && of.plain === CHAR) {
    const type = arrayOf(of, value.value.length + 1);
    return { type, init: cx.initialize(type, init, at, span) };
  }
  if (value?.kind !== 'braced') return fail(span, 'the array needs its size, or a list of values');
  const type = arrayOf(of, value.items.length);
  return { type, init: cx.construct(type, cx.args(at, value.items), at, span, 'list') };
}

/** The initial value of a variable or member of type t; null where it stays uninitialised. */
export function initialize(cx: Checker, t: Type, init: Initializer, at: Place, span: Span): Ex | null {
  switch (init.kind) {
    case 'none':
      return defaultInit(cx, t, at, span);
    case 'copy':
      return cx.initFrom(cx.arg(at, init.value), t, at, span);
    case 'direct': {
      const args = cx.args(at, init.args);
      if (t.kind === 'reference')
        return args[0] === undefined
          ? fail(span, 'a reference needs something to refer to')
          : cx.initFrom(args[0], t, at, span);
      return cx.construct(t.plain, args, at, span, 'direct');
    }
    case 'list': {
      const list = cx.arg(at, init.list);
      if (list.k !== 'braced') return fail(span, 'a braced list is expected');
      const [first] = list.items;
      if (t.kind === 'reference' && first !== undefined && first.k !== 'braced')
        return cx.initFrom(first, t, at, span);
      return t.kind === 'reference'
        ? cx.initFrom(list, t, at, span)
        : cx.construct(t.plain, list.designators === undefined ? list.items : [list], at, span, 'list');
    }
  }
}
function defaultInit(cx: Checker, t: Type, at: Place, span: Span): Ex | null {
  if (t.kind === 'reference') return fail(span, 'a reference needs something to refer to');
  if (t.kind === 'array') {
    const one = t.of.kind === 'class' ? defaultInit(cx, t.of, at, span) : null;
    if (one === null) return null;
    return { k: 'fill', count: t.length, of: t.of, init: one, type: t, cat: 'p', span };
  }
  if (t.kind !== 'class') return null;
  cx.complete(t.info, span);
  if (t.info.constructors.some((c) => c.decl.special !== 'default'))
    return cx.construct(t.plain, [], at, span, 'direct');
  const fn = cx.implicit(t.info, 'default', span);
  return fn === null
    ? null
    : { k: 'construct', fn: cx.use(fn, span), args: [], type: t.plain, cat: 'p', span };
}

/** What names are given to: the members, those of bases first; a long tuple holds its rest in a member. */
function boundFields(info: ClassInfo): ClassInfo['fields'][number][] {
  return [...info.bases.flatMap((x) => x.info.fields), ...info.fields].flatMap((f) =>
    f.name === '__rest' && f.type.kind === 'class'
      ? boundFields(f.type.info).map((x) => ({ ...x, offset: x.offset + f.offset }))
      : [f],
  );
}
/** What a std::array holds. */
function itemsOf(cx: Checker, info: ClassInfo, span: Span): ClassInfo['fields'][number] | undefined {
  cx.complete(info, span);
  return info.fields[0];
}
/** `auto [a, b] = e;` — a hidden variable, and names for its members ([dcl.struct.bind]). */
export function bindings(
  cx: Checker,
  at: Place,
  node: TypeNode,
  names: readonly { readonly id: string; readonly span: Span }[],
  e: Ex,
  span: Span,
): Stm[] {
  const type = deduceAuto(node, e, span);
  const v = cx.newLocal(at.fn, '', type, 'variable');
  if (type.kind !== 'reference') v.destroy = cx.destructorOf(type, span);
  const of = dereferenced(type);
  const object = (): Ex => b.local(v, span);
  const items = of.kind === 'class' && of.info.library === 'array' ? itemsOf(cx, of.info, span) : undefined;
  const list = items === undefined ? of : withConst(items.type, of.isConst);
  if (list.kind === 'array') {
    if (list.length !== names.length)
      fail(span, `${of.key} has ${list.length} elements, ${names.length} names are given`);
    const array = (): Ex =>
      items === undefined ? object() : b.field(object(), items.name, list, items.offset, span);
    names.forEach((n, i) => {
      at.scope.names.set(n.id, {
        kind: 'place',
        owner: at.fn,
        make: () => ({
          k: 'element',
          array: array(),
          index: b.int(i, span),
          length: list.length,
          type: list.of,
          cat: 'l',
          span: n.span,
        }),
      });
    });
  } else if (of.kind === 'class') {
    cx.complete(of.info, span);
    const fields = boundFields(of.info);
    if (fields.length !== names.length)
      fail(span, `${of.key} has ${fields.length} members, ${names.length} names are given`);
    names.forEach((n, i) => {
      const f = fields[i];
      if (f === undefined) return;
      at.scope.names.set(n.id, {
        kind: 'place',
        owner: at.fn,
        make: () =>
          f.type.kind === 'reference'
            ? b.deref(b.load(fieldPlace(object(), f, n.span)))
            : b.field(object(), f.name, withConst(f.type, f.type.isConst || of.isConst), f.offset, n.span),
      });
    });
  } else fail(span, `${of.key} cannot be taken apart`);
  return [{ k: 'var', v, init: cx.initFrom(e, type, at, span), threadName: '', span }];
}
