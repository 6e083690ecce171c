/** Calls as written: which function, on which object; and the class that `T(…)` makes. */
import type { Span } from '../../bytecode/program';
import type { Decl, Expr, FunctionDecl, Name, Param, TemplateParam, TypeNode } from '../ast';
import { CompileError, fail } from '../diagnostics';
import type { Ex } from '../typed';
import * as b from './build';
import { passArgs } from './calls';
import type { Arg, Checker, Place } from './context';
import { entityValue, member, noMember, objectOf, self, templateArgsOf } from './names';
import { namesIn } from './packs';
import { lookup, type as resolveType, spell, typeOfEntity } from './resolve';
import type { Entity } from './scope';
import {
  type ClassInfo,
  type ClassTemplate,
  decay,
  derivesFrom,
  type FunctionEntity,
  type TemplateValue,
  type Type,
} from './types';
import { PLAIN_FUNCTION } from './written';

export function call(cx: Checker, at: Place, e: Extract<Expr, { kind: 'call' }>): Ex {
  const { span } = e;
  const callee = e.callee.kind === 'paren' ? e.callee.inner : e.callee;
  if (callee.kind === 'memberPointer') return callMemberPointer(cx, at, callee, e.args, span);
  if (callee.kind === 'member') return callMember(cx, at, callee, e.args, span);
  if (callee.kind !== 'name') return cx.invoke(cx.expr(at, e.callee), cx.args(at, e.args), at, span);
  const last = callee.parts[callee.parts.length - 1];
  const id = last?.id ?? '';
  const made = cx.builtin(at, id, last?.args, e.args, span);
  if (made !== null) return made;
  const args = cx.args(at, JOINS.test(id) ? resultPlace(e.args) : e.args);
  const found = findCallee(cx, at, callee, args);
  const t = typeOfEntity(found);
  if (t !== null) return cx.construct(t, args, at, span, 'direct');
  if (found.kind === 'classTemplate')
    return cx.construct(deduceClass(cx, found, args, span), args, at, span, 'direct');
  if (found.kind !== 'functions') return cx.invoke(entityValue(cx, at, found, callee), args, at, span);
  const isMember = found.list.some((f) => f.cls !== null && !f.decl.isStatic);
  const object = isMember ? implicitObject(at, found.list, span) : null;
  const r = cx.resolve(found.list, {
    explicit: templateArgsOf(cx, at, callee),
    object,
    args,
    span,
    what: spell(callee),
  });
  const passed = passArgs(cx, r, args, at, span);
  // Qualified calls (Base::f()) are never virtual.
  if (r.fn.hasThis && object !== null)
    return cx.call(r.fn, [b.addressOf(upcast(object, r.fn.cls)), ...passed], span, callee.parts.length === 1);
  return cx.call(r.fn, passed, span);
}
/**
 * `pthread_join(t, (void**)&n)`: the cast is left out, so that <pthread.h> sees what the place holds. A number is wider than a pointer
 * here, and is written as the number that the pointer stands for.
 */
const JOINS = /^pthread_(?:join|(?:try|timed)join_np)$/;
function resultPlace([thread, place, ...more]: readonly Expr[]): readonly Expr[] {
  const inner =
    place?.kind === 'cast' && (place.style === 'c' || place.style === 'reinterpret') ? place.arg : place;
  return [thread, inner, ...more].filter((e) => e !== undefined);
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
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    return null;
  }
}
/** Ordinary lookup; for an unqualified name of which nobody declared a version that fits, the namespaces of the arguments' classes (ADL). */
function findCallee(cx: Checker, at: Place, callee: Name, args: readonly Arg[]): Entity {
  const id = callee.parts[0]?.id ?? '';
  const storage = /^operator (new|delete)(?:\[\])?$/.exec(id);
  if (storage !== null) {
    const own = callee.global ? cx.global.own(id) : at.scope.find(id);
    const fits =
      own?.kind === 'functions' && cx.tryResolve(own.list, { args, span: callee.span, what: id }) !== null;
    const found = fits ? own : (cx.std.own(`__operator_${storage[1]}`) ?? own);
    if (found !== undefined) return found;
  }
  if (callee.parts.length > 1 || callee.global) return lookup(cx, at, callee);
  const known = at.scope.find(id);
  if (known === undefined) return associated(args, id) ?? lookup(cx, at, callee);
  const isFree = known.kind === 'functions' && known.list.every((f) => f.cls === null);
  return isFree && !at.scope.library ? amongAll(cx, at, known, callee, args) : lookup(cx, at, callee);
}
/** The functions of the name in the namespace of an argument's class. */
function associated(args: readonly Arg[], id: string): Functions | undefined {
  for (const a of args) {
    if (a.k === 'braced') continue;
    let t = a.type;
    while (t.kind === 'pointer') t = t.to;
    for (let s = t.kind === 'class' || t.kind === 'enum' ? t.info.scope : null; s !== null; s = s.parent) {
      const f = s.cls === null ? s.names.get(id) : undefined;
      if (f?.kind === 'functions') return f;
    }
  }
  return undefined;
}
type Functions = Extract<Entity, { kind: 'functions' }>;
/** What was found, with those that used namespaces have beside it; where none of these fits, with those of the arguments' namespaces. */
function amongAll(cx: Checker, at: Place, known: Functions, callee: Name, args: readonly Arg[]): Functions {
  const id = callee.parts[0]?.id ?? '';
  const alike = at.scope.functionsAlike(id);
  const other = associated(args, id);
  const isMore = alike.length > known.list.length;
  if (!isMore && (other === undefined || other === known)) return known;
  const explicit = templateArgsOf(cx, at, callee);
  const fits = (list: readonly FunctionEntity[]): boolean => {
    try {
      return cx.tryResolve(list, { explicit, args, span: callee.span, what: id }) !== null;
    } catch (error) {
      if (error instanceof CompileError) return false;
      throw error;
    }
  };
  if (isMore && fits(alike)) return { kind: 'functions', list: [...alike] };
  if (other === undefined || other === known || fits(known.list)) return known;
  return { kind: 'functions', list: [...known.list, ...other.list] };
}

/** The end of an object that needs none: what says which one it is happens all the same, as the `--p` of `(--p)->~T()`. */
const unended = (object: Ex, span: Span): Ex =>
  object.k === 'local' || object.k === 'global'
    ? b.nothing(span)
    : b.comma(b.addressOf(object), b.nothing(span));

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
  if (id.startsWith('~')) return cx.destroy(object, span) ?? unended(object, span);
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
  const r = cx.resolve(found.list, { explicit, object, args, span, what: `${object.type.info.name}::${id}` });
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
  const o = cx.expr(at, e.object);
  const object = e.arrow ? b.deref(cx.value(o), 'l', true) : o.cat === 'p' ? cx.materialize(o, at.fn) : o;
  return cx.invoke(cx.expr(at, e.pointer), [object, ...cx.args(at, list)], at, span);
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
    const e = lookup(cx, at, node.name, true);
    if (e.kind === 'classTemplate') return deduceClass(cx, e, args, span);
  }
  return cx.type(at.scope, node, at);
}
/** A parameter of a class that is not deduced, `adopt_lock_t`, takes no argument of another. */
function isOfOtherClass(
  cx: Checker,
  template: ClassTemplate,
  params: readonly TemplateParam[],
  { type }: Param,
  arg: Arg | undefined,
): boolean {
  if (arg === undefined || arg.k === 'braced' || arg.type.kind !== 'class') return false;
  if (type.kind !== 'named' || params.some(({ id }) => namesIn(type).includes(id))) return false;
  const t = resolveType(cx, template.scope, type);
  return t.kind === 'class' && t.info !== arg.type.info;
}

/**
 * ([over.match.class.deduct]) An aggregate is deduced as by a guide with a parameter for each base and member: `match{f, g}` of
 * `template <class... Fs> struct match : Fs… {}`. null where it is none, or does not fit.
 */
function aggregateArgs(
  cx: Checker,
  template: ClassTemplate,
  args: readonly Arg[],
  span: Span,
): TemplateValue[] | null {
  const { decl } = template.decl;
  if (decl.kind !== 'class' || decl.members === null || args.length === 0) return null;
  const members = decl.members.flatMap((m) => (m.kind === 'vars' ? m.vars : []));
  const isConstructor = (m: Decl): boolean => m.kind === 'function' && m.role === 'constructor';
  if (decl.members.some(isConstructor)) return null;
  const fields = members.filter((v) => !v.storage.isStatic);
  const param = (type: TypeNode, pack: boolean): Param => ({
    type,
    id: '',
    idSpan: span,
    defaultValue: null,
    pack,
    span,
  });
  const params = [
    ...decl.bases.map((x) => param(x.type, x.pack)),
    ...fields.map((v) => param(v.type, false)),
  ];
  const entity = guideOf(template, params);
  return entity === null ? null : cx.deduce(entity, [], args, span);
}
/** A function of these parameters that has the parameters of the template. */
function guideOf(template: ClassTemplate, params: readonly Param[]): FunctionEntity | null {
  const { span } = template.decl;
  const void_: TypeNode = { kind: 'builtin', name: 'void', isConst: false, span };
  const name: Name = { kind: 'name', global: false, parts: [{ id: template.name, span }], span };
  const decl: FunctionDecl = { ...PLAIN_FUNCTION, name, result: void_, params, mayThrow: true, span };
  return {
    name: template.name,
    decl,
    template: { ...template.decl, decl },
    scope: template.scope,
    cls: null,
    library: template.library,
    instances: new Map(),
    isVirtual: false,
  };
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
  const guided =
    template.guides.length === 0 ? null : cx.tryResolve(template.guides, { args, span, what: template.name });
  if (guided !== null) return cx.resultOf(guided.fn, span);
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
      if (f.params.some((p, i) => isOfOtherClass(cx, template, params, p, args[i]))) continue;
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
      const given = named.flatMap((v) => (v?.kind === 'pack' ? v.items : v === undefined ? [] : [v]));
      if (named.every((v) => v !== undefined)) return cx.classInstance(template, given, span).type;
    }
  }
  const aggregate = aggregateArgs(cx, template, args, span);
  if (aggregate !== null) return cx.classInstance(template, aggregate, span).type;
  // `std::greater{}`: every argument has its default.
  if (
    args.length === 0 &&
    template.decl.params.every((p) => p.kind === 'typeParam' && p.defaultType !== null)
  )
    return cx.classInstance(template, [], span).type;
  // `std::vector{1, 2, 3}`: all of them are the elements of one list.
  if (args.length > 0 && only?.k !== 'braced')
    return deduceClass(cx, template, [{ k: 'braced', items: args, span }], span);
  return fail(
    span,
    `the template arguments of ${template.name} cannot be deduced here`,
    `write ${template.name}<…>`,
  );
}
