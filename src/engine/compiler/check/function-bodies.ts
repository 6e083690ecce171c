/** The bodies of functions: what was written, and what the language adds to it in constructors, destructors and main. */
import type { Span } from '../../bytecode/program';
import type { FunctionDecl, Handler, Param, TypeNode } from '../ast';
import { fail } from '../diagnostics';
import type { Fn, LocalVar, Stm } from '../typed';
import * as b from './build';
import type { Checker, Place } from './context';
import { coroutineBody } from './coroutines';
import { throwExpr, tryStatement } from './exceptions';
import { memberInits } from './member-inits';
import { within } from './nesting';
import { nameParams, newLocal } from './parameters';
import { Scope } from './scope';
import { memberEnds, setVtable } from './subobjects';
import { type FunctionEntity, VOID } from './types';

export function checkBody(cx: Checker, fn: Fn, entity: FunctionEntity, outer: Scope): void {
  if (fn.state !== 'declared') return;
  fn.state = 'checking';
  const decl = entity.decl;
  const scope = new Scope(outer, outer.library, outer.path);
  nameParams(fn, decl, scope);
  if (decl.body === null && decl.special !== 'default' && decl.special !== 'pure')
    fail(decl.name.span, `${fn.name} is declared but never defined`, 'give it a body');
  const body = decl.special === 'pure' ? [] : within(cx, fn, () => bodyOf(cx, fn, decl, scope));
  fn.body = { k: 'block', body, end: decl.body?.end ?? decl.span, span: decl.span };
  fn.state = 'checked';
}

function bodyOf(cx: Checker, fn: Fn, decl: FunctionDecl, scope: Scope): Stm[] {
  if (decl.body?.isCoroutine === true)
    return coroutineBody(cx, { scope, fn }, decl, decl.body, (step, inner) =>
      copiesOf(fn, step, decl, inner),
    );
  const inner = bodyParts(cx, fn, decl, scope);
  fn.result ??= VOID;
  const { span } = decl;
  const body: Stm = { k: 'block', body: inner, end: decl.body?.end ?? span, span };
  if (isMain(fn) && cx.std.find(THREAD_EXIT) !== undefined)
    return [tryStatement(cx, { scope, fn }, { body, handlers: [ofThreadExit(span)], span })];
  if (decl.handlers.length === 0) return inner;
  // The object is gone when they run: they can only throw.
  const rethrows = decl.role === 'constructor' || decl.role === 'destructor';
  const last = (at: Place, end: Span): Stm[] =>
    rethrows ? [{ k: 'expr', e: throwExpr(cx, at, null, end), span: end }] : [];
  return [tryStatement(cx, { scope, fn }, { body, handlers: decl.handlers, last, span })];
}

/** The parameters again, as variables of the step of a coroutine. */
function copiesOf(fn: Fn, step: Fn, decl: FunctionDecl, scope: Scope): LocalVar[] {
  const params = fn.params.map((p) =>
    newLocal(step, p.name, p.type, p.role === 'this' ? 'this' : 'variable'),
  );
  nameParams({ ...fn, params }, decl, scope);
  return params;
}

/** pthread_exit leaves a thread's first function by an exception; of main there is nothing in the library that calls it. */
const THREAD_EXIT = '__thread_exit';

const isMain = (fn: Fn): boolean => fn.name === 'main' && fn.cls === null && !fn.library;

const ofThreadExit = (span: Span): Handler => {
  const parts = ['std', THREAD_EXIT].map((id) => ({ id, span }));
  const name = { kind: 'name', global: true, parts, span } as const;
  const type: TypeNode = { kind: 'named', name, isConst: false, span };
  const param: Param = { type, id: '', idSpan: span, defaultValue: null, pack: false, span };
  return { param, body: { kind: 'block', body: [], end: span, span }, span };
};

function bodyParts(cx: Checker, fn: Fn, decl: FunctionDecl, scope: Scope): Stm[] {
  const out: Stm[] = [];
  if (decl.role === 'constructor' && fn.cls !== null) out.push(...memberInits(cx, fn, fn.cls, decl, scope));
  if (decl.role === 'destructor' && fn.cls !== null && decl.body !== null)
    out.push(...setVtable(cx, fn, fn.cls, decl.span));
  if (decl.body !== null) out.push(membersGuarded(cx, fn, decl, cx.body(fn, scope, decl.body)));
  if (decl.role === 'destructor' && fn.cls !== null)
    out.push(...memberEnds(cx, fn, fn.cls, decl.body?.end ?? decl.span));
  return out;
}

/** The members of an object end even if the body of its destructor throws. */
function membersGuarded(cx: Checker, fn: Fn, decl: FunctionDecl, body: Stm): Stm {
  if (decl.role !== 'destructor' || fn.noexcept || fn.cls === null) return body;
  const { span } = body;
  return memberEnds(cx, fn, fn.cls, span).reduce<Stm>(
    (inner, end) =>
      end.k === 'destroy'
        ? {
            k: 'guarded',
            body: inner,
            undo: { k: 'call', fn: end.fn, args: [b.addressOf(end.place)], type: VOID, cat: 'p', span },
            span,
          }
        : inner,
    body,
  );
}
