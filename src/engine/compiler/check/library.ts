/** Functions of the headers that the compiler itself calls, by their names in std. */
import type { Span } from '../../bytecode/program';
import { fail } from '../diagnostics';
import type { Ex, Fn } from '../typed';
import type { Checker } from './context';
import type { Type } from './types';

/** The function, of a template with these arguments. */
export function libraryInstance(cx: Checker, name: string, types: readonly Type[], span: Span): Fn {
  const f = cx.std.find(name);
  const entity = f?.kind === 'functions' ? f.list[0] : undefined;
  if (entity === undefined) return fail(span, 'the headers are not loaded');
  const values = types.length === 0 ? null : types.map((type) => ({ kind: 'type', type }) as const);
  return cx.use(cx.instance(entity, values, span), span);
}
/** A call of it. */
export const libraryFunction = (
  cx: Checker,
  name: string,
  types: readonly Type[],
  args: readonly Ex[],
  span: Span,
): Ex => cx.call(libraryInstance(cx, name, types, span), args, span);
