/**
 * Expressions as written → typed expressions. A dispatch: one case per kind of syntax, in the order of ast/expressions.ts. What takes more
 * than a few lines has a file of its own.
 */
import { assertNever } from '../../../base/assert';
import * as op from '../../bytecode/opcodes';
import type { Span } from '../../bytecode/program';
import type { Designator, Expr, Name } from '../ast';
import { CompileError, fail, passing, unsupported } from '../diagnostics';
import type { Ex } from '../typed';
import { makeDelete, makeNew } from './allocation';
import * as b from './build';
import { call, constructed } from './callees';
import { cast } from './casts';
import { needsConcrete } from './classes';
import { compoundArray, isCompoundLiteral } from './compound-literals';
import { conditional } from './conditional';
import { requiresExpr } from './constraints';
import type { Arg, ArgDesignator, Checker, Place } from './context';
import { awaitValue, yieldValue } from './coroutines';
import { throwExpr } from './exceptions';
import { literal, stringLiteral } from './literals';
import { pointedMember } from './member-pointers';
import { entityValue, functionName, memberAccess, self } from './names';
import { nested, unevaluated } from './nesting';
import { mayThrow } from './nothrow';
import { assign } from './operators';
import { fold, sizeofPack } from './pack-expressions';
import { lookup } from './resolve';
import { typeidExpr } from './rtti';
import { index } from './subscript';
import { bytesOf, CHAR, type ClassInfo, decay, INT, pointerTo, sameType, ULONG } from './types';
import { unary } from './unary';

export function arg(cx: Checker, at: Place, e: Expr): Arg {
  if (e.kind === 'braced')
    return {
      k: 'braced',
      items: cx.args(at, e.items),
      span: e.span,
      ...(e.designators !== undefined && { designators: e.designators.map((d) => designator(cx, at, d)) }),
    };
  return expr(cx, at, e);
}

const designator = (cx: Checker, at: Place, d: Designator): ArgDesignator =>
  d === null || typeof d === 'string' ? d : { from: cx.constant(at, d.from), to: cx.constant(at, d.to) };

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
    case 'int':
    case 'float':
    case 'char':
    case 'string':
    case 'bool':
    case 'nullptr':
    case 'suffixed':
      return literal(cx, at, e);
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
    case 'assign':
      return assignment(cx, at, e);
    case 'conditional':
      return conditional(cx, at, e);
    case 'call':
      return call(cx, at, e);
    case 'index':
      return index(cx, at, expr(cx, at, e.object), arg(cx, at, e.index), span);
    case 'member':
      return memberAccess(cx, at, e);
    case 'memberPointer':
      return memberByPointer(cx, at, e);
    case 'construct':
      return construction(cx, at, e);
    case 'braced':
      return fail(span, 'a braced list cannot stand here', 'write the type before it');
    case 'cast':
      return cast(cx, at, e);
    case 'new':
      return makeNew(cx, at, e);
    case 'delete':
      return makeDelete(cx, at, cx.value(expr(cx, at, e.arg)), e.array, span);
    case 'lambda':
      return cx.lambda(at, e);
    case 'sizeof':
    case 'alignof':
      return layout(cx, at, e);
    case 'typeid':
      return typeidExpr(cx, at, e.type, e.arg, span);
    case 'generic':
      return generic(cx, at, e);
    case 'sizeofPack':
      return sizeofPack(at, e);
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

function named(cx: Checker, at: Place, name: Name): Ex {
  const id = name.parts.length === 1 ? (name.parts[0]?.id ?? '') : '';
  if (/^__(?:func|FUNCTION|PRETTY_FUNCTION)__$/.test(id)) {
    const whole = id === '__PRETTY_FUNCTION__';
    return stringLiteral(functionName(at, whole), name.span);
  }
  return entityValue(cx, at, lookup(cx, at, name), name);
}

function assignment(cx: Checker, at: Place, e: Extract<Expr, { kind: 'assign' }>): Ex {
  const left = expr(cx, at, e.left);
  if (e.op === '=' && e.right.kind === 'braced')
    return assign(cx, at, left, cx.initFrom(arg(cx, at, e.right), left.type.plain, at, e.span), e.span);
  return cx.binary(at, e.op, left, expr(cx, at, e.right), e.span);
}

/** `o.*p`, `o->*p` ([expr.mptr.oper]) */
function memberByPointer(cx: Checker, at: Place, e: Extract<Expr, { kind: 'memberPointer' }>): Ex {
  const o = expr(cx, at, e.object);
  const object = e.arrow ? b.deref(cx.value(o), 'l', true) : o.cat === 'p' ? cx.materialize(o, at.fn) : o;
  const pointer = cx.value(expr(cx, at, e.pointer));
  if (pointer.type.kind === 'memberPointer' && pointer.type.to.kind === 'function')
    return fail(o.span, 'a member function pointer must be called at once', 'write (object.*pointer)(…)');
  return pointedMember(object, pointer, e.span);
}

/** `T(…)`, `T{…}` ([expr.type.conv]) */
function construction(cx: Checker, at: Place, e: Extract<Expr, { kind: 'construct' }>): Ex {
  const args = cx.args(at, e.args);
  const t = constructed(cx, at, e.type, args, e.span);
  needsConcrete(cx, t, e.span);
  if (t.kind === 'array' && isCompoundLiteral(cx, e)) return compoundArray(cx, at, t, args, e.span);
  return cx.construct(t, args, at, e.span, e.braced ? 'list' : 'direct');
}

/** The value whose type the first operand has ([C17 6.5.1.1]); a string is of plain char there. */
function generic(cx: Checker, at: Place, e: Extract<Expr, { kind: 'generic' }>): Ex {
  const { choices, span } = e;
  const control = e.control.kind === 'paren' ? e.control.inner : e.control;
  const t =
    control.kind === 'string' && control.wide === undefined
      ? pointerTo(CHAR)
      : decay(unevaluated(cx, () => expr(cx, at, control)).type);
  const chosen =
    choices.find(({ type }) => type !== null && sameType(cx.type(at.scope, type, at), t)) ??
    choices.find(({ type }) => type === null);
  return chosen === undefined
    ? fail(span, `_Generic has no choice for ${t.key}`)
    : expr(cx, at, chosen.value);
}

/** Of an array whose length the program computes: as many as its block has. */
function bytesOfItems(cx: Checker, items: Ex, span: Span): Ex {
  const item = items.type.kind === 'pointer' ? items.type.to : CHAR;
  if (item.kind === 'class') cx.complete(item.info, span);
  const count = cx.convert(b.op(op.COUNT, [], [cx.value(items)], INT, span), ULONG, span);
  return b.binary('*', count, b.constant(ULONG, BigInt(bytesOf(item).size), span), ULONG, span);
}

/** Where the items of `T a[n][m]` are, of `__rows<T>`. */
function itemsOfRows(rows: Ex, { args: [item] }: ClassInfo, span: Span): Ex {
  return b.field(rows, 'items_', pointerTo(item?.kind === 'type' ? item.type : CHAR), 0, span);
}
/** A parameter `T a[n][m]`, or a row of one: what stands for it has a size of its own. */
const isOfRows = (e: Ex): boolean =>
  (e.type.kind === 'class' && e.type.info.library === '__rows') ||
  (e.k === 'call' && e.fn.cls?.library === '__rows');

/** `sizeof`, `alignof` ([expr.sizeof], [expr.alignof]) */
function layout(
  cx: Checker,
  at: Place,
  { kind, type, arg, span }: Extract<Expr, { kind: 'sizeof' | 'alignof' | 'typeid' }>,
): Ex {
  const operand = type === null && arg !== null ? unevaluated(cx, () => expr(cx, at, arg)) : null;
  if (kind === 'sizeof' && operand?.k === 'string') {
    const of = operand.type.kind === 'pointer' ? operand.type.to : CHAR;
    return b.constant(ULONG, BigInt((operand.text.length + 1) * bytesOf(of).size), span);
  }
  if (kind === 'sizeof' && operand?.k === 'local' && operand.v.isVariableLength === true)
    return bytesOfItems(
      cx,
      operand.type.kind === 'class' ? itemsOfRows(operand, operand.type.info, span) : operand,
      span,
    );
  if (kind === 'sizeof' && operand !== null && isOfRows(operand))
    unsupported(
      span,
      'sizeof of a row whose length is no constant',
      'multiply the length by the sizeof of an item',
    );
  const t = type !== null ? cx.type(at.scope, type, at) : (operand?.type ?? INT);
  if (t.kind === 'class') cx.complete(t.info, span);
  return b.constant(ULONG, BigInt(kind === 'alignof' ? bytesOf(t).align : bytesOf(t).size), span);
}
