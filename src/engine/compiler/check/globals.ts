/** Variables of namespaces and static members: laid out once, initialised before main in the order of the text, or at their first use. */
import type { Span } from '../../bytecode/program';
import type { VarDecl } from '../ast';
import { fail } from '../diagnostics';
import type { Ex, Fn, GlobalVar } from '../typed';
import * as b from './build';
import type { Checker, Place } from './context';
import { evaluated, evaluatedConstant } from './evaluate';
import { typed } from './initializers';
import { lookup, type as resolveType, typeOfEntity } from './resolve';
import { isOfHeader, type Scope } from './scope';
import { firstUse, threadConstant } from './static-storage';
import { type ClassInfo, constOf, isScalar, pointerTo, type Type, VOID, wordsOf } from './types';

export function globalVariable(cx: Checker, scope: Scope, d: VarDecl, at: Place): void {
  if (d.qualifier !== null) {
    const within = lookup(cx, at, d.qualifier);
    if (within.kind === 'namespace') return globalVariable(cx, within.scope, { ...d, qualifier: null }, at);
    const t = typeOfEntity(within);
    if (t?.kind !== 'class') return fail(d.span, 'this is no class');
    cx.complete(t.info, d.span);
    const e = t.info.scope.names.get(d.id);
    if (e?.kind !== 'global') return fail(d.idSpan, `${t.info.name} has no static member '${d.id}'`);
    defineStatic(cx, t.info, e.g, d, at);
    return;
  }
  if (scope.cls === null) scope.hideType(d.id);
  const known = scope.names.get(d.id);
  const announced = known?.kind === 'global' && isAnnounced(known.g) ? known.g : null;
  if (d.storage.isExtern && d.init.kind === 'none') {
    if (known === undefined) announce(cx, scope, d, resolveType(cx, scope, d.type));
    else if (known.kind !== 'global') fail(d.idSpan, `'${d.id}' is declared already as something else`);
    return;
  }
  // `int x;` of C announces it once more.
  if (cx.uses.c && known?.kind === 'global' && d.init.kind === 'none') return;
  if (announced !== null) return defineAnnounced(cx, scope, announced, d);
  if (known !== undefined) fail(d.idSpan, `'${d.id}' is declared twice`, '', 'defined-twice');
  if (scope.cls !== null && !d.storage.isInline && !d.storage.isConstexpr && d.init.kind === 'none') {
    staticMember(cx, scope, scope.cls, d);
    return;
  }
  // `struct list head = { &head, &head };`: its name is known in its own initialiser ([basic.scope.pdecl]).
  if (namesItself(cx, d)) {
    announce(cx, scope, d, resolveType(cx, scope, d.type));
    const own = scope.names.get(d.id);
    if (own?.kind === 'global') return defineAnnounced(cx, scope, own.g, d);
  }
  const made = typed(cx, { scope, fn: cx.outside }, d);
  const type = d.storage.isConstexpr ? constOf(made.type) : made.type;
  const evaluate = d.storage.isConstexpr ? evaluatedConstant : evaluated;
  const init = type.isConst && made.init !== null ? evaluate(made.init) : made.init;
  // A number of the library's that never changes needs no storage.
  if (scope.library && d.storage.isConstexpr && init?.k === 'const' && wordsOf(type) === 1)
    scope.names.set(d.id, { kind: 'constant', value: BigInt(init.low), type: type.plain });
  else enter(cx, scope, d, type, init ?? zero(type, d.span));
}
function namesItself(cx: Checker, { id, init, type, span }: VarDecl): boolean {
  const value = init.kind === 'copy' ? init.value : init.kind === 'list' ? init.list : null;
  if (value === null || span.file !== 0 || value.kind === 'lambda' || type.kind === 'auto') return false;
  const text = cx.sources[0]?.text.slice(value.span.start, value.span.end) ?? '';
  return text.includes(id) && new RegExp(`(?<![\\w.>])${id}\\b`).test(text);
}
function enter(cx: Checker, scope: Scope, d: VarDecl, type: Type, init: Ex | null): GlobalVar {
  const path = scope.cls === null ? scope.path : `${scope.cls.name}::`;
  const name = `${path}${d.id}`;
  const g: GlobalVar = {
    name,
    type,
    offset: -1,
    init,
    guard: null,
    threadLocal: d.storage.isThreadLocal,
    used: !(d.storage.isThreadLocal && scope.library),
    library: scope.library || isOfHeader(d.span),
    span: d.span,
  };
  scope.names.set(d.id, { kind: 'global', g });
  cx.globals.push(g);
  return g.threadLocal ? initialised(cx, g, init, d.span) : g;
}
function initialiser(cx: Checker): Fn {
  const { threadLocals } = cx;
  const { span } = cx.outside;
  threadLocals.initialiser ??= cx.makeFn({
    name: 'thread_local variables',
    cls: null,
    hasThis: false,
    paramTypes: [],
    result: VOID,
    span,
    library: true,
    build: () => [firstUse(cx, threadLocals.inits, threadLocals.inits[0]?.g.span ?? span)],
  });
  return threadLocals.initialiser;
}
/** What is no constant is initialised by a thread's first use, behind a function that gives the address. */
function initialised(cx: Checker, g: GlobalVar, init: Ex | null, span: Span): GlobalVar {
  const { type } = g;
  const constant = threadConstant(type, init, span);
  (g as { init: Ex | null }).init = constant;
  if (constant !== null || init === null) return g;
  const place: Ex = { k: 'global', g, type, cat: 'l', span };
  cx.threadLocals.inits.push({ g, init });
  g.accessor = cx.makeFn({
    name: `thread_local ${g.name}`,
    cls: null,
    hasThis: false,
    paramTypes: [],
    result: pointerTo(type),
    span,
    library: true,
    build: () => [
      { k: 'expr', e: cx.call(cx.use(initialiser(cx), span), [], span), span },
      { k: 'return', value: b.addressOf(place), span },
    ],
  });
  return g;
}
/** Declared by `extern`, and not defined so far. */
const announcements = new WeakSet<GlobalVar>();
const isAnnounced = (g: GlobalVar): boolean => announcements.has(g);
/** Where the whole text has been read: nobody else defines what is declared and used. */
export function defined(cx: Checker): readonly GlobalVar[] {
  for (const g of cx.globals)
    if (isAnnounced(g) && g.used)
      fail(g.span, `'${g.name}' is declared extern, and not defined`, 'define the variable in this file');
  return cx.globals.filter((g) => !isAnnounced(g));
}
function announce(cx: Checker, scope: Scope, d: VarDecl, type: Type): void {
  const g = enter(cx, scope, d, type, null);
  (g as { init: Ex | null }).init = null;
  g.used = false;
  announcements.add(g);
}
function defineAnnounced(cx: Checker, scope: Scope, g: GlobalVar, d: VarDecl): void {
  const { type, init } = typed(cx, { scope, fn: cx.outside }, d);
  const unsized = g.type.kind === 'array' && g.type.length === 0 && type.kind === 'array';
  const same = unsized ? g.type.of.plain === type.of.plain : g.type.plain === type.plain;
  if (!same) fail(d.idSpan, `'${d.id}' is declared as ${g.type.key} before`);
  announcements.delete(g);
  Object.assign(g, { type, init: init ?? zero(type, d.span), span: d.span, used: true });
  cx.globals.splice(cx.globals.indexOf(g), 1);
  cx.globals.push(g);
  if (g.threadLocal) initialised(cx, g, init, d.span);
}
/** Declared in its class, it may be of a type that is not complete yet: the definition outside says the rest. */
function staticMember(cx: Checker, scope: Scope, cls: ClassInfo, d: VarDecl): void {
  const g = enter(cx, scope, d, resolveType(cx, scope, d.type), null);
  (g as { init: Ex | null }).init = null;
  for (const t of cls.template?.definitions ?? []) {
    const v = t.decl.kind === 'vars' ? t.decl.vars[0] : undefined;
    if (v?.id === d.id) defineStatic(cx, cls, g, { ...v, type: d.type }, { scope, fn: cx.outside });
  }
}
/** Globals are initialised in the order of their definitions. */
function defineStatic(cx: Checker, cls: ClassInfo, g: GlobalVar, d: VarDecl, at: Place): void {
  if (g.init !== null) fail(d.idSpan, `'${g.name}' has its value already`);
  const { init } = typed(cx, { scope: cls.scope, fn: at.fn }, d);
  (g as { init: Ex | null }).init = init ?? zero(g.type, d.span);
  if (g.threadLocal) initialised(cx, g, init, d.span);
  (g as { span: Span }).span = d.span;
  const place = cx.globals.indexOf(g);
  cx.globals.splice(place, 1);
  cx.globals.push(g);
}
/** Globals without an initialiser are zero ([basic.start.static]); null where storage is that already. */
function zero(type: Type, span: Span): Ex | null {
  if (type.kind === 'reference') return fail(span, 'a reference needs something to refer to');
  return isScalar(type) ? b.constant(type, 0n, span) : null;
}
