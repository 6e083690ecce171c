/**
 * Local variables that outlive their block: static ones, which the first call initialises, and thread_local ones, of which every thread has
 * its own ([stmt.dcl], [basic.stc]).
 */
import type { Span } from '../../bytecode/program';
import type { VarDecl } from '../ast';
import { fail } from '../diagnostics';
import type { Ex, GlobalVar, Stm } from '../typed';
import * as b from './build';
import type { Checker, Place } from './context';
import { evaluated } from './evaluate';
import { typed } from './initializers';
import { BOOL, constOf, isScalar, pointerTo, type Type } from './types';

/**
 * A static local: a global that the first call initialises, under a guard that lets one thread do it ([stmt.dcl]/3).
 * What is initialised by a constant needs no guard.
 */
export function staticVariable(cx: Checker, at: Place, d: VarDecl): Stm {
  const { span } = d;
  at.scope.hideType(d.id);
  if (at.scope.names.has(d.id))
    fail(d.idSpan, `'${d.id}' is declared twice in this block`, '', 'defined-twice');
  const { type, init } = typed(cx, at, d);
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
    return cx.call(
      cx.resolve(f.list, { object: guard, args: [], span, what: id }).fn,
      [b.addressOf(guard)],
      span,
    );
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
export function threadVariable(cx: Checker, at: Place, d: VarDecl): Stm {
  const { span } = d;
  at.scope.hideType(d.id);
  if (at.scope.names.has(d.id))
    fail(d.idSpan, `'${d.id}' is declared twice in this block`, '', 'defined-twice');
  const { type, init } = typed(cx, at, d);
  const name = `${at.fn.name}::${d.id}`;
  const g = threadLocal(cx, { name, type, init, library: at.fn.library, span });
  at.scope.names.set(d.id, { kind: 'global', g });
  if (g.init?.k === 'const' || init === null) return { k: 'block', body: [], end: span, span };
  return firstUse(cx, [{ g, init }], span);
}

/** The global; its `init` only if it is a constant. */
function threadLocal(
  cx: Checker,
  { name, type, init, library, span }: Pick<GlobalVar, 'name' | 'type' | 'init' | 'library' | 'span'>,
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
  const name = `guard of ${list[0]?.g.name}`;
  const guard = threadLocal(cx, { name, type: BOOL, init: null, library: true, span });
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
  const r = cx.resolve(f.list, { args: [address], span, what: 'thread_local' });
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
