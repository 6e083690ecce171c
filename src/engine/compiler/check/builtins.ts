/**
 * Names the compiler itself knows. assert and printf for everyone; the intrinsics `__…` only for the library headers, which say the
 * standard library in C++ and leave to these what C++ cannot say: one instruction each, raw storage, and the start of a thread.
 */
import { FAULT_ASSERT } from '../../bytecode/fault';
import { MATH, MATH2 } from '../../bytecode/math';
import * as op from '../../bytecode/opcodes';
import type { Span } from '../../bytecode/program';
import * as rmw from '../../bytecode/rmw';
import type { Expr, TemplateArg } from '../ast';
import { fail } from '../diagnostics';
import type { Ex } from '../typed';
import * as b from './build';
import type { Checker, Place } from './context';
import { bytesBefore } from './fields';
import { type Call, templateType, values } from './intrinsic-call';
import { INTRINSICS, terminates } from './intrinsics';
import { common } from './operators';
import { line, print } from './printf';
import { given, trait } from './traits';
import { BOOL, DOUBLE, INT, isArithmetic, isScalar, type Type, ULONG, VOID, wordsOf } from './types';

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
  __count: { opcode: op.COUNT, operands: [], result: INT },
  __fence: { opcode: op.FENCE, operands: [], result: VOID },
  __quit: { opcode: op.QUIT, operands: [0], result: VOID },
  __quit_clean: { opcode: op.QUIT, operands: [1], result: VOID },
  __free: { opcode: op.FREE, operands: [], result: VOID },
  __throw: { opcode: op.THROW, operands: [], result: VOID },
  __uncaught: { opcode: op.UNCAUGHT, operands: [0], result: VOID },
  __left_noexcept: { opcode: op.UNCAUGHT, operands: [1], result: VOID },
};
const RMW: Record<string, number> = {
  __atomic_exchange: rmw.EXCHANGE,
  __atomic_add: rmw.ADD,
  __atomic_sub: rmw.SUB,
  __atomic_and: rmw.AND,
  __atomic_or: rmw.OR,
  __atomic_xor: rmw.XOR,
};

export function builtin(
  cx: Checker,
  at: Place,
  id: string,
  template: readonly TemplateArg[] | undefined,
  list: readonly Expr[],
  span: Span,
): Ex | null {
  const call: Call = { cx, at, id, template, list, span };
  const form = FOR_EVERYONE.get(id);
  if (form !== undefined && (id !== 'declval' || template !== undefined)) return form(call);
  if (!id.startsWith('__')) return null;
  return instruction(call) ?? INTRINSICS.get(id)?.(call) ?? trait(cx, at, id, template, span);
}

const stops =
  (text: (id: string) => string) =>
  ({ id, span }: Call): Ex =>
    terminates(text(id), span);
const reached = stops((id) => `${id} was reached`);
const called = stops((id) => `std::${id} was called`);

/** Maps, since a program may have a function named `toString`. */
const FOR_EVERYONE: ReadonlyMap<string, (call: Call) => Ex> = new Map(
  Object.entries<(call: Call) => Ex>({
    assert: ({ cx, at, list, span }) => assertion(cx, at, list, span),
    printf: ({ cx, at, list, span }) => print(cx, at, list, span, list !== at.unused),
    // Where it goes makes no difference to the log.
    fprintf: ({ cx, at, list, span }) => print(cx, at, list.slice(1), span, list !== at.unused),
    puts: ({ cx, at, list, span }) => line(cx, at, list, span),
    RACECOURSE_ANY: anyOf,
    __offset_of: offsetOf,
    declval: (call) => given(templateType(call), call.span),
    __builtin_expect: (call) => values(call)[0] ?? fail(call.span, '__builtin_expect(value, expected)'),
    __builtin_unreachable: reached,
    __builtin_trap: reached,
    abort: called,
    terminate: called,
  }),
);

/** `__offset_of(&T::member)`: bytes from the start of a T. A pointer that is moved by them comes to the member (fields.ts). */
function offsetOf(call: Call): Ex {
  const [member] = values(call);
  if (member?.type.kind !== 'memberPointer' || member.k !== 'const')
    return fail(call.span, 'offsetof needs a class and the name of one of its members');
  return b.constant(ULONG, bytesBefore(member.type.of, member.low - 1, call.span), call.span);
}

/** How many values an input may have. */
const MOST_VALUES = 255;

/** `RACECOURSE_ANY(a, b, …)`: one of them, of the type they have in common. All are evaluated, and which one it is the schedule says. */
function anyOf(call: Call): Ex {
  const { cx, span } = call;
  const given = values(call);
  const [first] = given;
  const types = given.map((e) => e.type.plain);
  if (first === undefined) return fail(span, 'RACECOURSE_ANY needs values', 'write RACECOURSE_ANY(1, 2)');
  if (given.length > MOST_VALUES) fail(span, `RACECOURSE_ANY takes ${MOST_VALUES} values at most`);
  const odd = given.find(({ type }) => !isScalar(type));
  if (odd !== undefined)
    fail(
      odd.span,
      'RACECOURSE_ANY takes numbers, enumerators and pointers',
      'choose a number, and make the object of it',
    );
  const same = types.every((t) => t === types[0]);
  const type = same
    ? first.type.plain
    : types.every(isArithmetic)
      ? types.reduce(common)
      : (types.find(({ kind }) => kind !== 'nullptr') ?? first.type.plain);
  const all = given.map((e) => cx.convert(e, type, span));
  const words = wordsOf(type);
  return b.op(op.CHOOSE, [words, words * all.length, { typeId: type }], all, type, span);
}

/** What is one instruction for arguments of any number. */
function instruction(call: Call): Ex | null {
  const { cx, id, span } = call;
  const math = mathFunction(id);
  if (math !== null)
    return b.op(
      math.opcode,
      [math.index],
      values(call).map((x) => cx.convert(x, DOUBLE, span)),
      DOUBLE,
      span,
    );
  const plain = INSTRUCTIONS[id];
  if (plain !== undefined) return b.op(plain.opcode, plain.operands, values(call), plain.result, span);
  const operation = RMW[id];
  if (operation !== undefined) {
    const [p, v] = values(call);
    if (p?.type.kind !== 'pointer' || v === undefined) return fail(span, `${id}(pointer, value)`);
    const t = p.type.to.plain;
    return b.op(
      op.ARMW,
      [wordsOf(t), rmw.rmwOperand(operation, narrowness(t))],
      [p, cx.convert(v, t, span)],
      t,
      span,
    );
  }
  const twister = /^__mersenne_(32|64)$/.exec(id);
  if (twister === null) return null;
  const [seed, index] = values(call);
  if (seed === undefined || index === undefined) return fail(span, `${id}(seed, index)`);
  const from = [cx.convert(seed, ULONG, span), cx.convert(index, INT, span)];
  return b.op(op.MERSENNE, [Number(twister[1])], from, ULONG, span);
}

/** How ARMW is told of a type of less than a word. */
const narrowness = (t: Type): number =>
  t.kind !== 'int' || t.bits > 16 ? 0 : (t.bits === 8 ? 1 : 3) + (t.signed ? 0 : 1);

/** `__math_sqrt(x)`: the functions of bytecode/math.ts. */
function mathFunction(id: string): { opcode: number; index: number } | null {
  const name = /^__math_(.+)/.exec(id)?.[1] ?? '';
  const one = (MATH as readonly string[]).indexOf(name);
  if (one >= 0) return { opcode: op.FMATH, index: one };
  const two = (MATH2 as readonly string[]).indexOf(name);
  return two >= 0 ? { opcode: op.FMATH2, index: two } : null;
}

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
