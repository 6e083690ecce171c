/** Declarations of local variables. */
import type { TypeNode, VarDecl } from '../ast';
import { CompileError, fail, unsupported } from '../diagnostics';
import type { Ex, LocalVar, Stm } from '../typed';
import * as b from './build';
import type { Arg, Checker, Place } from './context';
import { evaluated, evaluatedConstant } from './evaluate';
import { typed } from './initializers';
import { staticVariable, threadVariable } from './static-storage';
import { arrayOf, constOf, decay, INT, isScalar, pointerTo, type Type, withConst } from './types';

export function variable(cx: Checker, at: Place, d: VarDecl): Stm {
  try {
    return declared(cx, at, d);
  } catch (error) {
    if (error instanceof CompileError && error.diagnostic.span.file !== 0 && d.span.file === 0)
      throw new CompileError({ ...error.diagnostic, span: d.span });
    throw error;
  }
}

function declared(cx: Checker, at: Place, d: VarDecl): Stm {
  if (d.storage.isExtern) {
    if (at.scope.find(d.id)?.kind !== 'global')
      cx.declare(cx.global, { kind: 'vars', vars: [d], span: d.span }, { scope: cx.global, fn: cx.outside });
    return { k: 'group', body: [], span: d.span };
  }
  if (d.storage.isThreadLocal) return threadVariable(cx, at, d);
  if (d.storage.isStatic) return staticVariable(cx, at, d);
  at.scope.hideType(d.id);
  if (at.scope.names.has(d.id))
    fail(d.idSpan, `'${d.id}' is declared twice in this block`, '', 'defined-twice');
  const special = variableLength(cx, at, d) ?? listVariable(cx, at, d);
  if (special !== null) return special;
  let v: LocalVar | null = null;
  // Its name is known in its own initialiser: `std::function<…> f = [&f] …`.
  const announce = (type: Type): void => {
    v = cx.newLocal(at.fn, d.id, d.storage.isConstexpr ? constOf(type) : type, 'variable');
    at.scope.names.set(d.id, { kind: 'local', v });
  };
  const { type, init: given } = typed(cx, at, d, announce);
  const t = d.storage.isConstexpr ? constOf(type) : type;
  const evaluate = d.storage.isConstexpr ? evaluatedConstant : evaluated;
  const init = t.isConst && isScalar(t) && given !== null ? evaluate(given) : given;
  if (d.storage.isConstexpr && init?.k === 'const') {
    const g = {
      name: d.id,
      type: t,
      offset: -1,
      init,
      guard: null,
      threadLocal: false,
      used: true,
      library: at.fn.library,
      span: d.span,
    };
    at.scope.names.set(d.id, { kind: 'global', g });
    cx.globals.push(g);
    return { k: 'block', body: [], end: d.span, span: d.span };
  }
  if (v === null) announce(type);
  if (v === null) return fail(d.span, 'a variable is expected here');
  return born(cx, v, t, init, d);
}

function born(cx: Checker, v: LocalVar, t: Type, init: Ex | null, d: VarDecl): Stm {
  if (t.kind !== 'reference') v.destroy = cx.destructorOf(t, d.span);
  if (t.isConst && init?.k === 'const' && isScalar(t)) v.constant = init;
  return { k: 'var', v, init, threadName: threadName(t, d.id), span: d.span };
}

/** `T a[n]` where n is no constant, as g++ takes it: a pointer to items that a hidden owner frees. */
function variableLength(cx: Checker, at: Place, d: VarDecl): Stm | null {
  const { type: node, span } = d;
  if (node.kind !== 'array' || node.size === null || d.init.kind !== 'none') return null;
  const n = cx.value(cx.expr(at, node.size));
  if (
    isKnown(n) &&
    (node.of.kind !== 'array' || node.of.size === null || isKnown(cx.value(cx.expr(at, node.of.size))))
  )
    return null;
  if (node.of.kind === 'array') return variableRows(cx, at, d, n, node.of);
  const item = cx.type(at.scope, node.of, at);
  const owning = cx.stdType('__variable_length', [item], span);
  const owner = cx.newLocal(at.fn, '', owning, 'temporary');
  const made = cx.construct(owning.plain, [cx.convert(n, INT, span)], at, span, 'direct');
  const v = cx.newLocal(at.fn, d.id, constOf(pointerTo(item)), 'variable');
  v.isVariableLength = true;
  at.scope.names.set(d.id, { kind: 'local', v });
  const items = b.load(b.field(b.local(owner, span), 'items_', pointerTo(item), 0, span));
  return { k: 'group', body: [born(cx, owner, owning, made, d), born(cx, v, v.type, items, d)], span };
}

/** `T a[n][m]` where one of them is no constant: a view of the rows, whose items a hidden owner frees. */
function variableRows(
  cx: Checker,
  at: Place,
  d: VarDecl,
  n: Ex,
  row: Extract<TypeNode, { kind: 'array' }>,
): Stm {
  const { span } = d;
  if (row.size === null || row.of.kind === 'array')
    return unsupported(
      span,
      'an array of three lengths that are no constants',
      'write the index out: a[(i * m + j) * k + l]',
    );
  const item = cx.type(at.scope, row.of, at);
  const length = cx.newLocal(at.fn, '', INT, 'temporary');
  const m = cx.convert(cx.value(cx.expr(at, row.size)), INT, span);
  const long = b.load(b.local(length, span));
  const owning = cx.stdType('__variable_length', [item], span);
  const owner = cx.newLocal(at.fn, '', owning, 'temporary');
  const all = b.binary('*', cx.convert(n, INT, span), long, INT, span);
  const made = cx.construct(owning.plain, [all], at, span, 'direct');
  const rows = cx.stdType('__rows', [item], span);
  const v = cx.newLocal(at.fn, d.id, rows, 'variable');
  v.isVariableLength = true;
  at.scope.names.set(d.id, { kind: 'local', v });
  const items = b.load(b.field(b.local(owner, span), 'items_', pointerTo(item), 0, span));
  const view = cx.construct(rows.plain, [items, long], at, span, 'direct');
  const body = [born(cx, length, INT, m, d), born(cx, owner, owning, made, d), born(cx, v, rows, view, d)];
  return { k: 'group', body, span };
}
const isKnown = (e: Ex): boolean => evaluated(e).k === 'const';

/** A std::initializer_list variable: its items live as long as it ([dcl.init.list]/6). */
function listVariable(cx: Checker, at: Place, d: VarDecl): Stm | null {
  const { type: node, init, span } = d;
  const list = init.kind === 'copy' ? init.value : init.kind === 'list' ? init.list : null;
  if (list?.kind !== 'braced' || list.items.length === 0) return null;
  let of: Type | null = null;
  const items = (): Arg[] => cx.args(at, list.items);
  if (node.kind === 'auto' && !node.decltypeAuto && init.kind === 'copy') {
    const [first] = items();
    if (first === undefined || first.k === 'braced') return fail(span, 'the list has no element type');
    of = decay(first.type);
  } else if (node.kind === 'named' && node.name.parts.at(-1)?.id === 'initializer_list') {
    const t = cx.type(at.scope, node, at);
    const arg = t.kind === 'class' && t.info.library === 'initializer_list' ? t.info.args[0] : undefined;
    of = arg?.kind === 'type' ? arg.type : null;
  }
  if (of === null) return null;
  const array = arrayOf(of.plain, list.items.length);
  const held = cx.newLocal(at.fn, '', array, 'temporary');
  const type = withConst(
    cx.stdType('initializer_list', [of.plain], span),
    node.kind === 'auto' && node.isConst,
  );
  const v = cx.newLocal(at.fn, d.id, type, 'variable');
  at.scope.names.set(d.id, { kind: 'local', v });
  const parts = [
    { offset: 0, init: cx.value(b.local(held, span)) },
    { offset: 1, init: b.int(list.items.length, span) },
  ];
  const view: Ex = { k: 'aggregate', parts, zero: false, type: type.plain, cat: 'p', span };
  const made = cx.construct(array, items(), at, span, 'list');
  return { k: 'group', body: [born(cx, held, array, made, d), born(cx, v, type, view, d)], span };
}

const threadName = (t: Type, id: string): string =>
  t.kind === 'class' && (t.info.library === 'thread' || t.info.library === 'jthread') ? id : '';
