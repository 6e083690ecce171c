/** Placeholder types: what `auto`, `auto&`, `const auto*` and `decltype(auto)` stand for ([dcl.spec.auto]). */
import type { Span } from '../../bytecode/program';
import type { TypeNode } from '../ast';
import { fail } from '../diagnostics';
import type { Ex } from '../typed';
import { constOf, decay, pointerTo, referenceTo, type Type, withConst } from './types';

export const holdsAuto = (t: TypeNode): boolean =>
  t.kind === 'auto' || ((t.kind === 'pointer' || t.kind === 'reference') && holdsAuto(t.to));

export function deduceAuto(node: TypeNode, e: Ex, span: Span): Type {
  switch (node.kind) {
    case 'auto':
      if (node.decltypeAuto) return e.cat === 'p' ? e.type : referenceTo(e.type, e.cat === 'x');
      return withConst(decay(e.type), node.isConst);
    case 'reference': {
      if (node.to.kind !== 'auto') return referenceTo(deduceAuto(node.to, e, span), node.rvalue);
      if (node.rvalue && !node.to.isConst)
        return e.cat === 'l' ? referenceTo(e.type, false) : referenceTo(e.type, true);
      return referenceTo(withConst(e.type, node.to.isConst || e.type.isConst), node.rvalue);
    }
    case 'pointer': {
      const t = decay(e.type);
      if (t.kind !== 'pointer') return fail(span, `${t.key} is not a pointer`);
      return withConst(
        node.to.kind === 'auto' && node.to.isConst ? pointerTo(constOf(t.to)) : t,
        node.isConst,
      );
    }
    default:
      return fail(span, 'this form of auto is not supported');
  }
}
