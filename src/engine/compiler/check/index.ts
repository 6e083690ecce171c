/** Syntax trees → typed functions and globals. The door of the checker: it assembles the parts and drives them. */
import type { Span } from '../../bytecode/program';
import type { ClassDecl, TranslationUnit } from '../ast';
import { CompileError, type Diagnostic, fail, passing } from '../diagnostics';
import type { Ex, Fn, GlobalVar } from '../typed';
import * as b from './build';
import { builtin } from './builtins';
import { args, call, invoke, resolve, tryResolve } from './calls';
import { complete, declareClass, makeClass } from './classes';
import { conceptHolds, moreConstrainedClass, unsatisfied } from './constraints';
import { construct, listFits } from './construct';
import type { Checker } from './context';
import {
  condition,
  convert,
  converted,
  current,
  discard,
  initFrom,
  materialize,
  rank,
  value,
} from './convert';
import { declare } from './declarations';
import { addFunction } from './declared-functions';
import { deduce } from './deduce';
import { ESCAPED } from './exceptions';
import { arg, expr } from './expressions';
import { instance, makeFn, resultOf, use } from './functions';
import { defined } from './globals';
import { destructorOf, implicit, isTriviallyCopyable } from './implicit';
import { initialize } from './initializers';
import { lambda, lambdaFunction } from './lambdas';
import { member } from './names';
import { binary } from './operators';
import { newLocal } from './parameters';
import { constant, lookup, type as resolveType, stdType, valueArg } from './resolve';
import { type Entity, Scope } from './scope';
import { block, body, conditionOf, statement } from './statements';
import { classInstance, templateArgs } from './templates';
import { arrayOf, CHAR, type ClassInfo, type FunctionEntity, INT, pointerTo, VOID } from './types';
import { unify } from './unify';

export interface Checked {
  readonly functions: readonly Fn[];
  readonly globals: readonly GlobalVar[];
  readonly main: Fn | null;
  /** What it is called with: its name alone, where it asks for arguments. */
  readonly mainArgs: readonly Ex[];
  /** The destructor of each global, null where trivial. */
  readonly globalEnds: ReadonlyMap<GlobalVar, Fn>;
  /** Objects are asked for their class. */
  readonly rtti: boolean;
  /** Exceptions are thrown and caught: calls that one leaves need a handler. */
  readonly unwinds: boolean;
  /** What runs where an exception would leave a noexcept function. */
  readonly escaped: Fn | null;
  /** What destroys a thread's thread_local objects, if there are any. */
  readonly threadExit: Fn | null;
  /** What calls the functions given to std::atexit, if any are. */
  readonly exitHandlers: Fn | null;
  readonly diagnostics: readonly Diagnostic[];
}

type Sources = readonly { readonly text: string; readonly name: string; readonly library: boolean }[];

/** `entry`: the function that is run. */
export function check(units: readonly TranslationUnit[], sources: Sources, entry: string): Checked {
  const global = new Scope(null, false);
  const std = new Scope(global, true);
  global.names.set('std', { kind: 'namespace', scope: std });
  const cx = assemble(global, std, sources);
  const report = new Reporter();
  const written = units.at(-1)?.decls;
  // What the text cannot hold is not sought in the tree.
  const text = sources[0]?.text ?? '';
  cx.uses.parts = MAY_HAVE_PARTS.test(text) && some(written, hasParts);
  cx.uses.cancels = text.includes('pthread_cancel');
  cx.uses.tries = text.includes('try') && some(written, isTry);
  cx.uses.rtti = cx.uses.parts;
  for (const unit of units)
    for (const d of unit.decls)
      report.guard(null, () => cx.declare(global, d, { scope: global, fn: cx.outside }));
  const main = entryOf(cx, entry, report);
  let mainArgs: readonly Ex[] = [];
  if (main !== null)
    report.guard(main, () => {
      mainArgs = argumentsOf(cx, main);
    });
  for (const e of userFunctions(global))
    report.guard(null, () => cx.use(cx.instance(e, null, e.decl.span), e.decl.name.span));
  for (let i = 0; i < cx.functions.length; i++) {
    const fn = cx.functions[i];
    if (fn !== undefined) report.guard(fn, () => fn.check());
  }
  const globalEnds = new Map<GlobalVar, Fn>();
  for (const g of cx.globals) {
    report.guard(null, () => {
      const end = cx.destructorOf(g.type, g.span);
      if (end !== null) globalEnds.set(g, end);
    });
  }
  for (let i = 0; i < cx.functions.length; i++) {
    const fn = cx.functions[i];
    if (fn !== undefined && fn.state === 'declared') report.guard(fn, () => fn.check());
  }
  const { functions } = cx;
  let globals: readonly GlobalVar[] = [];
  report.guard(null, () => {
    globals = defined(cx);
  });
  return {
    functions,
    globals,
    main,
    mainArgs,
    globalEnds,
    rtti: cx.uses.rtti,
    unwinds: cx.uses.throws && cx.uses.catches,
    escaped: functions.find((fn) => fn.library && fn.entity?.name === ESCAPED) ?? null,
    threadExit: functions.find((fn) => fn.library && fn.entity?.name === '__end_thread') ?? null,
    exitHandlers: functions.find((fn) => fn.library && fn.entity?.name === '__run_exit_handlers') ?? null,
    diagnostics: report.diagnostics,
  };
}

const MAY_HAVE_PARTS = /\b(?:class|struct)\b[^;{}()]*:[^;{}()]*(?:,|\.\.\.)|throw_with_nested/;
/** Does some node of the syntax answer? */
function some(node: unknown, is: (node: object) => boolean): boolean {
  if (Array.isArray(node)) return node.some((n) => some(n, is));
  if (typeof node !== 'object' || node === null) return false;
  return is(node) || Object.entries(node).some(([key, v]) => key !== 'span' && some(v, is));
}
/** A class with several bases, or one of the library's asked for. */
function hasParts(node: object): boolean {
  const { kind, bases } = node as Partial<ClassDecl>;
  if (kind === 'class' && bases !== undefined && (bases.length > 1 || bases[0]?.pack === true)) return true;
  return (node as { id?: unknown }).id === 'throw_with_nested';
}
const isTry = (node: object): boolean => (node as { kind?: unknown }).kind === 'try';

function entryOf(cx: Checker, name: string, report: Reporter): Fn | null {
  const f = functionNamed(cx.global, name);
  if (f === undefined) {
    if (report.diagnostics.length === 0)
      report.add({
        span: { file: 0, start: 0, end: 0 },
        message: `there is no ${name} function`,
        hint: name === 'main' ? 'write int main() { … }' : `write void ${name}() { … }`,
        unsupported: false,
      });
    return null;
  }
  return cx.use(cx.instance(f, null, f.decl.span), f.decl.name.span);
}

/** 'main', 'tests::transfer': not in a class; the one that has a body, where there are several. */
function functionNamed(global: Scope, name: string): FunctionEntity | undefined {
  const path = name.split('::');
  const last = path.pop() ?? '';
  let scope: Scope | undefined = global;
  for (const part of path) {
    const inner: Entity | undefined = scope?.names.get(part);
    scope = inner?.kind === 'namespace' ? inner.scope : undefined;
  }
  const e = scope?.names.get(last);
  const all = e?.kind === 'functions' ? e.list.filter(({ template }) => template === null) : [];
  return all.find(({ decl }) => decl.body !== null) ?? all[0];
}

/** `main(int argc, char* argv[])`: one argument, the name of the program, and the null behind it; an empty environment. */
function argumentsOf(cx: Checker, main: Fn): readonly Ex[] {
  const { span, paramTypes } = main;
  if (paramTypes.length === 0) return [];
  const text: Ex = { k: 'string', text: './main', type: pointerTo(CHAR), cat: 'p', span };
  const type = arrayOf(pointerTo(CHAR), 3);
  const none = b.constant(pointerTo(CHAR), 0n, span);
  const parts = [text, none, none].map((init, offset) => ({ offset, init }));
  const init: Ex = { k: 'aggregate', parts, zero: false, type, cat: 'p', span };
  const g: GlobalVar = {
    name: 'argv',
    type,
    offset: -1,
    init,
    guard: null,
    threadLocal: false,
    used: true,
    library: true,
    span,
  };
  cx.globals.unshift(g);
  const argv = (from: number): Ex => {
    const first = cx.value(b.globalPlace(g, span));
    return {
      k: 'pointerAdd',
      pointer: first,
      index: b.int(from, span),
      negate: false,
      type: first.type,
      cat: 'p',
      span,
    };
  };
  const given = [b.int(1, span), argv(0), argv(1)];
  return paramTypes.map((t, i) => {
    const isPointer = t.kind === 'pointer' && t.to.kind === 'pointer' && t.to.to.plain === CHAR;
    if (given[i] === undefined || (i === 0 ? t !== INT : !isPointer))
      fail(span, `${main.name} takes nothing, or int argc and char* argv[]`);
    return given[i] as Ex;
  });
}

/** Every non-template function and member of the user's file: checked even if nobody calls it. */
function userFunctions(scope: Scope, seen = new Set<unknown>()): FunctionEntity[] {
  const out: FunctionEntity[] = [];
  const ofClass = (info: ClassInfo): void => {
    if (
      seen.has(info) ||
      info.scope.library ||
      info.template !== null ||
      info.isLambda ||
      info.decl?.members == null
    )
      return;
    seen.add(info);
    if (info.state !== 'complete') return;
    for (const f of [...info.constructors, ...(info.destructor === null ? [] : [info.destructor])])
      if (own(f)) out.push(f);
    out.push(...userFunctions(info.scope, seen));
  };
  const own = (f: FunctionEntity): boolean =>
    !f.library && f.template === null && f.decl.special === '' && f.decl.body !== null;
  for (const e of scope.names.values()) {
    if (e.kind === 'namespace' && !e.scope.library && !seen.has(e.scope)) {
      seen.add(e.scope);
      out.push(...userFunctions(e.scope, seen));
    } else if (e.kind === 'functions') out.push(...e.list.filter((f) => own(f) && !out.includes(f)));
    else if (e.kind === 'type' && e.type.kind === 'class') ofClass(e.type.info);
  }
  return out;
}

const NOWHERE: Span = { file: 0, start: 0, end: 0 };
/** Collects diagnostics; one inside a library header is told at the user's line that led there. */
class Reporter {
  readonly diagnostics: Diagnostic[] = [];
  guard(fn: Fn | null, run: () => void): void {
    try {
      run();
    } catch (error) {
      if (!(error instanceof CompileError)) throw passing(error, fn?.span ?? NOWHERE);
      this.add(this.atUser(error.diagnostic, fn));
    }
  }
  add(d: Diagnostic): void {
    const same = (x: Diagnostic): boolean => x.span.start === d.span.start && x.message === d.message;
    if (!this.diagnostics.some(same)) this.diagnostics.push(d);
  }
  private atUser(d: Diagnostic, fn: Fn | null): Diagnostic {
    if (d.span.file === 0) return d;
    let where = NOWHERE;
    for (let use = fn === null ? undefined : firstUse.get(fn); use !== undefined; ) {
      where = use.span;
      if (where.file === 0) break;
      use = use.by === null ? undefined : firstUse.get(use.by);
    }
    return { ...d, span: where.file === 0 ? where : NOWHERE };
  }
}
/** Who asked for a function first, and where. */
const firstUse = new WeakMap<Fn, { readonly by: Fn | null; readonly span: Span }>();

function assemble(global: Scope, std: Scope, sources: Sources): Checker {
  const outside: Fn = {
    name: '(global)',
    entity: null,
    cls: null,
    params: [],
    paramTypes: [],
    result: VOID,
    hasThis: false,
    isConst: false,
    body: null,
    state: 'checked',
    check: () => {},
    library: true,
    noexcept: false,
    span: NOWHERE,
    index: -1,
  };
  const cx: Checker = {
    std,
    global,
    globals: [],
    functions: [],
    sources,
    nesting: { depth: 0, unevaluated: 0 },
    threadInits: [],
    uses: { throws: false, catches: false, rtti: false, parts: false, tries: false, cancels: false },
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
    use: (fn, span) => {
      const by = current(cx);
      if (!firstUse.has(fn)) firstUse.set(fn, { by: by === outside ? null : by, span });
      return use(cx, fn, span);
    },
    resultOf,
    newLocal,
    makeFn: (parts) => makeFn(cx, parts),
    deduce: (e, explicit, list, span) => deduce(cx, e, explicit, list, span),
    unify: (node, t, bound, params, scope) => unify(cx, node, t, bound, params, scope),
    rank: (e, to) => rank(cx, e, to),
    convert: (e, to, span, explicit) => convert(cx, e, to, span, explicit),
    initFrom: (e, to, at, span, explicit) => initFrom(cx, e, to, at, span, explicit),
    value,
    converted: (e, to, at, span) => converted(cx, e, to, at, span),
    condition: (e) => condition(cx, e),
    materialize: (e, fn) => materialize(cx, e, fn),
    discard: (e, fn) => discard(cx, e, fn),
    resolve: (c, explicit, o, list, span, what) => resolve(cx, c, explicit, o, list, span, what),
    tryResolve: (c, explicit, o, list, span, what) => tryResolve(cx, c, explicit, o, list, span, what),
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
    destroy: (place, span) => {
      const end = destructorOf(cx, place.type, span);
      if (end === null) return null;
      const info = place.type.kind === 'class' ? place.type.info : null;
      const slot = info === null ? -1 : info.vtable.findIndex((v) => v.name === '~');
      if (info !== null && slot >= 0)
        return {
          k: 'callVirtual',
          cls: info,
          slot,
          fn: end,
          args: [b.addressOf(place)],
          type: VOID,
          cat: 'p',
          span,
        };
      return { k: 'call', fn: end, args: [b.addressOf(place)], type: VOID, cat: 'p', span };
    },
    statement: (at, s) => statement(cx, at, s),
    block: (at, s) => block(cx, at, s),
    body: (fn, scope, s) => body(cx, fn, scope, s),
    initialize: (t, init, at, span) => initialize(cx, t, init, at, span),
    conditionOf: (at, c) => conditionOf(cx, at, c),
  };
  return cx;
}
