/** Statements and local declarations → typed statements. */
import type { Span } from '../../bytecode/program';
import type { BlockStmt, Condition, Expr, Initializer, RangeDecl, Stmt, TypeNode, VarDecl } from '../ast';
import { CompileError, fail, unsupported } from '../diagnostics';
import type { Ex, Fn, GlobalVar, LocalVar, Stm } from '../typed';
import * as b from './build';
import { needsConcrete } from './classes';
import type { Arg, Checker, Place } from './context';
import { evaluated } from './evaluate';
import { deduceClass } from './expressions';
import { fieldPlace } from './functions';
import { lookup } from './resolve';
import { Scope } from './scope';
import {
  arrayOf,
  CHAR,
  constOf,
  decay,
  dereferenced,
  INT,
  isArithmetic,
  isScalar,
  pointerTo,
  referenceTo,
  type Type,
  VOID,
  withConst,
  wordsOf,
} from './types';

export function body(cx: Checker, fn: Fn, scope: Scope, block: BlockStmt): Stm {
  const made = cx.block({ scope, fn }, block);
  const result = fn.result;
  if (result !== null && result.kind !== 'void' && fn.name !== 'main' && !fn.library && fallsThrough(made)) {
    fail(
      block.end,
      `${fn.name} can reach its end without returning a ${result.key}`,
      'return a value on every path',
    );
  }
  return made;
}
/** Can control reach the end of this statement? */
function fallsThrough(s: Stm): boolean {
  switch (s.k) {
    case 'return':
      return false;
    case 'block':
      return s.body.every(fallsThrough);
    case 'if':
      return s.else === null || fallsThrough(s.then) || fallsThrough(s.else);
    case 'loop':
      return s.cond !== null && !(s.cond.k === 'const' && s.cond.low !== 0);
    case 'expr':
      return !(s.e.k === 'assert' && s.e.cond.k === 'const' && s.e.cond.low === 0);
    case 'switch':
      return !s.cases.some((c) => c.value === null) || s.body.every(fallsThrough);
    default:
      return true;
  }
}

export function block(cx: Checker, at: Place, s: BlockStmt): Stm {
  const inner: Place = { scope: new Scope(at.scope, at.scope.library), fn: at.fn };
  return { k: 'block', body: s.body.map((x) => cx.statement(inner, x)), end: s.end, span: s.span };
}

export function statement(cx: Checker, at: Place, s: Stmt): Stm {
  const { span } = s;
  switch (s.kind) {
    case 'block':
      return cx.block(at, s);
    case 'empty':
      return { k: 'block', body: [], end: span, span };
    case 'expr':
      return { k: 'expr', e: cx.discard(cx.expr(at, s.expr), at.fn), span };
    case 'decl':
      return declaration(cx, at, s);
    case 'if':
      return ifStatement(cx, at, s);
    case 'while':
      return loop(cx, at, null, s.cond, null, s.body, span);
    case 'do': {
      const made = cx.statement(at, s.body);
      return {
        k: 'loop',
        cond: cx.condition(cx.expr(at, s.cond)),
        body: made,
        step: null,
        testFirst: false,
        span,
      };
    }
    case 'for':
      return loop(cx, at, s.init, s.cond, s.step, s.body, span);
    case 'rangeFor':
      return rangeFor(cx, at, s);
    case 'switch':
      return switchStatement(cx, at, s);
    case 'case':
      return fail(span, 'a case label stands outside a switch');
    case 'break':
      return { k: 'break', span };
    case 'continue':
      return { k: 'continue', span };
    case 'return':
      return returnStatement(cx, at, s.value, span);
  }
}

// ── declarations ───────────────────────────────────────────────────────────────────────────────────────────────────

function declaration(cx: Checker, at: Place, s: Extract<Stmt, { kind: 'decl' }>): Stm {
  const d = s.decl;
  if (d.kind === 'vars') {
    const made = d.vars.map((v) => variable(cx, at, v));
    return made.length === 1 && made[0] !== undefined ? made[0] : group(made, s.span);
  }
  if (d.kind === 'binding')
    return group(bindings(cx, at, d.type, d.bindings, cx.expr(at, d.init), s.span), s.span);
  cx.declare(at.scope, d, at);
  return { k: 'block', body: [], end: s.span, span: s.span };
}
/** Several declarations of one statement, in the scope that is already open: an open group, not a block. */
const group = (list: readonly Stm[], span: Span): Stm => ({ k: 'group', body: list, span });

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
  if (d.storage.isThreadLocal)
    unsupported(d.span, 'thread_local', 'make it a variable of the function the thread runs');
  if (d.storage.isExtern) unsupported(d.span, 'extern', 'define the variable in this file');
  if (d.storage.isStatic) return staticVariable(cx, at, d);
  if (at.scope.names.has(d.id)) fail(d.idSpan, `'${d.id}' is declared twice in this block`);
  let v: LocalVar | null = null;
  // Its name is known in its own initialiser: `std::function<…> f = [&f] …`.
  const announce = (type: Type): void => {
    v = cx.newLocal(at.fn, d.id, d.storage.isConstexpr ? constOf(type) : type, 'variable');
    at.scope.names.set(d.id, { kind: 'local', v });
  };
  const { type, init: given } = typed(cx, at, d.type, d.init, d.span, announce);
  const t = d.storage.isConstexpr ? constOf(type) : type;
  const init = t.isConst && isScalar(t) && given !== null ? evaluated(given) : given;
  if (d.storage.isConstexpr && init?.k === 'const') {
    const g = { name: d.id, type: t, offset: -1, init, guard: null, library: at.fn.library, span: d.span };
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
    { k: 'init', place, init, span },
    { k: 'expr', e: ask('__finish'), span },
  ];
  const then: Stm = { k: 'block', body: first, end: span, span };
  return { k: 'if', cond: ask('__begin'), then, else: null, span };
}
function guardOf(cx: Checker, at: Place, d: VarDecl): GlobalVar {
  const type = cx.stdType('__static_guard', [], d.span);
  const name = `guard of ${at.fn.name}::${d.id}`;
  return { name, type, offset: -1, init: null, guard: null, library: true, span: d.span };
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
    const type = deduceAuto(cx, node, e, span);
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
  announce(type);
  return { type, init: cx.initialize(type, init, at, span) };
}
const holdsAuto = (t: TypeNode): boolean =>
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
export function deduceAuto(_cx: Checker, node: TypeNode, e: Ex, span: Span): Type {
  switch (node.kind) {
    case 'auto':
      if (node.decltypeAuto) return e.cat === 'p' ? e.type : referenceTo(e.type, e.cat === 'x');
      return withConst(decay(e.type), node.isConst);
    case 'reference': {
      if (node.to.kind !== 'auto') return referenceTo(deduceAuto(_cx, node.to, e, span), node.rvalue);
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

/** `auto [a, b] = e;` — a hidden variable, and names for its members ([dcl.struct.bind]). */
function bindings(
  cx: Checker,
  at: Place,
  node: TypeNode,
  names: readonly { readonly id: string; readonly span: Span }[],
  e: Ex,
  span: Span,
): Stm[] {
  const type = deduceAuto(cx, node, e, span);
  const v = cx.newLocal(at.fn, '', type, 'variable');
  if (type.kind !== 'reference') v.destroy = cx.destructorOf(type, span);
  const of = dereferenced(type);
  const object = (): Ex => b.local(v, span);
  if (of.kind === 'array') {
    names.forEach((n, i) => {
      at.scope.names.set(n.id, {
        kind: 'place',
        owner: at.fn,
        make: () => ({
          k: 'element',
          array: object(),
          index: b.int(i, span),
          length: of.length,
          type: of.of,
          cat: 'l',
          span: n.span,
        }),
      });
    });
  } else if (of.kind === 'class') {
    cx.complete(of.info, span);
    const fields = [...(of.info.base?.fields ?? []), ...of.info.fields];
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

// ── control ────────────────────────────────────────────────────────────────────────────────────────────────────────

export function conditionOf(cx: Checker, at: Place, c: Condition): { decl: Stm | null; cond: Ex; at: Place } {
  if (c.kind === 'condExpr') return { decl: null, cond: cx.condition(cx.expr(at, c.expr)), at };
  const inner: Place = { scope: new Scope(at.scope, at.scope.library), fn: at.fn };
  const decl = variable(cx, inner, c.decl);
  const e = inner.scope.names.get(c.decl.id);
  if (e?.kind !== 'local') return fail(c.span, 'this condition declares nothing');
  return { decl, cond: cx.condition(b.local(e.v, c.span)), at: inner };
}

function ifStatement(cx: Checker, at: Place, s: Extract<Stmt, { kind: 'if' }>): Stm {
  const { span } = s;
  const outer: Place = { scope: new Scope(at.scope, at.scope.library), fn: at.fn };
  const init = s.init === null ? null : cx.statement(outer, s.init);
  const { decl, cond, at: inner } = cx.conditionOf(outer, s.cond);
  if (s.isConstexpr) {
    const known = evaluated(cond);
    if (known.k !== 'const') return fail(s.cond.span, 'the condition of if constexpr must be a constant');
    const taken = known.low !== 0 ? s.then : s.else;
    return taken === null ? { k: 'block', body: [], end: span, span } : cx.statement(inner, taken);
  }
  const then = cx.statement(scoped(inner), s.then);
  const made: Stm = {
    k: 'if',
    cond,
    then,
    else: s.else === null ? null : cx.statement(scoped(inner), s.else),
    span,
  };
  if (init === null && decl === null) return made;
  return {
    k: 'block',
    body: [...(init === null ? [] : [init]), ...(decl === null ? [] : [decl]), made],
    end: endOf(s.else ?? s.then),
    span,
  };
}
const scoped = (at: Place): Place => ({ scope: new Scope(at.scope, at.scope.library), fn: at.fn });
const endOf = (s: Stmt): Span =>
  s.kind === 'block' ? s.end : { ...s.span, start: Math.max(s.span.start, s.span.end - 1) };

function loop(
  cx: Checker,
  at: Place,
  init: Stmt | null,
  cond: Condition | null,
  stepExpr: Expr | null,
  bodyStmt: Stmt,
  span: Span,
): Stm {
  const outer = scoped(at);
  const first = init === null ? null : cx.statement(outer, init);
  let made: Stm;
  if (cond?.kind === 'condDecl') {
    const c = cx.conditionOf(outer, cond);
    if (c.decl === null) return fail(span, 'this condition declares nothing');
    made = {
      k: 'loopDecl',
      decl: c.decl,
      cond: c.cond,
      body: cx.statement(scoped(c.at), bodyStmt),
      step: stepExpr === null ? null : cx.discard(cx.expr(c.at, stepExpr), at.fn),
      span,
    };
  } else {
    const c = cond === null ? null : cx.conditionOf(outer, cond).cond;
    const step = stepExpr === null ? null : cx.discard(cx.expr(outer, stepExpr), at.fn);
    made = { k: 'loop', cond: c, body: cx.statement(scoped(outer), bodyStmt), step, testFirst: true, span };
  }
  return first === null ? made : { k: 'block', body: [first, made], end: endOf(bodyStmt), span };
}

/** [stmt.ranged]: auto&& range = e; for (auto it = begin; it != end; ++it) { decl = *it; body } */
function rangeFor(cx: Checker, at: Place, s: Extract<Stmt, { kind: 'rangeFor' }>): Stm {
  const { span } = s;
  const outer = scoped(at);
  const out: Stm[] = [];
  if (s.init !== null) out.push(cx.statement(outer, s.init));
  const given = cx.arg(outer, s.range);
  const e = given.k === 'braced' ? listRange(cx, outer, given, s.range.span) : given;
  const rangeType = e.cat === 'l' ? referenceTo(e.type, false) : e.type;
  const range = hidden(
    cx,
    outer,
    rangeType,
    cx.initFrom(e, rangeType, outer, s.range.span),
    s.range.span,
    out,
  );
  const place = b.local(range, s.range.span);
  const [begin, end] = ends(cx, place, s.range.span);
  const it = hidden(
    cx,
    outer,
    begin.type.plain,
    cx.initFrom(begin, begin.type.plain, outer, s.range.span),
    s.range.span,
    out,
  );
  const stop = hidden(
    cx,
    outer,
    end.type.plain,
    cx.initFrom(end, end.type.plain, outer, s.range.span),
    s.range.span,
    out,
  );
  const itPlace = (): Ex => b.local(it, s.range.span);
  const cond = cx.condition(cx.binary(outer, '!=', itPlace(), b.local(stop, s.range.span), s.range.span));
  const step = stepIterator(cx, itPlace(), s.range.span);
  const inner = scoped(outer);
  const element = dereference(cx, itPlace(), s.range.span);
  const declared = rangeDecl(cx, inner, s.decl, element);
  const made = cx.statement(scoped(inner), s.body);
  out.push({
    k: 'loop',
    cond,
    step,
    testFirst: true,
    body: { k: 'block', body: [...declared, made], end: endOf(s.body), span: s.body.span },
    span,
  });
  return { k: 'block', body: out, end: endOf(s.body), span };
}
function hidden(cx: Checker, at: Place, t: Type, init: Ex, span: Span, out: Stm[]): LocalVar {
  const v = cx.newLocal(at.fn, '', t, 'temporary');
  if (t.kind !== 'reference') v.destroy = cx.destructorOf(t, span);
  out.push({ k: 'var', v, init, threadName: '', span });
  return v;
}
function listRange(cx: Checker, at: Place, list: Extract<Arg, { k: 'braced' }>, span: Span): Ex {
  const first = list.items[0];
  if (first === undefined || first.k === 'braced') return fail(span, 'an empty list has no element type');
  return cx.construct(arrayOf(decay(first.type), list.items.length), list.items, at, span, 'list');
}
function ends(cx: Checker, range: Ex, span: Span): [Ex, Ex] {
  if (range.type.kind === 'array') {
    const first = cx.value(range);
    return [
      first,
      {
        k: 'pointerAdd',
        pointer: cx.value(range),
        index: b.int(range.type.length, span),
        negate: false,
        type: first.type,
        cat: 'p',
        span,
      },
    ];
  }
  if (range.type.kind !== 'class') return fail(span, `${range.type.key} cannot be iterated`);
  const call = (id: string): Ex => {
    const f = range.type.kind === 'class' ? range.type.info.scope.own(id) : undefined;
    if (f?.kind !== 'functions') return fail(span, `${range.type.key} has no ${id}()`);
    const r = cx.resolve(f.list, null, range, [], span, id);
    return cx.call(r.fn, [b.addressOf(range)], span);
  };
  cx.complete(range.type.info, span);
  return [call('begin'), call('end')];
}
function stepIterator(cx: Checker, it: Ex, span: Span): Ex {
  if (it.type.kind === 'pointer') return { k: 'preStep', place: it, by: 1, type: it.type, cat: 'l', span };
  const f = it.type.kind === 'class' ? it.type.info.scope.own('operator++') : undefined;
  if (f?.kind !== 'functions') return fail(span, `${it.type.key} has no operator ++`);
  const r = cx.resolve(f.list, null, it, [], span, 'operator++');
  return cx.call(r.fn, [b.addressOf(it)], span);
}
function dereference(cx: Checker, it: Ex, span: Span): Ex {
  if (it.type.kind === 'pointer') return b.deref(cx.value(it));
  const f = it.type.kind === 'class' ? it.type.info.scope.own('operator*') : undefined;
  if (f?.kind !== 'functions') return fail(span, `${it.type.key} has no operator *`);
  const r = cx.resolve(f.list, null, it, [], span, 'operator*');
  return cx.call(r.fn, [b.addressOf(it)], span);
}
function rangeDecl(cx: Checker, at: Place, d: RangeDecl, element: Ex): Stm[] {
  if (d.bindings !== null) return bindings(cx, at, d.type, d.bindings, element, d.span);
  const t = holdsAuto(d.type) ? deduceAuto(cx, d.type, element, d.span) : cx.type(at.scope, d.type, at);
  const v = cx.newLocal(at.fn, d.id, t, 'variable');
  if (t.kind !== 'reference') v.destroy = cx.destructorOf(t, d.span);
  at.scope.names.set(d.id, { kind: 'local', v });
  return [{ k: 'var', v, init: cx.initFrom(element, t, at, d.span), threadName: '', span: d.span }];
}

function switchStatement(cx: Checker, at: Place, s: Extract<Stmt, { kind: 'switch' }>): Stm {
  const outer = scoped(at);
  const init = s.init === null ? null : cx.statement(outer, s.init);
  const decl = s.cond.kind === 'condDecl' ? variable(cx, outer, s.cond.decl) : null;
  const value = switchValue(
    cx,
    s.cond.kind === 'condExpr' ? cx.expr(outer, s.cond.expr) : variableOf(outer, s.cond.decl),
    s.cond.span,
  );
  const inner = scoped(outer);
  const cases: { value: number | null; at: number }[] = [];
  const list: Stm[] = [];
  for (const x of s.body.body) {
    if (x.kind === 'case')
      cases.push({ value: x.value === null ? null : caseValue(cx, inner, x.value, cases), at: list.length });
    else list.push(cx.statement(inner, x));
  }
  const made: Stm = { k: 'switch', value, cases, body: list, end: s.body.end, span: s.span };
  if (init === null && decl === null) return made;
  const body = [init, decl, made].filter((x) => x !== null);
  return { k: 'block', body, end: s.body.end, span: s.span };
}
function variableOf(at: Place, d: VarDecl): Ex {
  const e = at.scope.names.get(d.id);
  return e?.kind === 'local' ? b.local(e.v, d.idSpan) : fail(d.idSpan, 'a variable is expected here');
}
/** [stmt.switch]/2: an integer or an enumeration. */
function switchValue(cx: Checker, e: Ex, span: Span): Ex {
  const v = e.type.kind === 'class' ? cx.convert(e, INT, span) : cx.value(e);
  if (v.type.kind !== 'enum' && !isArithmetic(v.type))
    fail(span, `a switch needs a number or an enumerator, not ${v.type.key}`);
  if (wordsOf(v.type) !== 1) unsupported(span, 'a switch over a 64-bit value', 'cast it to int');
  return v;
}
function caseValue(cx: Checker, at: Place, e: Expr, before: readonly { value: number | null }[]): number {
  const value = cx.constant(at, e);
  if (before.some((c) => c.value === value)) fail(e.span, 'this case stands in the switch already');
  return value;
}

function returnStatement(cx: Checker, at: Place, e: Expr | null, span: Span): Stm {
  const fn = at.fn;
  if (e === null) {
    if (fn.result === null) fn.result = VOID;
    if (fn.result.kind !== 'void') fail(span, `a ${fn.result.key} must be returned`);
    return { k: 'return', value: null, span };
  }
  const value = cx.arg(at, e);
  if (fn.result === null) {
    if (value.k === 'braced')
      return fail(span, 'the result cannot be deduced from a braced list', 'write the return type');
    const node = fn.entity?.decl.result;
    fn.result =
      value.type.kind === 'void'
        ? VOID
        : node === null || node === undefined
          ? decay(value.type)
          : returnsName(node, e)
            ? value.type
            : deduceAuto(cx, node, value, span);
  }
  if (fn.result.kind === 'void') {
    if (value.k === 'braced' || value.type.kind !== 'void') fail(span, `${fn.name} returns nothing`);
    return { k: 'return', value, span };
  }
  const moved =
    value.k !== 'braced' && fn.result.kind === 'class' && isMoved(at, e) ? b.withCat(value, 'x') : value;
  return { k: 'return', value: cx.initFrom(moved, fn.result, at, span), span };
}
/** decltype(auto) of a plain name is the type it was declared with. */
const returnsName = (node: TypeNode, e: Expr): boolean =>
  node.kind === 'auto' && node.decltypeAuto && e.kind === 'name';
/** A variable or parameter of the function that is returned is moved ([class.copy.elision]/3). */
function isMoved(at: Place, e: Expr): boolean {
  if (e.kind === 'paren') return isMoved(at, e.inner);
  if (e.kind !== 'name' || e.parts.length !== 1) return false;
  const found = at.scope.find(e.parts[0]?.id ?? '');
  if (found?.kind !== 'local' || found.v.owner !== at.fn) return false;
  const t = found.v.type;
  return !t.isConst && (t.kind !== 'reference' || t.rvalue);
}
