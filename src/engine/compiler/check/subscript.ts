/** Subscripting ([expr.sub]): of arrays, pointers and classes. */
import type { Span } from '../../bytecode/program';
import { fail } from '../diagnostics';
import type { Ex } from '../typed';
import * as b from './build';
import { passArgs } from './calls';
import type { Arg, Checker, Place } from './context';
import { INT, isIntegral } from './types';

export function index(cx: Checker, at: Place, object: Ex, i: Arg, span: Span): Ex {
  if (object.type.kind === 'class') {
    cx.complete(object.type.info, span);
    const f = object.type.info.scope.own('operator[]');
    if (f?.kind !== 'functions') return fail(span, `${object.type.key} has no operator []`);
    const o = object.cat === 'p' ? cx.materialize(object, at.fn) : object;
    const r = cx.resolve(f.list, { object: o, args: [i], span, what: `${object.type.key}::operator[]` });
    return cx.call(r.fn, [b.addressOf(o), ...passArgs(cx, r, [i], at, span)], span);
  }
  if (i.k === 'braced') return fail(span, 'a braced list is no index');
  // `2[a]` is `a[2]` ([expr.sub]/1).
  const isSwapped = isIntegral(object.type) && (i.type.kind === 'pointer' || i.type.kind === 'array');
  if (isSwapped) return index(cx, at, i, object, span);
  const at32 = cx.convert(cx.value(i), INT, span);
  // An array without a length goes to the end of its block.
  if (object.type.kind === 'array' && object.type.length > 0) {
    b.markAddressed(object);
    return {
      k: 'element',
      array: object,
      index: at32,
      length: object.type.length,
      type: object.type.of,
      cat: object.cat === 'p' ? 'x' : object.cat,
      span,
    };
  }
  const p = cx.value(object);
  if (p.type.kind !== 'pointer') return fail(span, `${p.type.key} cannot be indexed`);
  return b.deref({ k: 'pointerAdd', pointer: p, index: at32, negate: false, type: p.type, cat: 'p', span });
}
