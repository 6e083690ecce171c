/** Expressions as written → typed expressions. One case per kind of syntax; calls, operators, lambdas and builtins have their own files. */
import { assertNever } from '../../../base/assert';
import * as op from '../../bytecode/opcodes';
import type { Span } from '../../bytecode/program';
import type { Expr, Name, TypeNode } from '../ast';
import { CompileError, fail, passing, unsupported } from '../diagnostics';
import type { Category, Ex } from '../typed';
import { makeDelete, makeNew } from './allocation';
import * as b from './build';
import { call, constructed } from './callees';
import { passArgs } from './calls';
import { needsConcrete } from './classes';
import { requiresExpr } from './constraints';
import type { Arg, Checker, Place } from './context';
import { movedPointer } from './convert';
import { awaitValue, yieldValue } from './coroutines';
import { throwExpr } from './exceptions';
import { pointedMember } from './member-pointers';
import { dataMemberPointer, entityValue, functionName, functionValue, memberAccess, self } from './names';
import { nested, unevaluated } from './nesting';
import { mayThrow } from './nothrow';
import { assign, promoted, step } from './operators';
import { mayOverload, overloadedUnary } from './overloads';
import { namesPack } from './packs';
import { lookup } from './resolve';
import { dynamicCast, typeidExpr } from './rtti';
import {
  BOOL,
  bytesOf,
  CHAR,
  type ClassInfo,
  constOf,
  DOUBLE,
  derivesFrom,
  FLOAT,
  INT,
  isArithmetic,
  isIntegral,
  isScalar,
  LLONG,
  LONG,
  NULLPTR,
  pointerTo,
  type Type,
  UINT,
  ULLONG,
  ULONG,
  VOID,
  withConst,
} from './types';

export function arg(cx: Checker, at: Place, e: Expr): Arg {
  if (e.kind === 'braced')
    return {
      k: 'braced',
      items: cx.args(at, e.items),
      span: e.span,
      ...(e.designators === undefined ? {} : { designators: e.designators }),
    };
  return expr(cx, at, e);
}

/** What goes wrong inside the library while one of the user's expressions is checked is told at that expression. */
export function expr(cx: Checker, at: Place, e: Expr): Ex {
  return nested(cx, e.span, () => {
    if (e.span.file !== 0) return checked(cx, at, e);
    try {
      return checked(cx, at, e);
    } catch (error) {
      if (error instanceof CompileError && error.diagnostic.span.file !== 0)
        throw new CompileError({ ...error.diagnostic, span: e.span });
      throw passing(error, e.span);
    }
  });
}
function checked(cx: Checker, at: Place, e: Expr): Ex {
  const { span } = e;
  switch (e.kind) {
    case 'int': {
      const big = e.value > 0x7fffffffn;
      const longest = e.suffix.unsigned ? ULLONG : LLONG;
      if (e.suffix.longLong === true) return b.constant(longest, e.value, span);
      const t =
        e.suffix.long || e.value > 0xffffffffn || (big && !e.suffix.unsigned)
          ? e.suffix.unsigned
            ? ULONG
            : LONG
          : e.suffix.unsigned
            ? UINT
            : INT;
      return b.constant(t, e.value, span);
    }
    case 'char':
      return b.constant(CHAR, BigInt(e.value), span);
    case 'bool':
      return b.bool(e.value, span);
    case 'nullptr':
      return b.constant(NULLPTR, 0n, span);
    case 'string':
      return { k: 'string', text: e.value, type: pointerTo(constOf(CHAR)), cat: 'p', span };
    case 'float':
      return b.constant(e.single ? FLOAT : DOUBLE, e.value, span);
    case 'suffixed':
      return suffixed(cx, at, e.value, e.suffix, span);
    case 'this':
      return b.addressOf(self(at, span));
    case 'name':
      return named(cx, at, e);
    case 'paren':
      return expr(cx, at, e.inner);
    case 'unary':
      return unary(cx, at, e);
    case 'binary':
      return cx.binary(at, e.op, expr(cx, at, e.left), expr(cx, at, e.right), span);
    case 'assign': {
      const left = expr(cx, at, e.left);
      if (e.op === '=' && e.right.kind === 'braced')
        return assign(cx, at, left, cx.initFrom(arg(cx, at, e.right), left.type.plain, at, span), span);
      return cx.binary(at, e.op, left, expr(cx, at, e.right), span);
    }
    case 'conditional':
      return conditional(cx, at, e);
    case 'call':
      return call(cx, at, e);
    case 'index':
      return index(cx, at, expr(cx, at, e.object), arg(cx, at, e.index), span);
    case 'member':
      return memberAccess(cx, at, e);
    case 'memberPointer': {
      const o = expr(cx, at, e.object);
      const object = e.arrow ? b.deref(cx.value(o), 'l', true) : o.cat === 'p' ? cx.materialize(o, at.fn) : o;
      const pointer = cx.value(expr(cx, at, e.pointer));
      if (pointer.type.kind === 'memberPointer' && pointer.type.to.kind === 'function')
        return fail(o.span, 'a member function pointer must be called at once', 'write (object.*pointer)(…)');
      return pointedMember(object, pointer, span);
    }
    case 'construct': {
      const args = cx.args(at, e.args);
      const t = constructed(cx, at, e.type, args, span);
      needsConcrete(cx, t, span);
      return cx.construct(t, args, at, span, e.braced ? 'list' : 'direct');
    }
    case 'braced':
      return fail(span, 'a braced list cannot stand here', 'write the type before it');
    case 'cast':
      return cast(cx, at, e);
    case 'new':
      return makeNew(cx, at, e);
    case 'delete': {
      const p = cx.value(expr(cx, at, e.arg));
      return makeDelete(cx, at, p, e.array, span);
    }
    case 'lambda':
      return cx.lambda(at, e);
    case 'sizeof':
    case 'alignof': {
      const t =
        e.type !== null
          ? cx.type(at.scope, e.type, at)
          : e.arg !== null
            ? unevaluated(cx, () => expr(cx, at, e.arg as Expr)).type
            : INT;
      if (t.kind === 'class') cx.complete(t.info, span);
      return b.constant(ULONG, BigInt(e.kind === 'alignof' ? bytesOf(t).align : bytesOf(t).size), span);
    }
    case 'typeid':
      return typeidExpr(cx, at, e.type, e.arg, span);
    case 'sizeofPack': {
      const p = at.scope.find(e.id);
      const n =
        p?.kind === 'localPack' || p?.kind === 'placePack'
          ? p.items.length
          : p?.kind === 'templateValue' && p.value.kind === 'pack'
            ? p.value.items.length
            : fail(span, `'${e.id}' is not a pack`);
      return b.constant(ULONG, BigInt(n), span);
    }
    case 'fold':
      return fold(cx, at, e);
    case 'packExpansion':
      return fail(span, 'a pack cannot be expanded here');
    case 'noexcept':
      return b.bool(!mayThrow(unevaluated(cx, () => expr(cx, at, e.arg))), span);
    case 'requires':
      return requiresExpr(cx, at, e);
    case 'await':
      return awaitValue(cx, at, e.arg, span);
    case 'yield':
      return yieldValue(cx, at, e.arg, span);
    case 'throw':
      return throwExpr(cx, at, e.arg, span);
    default:
      return assertNever(e);
  }
}

/** `10ms`: a std::chrono duration. */
function suffixed(cx: Checker, at: Place, value: bigint, suffix: string, span: Span): Ex {
  const f = cx.std.find(`__suffix_${suffix}`);
  if (f?.kind !== 'functions')
    return unsupported(span, `the literal suffix '${suffix}'`, 'write the call it stands for');
  const a = b.constant(ULONG, value, span);
  const r = cx.resolve(f.list, null, null, [a], span, suffix);
  return cx.call(r.fn, passArgs(cx, r, [a], at, span), span);
}

function named(cx: Checker, at: Place, name: Name): Ex {
  const id = name.parts.length === 1 ? (name.parts[0]?.id ?? '') : '';
  if (/^__(?:func|FUNCTION|PRETTY_FUNCTION)__$/.test(id)) {
    const whole = id === '__PRETTY_FUNCTION__';
    return {
      k: 'string',
      text: functionName(at, whole),
      type: pointerTo(constOf(CHAR)),
      cat: 'p',
      span: name.span,
    };
  }
  return entityValue(cx, at, lookup(cx, at, name), name);
}
function unary(cx: Checker, at: Place, e: Extract<Expr, { kind: 'unary' }>): Ex {
  const { span } = e;
  if (e.op === '&' && e.arg.kind === 'name') {
    const f = lookup(cx, at, e.arg);
    if (f.kind === 'functions') return cx.value(functionValue(cx, at, f.list, e.arg));
    if (f.kind === 'field' && e.arg.parts.length > 1) return dataMemberPointer(cx, f.cls, f.name, span);
  }
  const a = expr(cx, at, e.arg);
  switch (e.op) {
    case '++':
    case '--':
    case 'post++':
    case 'post--':
      return step(cx, at, e.op, a, span);
    case '&':
      if (a.cat === 'p') fail(span, 'the address of a temporary cannot be taken');
      return { ...b.addressOf(a), span };
    case '*': {
      const o = mayOverload(at, '*', a.type) ? overloadedUnary(cx, at, '*', a, [], span) : null;
      if (o !== null) return o;
      if (a.type.kind === 'class') return fail(span, `${a.type.key} has no operator *`);
      const p = cx.value(a);
      if (p.type.kind !== 'pointer') return fail(span, `${p.type.key} is not a pointer`);
      if (p.type.to.kind === 'function') return p;
      return { ...b.deref(p), span };
    }
    case '!':
      if (mayOverload(at, '!', a.type)) {
        const o = overloadedUnary(cx, at, '!', a, [], span);
        if (o !== null) return o;
      }
      return b.unary('!', cx.condition(a), span);
    default: {
      if (mayOverload(at, e.op, a.type)) {
        const o = overloadedUnary(cx, at, e.op, a, [], span);
        if (o !== null) return o;
      }
      const v = cx.value(a);
      const t = promoted(v.type);
      if (!isArithmetic(t) || (e.op === '~' && !isIntegral(t)))
        fail(span, `${v.type.key} has no operator ${e.op}`);
      const w = cx.convert(v, t, span);
      return e.op === '+' ? w : b.unary(e.op, w, span);
    }
  }
}

function conditional(cx: Checker, at: Place, e: Extract<Expr, { kind: 'conditional' }>): Ex {
  const cond = cx.condition(expr(cx, at, e.cond));
  const { x, y } = alike(expr(cx, at, e.then), expr(cx, at, e.else));
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

function index(cx: Checker, at: Place, object: Ex, i: Arg, span: Span): Ex {
  if (object.type.kind === 'class') {
    cx.complete(object.type.info, span);
    const f = object.type.info.scope.own('operator[]');
    if (f?.kind !== 'functions') return fail(span, `${object.type.key} has no operator []`);
    const o = object.cat === 'p' ? cx.materialize(object, at.fn) : object;
    const r = cx.resolve(f.list, null, o, [i], span, `${object.type.key}::operator[]`);
    return cx.call(r.fn, [b.addressOf(o), ...passArgs(cx, r, [i], at, span)], span);
  }
  if (i.k === 'braced') return fail(span, 'a braced list is no index');
  const at32 = cx.convert(cx.value(i), INT, span);
  if (object.type.kind === 'array') {
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

/** `(T*)malloc(n)`: what the block is for stands around the call, and a block has a type here. */
const ALLOCATE: Record<string, string> = {
  malloc: '__allocate',
  calloc: '__allocate_zeroed',
  realloc: '__reallocate',
  aligned_alloc: '__allocate_aligned',
};
function allocation(cx: Checker, at: Place, to: TypeNode, e: Expr): Expr {
  if (e.kind === 'paren') return allocation(cx, at, to, e.inner);
  if (e.kind !== 'call' || e.callee.kind !== 'name' || to.kind !== 'pointer') return e;
  const made = ALLOCATE[e.callee.parts.at(-1)?.id ?? ''];
  if (made === undefined || cx.type(at.scope, to.to, at).kind === 'void') return e;
  const f = lookup(cx, at, e.callee);
  if (f.kind !== 'functions' || f.list[0]?.library !== true) return e;
  const { span } = e.callee;
  const args = [{ kind: 'type' as const, type: to.to, pack: false, span }];
  const parts = [
    { id: 'std', span },
    { id: made, args, span },
  ];
  return { ...e, callee: { kind: 'name', global: true, parts, span } };
}
function cast(cx: Checker, at: Place, e: Extract<Expr, { kind: 'cast' }>): Ex {
  const { span } = e;
  const t = cx.type(at.scope, e.type, at);
  const a = expr(cx, at, allocation(cx, at, e.type, e.arg));
  if (e.style === 'dynamic') return dynamicCast(cx, a, t, at, span);
  if (t.kind === 'void') return b.comma(cx.discard(a, at.fn), b.nothing(span));
  if (t.kind === 'reference') {
    const place = a.cat === 'p' ? cx.materialize(a, at.fn) : a;
    if (place.type.kind === 'class' && t.to.kind === 'class' && e.style !== 'reinterpret') {
      const moved = movedPointer(cx, b.addressOf(place), pointerTo(t.to), span);
      return { ...b.deref(moved, t.rvalue ? 'x' : 'l'), span };
    }
    return { ...b.deref({ ...b.addressOf(place), type: pointerTo(t.to) }, t.rvalue ? 'x' : 'l'), span };
  }
  if (t.kind === 'class') return cx.initFrom(a, t, at, span, true);
  if (a.type.kind === 'class') return cx.convert(a, t, span, true);
  const v = cx.value(a);
  if (isScalar(v.type) && isScalar(t)) {
    const pointers = t.kind === 'pointer' && (v.type.kind === 'pointer' || v.type.kind === 'nullptr');
    if (pointers && t.kind === 'pointer')
      return e.style === 'reinterpret' ? { ...v, type: t.plain } : movedPointer(cx, v, t, span);
    if (t.kind === 'pointer' || v.type.kind === 'pointer') {
      if (t.kind === 'bool') return b.convertScalar(v, BOOL, span);
      return addressCast(v, t, span);
    }
    return b.convertScalar(v, t, span);
  }
  return cx.convert(v, t, span);
}

const MOST_FOLDED = 1000;
/** A pointer as a number, and back: see machine/address.ts. */
function addressCast(v: Ex, t: Type, span: Span): Ex {
  if (t.kind !== 'pointer') {
    const pointer = v.type.kind === 'nullptr' ? { ...v, type: pointerTo(VOID) } : v;
    return b.convertScalar(b.op(op.NUMBER, [], [pointer], ULONG, span), t, span);
  }
  if (v.k === 'const' && v.low === 0 && v.high === 0) return b.constant(t, 0n, span);
  return b.op(op.POINTER, [], [b.convertScalar(v, ULONG, span)], t.plain, span);
}

/** ([expr.prim.fold]) `(e op …)` and `(e op … op init)` group from the right, the other two from the left. */
function fold(cx: Checker, at: Place, e: Extract<Expr, { kind: 'fold' }>): Ex {
  const { left, right, op, span } = e;
  const fromRight = right === null || (left !== null && namesPack(at.scope, left));
  const pack = fromRight ? left : right;
  const init = fromRight ? right : left;
  if (pack === null) return fail(span, 'an empty fold');
  const items = cx
    .args(at, [{ kind: 'packExpansion', pattern: pack, span }])
    .map((a) => (a.k === 'braced' ? fail(span, 'a braced list in a fold') : a));
  const start = init === null ? [] : [expr(cx, at, init)];
  const all = fromRight ? [...items, ...start] : [...start, ...items];
  if (all.length > MOST_FOLDED)
    unsupported(span, `a fold over more than ${MOST_FOLDED} elements`, 'write a loop');
  if (all.length === 0)
    return op === '&&' ? b.bool(true, span) : op === '||' ? b.bool(false, span) : b.nothing(span);
  return fromRight
    ? all.reduceRight((sum, x) => cx.binary(at, op, x, sum, span))
    : all.reduce((sum, x) => cx.binary(at, op, sum, x, span));
}
