/** The start of a thread: its function and arguments copied into a task that the new thread runs and frees. */
import * as op from '../../bytecode/opcodes';
import type { Span } from '../../bytecode/program';
import type { Expr } from '../ast';
import { CompileError, fail } from '../diagnostics';
import type { Ex, Fn, Stm } from '../typed';
import * as b from './build';
import { completeType, makeClass } from './classes';
import type { Checker, Place } from './context';
import { addField, close } from './fields';
import { fieldPlace } from './subobjects';
import { decay, INT, isScalar, pointerTo, type Type, VOID } from './types';

/**
 * `__spawn(f, args…)`: decayed copies of f and its arguments in a task on the heap, a new thread that invokes them, and its id
 * ([thread.thread.constr]). The entry function the thread starts in is made here: it ends the task when f returns.
 */
export function spawn(cx: Checker, at: Place, list: readonly Expr[], span: Span): Ex {
  const given = cx
    .args(at, list)
    .map((a) => (a.k === 'braced' ? fail(a.span, 'a braced list cannot be passed to a thread') : a));
  const info = makeClass({
    name: 'thread task',
    scope: cx.std,
    decl: null,
    library: 'thread task',
    template: null,
    args: [],
    isLambda: false,
  });
  const parts: { offset: number; init: Ex }[] = [];
  given.forEach((a, i) => {
    const t = decay(a.type);
    completeType(cx, t, span);
    addField(info, i === 0 ? 'function' : `argument${i}`, t);
    const f = info.fields[i];
    if (f !== undefined)
      parts.push({ offset: f.offset, init: isScalar(t) ? cx.value(a) : copied(cx, a, t, at, span) });
  });
  close(info);
  info.state = 'complete';
  const callee = given[0];
  const target =
    callee !== undefined && callee.type.kind === 'class'
      ? callee.type.info.scope.own('operator()')
      : undefined;
  const where =
    target?.kind === 'functions'
      ? (target.list[0]?.decl.span ?? span)
      : callee?.k === 'function'
        ? callee.fn.span
        : span;
  const entry = cx.makeFn({
    name: 'thread entry',
    cls: null,
    hasThis: false,
    paramTypes: [pointerTo(info.type)],
    result: VOID,
    span: where,
    library: true,
    build: (fn) => entryBody(cx, fn, info.type, where, span),
  });
  cx.use(entry, span);
  const task: Ex = {
    k: 'new',
    of: info.type,
    init: { k: 'aggregate', parts, zero: false, type: info.type, cat: 'p', span },
    storage: null,
    type: pointerTo(info.type),
    cat: 'p',
    span,
  };
  const f: Ex = { k: 'function', fn: entry, type: pointerTo(VOID), cat: 'p', span };
  return b.op(op.SPAWN, [], [f, task], INT, span);
}
function copied(cx: Checker, a: Ex, t: Type, at: Place, span: Span): Ex {
  return explained(
    () => cx.initFrom(a, t, at, span),
    () =>
      fail(
        span,
        `${t.key} cannot be copied into the thread`,
        'pass std::ref(…), or std::move it if it can be moved',
      ),
  );
}
/** Runs `make`; where that is a fault of the source, tells it in other words. */
function explained<T>(make: () => T, tell: (why: string) => never): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    return tell(error.diagnostic.message);
  }
}
/** `asked`: the __spawn that needs it. */
function entryBody(cx: Checker, fn: Fn, task: Type, span: Span, asked: Span): Stm[] {
  const param = fn.params[0];
  if (param === undefined || task.kind !== 'class') return [];
  const at: Place = { scope: cx.std, fn };
  const object = b.deref(b.load({ k: 'local', v: param, type: param.type, cat: 'l', span }));
  const cells = task.info.fields.map((f) => b.withCat(fieldPlace(object, f, span), 'x'));
  const [callee, ...args] = cells;
  if (callee === undefined) return [];
  const target = callee.type.kind === 'class' ? b.withCat(referenced(callee), 'l') : cx.value(callee);
  const run = explained(
    () => cx.invoke(target, args.map(referenced), at, span),
    (why) =>
      fail(
        asked,
        `the thread's function cannot be called with copies of these arguments: ${why}`,
        'pass std::ref(…) where it takes a reference',
      ),
  );
  const out: Stm[] = [
    { k: 'expr', e: b.op(op.START, [], [], VOID, span), span },
    { k: 'expr', e: run, span },
  ];
  for (const f of [...task.info.fields].reverse()) {
    const end = cx.destructorOf(f.type, span);
    if (end !== null) out.push({ k: 'destroy', fn: end, place: fieldPlace(object, f, span), span });
  }
  out.push({
    k: 'expr',
    e: b.op(op.FREE, [], [b.load({ k: 'local', v: param, type: param.type, cat: 'l', span })], VOID, span),
    span,
  });
  out.push({ k: 'threadExit', span });
  return out;
}
/** A std::ref argument is passed as the reference it holds. */
function referenced(a: Ex): Ex {
  if (a.type.kind !== 'class' || a.type.info.library !== 'reference_wrapper') return a;
  const f = a.type.info.fields[0];
  return f === undefined ? a : b.deref(b.load(fieldPlace(a, f, a.span)));
}
