/**
 * throw, try and catch. An exception object is `__thrown<T>` of core.hpp: the words that the machine knows (program.ts), then the value. The
 * library says in C++ how it is counted, rethrown and ended; what is left to the compiler is construction in place and the clauses.
 */
import type { Span } from '../../bytecode/program';
import type { BlockStmt, Expr, Handler } from '../ast';
import { fail } from '../diagnostics';
import type { CatchClause, Ex, Stm } from '../typed';
import { scoped } from './blocks';
import * as b from './build';
import type { Checker, Place } from './context';
import { libraryFunction, libraryInstance } from './library';
import { decay, derivesFrom, INT, isScalar, pointerTo, type Type, VOID } from './types';

/** What is called where an exception would leave a noexcept function. */
export const ESCAPED = '__escaped';

/** `throw e`, and `throw` alone, which throws again what is being handled. */
export function throwExpr(cx: Checker, at: Place, arg: Expr | null, span: Span): Ex {
  cx.uses.throws = true;
  libraryFunction(cx, ESCAPED, [], [], span);
  const call =
    arg === null
      ? libraryFunction(cx, '__rethrow', [], [], span)
      : libraryFunction(cx, '__raise', [], [exceptionObject(cx, at, arg, span)], span);
  return { k: 'throw', call, type: VOID, cat: 'p', span };
}
function exceptionObject(cx: Checker, at: Place, arg: Expr, span: Span): Ex {
  const e = cx.arg(at, arg);
  if (e.k === 'braced') return fail(span, 'a braced list cannot be thrown', 'write the type before it');
  const t = decay(e.type);
  if (t.kind === 'class') cx.complete(t.info, span);
  if (t.kind === 'void') fail(span, 'nothing is thrown here');
  const object = cx.stdType('__thrown', [t], span);
  const value = object.kind === 'class' ? object.info.fields.find((f) => f.name === 'value_') : undefined;
  if (value === undefined) return fail(span, 'the headers are not loaded');
  const word = (init: Ex, offset: number): { offset: number; init: Ex } => ({ offset, init });
  const thrown: Ex = { k: 'thrownType', of: t, type: INT, cat: 'p', span };
  const init: Ex = {
    k: 'aggregate',
    parts: [
      word(b.int(1, span), 0),
      word(thrown, 1),
      word(pointerToFunction(cx, '__end_thrown', t, span), 2),
      word(says(cx, t, span), 3),
      word(b.int(0, span), 4),
      word(isScalar(t) ? cx.convert(e, t, span) : cx.initFrom(e, t, at, span), value.offset),
    ],
    zero: false,
    type: object,
    cat: 'p',
    span,
  };
  const pointer = libraryFunction(cx, '__new_thrown', [t], [], span);
  const made: Ex = {
    k: 'new',
    of: object,
    init,
    storage: { pointer, owned: true },
    type: pointerTo(object),
    cat: 'p',
    span,
  };
  return { ...made, type: pointerTo(cx.stdType('__exception', [], span)) };
}
/** How what() is asked, of a class that has it from std::exception. */
function says(cx: Checker, t: Type, span: Span): Ex {
  const base = cx.stdType('exception', [], span);
  const has = t.kind === 'class' && base.kind === 'class' && derivesFrom(t.info, base.info);
  return has ? pointerToFunction(cx, '__what_thrown', t, span) : b.constant(pointerTo(VOID), 0n, span);
}
function pointerToFunction(cx: Checker, name: string, of: Type, span: Span): Ex {
  return { k: 'function', fn: libraryInstance(cx, name, [of], span), type: pointerTo(VOID), cat: 'p', span };
}

/** A try block whose body is checked already. */
interface Tried {
  readonly body: Stm;
  readonly handlers: readonly Handler[];
  /** What a constructor's or destructor's own handlers end in. */
  readonly last?: (at: Place, end: Span) => readonly Stm[];
  /** What the handlers throw leaves the function, as typed.ts says of a clause. */
  readonly escapes?: boolean;
  readonly span: Span;
}

export function tryStatement(
  cx: Checker,
  at: Place,
  { body, handlers, last = () => [], escapes = false, span }: Tried,
): Stm {
  cx.uses.catches = true;
  const clauses = handlers.map((h) => ({ ...clause(cx, at, h, last), escapes }));
  return { k: 'try', body, clauses, span };
}

function clause(
  cx: Checker,
  outer: Place,
  h: Handler,
  last: (at: Place, end: Span) => readonly Stm[],
): Omit<CatchClause, 'escapes'> {
  const { span } = h;
  const at = scoped(outer);
  const declared = h.param === null ? null : cx.type(at.scope, h.param.type, at);
  const t = declared === null ? null : decay(declared);
  if (t?.kind === 'class') cx.complete(t.info, span);
  const exception = cx.newLocal(at.fn, '', pointerTo(cx.stdType('__exception', [], span)), 'temporary');
  const object = cx.newLocal(at.fn, '', pointerTo(t ?? VOID), 'temporary');
  const loaded = (v: typeof object): Ex => b.load({ k: 'local', v, type: v.type, cat: 'l', span });
  // While it lives, the exception is the one that is handled.
  const guardType = cx.stdType('__catch', [], span);
  const guard = cx.newLocal(at.fn, '', guardType, 'temporary');
  guard.destroy = cx.destructorOf(guardType, span);
  const made = cx.construct(guardType, [loaded(exception)], at, span, 'direct');
  const out: Stm[] = [{ k: 'var', v: guard, init: made, threadName: '', span }];
  if (h.param !== null && declared !== null && t !== null) {
    const isReference = declared.kind === 'reference';
    const named = isReference || h.param.id !== '' || t.kind === 'class';
    const v = cx.newLocal(at.fn, h.param.id, isReference ? declared : t, 'variable');
    if (h.param.id !== '') at.scope.names.set(h.param.id, { kind: 'local', v });
    if (!isReference) v.destroy = cx.destructorOf(t, span);
    const init = isReference ? loaded(object) : cx.initFrom(b.deref(loaded(object)), t, at, span);
    if (named) out.push({ k: 'var', v, init, threadName: '', span: h.param.span });
  }
  const body: BlockStmt = h.body;
  out.push(cx.block(at, body), ...last(at, body.end));
  return { caught: t, exception, object, body: { k: 'block', body: out, end: body.end, span }, span };
}
