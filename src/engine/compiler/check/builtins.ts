/**
 * Names the compiler itself knows. assert and printf for everyone; the intrinsics `__…` only for the library headers, which say the
 * standard library in C++ and leave to these what C++ cannot say: one instruction each, raw storage, and the start of a thread.
 */
import { FAULT_ASSERT, FAULT_TERMINATE } from '../../bytecode/fault';
import { MATH, MATH2 } from '../../bytecode/math';
import * as op from '../../bytecode/opcodes';
import type { Span } from '../../bytecode/program';
import type { Expr, TemplateArg } from '../ast';
import { fail } from '../diagnostics';
import type { Ex } from '../typed';
import * as b from './build';
import type { Checker, Place } from './context';
import { line, print } from './printf';
import { spawn } from './spawn';
import { given, trait } from './traits';
import { BOOL, DOUBLE, INT, isScalar, pointerTo, type Type, ULONG, VOID, wordsOf } from './types';

/** Each intrinsic: opcode, constant operands, result type, and how many of its arguments are trailing constants that become operands. */
const INSTRUCTIONS: Record<
  string,
  { readonly opcode: number; readonly operands: readonly number[]; readonly result: Type }
> = {
  __lock: { opcode: op.LOCK, operands: [0], result: VOID },
  __lock_recursive: { opcode: op.LOCK, operands: [1], result: VOID },
  __lock_exclusive: { opcode: op.LOCK, operands: [2], result: VOID },
  __try_lock: { opcode: op.TRYLOCK, operands: [0, 0], result: BOOL },
  __try_lock_timed: { opcode: op.TRYLOCK, operands: [0, 1], result: BOOL },
  __try_lock_recursive: { opcode: op.TRYLOCK, operands: [1, 0], result: BOOL },
  __try_lock_recursive_timed: { opcode: op.TRYLOCK, operands: [1, 1], result: BOOL },
  __try_lock_exclusive: { opcode: op.TRYLOCK, operands: [2, 0], result: BOOL },
  __try_lock_exclusive_timed: { opcode: op.TRYLOCK, operands: [2, 1], result: BOOL },
  __unlock: { opcode: op.UNLOCK, operands: [0], result: VOID },
  __unlock_recursive: { opcode: op.UNLOCK, operands: [1], result: VOID },
  __unlock_exclusive: { opcode: op.UNLOCK, operands: [2], result: VOID },
  __unlock_either: { opcode: op.UNLOCK, operands: [3], result: VOID },
  __lock_shared: { opcode: op.LOCK_SHARED, operands: [], result: VOID },
  __try_lock_shared: { opcode: op.TRYLOCK_SHARED, operands: [0], result: BOOL },
  __try_lock_shared_timed: { opcode: op.TRYLOCK_SHARED, operands: [1], result: BOOL },
  __unlock_shared: { opcode: op.UNLOCK_SHARED, operands: [], result: VOID },
  __lock_all2: { opcode: op.LOCKALL, operands: [2], result: VOID },
  __lock_all3: { opcode: op.LOCKALL, operands: [3], result: VOID },
  __lock_all4: { opcode: op.LOCKALL, operands: [4], result: VOID },
  __lock_end: { opcode: op.LOCKEND, operands: [], result: VOID },
  __cv_wait: { opcode: op.CVWAIT, operands: [], result: VOID },
  __cv_relock: { opcode: op.CVRELOCK, operands: [], result: VOID },
  __cv_timed: { opcode: op.CVTIMED, operands: [], result: BOOL },
  __cv_enter: { opcode: op.CVENTER, operands: [], result: VOID },
  __notify_one: { opcode: op.NOTIFY, operands: [0], result: VOID },
  __notify_all: { opcode: op.NOTIFY, operands: [1], result: VOID },
  __enter_load: { opcode: op.AENTER, operands: [0], result: VOID },
  __enter_store: { opcode: op.AENTER, operands: [1], result: VOID },
  __enter_rmw: { opcode: op.AENTER, operands: [2], result: VOID },
  __leave_load: { opcode: op.ALEAVE, operands: [0], result: VOID },
  __leave_store: { opcode: op.ALEAVE, operands: [1], result: VOID },
  __leave_rmw: { opcode: op.ALEAVE, operands: [2], result: VOID },
  __count_add: { opcode: op.COUNT_ADD, operands: [], result: VOID },
  __count_drop: { opcode: op.COUNT_DROP, operands: [], result: INT },
  __count_lock: { opcode: op.COUNT_TRY_ADD, operands: [], result: BOOL },
  __count_get: { opcode: op.COUNT_READ, operands: [], result: INT },
  __join: { opcode: op.JOIN, operands: [], result: VOID },
  __await: { opcode: op.AWAIT, operands: [], result: BOOL },
  __loosen: { opcode: op.LOOSEN, operands: [], result: INT },
  __detach: { opcode: op.DETACH, operands: [], result: VOID },
  __self: { opcode: op.SELF, operands: [], result: INT },
  __yield: { opcode: op.YIELD, operands: [], result: VOID },
  __bounds: { opcode: op.BOUNDS, operands: [], result: VOID },
  __free: { opcode: op.FREE, operands: [], result: VOID },
  __throw: { opcode: op.THROW, operands: [], result: VOID },
  __uncaught: { opcode: op.UNCAUGHT, operands: [0], result: VOID },
  __left_noexcept: { opcode: op.UNCAUGHT, operands: [1], result: VOID },
};
const RMW: Record<string, number> = {
  __atomic_exchange: 0,
  __atomic_add: 1,
  __atomic_sub: 2,
  __atomic_and: 3,
  __atomic_or: 4,
  __atomic_xor: 5,
};

export function builtin(
  cx: Checker,
  at: Place,
  id: string,
  template: readonly TemplateArg[] | undefined,
  list: readonly Expr[],
  span: Span,
): Ex | null {
  if (id === 'assert') return assertion(cx, at, list, span);
  if (id === 'printf') return print(cx, at, list, span);
  // Where it goes makes no difference to the log.
  if (id === 'fprintf') return print(cx, at, list.slice(1), span);
  if (id === 'puts') return line(cx, at, list, span);
  if (id === 'declval' && template !== undefined) return given(templateType(cx, at, template, span), span);
  if (id === '__builtin_expect')
    return values(cx, at, list)[0] ?? fail(span, '__builtin_expect(value, expected)');
  if (id === '__builtin_unreachable' || id === '__builtin_trap')
    return {
      k: 'assert',
      cond: b.bool(false, span),
      fault: FAULT_TERMINATE,
      text: `${id} was reached`,
      type: VOID,
      cat: 'p',
      span,
    };
  if (id === 'abort' || id === 'terminate')
    return {
      k: 'assert',
      cond: b.bool(false, span),
      fault: FAULT_TERMINATE,
      text: `std::${id} was called`,
      type: VOID,
      cat: 'p',
      span,
    };
  if (!id.startsWith('__')) return null;
  const math = mathFunction(id);
  if (math !== null)
    return b.op(
      math.opcode,
      [math.index],
      values(cx, at, list).map((x) => cx.convert(x, DOUBLE, span)),
      DOUBLE,
      span,
    );
  const plain = INSTRUCTIONS[id];
  if (plain !== undefined)
    return b.op(plain.opcode, plain.operands, values(cx, at, list), plain.result, span);
  const rmw = RMW[id];
  if (rmw !== undefined) {
    const [p, v] = values(cx, at, list);
    if (p?.type.kind !== 'pointer' || v === undefined) return fail(span, `${id}(pointer, value)`);
    const t = p.type.to.plain;
    return b.op(op.ARMW, [wordsOf(t), rmw], [p, cx.convert(v, t, span)], t, span);
  }
  const twister = /^__mersenne_(32|64)$/.exec(id);
  if (twister !== null) {
    const [seed, index] = values(cx, at, list);
    if (seed === undefined || index === undefined) return fail(span, `${id}(seed, index)`);
    const given = [cx.convert(seed, ULONG, span), cx.convert(index, INT, span)];
    return b.op(op.MERSENNE, [Number(twister[1])], given, ULONG, span);
  }
  switch (id) {
    case '__atomic_load': {
      const [p] = values(cx, at, list);
      if (p?.type.kind !== 'pointer' || !isScalar(p.type.to)) return fail(span, '__atomic_load(pointer)');
      return b.op(op.ALOAD, [wordsOf(p.type.to)], [p], p.type.to.plain, span);
    }
    case '__atomic_store': {
      const [p, v] = values(cx, at, list);
      if (p?.type.kind !== 'pointer' || v === undefined) return fail(span, '__atomic_store(pointer, value)');
      return b.op(op.ASTORE, [wordsOf(p.type.to)], [p, cx.convert(v, p.type.to.plain, span)], VOID, span);
    }
    case '__atomic_cas': {
      const [p, e, v] = values(cx, at, list);
      if (p?.type.kind !== 'pointer' || e === undefined || v === undefined)
        return fail(span, '__atomic_cas(pointer, expected, value)');
      return b.op(op.ACAS, [wordsOf(p.type.to)], [p, e, cx.convert(v, p.type.to.plain, span)], BOOL, span);
    }
    case '__terminate':
      return {
        k: 'assert',
        cond: b.bool(false, span),
        fault: FAULT_TERMINATE,
        text: list[0]?.kind === 'string' ? list[0].value : 'std::terminate',
        type: VOID,
        cat: 'p',
        span,
      };
    case '__new_array': {
      const t = templateType(cx, at, template, span);
      return b.op(
        op.NEWN,
        [{ typeId: t }],
        [cx.convert(values(cx, at, list)[0] ?? fail(span, '__new_array<T>(n)'), INT, span)],
        pointerTo(t),
        span,
      );
    }
    case '__construct':
      return construct(cx, at, list, span);
    case '__destroy': {
      const [p] = values(cx, at, list);
      if (p?.type.kind !== 'pointer') return fail(span, '__destroy(pointer)');
      const end = cx.destroy(b.deref(p), span);
      const death = b.op(op.DEATH, [wordsOf(p.type.to)], [p], VOID, span);
      return end === null ? death : b.comma(end, death);
    }
    case '__end': {
      const [p] = values(cx, at, list);
      if (p?.type.kind !== 'pointer') return fail(span, '__end(pointer)');
      return cx.destroy(b.deref(p), span) ?? b.nothing(span);
    }
    case '__float_digit': {
      const [x, precision, i] = values(cx, at, list);
      const [letter] = list.slice(3);
      if (x === undefined || precision === undefined || i === undefined || letter?.kind !== 'char')
        return fail(span, "__float_digit(double, precision, i, 'f')");
      const given = [cx.convert(x, DOUBLE, span), cx.convert(precision, INT, span), cx.convert(i, INT, span)];
      return b.op(op.FDIGIT, [letter.value], given, INT, span);
    }
    case '__same_words':
      return sameWords(cx, at, list, span);
    case '__trivial': {
      return b.bool(cx.destructorOf(templateType(cx, at, template, span), span) === null, span);
    }
    case '__words_of':
      return b.int(wordsOf(templateType(cx, at, template, span)), span);
    // Initialised or not.
    case '__copy_word':
      return b.op(op.COPY, [1], values(cx, at, list), VOID, span);
    // The address of a word among the constants.
    case '__constant': {
      const [offset] = values(cx, at, list);
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
    // Where the library throws what it was given, not by a throw of its own.
    case '__throws':
      cx.uses.throws = true;
      return b.nothing(span);
    case '__spawn':
      return spawn(cx, at, list, span);
    default:
      return trait(cx, at, id, template, span);
  }
}
/** `__math_sqrt(x)`: the functions of bytecode/math.ts. */
function mathFunction(id: string): { opcode: number; index: number } | null {
  const name = /^__math_(.+)/.exec(id)?.[1] ?? '';
  const one = (MATH as readonly string[]).indexOf(name);
  if (one >= 0) return { opcode: op.FMATH, index: one };
  const two = (MATH2 as readonly string[]).indexOf(name);
  return two >= 0 ? { opcode: op.FMATH2, index: two } : null;
}
const values = (cx: Checker, at: Place, list: readonly Expr[]): Ex[] =>
  cx
    .args(at, list)
    .map((a) => (a.k === 'braced' ? fail(a.span, 'a braced list cannot stand here') : cx.value(a)));
function templateType(
  cx: Checker,
  at: Place,
  template: readonly TemplateArg[] | undefined,
  span: Span,
): Type {
  const v = template === undefined ? undefined : cx.templateArgs(at.scope, template)[0];
  if (v?.kind !== 'type') return fail(span, 'a template argument is missing');
  if (v.type.kind === 'class') cx.complete(v.type.info, span);
  return v.type;
}

/** Do two objects of one type hold the same words? As std::atomic compares a class. */
function sameWords(cx: Checker, at: Place, list: readonly Expr[], span: Span): Ex {
  const [p, q] = values(cx, at, list);
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
  for (let i = 0; i < wordsOf(p.type.to); i++) {
    const one = b.binary('==', word(p, i), word(q, i), BOOL, span);
    all = i === 0 ? one : { k: 'logical', op: '&&', left: all, right: one, type: BOOL, cat: 'p', span };
  }
  return all;
}

/** Begins an object's life in raw storage: `__construct(p, args…)`. */
function construct(cx: Checker, at: Place, list: readonly Expr[], span: Span): Ex {
  const [first, ...rest] = cx.args(at, list);
  if (first === undefined || first.k === 'braced') return fail(span, '__construct(pointer, …)');
  const p = cx.value(first);
  if (p.type.kind !== 'pointer') return fail(span, '__construct(pointer, …)');
  const t = p.type.to.plain;
  const birth = b.op(op.BIRTH, [wordsOf(t)], [p], VOID, span);
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

function assertion(cx: Checker, at: Place, list: readonly Expr[], span: Span): Ex {
  const [e] = list;
  if (e === undefined || list.length !== 1) return fail(span, 'assert takes one condition');
  const text = cx.sources[e.span.file]?.text.slice(e.span.start, e.span.end) ?? '';
  return {
    k: 'assert',
    cond: cx.condition(cx.expr(at, e)),
    fault: FAULT_ASSERT,
    text,
    type: VOID,
    cat: 'p',
    span,
  };
}
