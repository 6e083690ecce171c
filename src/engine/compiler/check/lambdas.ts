/** Lambdas: a closure class with a field for each capture, and its operator(). */

import type { Span } from '../../bytecode/program';
import type { Expr, FunctionDecl, TypeNode } from '../ast';
import type { Ex, Fn } from '../typed';
import * as b from './build';
import { completeType, makeClass } from './classes';
import type { Checker, Place } from './context';
import { addField, close } from './fields';
import { self } from './names';
import { expand, namesIn } from './packs';
import { type CapturedPlace, Scope } from './scope';
import { fieldPlace, thisPlace } from './subobjects';
import { type ClassInfo, constOf, decay, dereferenced, functionType, referenceTo, type Type } from './types';

type Lambda = Extract<Expr, { kind: 'lambda' }>;
interface Captured {
  readonly id: string;
  /** The pack of which it is an element. */
  readonly pack?: string;
  readonly value: Ex;
  readonly byRef: boolean;
}

export function lambda(cx: Checker, at: Place, e: Lambda): Ex {
  const { span } = e;
  const outer = at.fn.cls?.isLambda === true ? at.fn.cls.name.replace(/^lambda in /, '') : at.fn.name;
  const scope = new Scope(at.scope, at.scope.library, '');
  const info = makeClass({
    name: `lambda in ${outer}`,
    scope,
    decl: null,
    library: '',
    template: null,
    args: [],
    isLambda: true,
  });
  const parts: { offset: number; init: Ex }[] = [];
  const packs = new Map<string, CapturedPlace[]>();
  for (const c of e.captures) if (c.pack) packs.set(c.id, []);
  for (const c of captures(cx, at, e)) {
    const type: Type = c.byRef ? referenceTo(c.value.type, false) : decay(c.value.type);
    completeType(cx, type, e.span);
    addField(info, c.id, type);
    const f = info.fields[info.fields.length - 1];
    if (f === undefined) continue;
    parts.push({
      offset: f.offset,
      init: c.byRef ? b.addressOf(c.value) : cx.initFrom(c.value, type, at, span),
    });
    const place = capturedPlace(info, f, span);
    if (c.pack === undefined) scope.names.set(c.id === '*this' ? 'this' : c.id, place);
    else packs.set(c.pack, [...(packs.get(c.pack) ?? []), place]);
    // The closure's own scope must not hide the capture behind a bare field name.
    info.scope.names.delete(c.id);
  }
  for (const [id, items] of packs) scope.names.set(id, { kind: 'placePack', items });
  close(info);
  info.state = 'complete';
  // Without captures it needs no closure, and converts to a function pointer.
  const decl = callOperator(e, info.fields.length === 0);
  cx.addFunction(
    info.scope,
    decl,
    e.templateParams.length === 0
      ? null
      : { kind: 'template', params: e.templateParams, requires: null, decl, span },
    info,
  );
  return { k: 'aggregate', parts, zero: false, type: info.type, cat: 'p', span };
}

/** What the name of a captured variable stands for in the body: a member of the closure. */
function capturedPlace(info: ClassInfo, f: ClassInfo['fields'][number], span: Span): CapturedPlace {
  return {
    kind: 'place',
    owner: info,
    make: (fn) => {
      const cell = fieldPlace(thisPlace(fn, span), f, span);
      if (f.name === 'this') return b.load(cell);
      if (f.name === '*this') return b.addressOf(fn.isConst ? { ...cell, type: constOf(cell.type) } : cell);
      return f.type.kind === 'reference'
        ? b.deref(b.load(cell))
        : {
            ...cell,
            type: fn.isConst ? { ...cell.type, isConst: true, plain: cell.type.plain } : cell.type,
          };
    },
  };
}

/** The closure's function call operator, as if it had been written ([expr.prim.lambda.closure]). */
function callOperator(e: Lambda, isStatic: boolean): FunctionDecl {
  const { span } = e;
  const auto: TypeNode = { kind: 'auto', isConst: false, decltypeAuto: false, span };
  return {
    kind: 'function',
    name: { kind: 'name', global: false, parts: [{ id: 'operator()', span }], span },
    role: 'plain',
    result: e.result ?? auto,
    params: e.params,
    isConst: !e.mutable,
    isStatic,
    isVirtual: false,
    isOverride: false,
    isExplicit: false,
    isNoexcept: e.isNoexcept,
    mayThrow: false,
    noexceptIf: null,
    requires: e.requires,
    isConstexpr: false,
    refQualifier: '',
    inits: [],
    body: e.body,
    handlers: [],
    special: '',
    span,
  };
}

/** The function that a lambda without captures converts to; null where it does not have that type. */
export function lambdaFunction(cx: Checker, info: ClassInfo, to: Type, span: Span): Fn | null {
  const call = info.scope.own('operator()');
  const entity = call?.kind === 'functions' ? call.list[0] : undefined;
  if (entity === undefined || to.kind !== 'pointer' || to.to.kind !== 'function') return null;
  const want = to.to;
  const args = want.params.map(
    (t): Ex => ({
      k: 'nothing',
      type: dereferenced(t),
      cat: t.kind === 'reference' && !t.rvalue ? 'l' : 'p',
      span,
    }),
  );
  const values = entity.template === null ? null : cx.deduce(entity, [], args, span);
  if (entity.template !== null && values === null) return null;
  const fn = cx.instance(entity, values, span);
  const same = functionType(cx.resultOf(fn, span), fn.paramTypes) === want;
  return same ? fn : null;
}

/** Explicit captures, then what a default captures: every local that the body names. */
function captures(cx: Checker, at: Place, e: Lambda): Captured[] {
  const out: Captured[] = [];
  const has = (id: string): boolean =>
    out.some((c) => c.id === id || c.pack === id || (id === 'this' && c.id === '*this'));
  for (const c of e.captures) {
    if (c.id === '*this') out.push({ id: '*this', value: self(at, c.span), byRef: false });
    else if (c.id === 'this')
      out.push({ id: 'this', value: cx.expr(at, { kind: 'this', span: c.span }), byRef: false });
    else if (c.pack) {
      const { init } = c;
      const name: Expr = init ?? {
        kind: 'name',
        global: false,
        parts: [{ id: c.id, span: c.span }],
        span: c.span,
      };
      const values = expand(at.scope, name, c.span, (scope) => cx.expr({ scope, fn: at.fn }, name));
      values.forEach((value, i) => {
        out.push({ id: `${c.id}...${i}`, pack: c.id, value, byRef: c.byRef });
      });
    } else if (c.init !== null) {
      const value = cx.expr(at, c.init);
      out.push({ id: c.id, value, byRef: c.byRef });
    } else
      out.push({
        id: c.id,
        value: cx.expr(at, {
          kind: 'name',
          global: false,
          parts: [{ id: c.id, span: c.span }],
          span: c.span,
        }),
        byRef: c.byRef,
      });
  }
  if (e.captureDefault === '') return out;
  const own = new Set(e.params.map((p) => p.id));
  for (const id of new Set(namesIn([e.body, e.params]))) {
    if (has(id) || own.has(id)) continue;
    const found = id === 'this' ? undefined : at.scope.find(id);
    const ref = e.captureDefault === '&';
    if (found?.kind === 'local' && found.v.owner === at.fn)
      out.push({ id, value: b.local(found.v, e.span), byRef: ref });
    else if (found?.kind === 'place' && (found.owner === at.fn || found.owner === at.fn.cls))
      out.push({ id, value: found.make(at.fn), byRef: ref });
    else if (found?.kind === 'localPack' || found?.kind === 'placePack')
      found.items.forEach((item, i) => {
        const value = 'make' in item ? item.make(at.fn) : b.local(item, e.span);
        out.push({ id: `${id}...${i}`, pack: id, value, byRef: ref });
      });
    else if (!has('this') && needsThis(at, id, found))
      out.push({ id: 'this', value: cx.expr(at, { kind: 'this', span: e.span }), byRef: false });
  }
  return out;
}
function needsThis(at: Place, id: string, found: ReturnType<Scope['find']>): boolean {
  if (!at.fn.hasThis) return false;
  if (id === 'this' || found?.kind === 'field') return true;
  return (
    found?.kind === 'functions' &&
    found.list.some((f) => f.cls !== null && !f.cls.isLambda && !f.decl.isStatic)
  );
}
