/** Questions about types that the headers cannot answer in C++: `__is_class<T>()` and the like, as constants. */
import type { Span } from '../../bytecode/program';
import type { TemplateArg } from '../ast';
import { CompileError, fail } from '../diagnostics';
import type { Ex } from '../typed';
import * as b from './build';
import { isAggregateLike, isUnion } from './classes';
import type { Arg, Checker, Place } from './context';
import { unevaluated } from './nesting';
import { dereferenced, derivesFrom, isArithmetic, isFloat, isScalar, lineage, type Type } from './types';

const isSigned = (t: Type): boolean => isFloat(t) || (t.kind === 'int' && t.signed);
const hasFields = (t: Type): boolean =>
  t.kind === 'class' && lineage(t.info).some((c) => c.fields.length > 0);

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
  const [first, second] = types;
  if (first === undefined) return fail(span, `${id} needs a type`);
  for (const t of types) {
    const named = dereferenced(t);
    if (named.kind === 'class' && named.info.decl?.members !== null) cx.complete(named.info, span);
  }
  const answer = (yes: boolean): Ex => b.bool(yes, span);
  switch (id) {
    case '__is_scalar':
      return answer(isScalar(first) && first.kind !== 'reference');
    case '__is_class':
      return answer(first.kind === 'class');
    case '__is_union':
      return answer(first.kind === 'class' && isUnion(first.info));
    case '__is_aggregate':
      return answer(first.kind === 'array' || (first.kind === 'class' && isAggregateLike(first.info)));
    case '__is_member_pointer':
      return answer(first.kind === 'memberPointer');
    case '__is_member_function_pointer':
      return answer(first.kind === 'memberPointer' && first.to.kind === 'function');
    case '__has_virtual_destructor':
      return answer(first.kind === 'class' && first.info.vtable.some((v) => v.name === '~'));
    case '__is_unbounded':
      return answer(first.kind === 'array' && first.length === 0);
    case '__is_enum':
      return answer(first.kind === 'enum');
    case '__is_function':
      return answer(first.kind === 'function');
    case '__is_floating':
      return answer(isFloat(first));
    case '__is_arithmetic':
      return answer(isArithmetic(first));
    case '__is_signed':
      return answer(isSigned(first));
    case '__is_empty':
      return answer(first.kind === 'class' && !hasFields(first));
    case '__is_polymorphic':
      return answer(first.kind === 'class' && first.info.vtable.length > 0);
    // May an object of it be a part of another, that begins before it?
    case '__is_part':
      return answer(cx.uses.parts && first.kind === 'class' && first.info.vtable.length > 0);
    case '__is_abstract':
      return answer(
        first.kind === 'class' && first.info.vtable.some((v) => v.entity.decl.special === 'pure'),
      );
    case '__is_trivially_copyable':
      return answer(first.kind !== 'reference' && cx.isTriviallyCopyable(first));
    case '__is_base_of':
      return answer(
        first.kind === 'class' && second?.kind === 'class' && derivesFrom(second.info, first.info),
      );
    case '__is_convertible':
      return answer(
        second !== undefined && works(cx, () => cx.initFrom(given(first, span), second, at, span)),
      );
    case '__is_constructible':
      return answer(constructible(cx, first, types.slice(1), at, span));
    case '__is_assignable':
      return answer(
        second !== undefined &&
          works(cx, () => cx.binary(at, '=', given(first, span), given(second, span), span)),
      );
    case '__is_invocable':
      return answer(
        works(cx, () =>
          cx.invoke(
            given(first, span),
            types.slice(1).map((t) => given(t, span)),
            at,
            span,
          ),
        ),
      );
    default:
      return null;
  }
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
