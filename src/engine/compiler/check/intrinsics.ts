/** Intrinsics that are more than an instruction: what the library headers ask for with the types, or the places, of their arguments. */
import { FAULT_TERMINATE } from '../../bytecode/fault';
import * as op from '../../bytecode/opcodes';
import type { Span } from '../../bytecode/program';
import { fail } from '../diagnostics';
import type { Ex } from '../typed';
import { allocators, giveBack, space } from './allocation';
import { asks, asksWeak } from './ask';
import * as b from './build';
import { completeType } from './classes';
import type { Checker } from './context';
import { type Call, templateType, values } from './intrinsic-call';
import { functionName } from './names';
import { spawn } from './spawn';
import {
  asNumber,
  BOOL,
  bytesOf,
  CHAR,
  constOf,
  DOUBLE,
  INT,
  isScalar,
  pointerTo,
  type Type,
  VOID,
  wordsOf,
} from './types';

/** Do two objects of one type hold the same words? As std::atomic compares a class. */
function sameWords(call: Call): Ex {
  const { cx, span } = call;
  const [p, q] = values(call);
  if (p?.type.kind !== 'pointer' || q === undefined) return fail(span, '__same_words(pointer, pointer)');
  const word = (of: Ex, i: number): Ex => {
    const first: Ex = { ...of, type: pointerTo(INT) };
    return b.load(
      b.deref({
        k: 'pointerAdd',
        pointer: first,
        index: b.int(i, span),
        negate: false,
        type: first.type,
        cat: 'p',
        span,
      }),
    );
  };
  let all: Ex = b.bool(true, span);
  for (let i = 0, n = targetWords(cx, p.type.to, span); i < n; i++) {
    const one = b.binary('==', word(p, i), word(q, i), BOOL, span);
    all = i === 0 ? one : { k: 'logical', op: '&&', left: all, right: one, type: BOOL, cat: 'p', span };
  }
  return all;
}

/** Words of what is pointed to, which may be a class that nothing has asked to lay out so far. */
function targetWords(cx: Checker, target: Type, span: Span): number {
  completeType(cx, target, span);
  return wordsOf(target);
}

/** Begins an object's life in raw storage: `__construct(p, args…)`. */
function construct({ cx, at, list, span }: Call): Ex {
  const [first, ...rest] = cx.args(at, list);
  if (first === undefined || first.k === 'braced') return fail(span, '__construct(pointer, …)');
  const p = cx.value(first);
  if (p.type.kind !== 'pointer') return fail(span, '__construct(pointer, …)');
  const t = p.type.to.plain;
  const birth = b.op(op.BIRTH, [targetWords(cx, t, span)], [p], VOID, span);
  const init = cx.construct(t, rest, at, span, 'direct');
  return b.comma(birth, constructAt(b.deref(p), init, span));
}

/** Construction as an expression: the trick of a call whose hidden argument is the address. */
const constructAt = (place: Ex, init: Ex, span: Span): Ex => ({
  k: 'initialize',
  place,
  init,
  type: VOID,
  cat: 'p',
  span,
});

/** The program stops here, as std::terminate has it. */
export const terminates = (text: string, span: Span): Ex => ({
  k: 'assert',
  cond: b.bool(false, span),
  fault: FAULT_TERMINATE,
  text,
  type: VOID,
  cat: 'p',
  span,
});

function load(call: Call): Ex {
  const [p] = values(call);
  if (p?.type.kind !== 'pointer' || !isScalar(p.type.to)) return fail(call.span, '__atomic_load(pointer)');
  return b.op(op.ALOAD, [wordsOf(p.type.to)], [p], p.type.to.plain, call.span);
}

function store(call: Call): Ex {
  const { cx, span } = call;
  const [p, v] = values(call);
  if (p?.type.kind !== 'pointer' || v === undefined) return fail(span, '__atomic_store(pointer, value)');
  return b.op(op.ASTORE, [wordsOf(p.type.to)], [p, cx.convert(v, p.type.to.plain, span)], VOID, span);
}

function compareExchange(call: Call): Ex {
  const { cx, span } = call;
  const [p, e, v] = values(call);
  if (p?.type.kind !== 'pointer' || e === undefined || v === undefined)
    return fail(span, '__atomic_cas(pointer, expected, value)');
  return b.op(op.ACAS, [wordsOf(p.type.to)], [p, e, cx.convert(v, p.type.to.plain, span)], BOOL, span);
}

function newArray(call: Call): Ex {
  const { cx, span } = call;
  const t = templateType(call);
  const count = cx.convert(values(call)[0] ?? fail(span, '__new_array<T>(n)'), INT, span);
  return b.op(op.NEWN, [{ typeId: t }], [count], pointerTo(t), span);
}

/** As `__new_array`, but the program's own operator new is asked. */
function newSpace(call: Call): Ex {
  const { cx, at, span } = call;
  const count = cx.convert(values(call)[0] ?? fail(span, '__new_space<T>(n)'), INT, span);
  return space(cx, at, templateType(call), count, span) ?? newArray(call);
}
/** The elements of an array that `__new_space` has made. A block of the program's own operator new counts bytes. */
function countSpace(call: Call): Ex {
  const { cx, span } = call;
  const t = templateType(call);
  const n = b.op(op.COUNT, [], values(call), INT, span);
  if (allocators(cx, t, 'new', true, span) === null) return n;
  return b.binary('/', n, b.int(bytesOf(t).size, span), INT, span);
}
const freed =
  (isArray: boolean) =>
  (call: Call): Ex => {
    const { cx, at, span } = call;
    const [p] = values(call);
    if (p === undefined) return fail(span, `${call.id}<T>(pointer)`);
    return giveBack(cx, at, templateType(call), p, isArray, span) ?? b.op(op.FREE, [], [p], VOID, span);
  };

function destroy(call: Call): Ex {
  const { cx, span } = call;
  const [p] = values(call);
  if (p?.type.kind !== 'pointer') return fail(span, '__destroy(pointer)');
  const end = cx.destroy(b.deref(p), span);
  const death = b.op(op.DEATH, [targetWords(cx, p.type.to, span)], [p], VOID, span);
  return end === null ? death : b.comma(end, death);
}

function end(call: Call): Ex {
  const { cx, span } = call;
  const [p] = values(call);
  if (p?.type.kind !== 'pointer') return fail(span, '__end(pointer)');
  return cx.destroy(b.deref(p), span) ?? b.nothing(span);
}

function floatDigit(call: Call): Ex {
  const { cx, list, span } = call;
  const [x, precision, i] = values(call);
  const [letter] = list.slice(3);
  if (x === undefined || precision === undefined || i === undefined || letter?.kind !== 'char')
    return fail(span, "__float_digit(double, precision, i, 'f')");
  const given = [cx.convert(x, DOUBLE, span), cx.convert(precision, INT, span), cx.convert(i, INT, span)];
  return b.op(op.FDIGIT, [letter.value], given, INT, span);
}

/** The address of a word among the constants. */
function constant(call: Call): Ex {
  const { cx, span } = call;
  const [offset] = values(call);
  if (offset === undefined) return fail(span, '__constant(offset)');
  const start = b.op(op.GLOBAL, [0], [], pointerTo(INT), span);
  return {
    k: 'pointerAdd',
    pointer: start,
    index: cx.convert(offset, INT, span),
    negate: false,
    type: start.type,
    cat: 'p',
    span,
  };
}

/** `__misuse(number, text)`: a wrong use that std::system_error tells of; the end where nobody can catch it. */
function misuse(call: Call): Ex {
  const { cx, span, list } = call;
  const [code, text] = values(call);
  const f = cx.uses.tries ? cx.std.own('__throw_system_error') : undefined;
  if (code === undefined || text === undefined || f?.kind !== 'functions')
    return terminates(list[1]?.kind === 'string' ? list[1].value : 'std::terminate', span);
  const r = cx.resolve(f.list, { args: [code], span, what: 'std::system_error' });
  return cx.call(r.fn, [code], span);
}

/** `__here_line()`, `__here_column()`: where the call stands in whose default argument this is, from 1; of a call g++ says its bracket. */
function here({ cx, at, id, span }: Call): Ex {
  const { file, start } = at.call ?? span;
  const { text = '' } = cx.sources[file] ?? {};
  const bracket = Math.max(start, text.indexOf('(', start));
  const before = text.slice(0, bracket);
  const line = before.split('\n').length;
  return b.int(id === '__here_line' ? line : bracket - before.lastIndexOf('\n'), span);
}

export const INTRINSICS: ReadonlyMap<string, (call: Call) => Ex> = new Map(
  Object.entries<(call: Call) => Ex>({
    __ask: asks,
    __ask_weak: asksWeak,
    __atomic_load: load,
    __atomic_store: store,
    __atomic_cas: compareExchange,
    __terminate: ({ list, span }) =>
      terminates(list[0]?.kind === 'string' ? list[0].value : 'std::terminate', span),
    __misuse: misuse,
    __mentions: ({ cx, list, span }) =>
      b.bool(list[0]?.kind === 'string' && cx.uses.text.includes(list[0].value), span),
    __here_line: here,
    __here_column: here,
    __here_function: ({ at, span }) => ({
      k: 'string',
      text: functionName(at, true),
      type: pointerTo(constOf(CHAR)),
      cat: 'p',
      span,
    }),
    __end_statics: ({ span }) => ({ k: 'endStatics', type: VOID, cat: 'p', span }),
    __new_array: newArray,
    __new_space: newSpace,
    __count_space: countSpace,
    __give_back: freed(false),
    __give_back_items: freed(true),
    __construct: construct,
    __destroy: destroy,
    __end: end,
    __float_digit: floatDigit,
    __same_words: sameWords,
    __trivial: (call) => b.bool(call.cx.destructorOf(templateType(call), call.span) === null, call.span),
    // Of the type of an enumeration's values: for decltype.
    __underlying: (call) => b.constant(asNumber(templateType(call)), 0n, call.span),
    __words_of: (call) => b.int(wordsOf(templateType(call)), call.span),
    __flexible_words: (call) => b.int(wordsOf(flexible(templateType(call))), call.span),
    __flexible_bytes: (call) => b.int(bytesOf(flexible(templateType(call))).size, call.span),
    // Initialised or not.
    __copy_word: (call) => b.op(op.COPY, [1], values(call), VOID, call.span),
    __constant: constant,
    // Where the library throws what it was given, not by a throw of its own.
    __throws: ({ cx, span }) => {
      cx.uses.throws = true;
      return b.nothing(span);
    },
    __spawn: ({ cx, at, list, span }) => spawn(cx, at, list, span),
  }),
);

/** What the array without a length holds that a struct ends with; void where there is none. */
function flexible(t: Type): Type {
  const last = t.kind === 'class' ? t.info.fields.at(-1)?.type : undefined;
  return last?.kind === 'array' && last.length === 0 ? last.of : VOID;
}
