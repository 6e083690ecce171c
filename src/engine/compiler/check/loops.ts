/** Loops → typed loops. A range-for is written out as the standard has it. */
import type { Span } from '../../bytecode/program';
import type { RangeDecl, Stmt } from '../ast';
import { fail } from '../diagnostics';
import type { Ex, LocalVar, Stm } from '../typed';
import { bindings } from './bindings';
import { endOf, scoped } from './blocks';
import * as b from './build';
import type { Arg, Checker, Place } from './context';
import { deduceAuto, holdsAuto } from './placeholders';
import { arrayOf, decay, referenceTo, type Type } from './types';

/** while and for: the first is the second with a condition alone ([stmt.for]/1). */
export function loop(cx: Checker, at: Place, s: Extract<Stmt, { kind: 'while' | 'for' }>): Stm {
  const { cond, body, span } = s;
  const outer = scoped(at);
  const first = s.kind === 'while' || s.init === null ? null : cx.statement(outer, s.init);
  const stepOf = (inner: Place): Ex | null =>
    s.kind === 'while' || s.step === null ? null : cx.discard(cx.expr(inner, s.step), at.fn);
  let made: Stm;
  if (cond?.kind === 'condDecl') {
    const c = cx.conditionOf(outer, cond);
    if (c.decl === null) return fail(span, 'this condition declares nothing');
    const inner = cx.statement(scoped(c.at), body);
    made = { k: 'loopDecl', decl: c.decl, cond: c.cond, body: inner, step: stepOf(c.at), span };
  } else {
    const c = cond === null ? null : cx.conditionOf(outer, cond).cond;
    const step = stepOf(outer);
    if (first !== null && isEmpty(body) && onlyCounts(first, c, step))
      return { k: 'block', body: [], end: endOf(body), span };
    made = { k: 'loop', cond: c, body: cx.statement(scoped(outer), body), step, testFirst: true, span };
  }
  return first === null ? made : { k: 'block', body: [first, made], end: endOf(body), span };
}

const isEmpty = (s: Stmt): boolean => s.kind === 'empty' || (s.kind === 'block' && s.body.length === 0);
/**
 * `for (int i = 0; i < 100000000; i++);` passes time, of which there is none here: it does nothing that anybody could see, and may be taken
 * to end ([intro.progress]/1).
 */
function onlyCounts(first: Stm, cond: Ex | null, step: Ex | null): boolean {
  const declared = first.k === 'group' ? first.body : [first];
  const counters: LocalVar[] = [];
  for (const d of declared) {
    if (d.k !== 'var' || d.v.destroy !== null || d.init === null || !readsLocals(d.init)) return false;
    counters.push(d.v);
  }
  if (cond === null || step === null || !readsLocals(cond)) return false;
  const steps = step.k === 'preStep' || step.k === 'postStep';
  const assigns = step.k === 'opAssign' || step.k === 'assign';
  if (!steps && !(assigns && readsLocals(step.value))) return false;
  return step.place.k === 'local' && counters.includes(step.place.v);
}
/** Computed from constants and from variables that only this function can reach. */
function readsLocals(e: Ex): boolean {
  switch (e.k) {
    case 'const':
      return true;
    case 'load':
      return e.place.k === 'local' && !e.place.v.addressed;
    case 'convert':
    case 'unary':
      return readsLocals(e.arg);
    case 'binary':
    case 'logical':
      return readsLocals(e.left) && readsLocals(e.right);
    default:
      return false;
  }
}

/** [stmt.ranged]: auto&& range = e; for (auto it = begin; it != end; ++it) { decl = *it; body } */
export function rangeFor(cx: Checker, at: Place, s: Extract<Stmt, { kind: 'rangeFor' }>): Stm {
  const { span } = s;
  const from = s.range.span;
  const outer = scoped(at);
  const out: Stm[] = [];
  if (s.init !== null) out.push(cx.statement(outer, s.init));
  /** A variable that has no name in the program. */
  const hidden = (e: Ex, t: Type): (() => Ex) => {
    const init = cx.initFrom(e, t, outer, from);
    const v = cx.newLocal(outer.fn, '', t, 'temporary');
    if (t.kind !== 'reference') v.destroy = cx.destructorOf(t, from);
    out.push({ k: 'var', v, init, threadName: '', span: from });
    return () => b.local(v, from);
  };
  const given = cx.arg(outer, s.range);
  const e = given.k === 'braced' ? listRange(cx, outer, given, from) : given;
  const range = hidden(e, e.cat === 'l' ? referenceTo(e.type, false) : e.type);
  const [begin, end] = ends(cx, range(), from);
  const it = hidden(begin, begin.type.plain);
  const stop = hidden(end, end.type.plain);
  const cond = cx.condition(cx.binary(outer, '!=', it(), stop(), from));
  const step = stepIterator(cx, it(), from);
  const inner = scoped(outer);
  const declared = rangeDecl(cx, inner, s.decl, dereference(cx, it(), from));
  const made = cx.statement(scoped(inner), s.body);
  const body: Stm = { k: 'block', body: [...declared, made], end: endOf(s.body), span: s.body.span };
  out.push({ k: 'loop', cond, step, testFirst: true, body, span });
  return { k: 'block', body: out, end: endOf(s.body), span };
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
    const r = cx.resolve(f.list, { object: range, args: [], span, what: id });
    return cx.call(r.fn, [b.addressOf(range)], span);
  };
  cx.complete(range.type.info, span);
  return [call('begin'), call('end')];
}
function stepIterator(cx: Checker, it: Ex, span: Span): Ex {
  if (it.type.kind === 'pointer') return { k: 'preStep', place: it, by: 1, type: it.type, cat: 'l', span };
  const f = it.type.kind === 'class' ? it.type.info.scope.own('operator++') : undefined;
  if (f?.kind !== 'functions') return fail(span, `${it.type.key} has no operator ++`);
  const r = cx.resolve(f.list, { object: it, args: [], span, what: 'operator++' });
  return cx.call(r.fn, [b.addressOf(it)], span);
}
function dereference(cx: Checker, it: Ex, span: Span): Ex {
  if (it.type.kind === 'pointer') return b.deref(cx.value(it));
  const f = it.type.kind === 'class' ? it.type.info.scope.own('operator*') : undefined;
  if (f?.kind !== 'functions') return fail(span, `${it.type.key} has no operator *`);
  const r = cx.resolve(f.list, { object: it, args: [], span, what: 'operator*' });
  return cx.call(r.fn, [b.addressOf(it)], span);
}
function rangeDecl(cx: Checker, at: Place, d: RangeDecl, element: Ex): Stm[] {
  if (d.bindings !== null) return bindings(cx, at, { ...d, bindings: d.bindings }, element);
  const t = holdsAuto(d.type) ? deduceAuto(d.type, element, d.span) : cx.type(at.scope, d.type, at);
  const v = cx.newLocal(at.fn, d.id, t, 'variable');
  if (t.kind !== 'reference') v.destroy = cx.destructorOf(t, d.span);
  at.scope.names.set(d.id, { kind: 'local', v });
  return [{ k: 'var', v, init: cx.initFrom(element, t, at, d.span), threadName: '', span: d.span }];
}
