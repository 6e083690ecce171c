/** A call of an intrinsic, and its arguments as values. */
import type { Span } from '../../bytecode/program';
import type { Expr, TemplateArg } from '../ast';
import { fail } from '../diagnostics';
import type { Ex } from '../typed';
import type { Checker, Place } from './context';
import type { Type } from './types';

/** A call of a name that the compiler itself knows. */
export interface Call {
  readonly cx: Checker;
  readonly at: Place;
  readonly id: string;
  readonly template: readonly TemplateArg[] | undefined;
  readonly list: readonly Expr[];
  readonly span: Span;
}

export const values = ({ cx, at, list }: Call): Ex[] =>
  cx
    .args(at, list)
    .map((a) => (a.k === 'braced' ? fail(a.span, 'a braced list cannot stand here') : cx.value(a)));

export function templateType({ cx, at, template, span }: Call): Type {
  const v = template === undefined ? undefined : cx.templateArgs(at.scope, template)[0];
  if (v?.kind !== 'type') return fail(span, 'a template argument is missing');
  if (v.type.kind === 'class') cx.complete(v.type.info, span);
  return v.type;
}
