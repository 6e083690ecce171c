/** Expressions as written → typed expressions. One case per kind of syntax; calls, operators, lambdas and builtins have their own files. */
import { assertNever } from '../../../base/assert';
import type { Span } from '../../bytecode/program';
import type { Expr, Name, TypeNode } from '../ast';
import { CompileError, fail, unsupported } from '../diagnostics';
import type { Category, Ex } from '../typed';
import * as b from './build';
import { passArgs } from './calls';
import { isMutable, needsConcrete } from './classes';
import type { Arg, Checker, Place } from './context';
import { fieldPlace, thisPlace } from './functions';
import { assign, overloadedUnary, promoted, step } from './operators';
import { lookup, namesPack, spell, typeOfEntity } from './resolve';
import type { Entity } from './scope';
import {
  BOOL,
  bytesOf,
  CHAR,
  type ClassInfo,
  constOf,
  decay,
  derivesFrom,
  type FunctionEntity,
  functionType,
  INT,
  isArithmetic,
  isScalar,
  LONG,
  memberPointerTo,
  NULLPTR,
  pointerTo,
  type TemplateValue,
  type Type,
  UINT,
  ULONG,
  VOID,
  withConst,
} from './types';

export function arg(cx: Checker, at: Place, e: Expr): Arg {
  if (e.kind === 'braced')
    return {
      k: 'braced',
      items: cx.args(at, e.items),
      span: e.span,
      ...(e.designators === undefined ? {} : { designators: e.designators }),
    };
  return expr(cx, at, e);
}

/** What goes wrong inside the library while one of the user's expressions is checked is told at that expression. */
export function expr(cx: Checker, at: Place, e: Expr): Ex {
  if (e.span.file !== 0) return checked(cx, at, e);
  try {
    return checked(cx, at, e);
  } catch (error) {
    if (error instanceof CompileError && error.diagnostic.span.file !== 0)
      throw new CompileError({ ...error.diagnostic, span: e.span });
    throw error;
  }
}
function checked(cx: Checker, at: Place, e: Expr): Ex {
  const { span } = e;
  switch (e.kind) {
    case 'int': {
      const big = e.value > 0x7fffffffn;
      const t =
        e.suffix.long || e.value > 0xffffffffn || (big && !e.suffix.unsigned)
          ? e.suffix.unsigned
            ? ULONG
            : LONG
          : e.suffix.unsigned
            ? UINT
            : INT;
      return b.constant(t, e.value, span);
    }
    case 'char':
      return b.constant(CHAR, BigInt(e.value), span);
    case 'bool':
      return b.bool(e.value, span);
    case 'nullptr':
      return b.constant(NULLPTR, 0n, span);
    case 'string':
      return { k: 'string', text: e.value, type: pointerTo(constOf(CHAR)), cat: 'p', span };
    case 'float':
      return unsupported(span, 'a floating-point value', 'use whole numbers');
    case 'suffixed':
      return suffixed(cx, at, e.value, e.suffix, span);
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
    case 'assign': {
      const left = expr(cx, at, e.left);
      if (e.op === '=' && e.right.kind === 'braced')
        return assign(cx, at, left, cx.initFrom(arg(cx, at, e.right), left.type.plain, at, span), span);
      return cx.binary(at, e.op, left, expr(cx, at, e.right), span);
    }
    case 'conditional':
      return conditional(cx, at, e);
    case 'call':
      return call(cx, at, e);
    case 'index':
      return index(cx, at, expr(cx, at, e.object), arg(cx, at, e.index), span);
    case 'member':
      return memberAccess(cx, at, e);
    case 'memberPointer': {
      const object = expr(cx, at, e.object);
      return fail(object.span, 'a member pointer must be called at once', 'write (object.*pointer)(…)');
    }
    case 'construct': {
      const args = cx.args(at, e.args);
      const t = constructed(cx, at, e.type, args, span);
      needsConcrete(cx, t, span);
      return cx.construct(t, args, at, span, e.braced ? 'list' : 'direct');
    }
    case 'braced':
      return fail(span, 'a braced list cannot stand here', 'write the type before it');
    case 'cast':
      return cast(cx, at, e);
    case 'new':
      return makeNew(cx, at, e);
    case 'delete': {
      const p = cx.value(expr(cx, at, e.arg));
      if (e.array && p.type.kind === 'pointer' && cx.destructorOf(p.type.to, span) !== null)
        unsupported(span, 'delete[] of objects with a destructor', 'use std::vector<T>');
      return makeDelete(cx, at, p, span);
    }
    case 'lambda':
      return cx.lambda(at, e);
    case 'sizeof': {
      const t =
        e.type !== null ? cx.type(at.scope, e.type, at) : e.arg !== null ? expr(cx, at, e.arg).type : INT;
      if (t.kind === 'class') cx.complete(t.info, span);
      return b.constant(ULONG, BigInt(bytesOf(t).size), span);
    }
    case 'sizeofPack': {
      const p = at.scope.find(e.id);
      const n =
        p?.kind === 'localPack'
          ? p.items.length
          : p?.kind === 'templateValue' && p.value.kind === 'pack'
            ? p.value.items.length
            : fail(span, `'${e.id}' is not a pack`);
      return b.constant(ULONG, BigInt(n), span);
    }
    case 'fold':
      return fold(cx, at, e);
    case 'packExpansion':
      return fail(span, 'a pack cannot be expanded here');
    case 'throw':
      return unsupported(span, 'throw', 'return an error value, or assert');
    default:
      return assertNever(e);
  }
}

const self = (at: Place, span: Span): Ex => {
  if (at.fn.cls?.isLambda !== true) return thisPlace(at.fn, span);
  const captured = at.scope.find('this');
  if (captured?.kind !== 'place' || captured.owner !== at.fn.cls)
    return fail(span, "the lambda does not capture 'this'", 'write [this] or [&]');
  return b.deref(captured.make(at.fn));
};

/** `10ms`: a std::chrono duration. */
function suffixed(cx: Checker, at: Place, value: bigint, suffix: string, span: Span): Ex {
  const f = cx.std.find(`__suffix_${suffix}`);
  if (f?.kind !== 'functions')
    return unsupported(span, `the literal suffix '${suffix}'`, 'write the call it stands for');
  const a = b.constant(ULONG, value, span);
  const r = cx.resolve(f.list, null, null, [a], span, suffix);
  return cx.call(r.fn, passArgs(cx, r, [a], at, span), span);
}

// ── names ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function named(cx: Checker, at: Place, name: Name): Ex {
  return entityValue(cx, at, lookup(cx, at, name), name);
}
function entityValue(cx: Checker, at: Place, e: Entity, name: Name): Ex {
  const { span } = name;
  switch (e.kind) {
    case 'local':
      // Outside of all functions only what is not evaluated names one: the decltype of a result.
      if (e.v.owner === at.fn || at.fn === cx.outside) return b.local(e.v, span);
      if (e.v.constant !== null) return { ...e.v.constant, span };
      return fail(span, `'${e.v.name}' belongs to an enclosing function`, 'capture it');
    case 'place':
      if (e.owner !== at.fn && e.owner !== at.fn.cls)
        fail(span, `'${spell(name)}' belongs to an enclosing function`, 'capture it');
      return { ...e.make(at.fn), span };
    case 'field': {
      const f = member(cx, self(at, span), e.name, span);
      return f ?? fail(span, `'${e.name}' is a member of ${e.cls.name}, and there is no object here`);
    }
    case 'global':
      return b.globalPlace(e.g, span);
    case 'constant':
      return b.constant(e.type, BigInt(e.value), span);
    case 'templateValue':
      if (e.value.kind === 'value') return b.constant(INT, BigInt(e.value.value), span);
      return fail(span, `'${spell(name)}' is not a value`);
    case 'functions':
      return functionValue(cx, at, e.list, name);
    case 'localPack':
      return fail(span, `'${spell(name)}' is a pack`, 'expand it with ...');
    default:
      return fail(span, `'${spell(name)}' is not a value`);
  }
}
const templateArgsOf = (cx: Checker, at: Place, name: Name): TemplateValue[] | null => {
  const args = name.parts[name.parts.length - 1]?.args;
  return args === undefined ? null : cx.templateArgs(at.scope, args);
};
function functionValue(cx: Checker, at: Place, list: readonly FunctionEntity[], name: Name): Ex {
  const explicit = templateArgsOf(cx, at, name);
  const one = list.length === 1 ? list[0] : list.find((f) => (f.template === null) === (explicit === null));
  if (one === undefined)
    return fail(name.span, `'${spell(name)}' has several versions; which is meant is not clear`);
  if (one.template !== null && explicit === null)
    return fail(name.span, `'${spell(name)}' is a template`, 'name its arguments');
  const fn = cx.use(cx.instance(one, explicit, name.span), name.span);
  const t = functionType(cx.resultOf(fn, name.span), fn.paramTypes);
  return {
    k: 'function',
    fn,
    type: fn.hasThis && fn.cls !== null ? memberPointerTo(fn.cls, t) : t,
    cat: fn.hasThis ? 'p' : 'l',
    span: name.span,
  };
}

// ── members ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A data member of a class place (or one of its base); null if there is none of that name. */
export function member(cx: Checker, object: Ex, id: string, span: Span): Ex | null {
  if (object.type.kind !== 'class') return null;
  cx.complete(object.type.info, span);
  for (let c: ClassInfo | null = object.type.info; c !== null; c = c.base) {
    const f = c.fields.find((x) => x.name === id);
    if (f === undefined) continue;
    const cell = fieldPlace(object, f, span);
    if (f.type.kind === 'reference') return b.deref(b.load(cell));
    const isConst = f.type.isConst || (object.type.isConst && !isMutable(c, id));
    return { ...cell, type: withConst(f.type, isConst) };
  }
  return null;
}

/** The class place `e` in `e.m` or `e->m`; operator-> is applied as often as needed. `check`: a null object is a finding here. */
function objectOf(cx: Checker, at: Place, e: Extract<Expr, { kind: 'member' }>): Ex {
  let object = expr(cx, at, e.object);
  if (!e.arrow)
    return object.cat === 'p' && object.type.kind === 'class' ? cx.materialize(object, at.fn) : object;
  for (let i = 0; object.type.kind === 'class' && i < 8; i++) {
    const through = overloadedUnary(cx, at, '->', object, [], e.span);
    if (through === null) return fail(e.span, `${object.type.key} has no operator ->`, 'use .');
    object = through;
  }
  const p = cx.value(object);
  if (p.type.kind !== 'pointer') return fail(e.span, `${p.type.key} is not a pointer`, 'use .');
  return { ...b.deref(p, 'l', !isThis(p)), span: e.span };
}
const isThis = (p: Ex): boolean => p.k === 'load' && p.place.k === 'local' && p.place.v.role === 'this';

const TIMED =
  /^(try_)?(wait|lock|acquire|lock_shared)_(for|until)$|^(wait|try_lock|try_acquire)_(for|until)$/;
function noMember(t: Type, id: string, span: Span): never {
  const name = t.kind === 'class' ? t.info.name : t.key;
  if (t.kind === 'class' && t.info.library !== '' && TIMED.test(id))
    unsupported(
      span,
      'waiting with a time-out',
      `use ${id.replace(/_(for|until)$/, '')}: time does not pass here`,
    );
  return fail(span, `${name} has no member '${id}'`, t.kind === 'pointer' ? 'write -> after a pointer' : '');
}
function memberAccess(cx: Checker, at: Place, e: Extract<Expr, { kind: 'member' }>): Ex {
  const object = objectOf(cx, at, e);
  const id = e.member.parts[e.member.parts.length - 1]?.id ?? '';
  if (object.type.kind !== 'class') return noMember(object.type, id, e.member.span);
  const f = member(cx, object, id, e.span);
  if (f !== null) return { ...f, span: e.span };
  const found = object.type.info.scope.own(id);
  if (found?.kind === 'global') return b.globalPlace(found.g, e.span);
  if (found?.kind === 'constant') return b.constant(found.type, BigInt(found.value), e.span);
  if (found?.kind === 'functions')
    return fail(e.member.span, `the function '${id}' must be called`, 'add ()');
  return noMember(object.type, id, e.member.span);
}

// ── calls ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function call(cx: Checker, at: Place, e: Extract<Expr, { kind: 'call' }>): Ex {
  const { span } = e;
  const callee = e.callee.kind === 'paren' ? e.callee.inner : e.callee;
  if (callee.kind === 'memberPointer') return callMemberPointer(cx, at, callee, e.args, span);
  if (callee.kind === 'member') return callMember(cx, at, callee, e.args, span);
  if (callee.kind !== 'name') return cx.invoke(expr(cx, at, e.callee), cx.args(at, e.args), at, span);
  const last = callee.parts[callee.parts.length - 1];
  const id = last?.id ?? '';
  const made = cx.builtin(at, id, last?.args, e.args, span);
  if (made !== null) return made;
  const args = cx.args(at, e.args);
  const found = findCallee(cx, at, callee, args);
  const t = typeOfEntity(found);
  if (t !== null) return cx.construct(t, args, at, span, 'direct');
  if (found.kind === 'classTemplate')
    return cx.construct(deduceClass(cx, found, args, span), args, at, span, 'direct');
  if (found.kind !== 'functions') return cx.invoke(entityValue(cx, at, found, callee), args, at, span);
  const isMember = found.list.some((f) => f.cls !== null && !f.decl.isStatic);
  const object = isMember ? implicitObject(at, found.list, span) : null;
  const r = cx.resolve(found.list, templateArgsOf(cx, at, callee), object, args, span, spell(callee));
  const passed = passArgs(cx, r, args, at, span);
  // Qualified calls (Base::f()) are never virtual.
  if (r.fn.hasThis && object !== null)
    return cx.call(r.fn, [b.addressOf(upcast(object, r.fn.cls)), ...passed], span, callee.parts.length === 1);
  return cx.call(r.fn, passed, span);
}
const upcast = (object: Ex, cls: ClassInfo | null): Ex =>
  cls !== null &&
  object.type.kind === 'class' &&
  object.type.info !== cls &&
  derivesFrom(object.type.info, cls)
    ? b.asBase(object, cls)
    : object;
function implicitObject(at: Place, list: readonly FunctionEntity[], span: Span): Ex | null {
  if (list.every((f) => f.decl.isStatic)) return null;
  try {
    return self(at, span);
  } catch {
    return null;
  }
}
/** Ordinary lookup; for an unqualified name nobody declared, the namespaces of the arguments' classes (ADL). */
function findCallee(cx: Checker, at: Place, callee: Name, args: readonly Arg[]): Entity {
  const id = callee.parts[0]?.id ?? '';
  if (callee.parts.length === 1 && !callee.global && at.scope.find(id) === undefined) {
    for (const a of args) {
      if (a.k === 'braced') continue;
      const t = a.type;
      for (let s = t.kind === 'class' ? t.info.scope : null; s !== null; s = s.parent) {
        const f = s.cls === null ? s.names.get(id) : undefined;
        if (f?.kind === 'functions') return f;
      }
    }
  }
  return lookup(cx, at, callee);
}

function callMember(
  cx: Checker,
  at: Place,
  callee: Extract<Expr, { kind: 'member' }>,
  list: readonly Expr[],
  span: Span,
): Ex {
  const object = objectOf(cx, at, callee);
  const last = callee.member.parts[callee.member.parts.length - 1];
  const id = last?.id ?? '';
  if (id.startsWith('~')) return cx.destroy(object, span) ?? b.nothing(span);
  if (object.type.kind !== 'class') return noMember(object.type, id, callee.member.span);
  cx.complete(object.type.info, span);
  const found = object.type.info.scope.own(id);
  if (found?.kind !== 'functions') {
    const f = member(cx, object, id, span);
    if (f !== null) return cx.invoke(f, cx.args(at, list), at, span);
    return noMember(object.type, id, callee.member.span);
  }
  const args = cx.args(at, list);
  const explicit = last?.args === undefined ? null : cx.templateArgs(at.scope, last.args);
  const r = cx.resolve(found.list, explicit, object, args, span, `${object.type.info.name}::${id}`);
  const passed = passArgs(cx, r, args, at, span);
  if (!r.fn.hasThis) return cx.call(r.fn, passed, span);
  return cx.call(
    r.fn,
    [b.addressOf(upcast(object, r.fn.cls)), ...passed],
    span,
    callee.member.parts.length === 1,
  );
}
function callMemberPointer(
  cx: Checker,
  at: Place,
  e: Extract<Expr, { kind: 'memberPointer' }>,
  list: readonly Expr[],
  span: Span,
): Ex {
  const o = expr(cx, at, e.object);
  const object = e.arrow ? b.deref(cx.value(o), 'l', true) : o.cat === 'p' ? cx.materialize(o, at.fn) : o;
  return cx.invoke(expr(cx, at, e.pointer), [object, ...cx.args(at, list)], at, span);
}

/** The type in `T(…)`; for a template without arguments, deduced from a constructor's parameters (CTAD). */
export function constructed(cx: Checker, at: Place, node: TypeNode, args: readonly Arg[], span: Span): Type {
  if (node.kind === 'auto') {
    const [only, more] = args;
    if (only === undefined || more !== undefined || only.k === 'braced')
      return fail(span, 'auto(…) takes one value');
    return decay(only.type);
  }
  if (node.kind === 'named') {
    const e = lookup(cx, at, node.name);
    if (e.kind === 'classTemplate') return deduceClass(cx, e, args, span);
  }
  return cx.type(at.scope, node, at);
}
export function deduceClass(
  cx: Checker,
  template: Extract<Entity, { kind: 'classTemplate' }>,
  args: readonly Arg[],
  span: Span,
): Type {
  const only = args.length === 1 ? args[0] : undefined;
  if (
    only !== undefined &&
    only.k !== 'braced' &&
    only.type.kind === 'class' &&
    only.type.info.template === template
  )
    return only.type.plain;
  for (const decl of [template.decl, ...template.specializations]) {
    if (decl.decl.kind !== 'class') continue;
    for (const m of decl.decl.members ?? []) {
      const f =
        m.kind === 'function' ? m : m.kind === 'template' && m.decl.kind === 'function' ? m.decl : null;
      if (f === null || f.role !== 'constructor' || f.special === 'delete') continue;
      const required = f.params.filter((p) => p.defaultValue === null && !p.pack).length;
      if (
        args.length < required ||
        (args.length > f.params.length && f.params[f.params.length - 1]?.pack !== true)
      )
        continue;
      const params = [...decl.params, ...(m.kind === 'template' ? m.params : [])];
      const entity: FunctionEntity = {
        name: template.name,
        decl: f,
        template: { ...decl, params },
        scope: template.scope,
        cls: null,
        library: template.library,
        instances: new Map(),
        isVirtual: false,
      };
      const values = cx.deduce(entity, [], args, span);
      if (values === null) continue;
      const own = values.slice(0, decl.params.length);
      if (decl === template.decl) return cx.classInstance(template, own, span).type;
      const bound = new Map(decl.params.map((p, i) => [p.id, own[i]]));
      const named = (decl.decl.name?.args ?? []).map((a) =>
        a.kind === 'type' && a.type.kind === 'named' ? bound.get(a.type.name.parts[0]?.id ?? '') : undefined,
      );
      if (named.every((v) => v !== undefined))
        return cx.classInstance(template, named as TemplateValue[], span).type;
    }
  }
  return fail(
    span,
    `the template arguments of ${template.name} cannot be deduced here`,
    `write ${template.name}<…>`,
  );
}

// ── the rest ───────────────────────────────────────────────────────────────────────────────────────────────────────

function unary(cx: Checker, at: Place, e: Extract<Expr, { kind: 'unary' }>): Ex {
  const { span } = e;
  if (e.op === '&' && e.arg.kind === 'name') {
    const f = lookup(cx, at, e.arg);
    if (f.kind === 'functions') return cx.value(functionValue(cx, at, f.list, e.arg));
  }
  const a = expr(cx, at, e.arg);
  switch (e.op) {
    case '++':
    case '--':
    case 'post++':
    case 'post--':
      return step(cx, at, e.op, a, span);
    case '&':
      if (a.cat === 'p') fail(span, 'the address of a temporary cannot be taken');
      return { ...b.addressOf(a), span };
    case '*': {
      if (a.type.kind === 'class')
        return overloadedUnary(cx, at, '*', a, [], span) ?? fail(span, `${a.type.key} has no operator *`);
      const p = cx.value(a);
      if (p.type.kind !== 'pointer') return fail(span, `${p.type.key} is not a pointer`);
      if (p.type.to.kind === 'function') return p;
      return { ...b.deref(p), span };
    }
    case '!':
      if (a.type.kind === 'class') {
        const o = overloadedUnary(cx, at, '!', a, [], span);
        if (o !== null) return o;
      }
      return b.unary('!', cx.condition(a), span);
    default: {
      if (a.type.kind === 'class') {
        const o = overloadedUnary(cx, at, e.op, a, [], span);
        if (o !== null) return o;
      }
      const v = cx.value(a);
      const t = promoted(v.type);
      if (!isArithmetic(t)) fail(span, `${v.type.key} has no operator ${e.op}`);
      const w = cx.convert(v, t, span);
      return e.op === '+' ? w : b.unary(e.op, w, span);
    }
  }
}

function conditional(cx: Checker, at: Place, e: Extract<Expr, { kind: 'conditional' }>): Ex {
  const cond = cx.condition(expr(cx, at, e.cond));
  const x = expr(cx, at, e.then);
  const y = expr(cx, at, e.else);
  const { span } = e;
  const choose = (then: Ex, other: Ex, type: Type, cat: Category): Ex => ({
    k: 'conditional',
    cond,
    then,
    else: other,
    type,
    cat,
    span,
  });
  if (x.type.kind === 'void' || y.type.kind === 'void') return choose(x, y, VOID, 'p');
  if (x.cat === 'l' && y.cat === 'l' && x.type === y.type) return choose(x, y, x.type, 'l');
  if (x.type.kind === 'class' || y.type.kind === 'class') {
    const shared = commonClass(x, y);
    if (shared !== null) {
      const seen = (place: Ex): Ex =>
        place.type.kind === 'class' && place.type.info === shared ? place : b.asBase(place, shared);
      return choose(seen(x), seen(y), withConst(shared.type, x.type.isConst || y.type.isConst), 'l');
    }
    const toX = x.type.kind === 'class' && Number.isFinite(cx.rank(y, x.type.plain));
    const t = toX ? x.type.plain : y.type.plain;
    return choose(cx.initFrom(x, t, at, span), cx.initFrom(y, t, at, span), t, 'p');
  }
  const left = cx.value(x);
  const right = cx.value(y);
  let t = left.type;
  if (left.type.plain !== right.type.plain) {
    if (isArithmetic(promoted(left.type)) && isArithmetic(promoted(right.type)))
      t = cx.binary(at, '+', left, right, span).type;
    // Pointers: nullptr to the other, a derived class to its base, T* to const T*.
    else if (!Number.isFinite(cx.rank(right, left.type))) t = right.type;
  }
  return choose(cx.convert(left, t, span), cx.convert(right, t, span), t.plain, 'p');
}
/** Two places of one class, or of a class and its base: the class both can be seen as. */
function commonClass(x: Ex, y: Ex): ClassInfo | null {
  if (x.cat !== 'l' || y.cat !== 'l' || x.type.kind !== 'class' || y.type.kind !== 'class') return null;
  if (derivesFrom(x.type.info, y.type.info)) return y.type.info;
  return derivesFrom(y.type.info, x.type.info) ? x.type.info : null;
}

function index(cx: Checker, at: Place, object: Ex, i: Arg, span: Span): Ex {
  if (object.type.kind === 'class') {
    cx.complete(object.type.info, span);
    const f = object.type.info.scope.own('operator[]');
    if (f?.kind !== 'functions') return fail(span, `${object.type.key} has no operator []`);
    const o = object.cat === 'p' ? cx.materialize(object, at.fn) : object;
    const r = cx.resolve(f.list, null, o, [i], span, `${object.type.key}::operator[]`);
    return cx.call(r.fn, [b.addressOf(o), ...passArgs(cx, r, [i], at, span)], span);
  }
  if (i.k === 'braced') return fail(span, 'a braced list is no index');
  const at32 = cx.convert(cx.value(i), INT, span);
  if (object.type.kind === 'array') {
    b.markAddressed(object);
    return {
      k: 'element',
      array: object,
      index: at32,
      length: object.type.length,
      type: object.type.of,
      cat: object.cat === 'p' ? 'x' : object.cat,
      span,
    };
  }
  const p = cx.value(object);
  if (p.type.kind !== 'pointer') return fail(span, `${p.type.key} cannot be indexed`);
  return b.deref({ k: 'pointerAdd', pointer: p, index: at32, negate: false, type: p.type, cat: 'p', span });
}

function cast(cx: Checker, at: Place, e: Extract<Expr, { kind: 'cast' }>): Ex {
  const { span } = e;
  const t = cx.type(at.scope, e.type, at);
  if (e.style === 'dynamic')
    unsupported(span, 'dynamic_cast', 'use a virtual function, or static_cast where the type is known');
  const a = expr(cx, at, e.arg);
  if (t.kind === 'void') return b.comma(cx.discard(a, at.fn), b.nothing(span));
  if (t.kind === 'reference') {
    const place = a.cat === 'p' ? cx.materialize(a, at.fn) : a;
    return { ...b.deref({ ...b.addressOf(place), type: pointerTo(t.to) }, t.rvalue ? 'x' : 'l'), span };
  }
  if (t.kind === 'class') return cx.initFrom(a, t, at, span, true);
  if (a.type.kind === 'class') return cx.convert(a, t, span, true);
  const v = cx.value(a);
  if (isScalar(v.type) && isScalar(t)) {
    const pointers = t.kind === 'pointer' && (v.type.kind === 'pointer' || v.type.kind === 'nullptr');
    if (pointers) return { ...v, type: t.plain };
    if (t.kind === 'pointer' || v.type.kind === 'pointer') {
      if (t.kind === 'bool') return b.convertScalar(v, BOOL, span);
      return unsupported(span, 'a cast between pointers and numbers', 'keep pointers as pointers');
    }
    return b.convertScalar(v, t, span);
  }
  return cx.convert(v, t, span);
}

function makeNew(cx: Checker, at: Place, e: Extract<Expr, { kind: 'new' }>): Ex {
  const { span } = e;
  if (e.placement !== null) unsupported(span, 'placement new', 'use std::optional or a container');
  if (e.count !== null) return newArray(cx, at, e, e.count);
  const args = cx.args(at, e.args);
  const t = constructed(cx, at, e.type, args, span);
  needsConcrete(cx, t, span);
  const init = !e.valueInit
    ? cx.initialize(t, { kind: 'none' }, at, span)
    : cx.construct(t, args, at, span, e.braced ? 'list' : 'direct');
  return { k: 'new', of: t, init, type: pointerTo(t), cat: 'p', span };
}
/** `new T[n]`; the number of elements is not kept, so what must be destroyed is left to std::vector. */
function newArray(cx: Checker, at: Place, e: Extract<Expr, { kind: 'new' }>, size: Expr): Ex {
  const { span } = e;
  const t = cx.type(at.scope, e.type, at);
  if (t.kind === 'class') cx.complete(t.info, span);
  if (cx.destructorOf(t, span) !== null)
    unsupported(span, 'new T[n] of a class with a destructor', 'use std::vector<T>');
  if (e.args.length > 0) unsupported(span, 'new T[n] with values', 'use std::vector<T>, or assign them');
  const n = cx.convert(cx.value(expr(cx, at, size)), INT, span);
  const blank = cx.initialize(t, { kind: 'none' }, at, span) === null && !e.valueInit;
  const f = cx.std.find(blank ? '__new_blank' : '__new_items');
  if (f?.kind !== 'functions') return fail(span, 'the headers are not loaded');
  const r = cx.resolve(f.list, [{ kind: 'type', type: t.plain }], null, [n], span, 'new');
  return cx.call(r.fn, passArgs(cx, r, [n], at, span), span);
}
function makeDelete(cx: Checker, at: Place, p: Ex, span: Span): Ex {
  if (p.type.kind !== 'pointer') return fail(span, `${p.type.key} cannot be deleted`);
  if (p.type.to.kind === 'class') cx.complete(p.type.to.info, span);
  const f = cx.std.find('__delete');
  if (f?.kind !== 'functions') return fail(span, 'the headers are not loaded');
  const r = cx.resolve(
    f.list,
    [{ kind: 'type', type: p.type.to.plain }],
    null,
    [{ ...p, type: pointerTo(p.type.to.plain) }],
    span,
    'delete',
  );
  return cx.call(r.fn, passArgs(cx, r, [{ ...p, type: pointerTo(p.type.to.plain) }], at, span), span);
}

/** ([expr.prim.fold]) `(e op …)` and `(e op … op init)` group from the right, the other two from the left. */
function fold(cx: Checker, at: Place, e: Extract<Expr, { kind: 'fold' }>): Ex {
  const { left, right, op, span } = e;
  const fromRight = right === null || (left !== null && namesPack(at.scope, left));
  const pack = fromRight ? left : right;
  const init = fromRight ? right : left;
  if (pack === null) return fail(span, 'an empty fold');
  const items = cx
    .args(at, [{ kind: 'packExpansion', pattern: pack, span }])
    .map((a) => (a.k === 'braced' ? fail(span, 'a braced list in a fold') : a));
  const start = init === null ? [] : [expr(cx, at, init)];
  const all = fromRight ? [...items, ...start] : [...start, ...items];
  if (all.length === 0)
    return op === '&&' ? b.bool(true, span) : op === '||' ? b.bool(false, span) : b.nothing(span);
  return fromRight
    ? all.reduceRight((sum, x) => cx.binary(at, op, x, sum, span))
    : all.reduce((sum, x) => cx.binary(at, op, sum, x, span));
}
