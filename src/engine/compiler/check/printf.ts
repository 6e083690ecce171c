/** printf and puts: formats read by the compiler, arguments converted to what they say. */
import type { Span } from '../../bytecode/program';
import type { Expr } from '../ast';
import { fail, unsupported } from '../diagnostics';
import type { Ex } from '../typed';
import * as b from './build';
import { passArgs } from './calls';
import type { Checker, Place } from './context';
import {
  CHAR,
  constOf,
  DOUBLE,
  INT,
  isFloat,
  isIntegral,
  isUnsigned,
  isWide,
  LONG,
  pointerTo,
  SHORT,
  type Type,
  UCHAR,
  UINT,
  ULONG,
  USHORT,
} from './types';

/** One conversion of a format: flags, width, precision, length, letter. */
const CONVERSION = /%([-+ 0#]*)(\*|\d*)(\.(?:\*|\d*))?(hh|h|ll|l|z|j|t)?([a-zA-Z%])/g;
/** `isUsed`: somebody asks how many characters it were. */
export function print(cx: Checker, at: Place, list: readonly Expr[], span: Span, isUsed: boolean): Ex {
  const [format, ...rest] = list;
  if (format === undefined) return fail(span, 'printf needs a format');
  const f = cx.std.parent?.find('__print_with') ?? null;
  if (format.kind !== 'string' && f?.kind !== 'functions')
    return unsupported(
      span,
      'a format that is no string literal',
      'include <cstdio>, or write the format in the call',
    );
  const printed = format.kind === 'string' ? read(cx, at, format.value, rest, span) : null;
  if (f?.kind !== 'functions' || (printed !== null && !isUsed)) return printed!;
  const given = cx.args(at, list);
  const r = cx.resolve(f.list, { args: given, span, what: 'printf' });
  return cx.call(r.fn, passArgs(cx, r, given, at, span), span);
}

/** With its format read here: so that each argument is as the format says. */
function read(cx: Checker, at: Place, format: string, rest: readonly Expr[], span: Span): Ex {
  // A long double is a double here.
  const text = format.replace(/(%[-+ 0#]*(?:\*|\d*)(?:\.(?:\*|\d*))?)L/g, '$1');
  const wanted = [...text.matchAll(CONVERSION)].filter((m) => m[5] !== '%');
  const needed = wanted.map(([, , width, precision]) => 1 + starred(width) + starred(precision));
  const total = needed.reduce((sum, n) => sum + n, 0);
  if (total !== rest.length)
    fail(
      span,
      `the format needs ${total} ${total === 1 ? 'argument' : 'arguments'}, and ${rest.length} follow`,
    );
  let next = 0;
  const args = wanted.flatMap((m, i) => {
    const mine = rest.slice(next, next + (needed[i] ?? 0));
    next += mine.length;
    return mine.map((e, j) =>
      j < mine.length - 1 ? argument(cx, at, e, '', 'd') : argument(cx, at, e, m[4] ?? '', m[5] ?? ''),
    );
  });
  return { k: 'print', format: text, args, type: INT, cat: 'p', span };
}
/** A width or precision that is an argument of its own. */
const starred = (part: string | undefined): number => (part?.endsWith('*') === true ? 1 : 0);
/**
 * As the conversion reads it: a whole number or a pointer by its lower bits, as the registers of x86-64 hold it. What g++ warns of and would
 * print anything (%s of a number, %d of a fraction) is refused.
 */
function argument(cx: Checker, at: Place, e: Expr, length: string, letter: string): Ex {
  const v = cx.value(cx.expr(at, e));
  const { span } = e;
  const number = (signed: boolean): Ex => {
    const t = wholeOf(length, signed);
    // An atomic object of C.
    if (v.type.kind === 'class' && cx.uses.c) return cx.convert(v, t, span);
    if (!isIntegral(v.type) && v.type.kind !== 'enum' && v.type.kind !== 'pointer')
      return fail(
        span,
        `%${length}${letter} needs a number, and this is ${v.type.key}`,
        conversionFor(v.type),
      );
    return cx.castScalar(v, t, span);
  };
  switch (letter) {
    case 'd':
    case 'i':
      return number(true);
    case 'u':
    case 'x':
    case 'X':
    case 'o':
      return number(false);
    case 'f':
    case 'F':
    case 'e':
    case 'E':
    case 'g':
    case 'G':
      if (!isFloat(v.type))
        return fail(span, `%${letter} needs a double, and this is ${v.type.key}`, conversionFor(v.type));
      return b.convertScalar(v, DOUBLE, span);
    case 'c':
      return cx.convert(v, INT, span);
    case 's':
      if (v.type.kind === 'class')
        return fail(span, `%s needs a C string, and this is ${v.type.key}`, 'add .c_str()');
      return cx.convert(v, pointerTo(constOf(CHAR)), span);
    case 'p':
      if (v.type.kind !== 'pointer' && v.type.kind !== 'nullptr')
        return fail(span, `%p needs a pointer, and this is ${v.type.key}`);
      return v;
    default:
      return unsupported(
        span,
        `the conversion %${letter}`,
        'use %d, %ld, %zu, %u, %x, %c, %s, %p, %f, %e or %g',
      );
  }
}
function wholeOf(length: string, signed: boolean): Type {
  if (length === 'hh') return signed ? CHAR : UCHAR;
  if (length === 'h') return signed ? SHORT : USHORT;
  if (length !== '') return signed ? LONG : ULONG;
  return signed ? INT : UINT;
}
function conversionFor(t: Type): string {
  if (isFloat(t)) return 'use %f or %g';
  if (t.kind === 'class') return t.info.name === 'string' ? 'use %s with .c_str()' : 'print its members';
  if (t.kind === 'pointer') return t.to.plain === CHAR ? 'use %s' : 'use %p';
  if (isWide(t)) return isUnsigned(t) ? 'use %lu or %zu' : 'use %ld';
  return isUnsigned(t) ? 'use %u' : 'use %d';
}
/** puts(text): printf of the text and a new line. */
export function line(cx: Checker, at: Place, list: readonly Expr[], span: Span): Ex {
  const [text] = list;
  if (text === undefined || list.length !== 1) return fail(span, 'puts takes one string');
  return { k: 'print', format: '%s\n', args: [argument(cx, at, text, '', 's')], type: INT, cat: 'p', span };
}
