/** Questions about types that the headers cannot answer in C++: `__is_class<T>()` and the like, as constants. */
import type { Span } from '../../bytecode/program';
import type { TemplateArg } from '../ast';
import { CompileError, fail } from '../diagnostics';
import type { Ex } from '../typed';
import * as b from './build';
import { isAggregateLike } from './classes';
import type { Arg, Checker, Place } from './context';
import { isUnion } from './fields';
import { unevaluated } from './nesting';
import { dereferenced, derivesFrom, isArithmetic, isFloat, isScalar, lineage, type Type } from './types';

/** A trait is asked of one type, for most by looking at it alone; the others say what code with those types would be taken. */
type Trait = (first: Type, rest: readonly Type[], cx: Checker, at: Place, span: Span) => boolean;

const isSigned = (t: Type): boolean => isFloat(t) || (t.kind === 'int' && t.signed);
const hasFields = (t: Type): boolean =>
  t.kind === 'class' && lineage(t.info).some((c) => c.fields.length > 0);
const isPolymorphic = (t: Type): boolean => t.kind === 'class' && t.info.vtable.length > 0;

/** By what stands between `__` and `<`. */
const TRAITS: Readonly<Record<string, Trait>> = {
  is_scalar: (t) => isScalar(t) && t.kind !== 'reference',
  is_class: (t) => t.kind === 'class',
  is_union: (t) => t.kind === 'class' && isUnion(t.info),
  is_aggregate: (t) => t.kind === 'array' || (t.kind === 'class' && isAggregateLike(t.info)),
  is_member_pointer: (t) => t.kind === 'memberPointer',
  is_member_function_pointer: (t) => t.kind === 'memberPointer' && t.to.kind === 'function',
  has_virtual_destructor: (t) => t.kind === 'class' && t.info.vtable.some((v) => v.name === '~'),
  is_unbounded: (t) => t.kind === 'array' && t.length === 0,
  is_enum: (t) => t.kind === 'enum',
  is_function: (t) => t.kind === 'function',
  is_floating: isFloat,
  is_arithmetic: isArithmetic,
  is_signed: isSigned,
  is_empty: (t) => t.kind === 'class' && !hasFields(t),
  is_polymorphic: isPolymorphic,
  /** May an object of it be a part of another, that begins before it? */
  is_part: (t, _, cx) => cx.uses.parts && isPolymorphic(t),
  is_abstract: (t) => t.kind === 'class' && t.info.vtable.some((v) => v.entity.decl.special === 'pure'),
  is_trivially_copyable: (t, _, cx) => t.kind !== 'reference' && cx.isTriviallyCopyable(t),
  is_base_of: (t, [of]) => t.kind === 'class' && of?.kind === 'class' && derivesFrom(of.info, t.info),
  is_convertible: (t, [to], cx, at, span) =>
    to !== undefined && works(cx, () => cx.initFrom(given(t, span), to, at, span)),
  is_constructible: (t, from, cx, at, span) => constructible(cx, t, from, at, span),
  is_assignable: (t, [from], cx, at, span) =>
    from !== undefined && works(cx, () => cx.binary(at, '=', given(t, span), given(from, span), span)),
  is_invocable: (t, with_, cx, at, span) =>
    works(cx, () => {
      const args = with_.map((a) => given(a, span));
      return cx.invoke(given(t, span), args, at, span);
    }),
};

/** What `__is_class<T>` and its like stand for; null if `id` is no trait. */
export function trait(
  cx: Checker,
  at: Place,
  id: string,
  template: readonly TemplateArg[] | undefined,
  span: Span,
): Ex | null {
  if (!/^__(?:is|has)_/.test(id) || template === undefined) return null;
  const types = cx
    .templateArgs(at.scope, template)
    .map((v) => (v.kind === 'type' ? v.type : fail(span, `${id}<T>()`)));
  const [first, ...rest] = types;
  if (first === undefined) return fail(span, `${id} needs a type`);
  for (const t of types) {
    const named = dereferenced(t);
    if (named.kind === 'class' && named.info.decl?.members !== null) cx.complete(named.info, span);
  }
  const holds = TRAITS[id.slice(2)];
  return holds === undefined ? null : b.bool(holds(first, rest, cx, at, span), span);
}
/** std::declval<T>() */
export const given = (t: Type, span: Span): Ex => ({
  k: 'nothing',
  type: dereferenced(t),
  cat: t.kind === 'reference' && !t.rvalue ? 'l' : 'x',
  span,
});
function constructible(cx: Checker, t: Type, from: readonly Type[], at: Place, span: Span): boolean {
  const list: Arg[] = from.map((f) => given(f, span));
  if (t.kind === 'reference')
    return list.length === 1 && works(cx, () => cx.initFrom(list[0] as Arg, t, at, span));
  return works(cx, () => cx.construct(t.plain, list, at, span, 'direct'));
}
/** Would it be taken? What is deleted, or does not fit, is not. */
function works(cx: Checker, make: () => unknown): boolean {
  try {
    unevaluated(cx, make);
    return true;
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    return false;
  }
}
