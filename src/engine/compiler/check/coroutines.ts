/**
 * Coroutines ([dcl.fct.def.coroutine]): a function that suspends becomes two. The first is what is called: it makes the frame on the heap,
 * and gives back what the promise says. The second has the body, its variables are in that frame, and it goes on where it stopped:
 *
 *     R f(A a) {                                          step(frame, given) {          // variables: lower/coroutine-frame.ts
 *       frame = new frame of step                           { A a = move(given a); P promise(a);
 *       starter s(frame)         // runs it when it ends      suspended
 *       step(frame, {&a})        // as far as the promise     try { co_await promise.initial_suspend(); …body… }
 *       return promise.get_return_object()                    catch (...) { promise.unhandled_exception(); }
 *     }                                                       final: co_await promise.final_suspend(); }
 *                                                           end: free the frame }
 *
 * What unhandled_exception throws leaves the step as it is, at its final suspend point; what comes before the body ends it (__left).
 * A step gives the coroutine to go on with, or null: one that resumes another does not stand below it (<coroutine> __run).
 */
import type { Span } from '../../bytecode/program';
import type { BlockStmt, Expr, FunctionDecl, Name, Stmt } from '../ast';
import { fail } from '../diagnostics';
import type { Coroutine, Ex, Fn, LocalVar, Stm } from '../typed';
import * as b from './build';
import { passArgs } from './calls';
import type { Checker, Place } from './context';
import { throwExpr, tryStatement } from './exceptions';
import { isMoved } from './implicit-move';
import { libraryFunction } from './library';
import { mayThrow } from './nothrow';
import { Scope } from './scope';
import { arrayOf, BOOL, type ClassType, pointerTo, referenceTo, type Type, VOID } from './types';

/** Names that no program can have. */
const PROMISE = '__promise';
const AWAITER = '__awaiter';
const OPERATOR = 'operator co_await';
/** Labels of the step: where it waits for its end, and behind all its variables. */
const FINAL = '__final';
export const END = '__end';

const ANY = pointerTo(VOID);
type Await = Extract<Ex, { k: 'await' }>;

/** The body of the function that is called. `copies`: names the parameters in the scope of the step. */
export function coroutineBody(
  cx: Checker,
  at: Place,
  decl: FunctionDecl,
  body: BlockStmt,
  copies: (step: Fn, scope: Scope) => LocalVar[],
): Stm[] {
  const { scope: outer, fn } = at;
  const span = decl.name.span;
  if (cx.std.own('coroutine_traits') === undefined)
    fail(span, 'std::coroutine_traits is not declared', 'add #include <coroutine>', 'undeclared');
  if (fn.result === null) return fail(span, 'the result of a coroutine cannot be deduced', 'write its type');
  const promiseType = promiseOf(cx, fn, fn.result, span);
  const scope = new Scope(outer, outer.library, outer.path);
  const framePointer = pointerTo(cx.stdType('__coroutine', [], span));
  const step: Fn = cx.makeFn({
    name: fn.name,
    cls: fn.cls,
    hasThis: false,
    paramTypes: [framePointer, pointerTo(ANY)],
    result: framePointer,
    span,
    library: fn.library,
    build: () => stepBody(cx, { scope, fn: step }, coroutine, body, own),
  });
  const promise = cx.newLocal(step, 'promise', promiseType, 'variable');
  promise.destroy = cx.destructorOf(promiseType, span);
  const own = copies(step, scope);
  const self = fn.hasThis ? (own[0] ?? null) : null;
  const coroutine: Coroutine = { frame: step.params[0] as LocalVar, promise, self };
  step.coroutine = coroutine;
  step.hasThis = fn.hasThis;
  step.isConst = fn.isConst;
  scope.names.set(PROMISE, { kind: 'local', v: promise });
  cx.use(step, span);
  return rampBody(cx, at, step, coroutine);
}

function promiseOf(cx: Checker, fn: Fn, result: Type, span: Span): ClassType {
  const object = fn.hasThis && fn.cls !== null ? [referenceTo(fn.cls.type, false)] : [];
  const traits = cx.stdType('coroutine_traits', [result, ...object, ...fn.paramTypes], span);
  const found = traits.kind === 'class' ? traits.info.scope.own('promise_type') : undefined;
  const t = found?.kind === 'type' ? found.type : null;
  if (t?.kind !== 'class')
    return fail(span, `${result.key} has no promise_type`, 'a coroutine returns a class with a promise_type');
  cx.complete(t.info, span);
  return t;
}

function rampBody(cx: Checker, { scope: outer, fn }: Place, step: Fn, { promise }: Coroutine): Stm[] {
  const { span } = step;
  const scope = new Scope(outer, outer.library, outer.path);
  const at = { scope, fn };
  const frameType = step.paramTypes[0] as Type;
  const frame = cx.newLocal(fn, '', frameType, 'variable');
  const loaded = b.load(b.local(frame, span));
  const addresses = fn.params.map(
    (p): Ex => ({
      ...(p.role === 'this' ? b.load(b.local(p, span)) : b.addressOf(b.local(p, span))),
      type: ANY,
    }),
  );
  const listType = arrayOf(ANY, Math.max(1, addresses.length));
  const list = cx.newLocal(fn, '', listType, 'variable');
  const given: Ex = {
    k: 'aggregate',
    parts: addresses.map((init, offset) => ({ offset, init })),
    zero: false,
    type: listType,
    cat: 'p',
    span,
  };
  const first: Ex = { ...b.addressOf(b.local(list, span)), type: pointerTo(ANY) };
  const begin: Ex = { k: 'call', fn: step, args: [loaded, first], type: frameType, cat: 'p', span };
  const starterType = cx.stdType('__starter', [], span);
  const starter = cx.newLocal(fn, '', starterType, 'variable');
  starter.destroy = cx.destructorOf(starterType, span);
  const reference = cx.newLocal(fn, '', referenceTo(promise.type, false), 'variable');
  scope.names.set(PROMISE, { kind: 'local', v: reference });
  const variable = (v: LocalVar, init: Ex): Stm => ({ k: 'var', v, init, threadName: '', span });
  const object = cx.expr(at, calling(PROMISE, 'get_return_object', [], span));
  return [
    variable(frame, { k: 'newFrame', of: step, type: frameType, cat: 'p', span }),
    variable(starter, cx.construct(starterType, [loaded], at, span, 'direct')),
    variable(list, given),
    { k: 'expr', e: cx.discard(begin, fn), span },
    variable(reference, libraryFunction(cx, '__promise_of', [promise.type], [loaded], span)),
    { k: 'return', value: cx.initFrom(object, fn.result as Type, at, span), span },
  ];
}

function stepBody(
  cx: Checker,
  at: Place,
  { promise, frame }: Coroutine,
  body: BlockStmt,
  copies: readonly LocalVar[],
): Stm[] {
  const step = at.fn;
  const { span } = step;
  const end = body.end;
  const params = copies.map((v, i): Stm => copyOf(cx, step, v, i, at));
  const waits = (id: string, final: boolean, where: Span): Await =>
    awaitExpr(cx, at, cx.expr(at, calling(PROMISE, id, [], where)), final, where);
  const waiting = (e: Ex, where: Span): Stm => ({ k: 'expr', e: cx.discard(e, step), span: where });
  const returned = has(promise.type, 'return_void')
    ? [cx.statement(at, statement(calling(PROMISE, 'return_void', [], end)))]
    : [];
  const loaded = b.load(b.local(frame, end));
  // Until it begins an exception is its caller's; where there can be none, nobody has to know.
  const first = waits('initial_suspend', false, span);
  const mayFail = mayThrow(first.from) || mayThrow(first.ready) || mayThrow(first.suspend);
  const begun = cx.newLocal(step, '', BOOL, 'variable');
  const begins: Ex = {
    k: 'assign',
    place: b.local(begun, span),
    value: b.bool(true, span),
    type: BOOL,
    cat: 'l',
    span,
  };
  const start = mayFail ? { ...first, resume: b.comma(begins, first.resume) } : first;
  const tried = [waiting(start, span), cx.block(at, body), ...returned];
  const cond = mayFail ? b.load(b.local(begun, end)) : b.bool(true, end);
  const then = cx.statement(at, statement(calling(PROMISE, 'unhandled_exception', [], end)));
  const rethrow = (): Stm => ({ k: 'expr', e: throwExpr(cx, at, null, end), span: end });
  const told: Stm[] = [
    { k: 'expr', e: libraryFunction(cx, '__failed', [], [loaded, cond], end), span: end },
    mayFail ? { k: 'if', cond, then, else: rethrow(), span: end } : then,
  ];
  const handler = { param: null, body: blockOf([], end), span: end };
  const guarded = tryStatement(cx, at, {
    body: { k: 'block', body: tried, end, span },
    handlers: [handler],
    last: () => told,
    escapes: true,
    span,
  });
  const variables: Stm[] = [
    ...params,
    { k: 'promise', v: promise, init: makePromise(cx, promise, copies, at, span), span },
    { k: 'suspended', span },
    ...(mayFail ? [{ k: 'var', v: begun, init: b.bool(false, span), threadName: '', span } as const] : []),
    guarded,
    { k: 'label', id: FINAL, span: end },
    waiting(waits('final_suspend', true, end), end),
  ];
  return [
    { k: 'block', body: variables, end, span },
    { k: 'label', id: END, span: end },
    { k: 'return', value: libraryFunction(cx, '__end_coroutine', [], [loaded], end), span: end },
  ];
}
/** A parameter of the step's own, from the address in the list that it was given: a reference stays one, an object is moved. */
function copyOf(cx: Checker, step: Fn, v: LocalVar, i: number, at: Place): Stm {
  const { span } = step;
  const list = step.params[1] as LocalVar;
  const cell: Ex = {
    k: 'pointerAdd',
    pointer: b.load(b.local(list, span)),
    index: b.int(i, span),
    negate: false,
    type: pointerTo(ANY),
    cat: 'p',
    span,
  };
  const address = (t: Type): Ex => ({ ...b.load(b.deref(cell)), type: t });
  const { type } = v;
  if (v.role === 'this') return { k: 'var', v, init: address(type), threadName: '', span };
  if (type.kind === 'reference')
    return { k: 'var', v, init: address(pointerTo(type.to)), threadName: '', span };
  v.destroy = cx.destructorOf(type, span);
  const from = b.deref(address(pointerTo(type)), 'x');
  return { k: 'var', v, init: cx.initFrom(from, type, at, span), threadName: '', span };
}
/** From the parameters, if it has a constructor that takes them ([dcl.fct.def.coroutine]/4). */
function makePromise(
  cx: Checker,
  promise: LocalVar,
  copies: readonly LocalVar[],
  at: Place,
  span: Span,
): Ex | null {
  const args = copies.map((v) => (v.role === 'this' ? b.deref(b.load(b.local(v, span))) : b.local(v, span)));
  const { type } = promise;
  if (type.kind === 'class' && args.length > 0) {
    const r = cx.tryResolve(type.info.constructors, { args, span, what: type.key });
    const takes = r?.entity.decl.params.length ?? 0;
    if (takes > 0) return cx.construct(type, args, at, span, 'direct');
  }
  return cx.initialize(type, { kind: 'none' }, at, span);
}

// ── what a coroutine does ──────────────────────────────────────────────────────────────────────────────────────────

/** `co_return e`: the promise is told, and it waits for its end. */
export function coReturn(cx: Checker, at: Place, value: Expr | null, span: Span): Stm {
  coroutineOf(at.fn, 'co_return', span);
  const e = value === null || value.kind === 'braced' ? null : cx.expr(at, value);
  const isVoid = value === null || e?.type.kind === 'void';
  const told = isVoid
    ? [...(value === null ? [] : [value]), calling(PROMISE, 'return_void', [], span)]
    : [calling(PROMISE, 'return_value', [e === null ? value : moved(cx, at, value, e)], span)];
  const body = told.map((x) => cx.statement(at, statement(x)));
  return { k: 'group', body: [...body, { k: 'goto', id: FINAL, span }], span };
}
/** What is given to the promise, as an rvalue if it takes one. */
function moved(cx: Checker, at: Place, value: Expr, e: Ex): Expr {
  const { promise } = coroutineOf(at.fn, 'co_return', value.span);
  if (!isMoved(at, value) || promise.type.kind !== 'class') return value;
  const found = promise.type.info.scope.own('return_value');
  const list = found?.kind === 'functions' ? found.list : [];
  const object = b.local(promise, value.span);
  if (
    cx.tryResolve(list, { object, args: [b.withCat(e, 'x')], span: value.span, what: 'return_value' }) ===
    null
  )
    return value;
  const move: Name = {
    kind: 'name',
    global: true,
    parts: [
      { id: 'std', span: value.span },
      { id: 'move', span: value.span },
    ],
    span: value.span,
  };
  return { kind: 'call', callee: move, args: [value], span: value.span };
}
/** `co_yield e` waits for what the promise makes of it. */
export function yieldValue(cx: Checker, at: Place, arg: Expr, span: Span): Ex {
  coroutineOf(at.fn, 'co_yield', span);
  return awaitExpr(cx, at, cx.expr(at, calling(PROMISE, 'yield_value', [arg], span)), false, span);
}
/** `co_await e` */
export function awaitValue(cx: Checker, at: Place, arg: Expr, span: Span): Ex {
  const { promise } = coroutineOf(at.fn, 'co_await', span);
  const e = has(promise.type, 'await_transform')
    ? cx.expr(at, calling(PROMISE, 'await_transform', [arg], span))
    : cx.expr(at, arg);
  return awaitExpr(cx, at, e, false, span);
}
function coroutineOf(fn: Fn, what: string, span: Span): Coroutine {
  return fn.coroutine ?? fail(span, `${what} stands in a function or a lambda, and not in a catch`);
}

/** What asks, what is told that the coroutine has stopped, and what gives the value ([expr.await]). */
function awaitExpr(cx: Checker, at: Place, operand: Ex, final: boolean, span: Span): Await {
  const { promise, frame } = coroutineOf(at.fn, 'co_await', span);
  const asked = awaiterOf(cx, at, operand, span);
  if (asked.type.kind !== 'class') return fail(span, `${asked.type.key} cannot be awaited`);
  cx.complete(asked.type.info, span);
  for (const id of ['await_ready', 'await_suspend', 'await_resume'])
    if (!has(asked.type, id)) return fail(span, `${asked.type.key} cannot be awaited: it has no ${id}`);
  const place = asked.cat === 'p' ? cx.materialize(asked, at.fn) : asked;
  const awaiter = cx.newLocal(at.fn, '', referenceTo(place.type, false), 'temporary');
  const scope = new Scope(at.scope, at.scope.library, at.scope.path);
  scope.names.set(AWAITER, { kind: 'local', v: awaiter });
  const inner = { scope, fn: at.fn };
  const asks = (id: string): Ex => cx.expr(inner, calling(AWAITER, id, [], span));
  const ready = cx.condition(asks('await_ready'));
  const told = [b.addressOf(b.local(awaiter, span)), b.load(b.local(frame, span))];
  const suspend = libraryFunction(cx, '__suspend', [promise.type, place.type], told, span);
  const resume = asks('await_resume');
  return {
    k: 'await',
    awaiter,
    from: b.addressOf(place),
    ready,
    suspend,
    resume,
    final,
    type: resume.type,
    cat: resume.cat,
    span,
  };
}
/** By operator co_await, of the class or beside it, where there is one. */
function awaiterOf(cx: Checker, at: Place, operand: Ex, span: Span): Ex {
  if (operand.type.kind !== 'class') return operand;
  cx.complete(operand.type.info, span);
  if (has(operand.type, OPERATOR)) {
    const object = operand.cat === 'p' ? cx.materialize(operand, at.fn) : operand;
    const found = operand.type.info.scope.own(OPERATOR);
    const list = found?.kind === 'functions' ? found.list : [];
    const { fn } = cx.resolve(list, { object, args: [], span, what: OPERATOR });
    return cx.call(fn, [b.addressOf(object)], span);
  }
  for (const scope of [at.scope, operand.type.info.scope]) {
    const found = scope.find(OPERATOR);
    if (found?.kind !== 'functions') continue;
    const r = cx.tryResolve(found.list, { args: [operand], span, what: OPERATOR });
    if (r !== null) return cx.call(r.fn, passArgs(cx, r, [operand], at, span), span);
  }
  return operand;
}
const has = (t: Type, id: string): boolean => t.kind === 'class' && t.info.scope.own(id) !== undefined;

// ── pieces of syntax ───────────────────────────────────────────────────────────────────────────────────────────────

const nameOf = (id: string, span: Span): Name => ({
  kind: 'name',
  global: false,
  parts: [{ id, span }],
  span,
});
/** `object.member(args)` */
const calling = (object: string, member: string, args: readonly Expr[], span: Span): Expr => ({
  kind: 'call',
  callee: { kind: 'member', object: nameOf(object, span), arrow: false, member: nameOf(member, span), span },
  args,
  span,
});
const statement = (expr: Expr): Stmt => ({ kind: 'expr', expr, span: expr.span });
const blockOf = (body: readonly Stmt[], end: Span): BlockStmt => ({ kind: 'block', body, end, span: end });
