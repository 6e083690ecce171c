/** Names and types as written → entities and semantic types; constants. */
import { assert } from '../../../base/assert';
import type { Span } from '../../bytecode/program';
import type { Builtin, ClassDecl, Expr, Name, NamePart, TypeNode } from '../ast';
import { fail } from '../diagnostics';
import type { Ex } from '../typed';
import { constantValue } from './build';
import type { Checker, Place } from './context';
import { evaluatedConstant } from './evaluate';
import { nested, unevaluated } from './nesting';
import { expand } from './packs';
import { type Entity, Scope } from './scope';
import { placeArg } from './template-values';
import { bind, variableInstance } from './templates';
import {
  arrayOf,
  BOOL,
  CHAR,
  CHAR8,
  CHAR16,
  CHAR32,
  DOUBLE,
  decay,
  dereferenced,
  FLOAT,
  functionType,
  INT,
  isScalar,
  LLONG,
  LONG,
  memberPointerTo,
  NULLPTR,
  pointerTo,
  referenceTo,
  SCHAR,
  SHORT,
  type TemplateValue,
  type Type,
  UCHAR,
  UINT,
  ULLONG,
  ULONG,
  USHORT,
  VOID,
  WCHAR,
  withConst,
} from './types';

export const spell = (name: Name): string =>
  (name.global ? '::' : '') + name.parts.map((p) => p.id).join('::');

const BUILTINS: Record<Builtin, Type> = {
  void: VOID,
  bool: BOOL,
  char: CHAR,
  'signed char': SCHAR,
  'unsigned char': UCHAR,
  wchar_t: WCHAR,
  char8_t: CHAR8,
  char16_t: CHAR16,
  char32_t: CHAR32,
  short: SHORT,
  'unsigned short': USHORT,
  int: INT,
  unsigned: UINT,
  long: LONG,
  'unsigned long': ULONG,
  'long long': LLONG,
  'unsigned long long': ULLONG,
  float: FLOAT,
  double: DOUBLE,
  nullptr_t: NULLPTR,
};

export const typeOfBuiltin = (name: Builtin): Type => BUILTINS[name];

/** The entity a name stands for, a type before all else where the grammar wants one; the last part's template arguments are applied for classes and aliases, not for functions. */
export function lookup(cx: Checker, at: Place, name: Name, isType = false): Entity {
  let found: Entity | undefined;
  let scope: Scope | null = null;
  name.parts.forEach((part, i) => {
    if (part.of !== undefined)
      found = { kind: 'type', type: dereferenced(cx.type(at.scope, part.of, at)).plain };
    else if (i === 0 && isType && name.parts.length === 1 && !name.global)
      found = at.scope.findType(part.id) ?? at.scope.find(part.id);
    else if (i === 0 && !name.global) found = at.scope.find(part.id);
    else found = (scope ?? cx.global).own(part.id);
    if (found === undefined)
      fail(
        part.span,
        `'${part.id}' is not declared${scope === null ? '' : ` in ${spell({ ...name, parts: name.parts.slice(0, i) })}`}`,
        '',
        scope === null ? 'undeclared' : undefined,
      );
    found = apply(cx, at, found, part);
    if (i < name.parts.length - 1) scope = scopeOf(cx, found, part);
  });
  assert(found !== undefined, 'a name has at least one part');
  return found;
}

function apply(cx: Checker, at: Place, found: Entity, part: NamePart): Entity {
  if (part.args === undefined) return found;
  // Inside a class template its own name stands for the instance, and with arguments for another one.
  const own = found.kind === 'type' && found.type.kind === 'class' ? found.type.info.template : null;
  const template = found.kind === 'classTemplate' ? found : own;
  if (template !== null)
    return {
      kind: 'type',
      type: cx.classInstance(template, cx.templateArgs(at.scope, part.args), part.span).type,
    };
  if (found.kind === 'aliasTemplate') {
    const inner = new Scope(found.scope, found.scope.library);
    bind(cx, inner, found.decl, cx.templateArgs(at.scope, part.args), part.span);
    assert(found.decl.decl.kind === 'alias', 'alias template holds an alias');
    return { kind: 'type', type: cx.type(inner, found.decl.decl.type) };
  }
  if (found.kind === 'concept')
    return {
      kind: 'constant',
      value: cx.conceptHolds(found, cx.templateArgs(at.scope, part.args), part.span) ? 1n : 0n,
      type: BOOL,
    };
  if (found.kind === 'variableTemplate')
    return variableInstance(cx, found, cx.templateArgs(at.scope, part.args), part.span);
  return found;
}

function scopeOf(cx: Checker, found: Entity, part: NamePart): Scope {
  if (found.kind === 'namespace') return found.scope;
  const t = typeOfEntity(found);
  if (t?.kind === 'class') {
    // Inside itself a class has the names that have been declared so far.
    if (t.info.state !== 'completing') cx.complete(t.info, part.span);
    return t.info.scope;
  }
  if (t?.kind === 'enum') {
    const s = new Scope(null, false);
    for (const [value, id] of t.info.enumerators) s.names.set(id, { kind: 'constant', value, type: t });
    return s;
  }
  // Iterators of g++ are classes, where ours are pointers: what iterator_traits says of one are its members.
  const traits = t?.kind === 'pointer' && part.span.file === 0 ? cx.std.own('iterator_traits') : undefined;
  if (t !== null && traits?.kind === 'classTemplate') {
    const { info } = cx.classInstance(traits, [{ kind: 'type', type: t.plain }], part.span).type;
    cx.complete(info, part.span);
    return info.scope;
  }
  return fail(part.span, `'${part.id}' is not a class, enum or namespace`);
}

export function typeOfEntity(e: Entity): Type | null {
  if (e.kind === 'type') return e.type;
  if (e.kind === 'templateValue' && e.value.kind === 'type') return e.value.type;
  return null;
}

export function type(cx: Checker, scope: Scope, node: TypeNode, at?: Place): Type {
  return nested(cx, node.span, () => typeHere(cx, scope, node, at));
}
/** The first mention of a class, inside another one or among parameters ([basic.scope.pdecl]/7). */
function declareAround(cx: Checker, scope: Scope, decl: ClassDecl): void {
  if (scope.findType(decl.name?.id ?? '') !== undefined) return;
  let home = scope;
  while (home.cls !== null && home.parent !== null) home = home.parent;
  cx.declareClass(home, decl);
}
function typeHere(cx: Checker, scope: Scope, node: TypeNode, at?: Place): Type {
  switch (node.kind) {
    case 'builtin': {
      const t = BUILTINS[node.name];
      assert(t !== undefined, `a type for ${node.name}`);
      return withConst(t, node.isConst);
    }
    case 'named': {
      if (node.first !== undefined) declareAround(cx, scope, node.first);
      const e = lookup(cx, at ?? { scope, fn: cx.outside }, node.name, true);
      const t = typeOfEntity(e);
      if (t !== null) return withConst(t, node.isConst);
      if (e.kind === 'classTemplate')
        fail(node.span, `'${spell(node.name)}' needs its template arguments here`);
      return fail(node.span, `'${spell(node.name)}' is not a type`);
    }
    case 'pointer': {
      const to = type(cx, scope, node.to, at);
      if (to.kind === 'reference') fail(node.span, 'there is no pointer to a reference');
      return withConst(pointerTo(to), node.isConst);
    }
    case 'reference': {
      const to = type(cx, scope, node.to, at);
      if (to.kind === 'void') fail(node.span, 'there is no reference to void');
      return referenceTo(to, node.rvalue);
    }
    case 'array': {
      // `T[]` as an argument of a template; a variable of it has been given its size by now.
      if (node.size === null) return arrayOf(type(cx, scope, node.of, at), 0);
      return arrayOf(
        type(cx, scope, node.of, at),
        arrayLength(cx, at ?? { scope, fn: cx.outside }, node.size),
      );
    }
    case 'function': {
      const params = node.params.flatMap((p) =>
        p.pack
          ? expand(scope, p.type, p.span, (s) => type(cx, s, p.type, at && { scope: s, fn: at.fn }))
          : [decayParam(type(cx, scope, p.type, at))],
      );
      return functionType(type(cx, scope, node.result, at), params);
    }
    case 'memberPointer': {
      const of = typeOfEntity(lookup(cx, { scope, fn: cx.outside }, node.of));
      const to = type(cx, scope, node.to, at);
      if (of?.kind !== 'class') return fail(node.span, `'${spell(node.of)}' is not a class`);
      return memberPointerTo(of.info, to);
    }
    case 'decltype': {
      const e = unevaluated(cx, () => cx.expr(at ?? { scope, fn: cx.outside }, node.expr));
      if (node.expr.kind === 'member') return e.type;
      if (node.expr.kind === 'name') {
        const d = lookup(cx, at ?? { scope, fn: cx.outside }, node.expr);
        // A member has the type it is declared with, in a const member function too.
        if (d.kind === 'field') return d.cls.fields.find((f) => f.name === d.name)?.type ?? e.type;
        return d.kind === 'local' ? d.v.type : d.kind === 'global' ? d.g.type : e.type;
      }
      // `typeof(*p)` of C has no references to be.
      if (e.cat === 'p' || (cx.uses.c && node.span.file === 0)) return e.type;
      return referenceTo(e.type, e.cat === 'x');
    }
    case 'auto':
      return fail(node.span, "'auto' cannot be deduced here");
    case 'pack':
      return fail(node.span, 'a parameter pack cannot stand here');
  }
}
function arrayLength(cx: Checker, at: Place, size: Expr): number {
  const n = cx.constant(at, size);
  if (n <= 0) fail(size.span, `an array of ${n} elements`, 'an array has one element at least');
  return n;
}
/** Array and function parameters are pointers. */
const decayParam = (t: Type): Type => (t.kind === 'array' || t.kind === 'function' ? decay(t) : t);

/** Value of a constant expression: sizes, enumerators, case labels, template arguments. */
export function constant(cx: Checker, at: Place, e: Expr): number {
  return constantExpr(cx, at, e).low;
}
/** The same of any width. */
export function wholeConstant(cx: Checker, at: Place, e: Expr): bigint {
  const value = constantValue(constantExpr(cx, at, e));
  return typeof value === 'bigint' ? value : fail(e.span, 'a whole number is expected here');
}
function constantExpr(cx: Checker, at: Place, e: Expr): Extract<Ex, { k: 'const' }> {
  const v = evaluatedConstant(cx.value(cx.expr(at, e)));
  if (v.k === 'const') return v;
  return fail(
    e.span,
    'this must be a constant the compiler can compute',
    'write a literal, an enumerator or a constexpr variable',
  );
}
/** The argument for a template parameter that is a value. */
export function valueArg(cx: Checker, at: Place, e: Expr): TemplateValue {
  const given = cx.expr(at, e);
  const isValue = given.cat === 'l' && isScalar(given.type) && given.type.isConst;
  const place = isValue ? null : placeArg(isScalar(given.type) ? given : cx.value(given));
  if (place !== null) return place;
  const v = constantExpr(cx, at, e);
  const value = constantValue(v);
  if (typeof value !== 'bigint')
    return fail(
      e.span,
      `a ${v.type.key} as a template argument is not supported`,
      'give it to the constructor',
    );
  return { kind: 'value', value, type: v.type };
}

export function stdType(cx: Checker, name: string, args: readonly Type[], span: Span): Type {
  const e = cx.std.own(name);
  if (e?.kind === 'type') {
    if (e.type.kind === 'class') cx.complete(e.type.info, span);
    return e.type;
  }
  if (e?.kind !== 'classTemplate')
    return fail(span, `std::${name} is not declared`, 'add its #include', 'undeclared');
  const info = cx.classInstance(
    e,
    args.map((t) => ({ kind: 'type', type: t })),
    span,
  );
  cx.complete(info, span);
  return info.type;
}
