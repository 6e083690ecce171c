/** Puts the checker together: which file answers for which part of `Checker` (context.ts). */
import { undeclared } from './build';
import { builtin } from './builtins';
import { args, call, invoke } from './calls';
import { castScalar } from './casts';
import { complete, declareClass, makeClass } from './classes';
import { conceptHolds, moreConstrainedClass, unsatisfied } from './constraints';
import { construct, listFits } from './construct';
import type { Checker } from './context';
import { condition, convert, converted, discard, materialize, rank, value } from './convert';
import { declare } from './declarations';
import { addFunction } from './declared-functions';
import { deduce } from './deduce';
import { arg, expr } from './expressions';
import { instance, makeFn, resultOf, use } from './functions';
import { destruction, destructorOf, implicit, isTriviallyCopyable } from './implicit';
import { initFrom } from './init-from';
import { initialize } from './initializers';
import { lambda, lambdaFunction } from './lambdas';
import { member } from './names';
import { binary } from './operators';
import { resolve, tryResolve } from './overload-resolution';
import { newLocal } from './parameters';
import { NOWHERE } from './reporter';
import { constant, lookup, type as resolveType, stdType, valueArg } from './resolve';
import type { Scope } from './scope';
import { block, body, conditionOf, statement } from './statements';
import { classInstance, templateArgs } from './templates';

export type Sources = readonly { readonly text: string; readonly name: string; readonly library: boolean }[];

export function assemble(global: Scope, std: Scope, sources: Sources): Checker {
  const outside = undeclared('(global)', NOWHERE, -1);
  const cx: Checker = {
    std,
    global,
    globals: [],
    functions: [],
    sources,
    underway: { fn: outside, converting: false, depth: 0, unevaluated: 0 },
    threadLocals: { inits: [], initialiser: null },
    uses: {
      throws: false,
      catches: false,
      rtti: false,
      parts: false,
      tries: false,
      text: '',
      offsets: false,
      c: false,
    },
    outside,
    lookup: (at, name) => lookup(cx, at, name),
    type: (scope, node, at) => resolveType(cx, scope, node, at),
    classInstance: (t, values, span) => classInstance(cx, t, values, span),
    templateArgs: (scope, list) => templateArgs(cx, scope, list),
    constant: (at, e) => constant(cx, at, e),
    valueArg: (at, e) => valueArg(cx, at, e),
    stdType: (name, list, span) => stdType(cx, name, list, span),
    complete: (info, span) => complete(cx, info, span),
    declareClass,
    makeClass,
    implicit: (info, role, span) => implicit(cx, info, role, span),
    destructorOf: (t, span) => destructorOf(cx, t, span),
    isTriviallyCopyable: (t) => isTriviallyCopyable(cx, t),
    declare: (scope, d, at) => declare(cx, scope, d, at),
    addFunction,
    instance: (e, values, span) => instance(cx, e, values, span),
    use: (fn, span) => use(cx, fn, span),
    resultOf,
    newLocal,
    makeFn: (parts) => makeFn(cx, parts),
    deduce: (e, explicit, list, span) => deduce(cx, e, explicit, list, span),
    rank: (e, to) => rank(cx, e, to),
    convert: (e, to, span, explicit) => convert(cx, e, to, span, explicit),
    initFrom: (e, to, at, span, explicit) => initFrom(cx, e, to, at, span, explicit),
    castScalar: (e, to, span) => castScalar(cx, e, to, span),
    value,
    converted: (e, to, at, span) => converted(cx, e, to, at, span),
    condition: (e) => condition(cx, e),
    materialize: (e, fn) => materialize(cx, e, fn),
    discard: (e, fn) => discard(cx, e, fn),
    resolve: (candidates, c) => resolve(cx, candidates, c),
    tryResolve: (candidates, c) => tryResolve(cx, candidates, c),
    call: (fn, list, span, v) => call(cx, fn, list, span, v),
    invoke: (f, list, at, span) => invoke(cx, f, list, at, span),
    construct: (t, list, at, span, form) => construct(cx, t, list, at, span, form),
    unsatisfied: (scope, t, values, clause) => unsatisfied(cx, scope, t, values, clause),
    conceptHolds: (c, values, span) => conceptHolds(cx, c, values, span),
    moreConstrained: (scope, x, y) => moreConstrainedClass(cx, scope, x, y),
    listFits: (list, t) => listFits(cx, list, t),
    args: (at, list) => args(cx, at, list),
    expr: (at, e) => expr(cx, at, e),
    arg: (at, e) => arg(cx, at, e),
    builtin: (at, id, t, list, span) => builtin(cx, at, id, t, list, span),
    binary: (at, o, l, r, span) => binary(cx, at, o, l, r, span),
    lambda: (at, e) => lambda(cx, at, e),
    lambdaFunction: (info, to, span) => lambdaFunction(cx, info, to, span),
    member: (o, id, span) => member(cx, o, id, span),
    destroy: (place, span) => destruction(cx, place, span),
    statement: (at, s) => statement(cx, at, s),
    block: (at, s) => block(cx, at, s),
    body: (fn, scope, s) => body(cx, fn, scope, s),
    initialize: (t, init, at, span) => initialize(cx, t, init, at, span),
    conditionOf: (at, c) => conditionOf(cx, at, c),
  };
  return cx;
}
