/** Literals ([lex.literal]): their types and values. */
import type { Span } from '../../bytecode/program';
import type { Expr } from '../ast';
import { unsupported } from '../diagnostics';
import type { Ex } from '../typed';
import * as b from './build';
import { passArgs } from './calls';
import type { Checker, Place } from './context';
import { typeOfBuiltin } from './resolve';
import {
  CHAR,
  constOf,
  DOUBLE,
  FLOAT,
  INT,
  LLONG,
  LONG,
  NULLPTR,
  pointerTo,
  type Type,
  UINT,
  ULLONG,
  ULONG,
} from './types';

type Literal = Extract<Expr, { kind: 'int' | 'float' | 'char' | 'bool' | 'nullptr' | 'string' | 'suffixed' }>;

export function literal(cx: Checker, at: Place, e: Literal): Ex {
  const { span } = e;
  switch (e.kind) {
    case 'int':
      return b.constant(integerType(e), e.value, span);
    case 'float':
      return b.constant(e.single ? FLOAT : DOUBLE, e.value, span);
    case 'char':
      // In C a character is an int ([C17 6.4.4.4]/10).
      return b.constant(
        e.wide !== undefined ? typeOfBuiltin(e.wide) : cx.uses.c && span.file === 0 ? INT : CHAR,
        BigInt(e.value),
        span,
      );
    case 'bool':
      return b.bool(e.value, span);
    case 'nullptr':
      return b.constant(NULLPTR, 0n, span);
    case 'string':
      return stringLiteral(e.value, span, e.wide === undefined ? CHAR : typeOfBuiltin(e.wide));
    default:
      return suffixed(cx, at, e.value, e.suffix, span);
  }
}

/** The first of the types that the suffix allows which holds the value ([lex.icon]/3). */
function integerType({ value, suffix }: Extract<Expr, { kind: 'int' }>): Type {
  const { unsigned } = suffix;
  if (suffix.longLong === true) return unsigned ? ULLONG : LLONG;
  const long = suffix.long || value > (unsigned ? 0xffffffffn : 0x7fffffffn);
  if (long) return unsigned ? ULONG : LONG;
  return unsigned ? UINT : INT;
}

export function stringLiteral(text: string, span: Span, of: Type = CHAR): Ex {
  return { k: 'string', text, type: pointerTo(constOf(of)), cat: 'p', span };
}

/** `10ms`: a std::chrono duration. */
function suffixed(cx: Checker, at: Place, value: bigint, suffix: string, span: Span): Ex {
  const f = cx.std.find(`__suffix_${suffix}`);
  if (f?.kind !== 'functions')
    return unsupported(span, `the literal suffix '${suffix}'`, 'write the call it stands for');
  const a = b.constant(ULONG, value, span);
  const r = cx.resolve(f.list, { args: [a], span, what: suffix });
  return cx.call(r.fn, passArgs(cx, r, [a], at, span), span);
}
