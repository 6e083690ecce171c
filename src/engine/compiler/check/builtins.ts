/**
 * Names the compiler itself knows. assert and printf for everyone; the intrinsics `__…` only for the library headers, which say the
 * standard library in C++ and leave to these what C++ cannot say: one instruction each, raw storage, and the start of a thread.
 */
import { FAULT_ASSERT, FAULT_TERMINATE } from '../../bytecode/fault';
import * as op from '../../bytecode/opcodes';
import type { Span } from '../../bytecode/program';
import type { Expr, TemplateArg } from '../ast';
import { CompileError, fail, unsupported } from '../diagnostics';
import type { Ex, Fn, Stm } from '../typed';
import * as b from './build';
import { addField, makeClass } from './classes';
import type { Checker, Place } from './context';
import { fieldPlace } from './functions';
import {
  BOOL,
  CHAR,
  constOf,
  decay,
  INT,
  isArithmetic,
  isScalar,
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
  VOID,
  wordsOf,
} from './types';

/** Each intrinsic: opcode, constant operands, result type, and how many of its arguments are trailing constants that become operands. */
const INSTRUCTIONS: Record<
  string,
  { readonly opcode: number; readonly operands: readonly number[]; readonly result: Type }
> = {
  __lock: { opcode: op.LOCK, operands: [0], result: VOID },
  __lock_recursive: { opcode: op.LOCK, operands: [1], result: VOID },
  __lock_exclusive: { opcode: op.LOCK, operands: [2], result: VOID },
  __try_lock: { opcode: op.TRYLOCK, operands: [0], result: BOOL },
  __try_lock_recursive: { opcode: op.TRYLOCK, operands: [1], result: BOOL },
  __try_lock_exclusive: { opcode: op.TRYLOCK, operands: [2], result: BOOL },
  __unlock: { opcode: op.UNLOCK, operands: [0], result: VOID },
  __unlock_recursive: { opcode: op.UNLOCK, operands: [1], result: VOID },
  __unlock_exclusive: { opcode: op.UNLOCK, operands: [2], result: VOID },
  __lock_shared: { opcode: op.LOCKS, operands: [], result: VOID },
  __try_lock_shared: { opcode: op.TRYLOCKS, operands: [], result: BOOL },
  __unlock_shared: { opcode: op.UNLOCKS, operands: [], result: VOID },
  __lock_all2: { opcode: op.LOCKALL, operands: [2], result: VOID },
  __lock_all3: { opcode: op.LOCKALL, operands: [3], result: VOID },
  __lock_end: { opcode: op.LOCKEND, operands: [], result: VOID },
  __cv_wait: { opcode: op.CVWAIT, operands: [], result: VOID },
  __cv_relock: { opcode: op.CVRELOCK, operands: [], result: VOID },
  __notify_one: { opcode: op.NOTIFY, operands: [0], result: VOID },
  __notify_all: { opcode: op.NOTIFY, operands: [1], result: VOID },
  __enter_load: { opcode: op.AENTER, operands: [0], result: VOID },
  __enter_store: { opcode: op.AENTER, operands: [1], result: VOID },
  __enter_rmw: { opcode: op.AENTER, operands: [2], result: VOID },
  __leave_load: { opcode: op.ALEAVE, operands: [0], result: VOID },
  __leave_store: { opcode: op.ALEAVE, operands: [1], result: VOID },
  __leave_rmw: { opcode: op.ALEAVE, operands: [2], result: VOID },
  __count_add: { opcode: op.CADD, operands: [], result: VOID },
  __count_drop: { opcode: op.CDROP, operands: [], result: INT },
  __count_lock: { opcode: op.CLOCK, operands: [], result: BOOL },
  __count_get: { opcode: op.CGET, operands: [], result: INT },
  __join: { opcode: op.JOIN, operands: [], result: VOID },
  __detach: { opcode: op.DETACH, operands: [], result: VOID },
  __self: { opcode: op.SELF, operands: [], result: INT },
  __yield: { opcode: op.YIELD, operands: [], result: VOID },
  __bounds: { opcode: op.BOUNDS, operands: [], result: VOID },
  __free: { opcode: op.FREE, operands: [], result: VOID },
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
  if (id === 'puts') return line(cx, at, list, span);
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
  switch (id) {
    case '__atomic_load': {
      const [p] = values(cx, at, list);
      if (p?.type.kind !== 'pointer') return fail(span, '__atomic_load(pointer)');
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
    case '__trivial': {
      return b.bool(cx.destructorOf(templateType(cx, at, template, span), span) === null, span);
    }
    case '__spawn':
      return spawn(cx, at, list, span);
    default:
      return null;
  }
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
export const constructAt = (place: Ex, init: Ex, span: Span): Ex => ({
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

/** One conversion of a format: flags, width, precision, length, letter. */
const CONVERSION = /%([-+ 0#]*)(\*|\d*)(\.(?:\*|\d*))?(hh|h|ll|l|z|j|t)?([a-zA-Z%])/g;
function print(cx: Checker, at: Place, list: readonly Expr[], span: Span): Ex {
  const [format, ...rest] = list;
  if (format === undefined) return fail(span, 'printf needs a format');
  if (format.kind !== 'string')
    return unsupported(span, 'a format that is no string literal', 'write the format in the call');
  const wanted = [...format.value.matchAll(CONVERSION)].filter((m) => m[5] !== '%');
  for (const [all, flags, width, precision] of wanted)
    if (/[+ #]/.test(flags ?? '') || width === '*' || precision !== undefined)
      unsupported(
        format.span,
        `the conversion ${all}`,
        'of the flags only - and 0 and a fixed width are: %-8s, %04d',
      );
  if (wanted.length !== rest.length)
    fail(span, `the format has ${wanted.length} conversions, and ${rest.length} arguments follow`);
  const args = wanted.map((m, i) => {
    const e = rest[i];
    if (e === undefined) return fail(span, 'too few arguments');
    return argument(cx, at, e, m[4] ?? '', m[5] ?? '');
  });
  return { k: 'print', format: format.value, args, type: INT, cat: 'p', span };
}
/** As the conversion reads it; what g++ only warns of (%s of a number, %d of a long) is refused. */
function argument(cx: Checker, at: Place, e: Expr, length: string, letter: string): Ex {
  const v = cx.value(cx.expr(at, e));
  const { span } = e;
  const wide = length !== '' && !length.startsWith('h');
  const number = (signed: boolean): Ex => {
    if (!isArithmetic(v.type) && v.type.kind !== 'enum')
      return fail(
        span,
        `%${length}${letter} needs a number, and this is ${v.type.key}`,
        conversionFor(v.type),
      );
    if (isWide(v.type) !== wide)
      return fail(span, `%${length}${letter} does not fit ${v.type.key}`, conversionFor(v.type));
    if (length === 'hh') return b.convertScalar(v, signed ? CHAR : UCHAR, span);
    if (length === 'h') return b.convertScalar(v, signed ? SHORT : USHORT, span);
    return b.convertScalar(v, signed ? (wide ? LONG : INT) : wide ? ULONG : UINT, span);
  };
  switch (letter) {
    case 'd':
    case 'i':
      return number(true);
    case 'u':
    case 'x':
    case 'X':
      return number(false);
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
      return unsupported(span, `the conversion %${letter}`, 'use %d, %ld, %zu, %u, %x, %c, %s or %p');
  }
}
function conversionFor(t: Type): string {
  if (t.kind === 'class') return t.info.name === 'string' ? 'use %s with .c_str()' : 'print its members';
  if (t.kind === 'pointer') return t.to.plain === CHAR ? 'use %s' : 'use %p';
  if (isWide(t)) return isUnsigned(t) ? 'use %lu or %zu' : 'use %ld';
  return isUnsigned(t) ? 'use %u' : 'use %d';
}
/** puts(text): printf of the text and a new line. */
function line(cx: Checker, at: Place, list: readonly Expr[], span: Span): Ex {
  const [text] = list;
  if (text === undefined || list.length !== 1) return fail(span, 'puts takes one string');
  return { k: 'print', format: '%s\n', args: [argument(cx, at, text, '', 's')], type: INT, cat: 'p', span };
}

/**
 * `__spawn(f, args…)`: decayed copies of f and its arguments in a task on the heap, a new thread that invokes them, and its id
 * ([thread.thread.constr]). The entry function the thread starts in is made here: it ends the task when f returns.
 */
function spawn(cx: Checker, at: Place, list: readonly Expr[], span: Span): Ex {
  const given = cx
    .args(at, list)
    .map((a) => (a.k === 'braced' ? fail(a.span, 'a braced list cannot be passed to a thread') : a));
  const info = makeClass({
    name: 'thread task',
    scope: cx.std,
    decl: null,
    library: 'thread task',
    template: null,
    args: [],
    isLambda: false,
  });
  const parts: { offset: number; init: Ex }[] = [];
  given.forEach((a, i) => {
    const t = decay(a.type);
    addField(info, i === 0 ? 'function' : `argument${i}`, t);
    const f = info.fields[i];
    if (f !== undefined)
      parts.push({ offset: f.offset, init: isScalar(t) ? cx.value(a) : copied(cx, a, t, at, span) });
  });
  info.bytes = Math.max(1, Math.ceil(info.bytes / info.align) * info.align);
  info.words = Math.max(1, info.words);
  info.state = 'complete';
  const callee = given[0];
  const target =
    callee !== undefined && callee.type.kind === 'class'
      ? callee.type.info.scope.own('operator()')
      : undefined;
  const where =
    target?.kind === 'functions'
      ? (target.list[0]?.decl.span ?? span)
      : callee?.k === 'function'
        ? callee.fn.span
        : span;
  const entry = cx.makeFn({
    name: 'thread entry',
    cls: null,
    hasThis: false,
    paramTypes: [pointerTo(info.type)],
    result: VOID,
    span: where,
    library: true,
    build: (fn) => entryBody(cx, fn, info.type, where, span),
  });
  cx.use(entry, span);
  const task: Ex = {
    k: 'new',
    of: info.type,
    init: { k: 'aggregate', parts, zero: false, type: info.type, cat: 'p', span },
    type: pointerTo(info.type),
    cat: 'p',
    span,
  };
  const f: Ex = { k: 'function', fn: entry, type: pointerTo(VOID), cat: 'p', span };
  return b.op(op.SPAWN, [], [f, task], INT, span);
}
function copied(cx: Checker, a: Ex, t: Type, at: Place, span: Span): Ex {
  return explained(
    () => cx.initFrom(a, t, at, span),
    () =>
      fail(
        span,
        `${t.key} cannot be copied into the thread`,
        'pass std::ref(…), or std::move it if it can be moved',
      ),
  );
}
/** Runs `make`; where that is a fault of the source, tells it in other words. */
function explained<T>(make: () => T, tell: (why: string) => never): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    return tell(error.diagnostic.message);
  }
}
/** `asked`: the __spawn that needs it. */
function entryBody(cx: Checker, fn: Fn, task: Type, span: Span, asked: Span): Stm[] {
  const param = fn.params[0];
  if (param === undefined || task.kind !== 'class') return [];
  const at: Place = { scope: cx.std, fn };
  const object = b.deref(b.load({ k: 'local', v: param, type: param.type, cat: 'l', span }));
  const cells = task.info.fields.map((f) => b.withCat(fieldPlace(object, f, span), 'x'));
  const [callee, ...args] = cells;
  if (callee === undefined) return [];
  const target = callee.type.kind === 'class' ? b.withCat(referenced(callee), 'l') : cx.value(callee);
  const run = explained(
    () => cx.invoke(target, args.map(referenced), at, span),
    (why) =>
      fail(
        asked,
        `the thread's function cannot be called with copies of these arguments: ${why}`,
        'pass std::ref(…) where it takes a reference',
      ),
  );
  const out: Stm[] = [
    { k: 'expr', e: b.op(op.START, [], [], VOID, span), span },
    { k: 'expr', e: run, span },
  ];
  for (const f of [...task.info.fields].reverse()) {
    const end = cx.destructorOf(f.type, span);
    if (end !== null) out.push({ k: 'destroy', fn: end, place: fieldPlace(object, f, span), span });
  }
  out.push({
    k: 'expr',
    e: b.op(op.FREE, [], [b.load({ k: 'local', v: param, type: param.type, cat: 'l', span })], VOID, span),
    span,
  });
  return out;
}
/** A std::ref argument is passed as the reference it holds. */
function referenced(a: Ex): Ex {
  if (a.type.kind !== 'class' || a.type.info.library !== 'reference_wrapper') return a;
  const f = a.type.info.fields[0];
  return f === undefined ? a : b.deref(b.load(fieldPlace(a, f, a.span)));
}
