/** Calls of functions that were found: parameters are made of arguments, default arguments filled in, values called ([expr.call]). */
import type { Span } from '../../bytecode/program';
import type { Expr } from '../ast';
import { fail } from '../diagnostics';
import type { Ex, Fn } from '../typed';
import * as b from './build';
import type { Arg, Checker, Place } from './context';
import { pointedMember } from './member-pointers';
import { expand } from './packs';
import { baseOffset, type ClassInfo, derivesFrom, type FunctionEntity, type Type } from './types';

/** Turns arguments into parameters: conversions, default arguments. `this` is not among them. */
export function passArgs(
  cx: Checker,
  r: { fn: Fn; entity: FunctionEntity | null },
  args: readonly Arg[],
  at: Place,
  span: Span,
): Ex[] {
  return r.fn.paramTypes.map((t, i) => {
    const a = args[i];
    if (a !== undefined) return passOne(cx, a, t, at, span);
    const given = r.entity?.decl.params[i]?.defaultValue;
    if (given === null || given === undefined || r.entity === null)
      return fail(span, `argument ${i + 1} of ${r.fn.name} is missing`);
    const scope = r.fn.scope ?? r.entity.scope;
    return passOne(cx, cx.arg({ scope, fn: at.fn, call: at.call ?? span }, given), t, at, span);
  });
}

function passOne(cx: Checker, a: Arg, t: Type, at: Place, span: Span): Ex {
  const e = cx.initFrom(a, t, at, a.span ?? span);
  // By-value class arguments live in the caller's frame until the end of the full expression.
  return t.kind === 'class' ? b.addressOf(cx.materialize(e, at.fn)) : e;
}

export function call(cx: Checker, fn: Fn, args: readonly Ex[], span: Span, virtualCall = false): Ex {
  const result = cx.resultOf(fn, span);
  const entity = fn.entity;
  const given = fn.hasThis && fn.cls !== null ? ownThis(args, fn.cls) : args;
  const type = result.kind === 'reference' ? result.to : result;
  const base = {
    type:
      result.kind === 'reference'
        ? b.addressOf({ k: 'nothing', type, cat: 'l', span }).type
        : type.kind === 'class'
          ? type.plain
          : type.plain,
    cat: 'p' as const,
    span,
  };
  let e: Ex;
  const slot = virtualCall && entity?.isVirtual === true && fn.cls !== null ? slotOf(fn.cls, entity) : -1;
  if (slot >= 0 && fn.cls !== null) e = { k: 'callVirtual', ...base, cls: fn.cls, slot, fn, args: given };
  else e = { k: 'call', ...base, fn: cx.use(fn, span), args: given };
  if (result.kind === 'reference') return b.deref(e, result.rvalue ? 'x' : 'l');
  return e;
}

/** The object as the class sees it that the function is a member of. */
function ownThis(args: readonly Ex[], cls: ClassInfo): readonly Ex[] {
  const [self, ...rest] = args;
  const of = self?.type.kind === 'pointer' && self.type.to.kind === 'class' ? self.type.to.info : null;
  if (self === undefined || of === null || baseOffset(of, cls) <= 0) return args;
  return [b.addressOf(b.asBase(b.deref(self), cls)), ...rest];
}

const slotOf = (cls: ClassInfo, entity: FunctionEntity): number =>
  cls.vtable.findIndex((v) => v.entity === entity);

/** An assignment or compound assignment by an operator function. */
export function callAssignment(cx: Checker, fn: Fn, args: readonly Ex[], span: Span): Ex {
  const e = call(cx, fn, args, span, true);
  const made = e.k === 'deref' ? e.pointer : e;
  if (made.k !== 'call' && made.k !== 'callVirtual') return e;
  const ordered: Ex = { ...made, rightFirst: true };
  return e.k === 'deref' ? { ...e, pointer: ordered } : ordered;
}

/** Calls a value: a function pointer, a lambda or another class with operator(). */
export function invoke(cx: Checker, callee: Ex, args: readonly Arg[], at: Place, span: Span): Ex {
  if (callee.type.kind === 'class') {
    cx.complete(callee.type.info, span);
    const e = callee.type.info.scope.own('operator()');
    if (e?.kind !== 'functions') return fail(span, `${callee.type.key} cannot be called`);
    const object = callee.cat === 'p' ? cx.materialize(callee, at.fn) : callee;
    const r = cx.resolve(e.list, { object, args, span, what: `${callee.type.key}::operator()` });
    return cx.call(
      r.fn,
      [...(r.fn.hasThis ? [b.addressOf(object)] : []), ...passArgs(cx, r, args, at, span)],
      span,
    );
  }
  const f = cx.value(callee);
  if (f.type.kind === 'memberPointer') return invokeMember(cx, f, args, at, span);
  const t = f.type.kind === 'pointer' ? f.type.to : f.type;
  if (t.kind !== 'function') return fail(span, `${callee.type.key} cannot be called`);
  if (args.length !== t.params.length)
    fail(span, `${t.params.length} arguments are needed, ${args.length} given`);
  const passed = t.params.map((p, i) => passOne(cx, args[i] as Arg, p, at, span));
  const type =
    t.result.kind === 'reference'
      ? b.addressOf({ k: 'nothing', type: t.result.to, cat: 'l', span }).type
      : t.result.plain;
  const e: Ex = { k: 'callPointer', callee: f, args: passed, type, cat: 'p', span };
  return t.result.kind === 'reference' ? b.deref(e, t.result.rvalue ? 'x' : 'l') : e;
}

/** The address of the object of class `of` that the argument is, points to or holds as a smart pointer. */
function objectOf(cx: Checker, object: Ex, of: ClassInfo, at: Place, span: Span): Ex {
  if (object.type.kind !== 'class') return object;
  const holder = object.cat === 'p' ? cx.materialize(object, at.fn) : object;
  if (derivesFrom(object.type.info, of)) return b.addressOf(holder);
  const get = object.type.info.scope.own('get');
  if (get?.kind !== 'functions') return fail(span, `${object.type.key} is no object of ${of.name}`);
  const r = cx.resolve(get.list, { object: holder, args: [], span, what: 'get' });
  return cx.call(r.fn, [b.addressOf(holder)], span);
}
/** INVOKE of a member function pointer: the first argument is the object, a pointer or a smart pointer to it ([func.require]). */
function invokeMember(cx: Checker, f: Ex, args: readonly Arg[], at: Place, span: Span): Ex {
  const first = args[0];
  if (f.type.kind !== 'memberPointer' || first === undefined || first.k === 'braced')
    return fail(span, 'a member function pointer needs its object');
  const t = f.type.to;
  if (t.kind !== 'function') {
    const o =
      first.type.kind === 'class' ? b.deref(objectOf(cx, first, f.type.of, at, span)) : cx.value(first);
    return pointedMember(o.type.kind === 'pointer' ? b.deref(o, 'l', true) : o, f, span);
  }
  if (args.length - 1 !== t.params.length)
    fail(span, `${t.params.length} arguments are needed behind the object, ${args.length - 1} given`);
  const object = objectOf(cx, cx.value(first), f.type.of, at, span);
  const type =
    t.result.kind === 'reference'
      ? b.addressOf({ k: 'nothing', type: t.result.to, cat: 'l', span }).type
      : t.result.plain;
  const passed = t.params.map((p, i) => passOne(cx, args[i + 1] as Arg, p, at, span));
  const e: Ex = {
    k: 'callPointer',
    callee: f,
    args: [...ownThis([b.addressOf(b.deref(object, 'l', true))], f.type.of), ...passed],
    type,
    cat: 'p',
    span,
  };
  return t.result.kind === 'reference' ? b.deref(e, t.result.rvalue ? 'x' : 'l') : e;
}

export function args(cx: Checker, at: Place, list: readonly Expr[]): Arg[] {
  return list.flatMap((e) =>
    e.kind === 'packExpansion'
      ? expand(at.scope, e.pattern, e.span, (scope) => cx.arg({ scope, fn: at.fn }, e.pattern))
      : [cx.arg(at, e)],
  );
}
