/** `(T){…}` of C: an object without a name, which lives as long as the block that it stands in; outside of functions, always (C17 6.5.2.5). */
import type { Span } from '../../bytecode/program';
import type { Expr } from '../ast';
import type { Ex, LocalVar, Stm } from '../typed';
import * as b from './build';
import type { Arg, Checker, Place } from './context';
import { lengthOf } from './designators';
import { type ArrayType, arrayOf, type Type, VOID } from './types';

/** Those of the statement that is being checked, which declares them. */
const pending = new WeakMap<Checker, LocalVar[]>();

/** Where C has an object, C++ has a temporary. */
export const isCompoundLiteral = (cx: Checker, e: Expr): boolean =>
  cx.uses.c && e.kind === 'construct' && e.braced && e.span.file === 0;

/** The object, initialised where the literal is evaluated. */
export function compoundLiteral(cx: Checker, at: Place, made: Ex): Ex {
  const { span } = made;
  const place = at.fn === cx.outside ? globalFor(cx, made) : localFor(cx, at, made.type, made);
  if (place.k === 'global') return place;
  const init: Ex = { k: 'initialize', place, init: made, type: VOID, cat: 'p', span };
  return { ...b.comma(init, place), cat: 'l' };
}
/** `(T[]){…}`: of as many elements as are listed, where it does not say how many. */
export function compoundArray(
  cx: Checker,
  at: Place,
  { of, length }: ArrayType,
  args: readonly Arg[],
  span: Span,
): Ex {
  const [only] = args;
  const named = only?.k === 'braced' && only.designators !== undefined ? only : null;
  const count = named === null ? args.length : lengthOf(named);
  return compoundLiteral(cx, at, cx.construct(arrayOf(of, length || count), args, at, span, 'list'));
}
function localFor(cx: Checker, at: Place, type: Type, { span }: Ex): Ex {
  const v = cx.newLocal(at.fn, '', type, 'variable');
  v.addressed = true;
  pending.set(cx, [...(pending.get(cx) ?? []), v]);
  return { k: 'local', v, type, cat: 'l', span };
}
function globalFor(cx: Checker, init: Ex): Ex {
  const { type, span } = init;
  const g = {
    name: '',
    type,
    offset: -1,
    init,
    guard: null,
    threadLocal: false,
    used: true,
    library: true,
    span,
  };
  cx.globals.push(g);
  return { k: 'global', g, type, cat: 'l', span };
}

/** The statement that `check` gives, behind the declarations of the literals in it. */
export function withLiterals(cx: Checker, check: () => Stm): Stm {
  if (!cx.uses.c) return check();
  const outer = pending.get(cx) ?? [];
  pending.set(cx, []);
  const made = check();
  const found = pending.get(cx) ?? [];
  pending.set(cx, outer);
  const { span } = made;
  return found.length === 0
    ? made
    : {
        k: 'group',
        body: [...found.map((v): Stm => ({ k: 'var', v, init: null, threadName: '', span })), made],
        span,
      };
}
