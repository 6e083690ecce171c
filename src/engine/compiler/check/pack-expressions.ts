/** Expressions over packs: folds ([expr.prim.fold]) and `sizeof...` ([expr.sizeof]/5). */
import type { Expr } from '../ast';
import { fail, unsupported } from '../diagnostics';
import type { Ex } from '../typed';
import * as b from './build';
import type { Checker, Place } from './context';
import { namesPack, packOf } from './packs';
import { ULONG } from './types';

export function sizeofPack(at: Place, { id, span }: Extract<Expr, { kind: 'sizeofPack' }>): Ex {
  const items = packOf(at.scope, id) ?? fail(span, `'${id}' is not a pack`);
  return b.constant(ULONG, BigInt(items.length), span);
}

const MOST_FOLDED = 1000;

/** ([expr.prim.fold]) `(e op …)` and `(e op … op init)` group from the right, the other two from the left. */
export function fold(cx: Checker, at: Place, e: Extract<Expr, { kind: 'fold' }>): Ex {
  const { left, right, op, span } = e;
  const fromRight = right === null || (left !== null && namesPack(at.scope, left));
  const pack = fromRight ? left : right;
  const init = fromRight ? right : left;
  if (pack === null) return fail(span, 'an empty fold');
  const items = cx
    .args(at, [{ kind: 'packExpansion', pattern: pack, span }])
    .map((a) => (a.k === 'braced' ? fail(span, 'a braced list in a fold') : a));
  const start = init === null ? [] : [cx.expr(at, init)];
  const all = fromRight ? [...items, ...start] : [...start, ...items];
  if (all.length > MOST_FOLDED)
    unsupported(span, `a fold over more than ${MOST_FOLDED} elements`, 'write a loop');
  if (all.length === 0)
    return op === '&&' ? b.bool(true, span) : op === '||' ? b.bool(false, span) : b.nothing(span);
  return fromRight
    ? all.reduceRight((sum, x) => cx.binary(at, op, x, sum, span))
    : all.reduce((sum, x) => cx.binary(at, op, sum, x, span));
}
