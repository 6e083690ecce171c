/** Unary expressions ([expr.unary.op]) and what a name stands for under `&`. */
import type { Span } from '../../bytecode/program';
import type { Expr } from '../ast';
import { fail } from '../diagnostics';
import type { Ex } from '../typed';
import * as b from './build';
import { compoundLiteral, isCompoundLiteral } from './compound-literals';
import type { Checker, Place } from './context';
import { dataMemberPointer, functionValue } from './names';
import { step } from './operators';
import { setOf } from './overload-sets';
import { mayOverload, overloadedUnary } from './overloads';
import { lookup } from './resolve';
import { isArithmetic, isIntegral, promoted } from './types';

export function unary(cx: Checker, at: Place, e: Extract<Expr, { kind: 'unary' }>): Ex {
  const { span } = e;
  if (e.op === '&' && e.arg.kind === 'name') {
    const f = lookup(cx, at, e.arg);
    if (f.kind === 'functions') {
      const one = functionValue(cx, at, f.list, e.arg);
      return setOf(one) === undefined ? cx.value(one) : one;
    }
    if (f.kind === 'field' && e.arg.parts.length > 1) return dataMemberPointer(cx, f.cls, f.name, span);
  }
  const operand = cx.expr(at, e.arg);
  const a = e.op === '&' && isCompoundLiteral(cx, bare(e.arg)) ? compoundLiteral(cx, at, operand) : operand;
  switch (e.op) {
    case '++':
    case '--':
    case 'post++':
    case 'post--':
      return step(cx, at, e.op, a, span);
    case '&': {
      // The headers mean std::addressof.
      const own =
        span.file === 0 && mayOverload(at, '&', a.type) ? overloadedUnary(cx, at, '&', a, [], span) : null;
      if (own !== null) return own;
      if (a.cat === 'p') fail(span, 'the address of a temporary cannot be taken');
      // `&items[n]` of n items is their end ([C17 6.5.3.2]/3), as compilers of C++ have it too.
      if (a.k === 'element' && a.length > 0) return { ...b.addressOf({ ...a, length: a.length + 1 }), span };
      return { ...b.addressOf(a), span };
    }
    default:
      break;
  }
  const overloaded = mayOverload(at, e.op, a.type) ? overloadedUnary(cx, at, e.op, a, [], span) : null;
  if (overloaded !== null) return overloaded;
  if (e.op === '*') return indirection(cx, a, span);
  if (e.op === '!') return b.unary('!', cx.condition(a), span);
  const v = cx.value(a);
  const t = promoted(v.type);
  if (!isArithmetic(t) || (e.op === '~' && !isIntegral(t)))
    fail(span, `${v.type.key} has no operator ${e.op}`);
  const w = cx.convert(v, t, span);
  return e.op === '+' ? w : b.unary(e.op, w, span);
}

const bare = (e: Expr): Expr => (e.kind === 'paren' ? bare(e.inner) : e);

/** `*p`; of a pointer to a function it is that pointer again. */
function indirection(cx: Checker, a: Ex, span: Span): Ex {
  if (a.type.kind === 'class') return fail(span, `${a.type.key} has no operator *`);
  const p = cx.value(a);
  if (p.type.kind !== 'pointer') return fail(span, `${p.type.key} is not a pointer`);
  return p.type.to.kind === 'function' ? p : { ...b.deref(p), span };
}
