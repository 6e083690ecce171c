/** Expressions as written → typed expressions. One case per kind of syntax; calls, operators, lambdas and builtins have their own files. */
import { assertNever } from '../../../base/assert';
import { NEW } from '../../bytecode/opcodes';
import type { Span } from '../../bytecode/program';
import type { Expr, Name } from '../ast';
import { fail, unsupported } from '../diagnostics';
import type { Ex } from '../typed';
import * as b from './build';
import { passArgs } from './calls';
import { isMutable } from './classes';
import type { Arg, Checker, Place } from './context';
import { fieldPlace, thisPlace } from './functions';
import { assign, overloadedUnary, promoted, step } from './operators';
import { lookup, spell, typeOfEntity } from './resolve';
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

export function expr(cx: Checker, at: Place, e: Expr): Ex {
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
      return e.op === '&&' || e.op === '||'
        ? cx.binary(at, e.op, expr(cx, at, e.left), expr(cx, at, e.right), span)
        : cx.binary(at, e.op, expr(cx, at, e.left), expr(cx, at, e.right), span);
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
      const t = constructed(cx, at, e.type, e.args, span);
      return cx.construct(t, cx.args(at, e.args), at, span, e.braced ? 'list' : 'direct');
    }
    case 'braced':
      return fail(span, 'a braced list cannot stand here', 'write the type before it');
    case 'cast':
      return cast(cx, at, e);
    case 'new':
      return makeNew(cx, at, e);
    case 'delete':
      return makeDelete(cx, at, cx.value(expr(cx, at, e.arg)), span);
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
      if (e.v.owner !== at.fn) fail(span, `'${e.v.name}' belongs to an enclosing function`, 'capture it');
      return b.local(e.v, span);
    case 'place':
      if (e.owner !== at.fn && e.owner !== at.fn.cls)
        fail(span, `'${spell(name)}' belongs to an enclosing function`, 'capture it');
      return { ...e.make(at.fn), span };
    case 'field': {
      const f = member(cx, self(at, span), e.name, span);
      return f ?? fail(span, `'${e.name}' is a member of ${e.cls.name}, and there is no object here`);
    }
    case 'global':
      return { k: 'global', g: e.g, type: e.g.type, cat: 'l', span };
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

function memberAccess(cx: Checker, at: Place, e: Extract<Expr, { kind: 'member' }>): Ex {
  const object = objectOf(cx, at, e);
  const id = e.member.parts[e.member.parts.length - 1]?.id ?? '';
  if (object.type.kind !== 'class') return fail(e.member.span, `${object.type.key} has no member '${id}'`);
  const f = member(cx, object, id, e.span);
  if (f !== null) return { ...f, span: e.span };
  const found = object.type.info.scope.own(id);
  if (found?.kind === 'global')
    return { k: 'global', g: found.g, type: found.g.type, cat: 'l', span: e.span };
  if (found?.kind === 'constant') return b.constant(found.type, BigInt(found.value), e.span);
  if (found?.kind === 'functions')
    return fail(e.member.span, `the function '${id}' must be called`, 'add ()');
  return fail(e.member.span, `${object.type.info.name} has no member '${id}'`);
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
  const found = findCallee(cx, at, callee, e.args);
  const t = typeOfEntity(found);
  if (t !== null) return cx.construct(t, cx.args(at, e.args), at, span, 'direct');
  if (found.kind === 'classTemplate')
    return cx.construct(
      constructed(cx, at, { kind: 'named', name: callee, isConst: false, span }, e.args, span),
      cx.args(at, e.args),
      at,
      span,
      'direct',
    );
  if (found.kind !== 'functions')
    return cx.invoke(entityValue(cx, at, found, callee), cx.args(at, e.args), at, span);
  const args = cx.args(at, e.args);
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
function findCallee(cx: Checker, at: Place, callee: Name, args: readonly Expr[]): Entity {
  const id = callee.parts[0]?.id ?? '';
  if (callee.parts.length === 1 && !callee.global && at.scope.find(id) === undefined) {
    for (const a of args) {
      if (a.kind === 'braced' || a.kind === 'packExpansion') continue;
      const t = expr(cx, at, a).type;
      for (let s = t.kind === 'class' ? t.info.scope : null; s !== null; s = s.parent) {
        const f = s.names.get(id);
        if (f !== undefined) return f;
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
  if (object.type.kind !== 'class')
    return fail(callee.member.span, `${object.type.key} has no member '${id}'`);
  cx.complete(object.type.info, span);
  const found = object.type.info.scope.own(id);
  if (found?.kind !== 'functions') {
    const f = member(cx, object, id, span);
    if (f !== null) return cx.invoke(f, cx.args(at, list), at, span);
    return fail(callee.member.span, `${object.type.info.name} has no member '${id}'`);
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
export function constructed(
  cx: Checker,
  at: Place,
  node: Extract<Expr, { kind: 'construct' }>['type'],
  args: readonly Expr[],
  span: Span,
): Type {
  if (node.kind === 'named') {
    const e = lookup(cx, at, node.name);
    if (e.kind === 'classTemplate') return deduceClass(cx, at, e, cx.args(at, args), span);
  }
  return cx.type(at.scope, node, at);
}
export function deduceClass(
  cx: Checker,
  _at: Place,
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
  let then = expr(cx, at, e.then);
  let other = expr(cx, at, e.else);
  const { span } = e;
  if (then.type.kind === 'void' || other.type.kind === 'void')
    return { k: 'conditional', cond, then, else: other, type: VOID, cat: 'p', span };
  if (then.cat === 'l' && other.cat === 'l' && then.type === other.type)
    return { k: 'conditional', cond, then, else: other, type: then.type, cat: 'l', span };
  if (then.type.kind === 'class' || other.type.kind === 'class') {
    const t =
      then.type.kind === 'class' && Number.isFinite(cx.rank(other, then.type.plain))
        ? then.type.plain
        : other.type.plain;
    return {
      k: 'conditional',
      cond,
      then: cx.initFrom(then, t, at, span),
      else: cx.initFrom(other, t, at, span),
      type: t,
      cat: 'p',
      span,
    };
  }
  then = cx.value(then);
  other = cx.value(other);
  let t = then.type;
  if (isArithmetic(then.type) && isArithmetic(other.type) && then.type.plain !== other.type.plain)
    t =
      b.binary('+', then, other, INT, span).type.kind === 'int'
        ? cx.binary(at, '+', then, other, span).type
        : INT;
  else if (then.type.kind === 'nullptr') t = other.type;
  return {
    k: 'conditional',
    cond,
    then: cx.convert(then, t, span),
    else: cx.convert(other, t, span),
    type: t.plain,
    cat: 'p',
    span,
  };
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
  if (t.kind === 'void') return b.comma(a, b.nothing(span));
  if (t.kind === 'reference') {
    const place = a.cat === 'p' ? cx.materialize(a, at.fn) : a;
    return { ...b.deref({ ...b.addressOf(place), type: pointerTo(t.to) }, t.rvalue ? 'x' : 'l'), span };
  }
  if (t.kind === 'class') return cx.initFrom(a, t, at, span, true);
  if (a.type.kind === 'class') return cx.convert(a, t, span);
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
  if (e.count !== null) unsupported(span, 'new T[n]', 'use std::vector<T>');
  const t = constructed(cx, at, e.type, e.args, span);
  if (t.kind === 'class') cx.complete(t.info, span);
  const init =
    e.args.length === 0 && !e.braced
      ? cx.initialize(t, { kind: 'none' }, at, span)
      : cx.construct(t, cx.args(at, e.args), at, span, e.braced ? 'list' : 'direct');
  if (e.placement !== null) unsupported(span, 'placement new', 'use std::optional or a container');
  return { k: 'new', of: t, init, type: pointerTo(t), cat: 'p', span };
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

function fold(cx: Checker, at: Place, e: Extract<Expr, { kind: 'fold' }>): Ex {
  const pack = e.left !== null && e.right === null ? e.left : e.right;
  if (pack === null) return fail(e.span, 'an empty fold');
  const items = cx
    .args(at, [{ kind: 'packExpansion', pattern: pack, span: e.span }])
    .map((a) => (a.k === 'braced' ? fail(e.span, 'a braced list in a fold') : a));
  if (e.left !== null && e.right !== null) items.unshift(expr(cx, at, e.left));
  const [first, ...rest] = items;
  if (first === undefined)
    return e.op === '&&' ? b.bool(true, e.span) : e.op === '||' ? b.bool(false, e.span) : b.nothing(e.span);
  return rest.reduce((sum, x) => cx.binary(at, e.op, sum, x, e.span), first);
}

export { decay, NEW };
