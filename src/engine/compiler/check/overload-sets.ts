/** The name of several functions, or of a template, where none is called: the type that is wanted says which is meant ([over.over]). */
import type { Span } from '../../bytecode/program';
import { CompileError } from '../diagnostics';
import type { Ex, OverloadSet } from '../typed';
import type { Arg, Checker } from './context';
import { type FunctionEntity, functionType, memberPointerTo, sameType, type Type, VOID } from './types';

export const setOf = (e: Arg): OverloadSet | undefined =>
  e.k === 'function' || e.k === 'nothing' ? e.set : undefined;

/** Stands for the set where no function of it is the one that is meant anyway. */
export const undecided = (set: OverloadSet, span: Span): Ex => ({
  k: 'nothing',
  type: functionType(VOID, []),
  cat: 'l',
  span,
  set,
});

/** The function of the set that has the type `to`, pointers and references aside; null where there is none. */
export function meant(cx: Checker, e: Ex, to: Type): Ex | null {
  const set = setOf(e);
  const wanted = to.kind === 'pointer' || to.kind === 'reference' || to.kind === 'memberPointer' ? to.to : to;
  if (set === undefined || wanted.kind !== 'function') return null;
  for (const entity of [...set.list].sort(
    (a, b) => Number(a.template !== null) - Number(b.template !== null),
  ))
    try {
      const found = fitting(cx, entity, set, wanted, e.span);
      if (found !== null) return found;
    } catch (error) {
      // Its declaration does not hold for these types ([temp.deduct]/8).
      if (!(error instanceof CompileError)) throw error;
    }
  return null;
}

function fitting(
  cx: Checker,
  entity: FunctionEntity,
  { explicit }: OverloadSet,
  wanted: Extract<Type, { kind: 'function' }>,
  span: Span,
): Ex | null {
  if (entity.template === null && explicit !== null) return null;
  const args = wanted.params.map(
    (t): Ex => ({
      k: 'nothing',
      type: t.kind === 'reference' ? t.to : t,
      cat: t.kind !== 'reference' ? 'p' : t.rvalue ? 'x' : 'l',
      span,
    }),
  );
  const values = entity.template === null ? null : cx.deduce(entity, explicit ?? [], args, span);
  if (entity.template !== null && values === null) return null;
  const fn = cx.instance(entity, values, span);
  const fits =
    fn.paramTypes.length === wanted.params.length && fn.paramTypes.every((t, i) => t === wanted.params[i]);
  if (!fits || !sameType(cx.resultOf(fn, span), wanted.result)) return null;
  const isMember = fn.hasThis && fn.cls !== null;
  return {
    k: 'function',
    fn: cx.use(fn, span),
    type: isMember && fn.cls !== null ? memberPointerTo(fn.cls, wanted) : wanted,
    cat: isMember ? 'p' : 'l',
    span,
  };
}
