/**
 * A function as one of another type: `(void *(*)(void *))work` of `void work(int)`. What the call passes too much is left out, what it does not pass is 0,
 * and the rest is converted, as the registers of x86-64 do it: people start threads so, and handle signals. Of one argument alone: a type without
 * any is what functions are kept as until they are cast back.
 */
import type { Span } from '../../bytecode/program';
import type { Ex, Fn, Stm } from '../typed';
import * as b from './build';
import type { Checker } from './context';
import { isScalar, type Type } from './types';

type Signature = Extract<Type, { kind: 'function' }>;

/** By the function, and what it is called as: one for each, as its address can be compared. */
const made = new WeakMap<Fn, Map<string, Fn>>();

export function asFunction(cx: Checker, e: Extract<Ex, { k: 'function' }>, to: Type, span: Span): Ex {
  const as: Ex = { ...e, type: to.plain };
  if (to.kind !== 'pointer' || to.to.kind !== 'function') return as;
  const wanted = to.to;
  const result = cx.resultOf(e.fn, span);
  const { paramTypes } = e.fn;
  if (wanted.params.length !== 1) return as;
  const same =
    paramTypes.length === wanted.params.length &&
    isAlike(result, wanted.result) &&
    paramTypes.every((p, i) => isAlike(p, wanted.params[i] ?? p));
  const types = [...paramTypes, ...wanted.params, result, wanted.result];
  if (same || e.fn.cls !== null || !types.every((t) => isScalar(t) || t.kind === 'void')) return as;
  const known = made.get(e.fn) ?? new Map<string, Fn>();
  made.set(e.fn, known);
  const fn = known.get(wanted.key) ?? adapter(cx, e.fn, result, wanted, span);
  known.set(wanted.key, fn);
  return { ...as, fn };
}

const isAlike = (a: Type, b: Type): boolean =>
  a.plain === b.plain || (a.kind === 'pointer' && b.kind === 'pointer');

function adapter(cx: Checker, fn: Fn, result: Type, wanted: Signature, span: Span): Fn {
  const adapted: Fn = cx.makeFn({
    name: fn.name,
    cls: null,
    hasThis: false,
    paramTypes: wanted.params,
    result: wanted.result,
    span: fn.span,
    library: true,
    build: (own): Stm[] => {
      const args = fn.paramTypes.map((type, i): Ex => {
        const given = own.params[i];
        return given ? cx.castScalar(b.load(b.local(given, span)), type, span) : b.constant(type, 0n, span);
      });
      const e = cx.call(fn, args, span);
      if (wanted.result.kind === 'void') return [{ k: 'expr', e, span }];
      if (result.kind !== 'void')
        return [{ k: 'return', value: cx.castScalar(e, wanted.result, span), span }];
      return [
        { k: 'expr', e, span },
        { k: 'return', value: b.constant(wanted.result, 0n, span), span },
      ];
    },
  });
  return cx.use(adapted, span);
}
