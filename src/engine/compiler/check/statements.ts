/** Statements → typed statements. */

import type { Span } from '../../bytecode/program';
import type { BlockStmt, Condition, Expr, Stmt, TypeNode, VarDecl } from '../ast';
import { fail, unsupported } from '../diagnostics';
import type { Ex, Fn, Stm } from '../typed';
import { bindings } from './bindings';
import { endOf, scoped } from './blocks';
import * as b from './build';
import { withLiterals } from './compound-literals';
import type { Checker, Place } from './context';
import { coReturn } from './coroutines';
import { evaluated } from './evaluate';
import { tryStatement } from './exceptions';
import { isMoved } from './implicit-move';
import { terminates } from './intrinsics';
import { loop, rangeFor } from './loops';
import { nested } from './nesting';
import { deduceAuto } from './placeholders';
import { wholeConstant } from './resolve';
import { Scope } from './scope';
import { decay, INT, isIntegral, isScalar, isThreadResult, VOID } from './types';
import { variable } from './variables';

export function body(cx: Checker, fn: Fn, scope: Scope, block: BlockStmt): Stm {
  const made = cx.block({ scope, fn }, block);
  const result = fn.result;
  const mustReturn =
    result !== null && result.kind !== 'void' && fn.name !== 'main' && !isThreadResult(result);
  if (!mustReturn || fn.library || !fallsThrough(made)) return made;
  // Taken by compilers, and undefined where it happens ([stmt.return]/2). In C only who uses the value is wrong (C17 6.9.1/12).
  const end: Stm = cx.uses.c
    ? { k: 'return', value: isScalar(result) ? b.constant(result, 0n, block.end) : null, span: block.end }
    : { k: 'expr', e: terminates(`${fn.name} ended without returning a value`, block.end), span: block.end };
  return { k: 'block', body: [made, end], end: block.end, span: made.span };
}
/** Of the library. */
const NEVER_RETURN: ReadonlySet<string> = new Set([
  'pthread_exit',
  'thrd_exit',
  '_Exit',
  'exit',
  '_exit',
  'quick_exit',
  'rethrow_exception',
]);
/** Can control reach the end of this statement? */
function fallsThrough(s: Stm): boolean {
  switch (s.k) {
    case 'return':
    case 'goto':
      return false;
    case 'block': {
      // What follows the last label can be reached.
      const from = s.body.findLastIndex((x) => x.k === 'label');
      return s.body.slice(Math.max(from, 0)).every(fallsThrough);
    }
    case 'if':
      return s.else === null || fallsThrough(s.then) || fallsThrough(s.else);
    case 'loop':
      return s.cond !== null && !(s.cond.k === 'const' && s.cond.low !== 0);
    case 'try':
      return fallsThrough(s.body) || s.clauses.some((c) => fallsThrough(c.body));
    case 'expr':
      if (s.e.k === 'throw') return false;
      if (s.e.k === 'call' && s.e.fn.library && NEVER_RETURN.has(s.e.fn.name)) return false;
      return !(s.e.k === 'assert' && s.e.cond.k === 'const' && s.e.cond.low === 0);
    case 'switch':
      return !s.cases.some((c) => c.value === null) || s.body.every(fallsThrough);
    default:
      return true;
  }
}

export function block(cx: Checker, at: Place, s: BlockStmt): Stm {
  const inner: Place = { scope: new Scope(at.scope, at.scope.library), fn: at.fn };
  return { k: 'block', body: s.body.map((x) => cx.statement(inner, x)), end: s.end, span: s.span };
}

/** The place of an expression that is a statement. */
const used = (at: Place, e: Expr): Place => (e.kind === 'call' ? { ...at, unused: e.args } : at);

export function statement(cx: Checker, at: Place, s: Stmt): Stm {
  return withLiterals(cx, () => nested(cx, s.span, () => statementHere(cx, at, s)));
}
function statementHere(cx: Checker, at: Place, s: Stmt): Stm {
  const { span } = s;
  switch (s.kind) {
    case 'block':
      return cx.block(at, s);
    case 'empty':
      return { k: 'block', body: [], end: span, span };
    case 'expr':
      return { k: 'expr', e: cx.discard(cx.expr(used(at, s.expr), s.expr), at.fn), span };
    case 'decl':
      return declaration(cx, at, s);
    case 'if':
      return ifStatement(cx, at, s);
    case 'while':
      return loop(cx, at, s);
    case 'do': {
      const made = cx.statement(at, s.body);
      return {
        k: 'loop',
        cond: cx.condition(cx.expr(at, s.cond)),
        body: made,
        step: null,
        testFirst: false,
        span,
      };
    }
    case 'for':
      return loop(cx, at, s);
    case 'rangeFor':
      return rangeFor(cx, at, s);
    case 'switch':
      return switchStatement(cx, at, s);
    case 'case':
      return unsupported(
        span,
        'a case label inside another statement, or outside a switch,',
        'put the labels of a switch side by side',
      );
    case 'goto':
    case 'label':
      return { k: s.kind, id: s.id, span };
    case 'break':
      return { k: 'break', span };
    case 'continue':
      return { k: 'continue', span };
    case 'coReturn':
      return coReturn(cx, at, s.value, span);
    case 'return':
      return returnStatement(cx, at, s.value, span);
    case 'try':
      return tryStatement(cx, at, { body: cx.block(at, s.body), handlers: s.handlers, span });
  }
}

function declaration(cx: Checker, at: Place, s: Extract<Stmt, { kind: 'decl' }>): Stm {
  const d = s.decl;
  if (d.kind === 'vars') {
    const made = d.vars.map((v) => variable(cx, at, v));
    return made.length === 1 && made[0] !== undefined ? made[0] : group(made, s.span);
  }
  if (d.kind === 'binding')
    return group(bindings(cx, at, { ...d, span: s.span }, cx.expr(at, d.init)), s.span);
  cx.declare(at.scope, d, at);
  return { k: 'block', body: [], end: s.span, span: s.span };
}
/** Several declarations of one statement, in the scope that is already open: an open group, not a block. */
const group = (list: readonly Stm[], span: Span): Stm => ({ k: 'group', body: list, span });

export function conditionOf(cx: Checker, at: Place, c: Condition): { decl: Stm | null; cond: Ex; at: Place } {
  if (c.kind === 'condExpr') return { decl: null, cond: cx.condition(cx.expr(at, c.expr)), at };
  const inner: Place = { scope: new Scope(at.scope, at.scope.library), fn: at.fn };
  const decl = variable(cx, inner, c.decl);
  const e = inner.scope.names.get(c.decl.id);
  if (e?.kind !== 'local') return fail(c.span, 'this condition declares nothing');
  return { decl, cond: cx.condition(b.local(e.v, c.span)), at: inner };
}

function ifStatement(cx: Checker, at: Place, s: Extract<Stmt, { kind: 'if' }>): Stm {
  const { span } = s;
  const outer: Place = { scope: new Scope(at.scope, at.scope.library), fn: at.fn };
  const init = s.init === null ? null : cx.statement(outer, s.init);
  const { decl, cond, at: inner } = cx.conditionOf(outer, s.cond);
  if (s.isConstexpr) {
    const known = evaluated(cond);
    if (known.k !== 'const') return fail(s.cond.span, 'the condition of if constexpr must be a constant');
    const taken = known.low !== 0 ? s.then : s.else;
    return taken === null ? { k: 'block', body: [], end: span, span } : cx.statement(inner, taken);
  }
  const then = cx.statement(scoped(inner), s.then);
  const made: Stm = {
    k: 'if',
    cond,
    then,
    else: s.else === null ? null : cx.statement(scoped(inner), s.else),
    span,
  };
  if (init === null && decl === null) return made;
  return {
    k: 'block',
    body: [...(init === null ? [] : [init]), ...(decl === null ? [] : [decl]), made],
    end: endOf(s.else ?? s.then),
    span,
  };
}
function switchStatement(cx: Checker, at: Place, s: Extract<Stmt, { kind: 'switch' }>): Stm {
  const outer = scoped(at);
  const init = s.init === null ? null : cx.statement(outer, s.init);
  const decl = s.cond.kind === 'condDecl' ? variable(cx, outer, s.cond.decl) : null;
  const value = switchValue(
    cx,
    s.cond.kind === 'condExpr' ? cx.expr(outer, s.cond.expr) : variableOf(outer, s.cond.decl),
    s.cond.span,
  );
  const inner = scoped(outer);
  const cases: { value: bigint | null; at: number }[] = [];
  const list: Stm[] = [];
  for (const x of s.body.body) {
    if (x.kind === 'case') {
      for (const value of caseValues(cx, inner, x)) {
        if (cases.some((c) => c.value === value)) fail(x.span, 'this case stands in the switch already');
        cases.push({ value, at: list.length });
      }
    } else list.push(cx.statement(inner, x));
  }
  const made: Stm = { k: 'switch', value, cases, body: list, end: s.body.end, span: s.span };
  if (init === null && decl === null) return made;
  const body = [init, decl, made].filter((x) => x !== null);
  return { k: 'block', body, end: s.body.end, span: s.span };
}
function variableOf(at: Place, d: VarDecl): Ex {
  const e = at.scope.names.get(d.id);
  return e?.kind === 'local' ? b.local(e.v, d.idSpan) : fail(d.idSpan, 'a variable is expected here');
}
/** [stmt.switch]/2: an integer or an enumeration. */
function switchValue(cx: Checker, e: Ex, span: Span): Ex {
  const v = e.type.kind === 'class' ? cx.convert(e, INT, span) : cx.value(e);
  if (v.type.kind !== 'enum' && !isIntegral(v.type))
    fail(span, `a switch needs a number or an enumerator, not ${v.type.key}`);
  return v;
}
const MAX_RANGE = 1024;
/** null for `default`. */
function caseValues(cx: Checker, at: Place, s: Extract<Stmt, { kind: 'case' }>): (bigint | null)[] {
  if (s.value === null) return [null];
  const from = wholeConstant(cx, at, s.value);
  const count = s.to === null ? 1 : Math.max(0, Number(wholeConstant(cx, at, s.to) - from) + 1);
  if (count > MAX_RANGE) unsupported(s.span, `a case of more than ${MAX_RANGE} values`, 'write an if');
  return Array.from({ length: count }, (_, i) => from + BigInt(i));
}

function returnStatement(cx: Checker, at: Place, e: Expr | null, span: Span): Stm {
  const fn = at.fn;
  if (fn.coroutine !== undefined) fail(span, 'a coroutine does not return', 'write co_return');
  if (e === null) {
    if (fn.result === null) fn.result = VOID;
    if (fn.result.kind !== 'void') fail(span, `a ${fn.result.key} must be returned`);
    return { k: 'return', value: null, span };
  }
  const value = cx.arg(at, e);
  if (fn.result === null) {
    if (value.k === 'braced')
      return fail(span, 'the result cannot be deduced from a braced list', 'write the return type');
    const node = fn.entity?.decl.result;
    fn.result =
      value.type.kind === 'void'
        ? VOID
        : node === null || node === undefined
          ? decay(value.type)
          : returnsName(node, e)
            ? value.type
            : deduceAuto(node, value, span);
  }
  if (fn.result.kind === 'void') {
    if (value.k === 'braced' || value.type.kind !== 'void') fail(span, `${fn.name} returns nothing`);
    return { k: 'return', value, span };
  }
  const moved =
    value.k !== 'braced' && fn.result.kind === 'class' && isMoved(at, e) ? b.withCat(value, 'x') : value;
  return { k: 'return', value: cx.initFrom(moved, fn.result, at, span), span };
}
/** decltype(auto) of a plain name is the type it was declared with. */
const returnsName = (node: TypeNode, e: Expr): boolean =>
  node.kind === 'auto' && node.decltypeAuto && e.kind === 'name';
