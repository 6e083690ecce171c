/** The conditional operator ([expr.cond]): which type its two sides share. */
import type { Expr } from '../ast';
import type { Category, Ex } from '../typed';
import * as b from './build';
import type { Checker, Place } from './context';

import { type ClassInfo, derivesFrom, isArithmetic, promoted, type Type, VOID, withConst } from './types';

export function conditional(cx: Checker, at: Place, e: Extract<Expr, { kind: 'conditional' }>): Ex {
  const cond = cx.condition(cx.expr(at, e.cond));
  const { x, y } = alike(decayed(cx, cx.expr(at, e.then)), decayed(cx, cx.expr(at, e.else)));
  const { span } = e;
  const choose = (then: Ex, other: Ex, type: Type, cat: Category): Ex => ({
    k: 'conditional',
    cond,
    then,
    else: other,
    type,
    cat,
    span,
  });
  if (x.type.kind === 'void' || y.type.kind === 'void') return choose(x, y, VOID, 'p');
  if (x.cat === 'l' && y.cat === 'l' && x.type === y.type) return choose(x, y, x.type, 'l');
  if (x.type.kind === 'class' || y.type.kind === 'class') {
    for (const { type } of [x, y]) if (type.kind === 'class') cx.complete(type.info, span);
    const shared = commonClass(x, y);
    if (shared !== null) {
      const seen = (place: Ex): Ex =>
        place.type.kind === 'class' && place.type.info === shared ? place : b.asBase(place, shared);
      return choose(seen(x), seen(y), withConst(shared.type, x.type.isConst || y.type.isConst), 'l');
    }
    const toX = x.type.kind === 'class' && Number.isFinite(cx.rank(y, x.type.plain));
    const t = toX ? x.type.plain : y.type.plain;
    return choose(cx.initFrom(x, t, at, span), cx.initFrom(y, t, at, span), t, 'p');
  }
  const left = cx.value(x);
  const right = cx.value(y);
  let t = left.type;
  if (left.type.plain !== right.type.plain) {
    if (isArithmetic(promoted(left.type)) && isArithmetic(promoted(right.type)))
      t = cx.binary(at, '+', left, right, span).type;
    // Pointers: nullptr to the other, a derived class to its base, T* to const T*.
    else if (!Number.isFinite(cx.rank(right, left.type))) t = right.type;
  }
  return choose(cx.convert(left, t, span), cx.convert(right, t, span), t.plain, 'p');
}

/** A function is no place that could be chosen: its address is ([conv.func]). */
const decayed = (cx: Checker, x: Ex): Ex => (x.type.kind === 'function' ? cx.value(x) : x);

/** A throw has the type of the other side ([expr.cond]/2). */
function alike(x: Ex, y: Ex): { x: Ex; y: Ex } {
  if (x.k === 'throw' && y.k !== 'throw') return { x: { ...x, type: y.type, cat: y.cat }, y };
  if (y.k === 'throw' && x.k !== 'throw') return { x, y: { ...y, type: x.type, cat: x.cat } };
  return { x, y };
}

/** Two places of one class, or of a class and its base: the class both can be seen as. */
function commonClass(x: Ex, y: Ex): ClassInfo | null {
  if (x.cat !== 'l' || y.cat !== 'l' || x.type.kind !== 'class' || y.type.kind !== 'class') return null;
  if (derivesFrom(x.type.info, y.type.info)) return y.type.info;
  return derivesFrom(y.type.info, x.type.info) ? x.type.info : null;
}
