/**
 * What programs write in the processor's own words: one exchange, comparison or addition with the bus locked. Each is a builtin of g++, and
 * is read as that; anything else is refused.
 */
import type { Span } from '../../bytecode/program';
import type { Expr } from '../ast';

/** `[name] "constraint" (expression)`; outputs first, as `%0`, `%1`, … count them. */
export interface Operand {
  readonly name: string;
  readonly constraint: string;
  readonly expr: Expr;
}

/** The instructions of `code`, or null where they are none of those above. */
export function assembled(code: string, operands: readonly Operand[], span: Span): Expr | null {
  const lines = code
    .split(/[;\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const words = lines
    .join(' ')
    .match(/^(lock )?\s*([a-z]+?)[bwlq]?\s+([^,]+)(?:,\s*(\S+))?(?:\s+set[ez]\s+(\S+))?$/);
  if (words === null) return null;
  const [, lock, what = '', first = '', second = '', set] = words;
  const at = (text: string): number => {
    const [, id = ''] = text.match(/^%[bhwkq]?(\d+|\[\w+\])$/) ?? [];
    return operands.findIndex((o, i) => id !== '' && (String(i) === id || `[${o.name}]` === id));
  };
  const [a, b] = [operands[at(first)], operands[at(second)]];
  const memory = [a, b].find((o) => o?.constraint.includes('m'));
  const register = [a, b].find((o) => o !== memory);
  if (memory === undefined || (what !== 'xchg' && lock === undefined)) return null;

  const call = (id: string, ...args: Expr[]): Expr => {
    const callee: Expr = { kind: 'name', global: true, parts: [{ id, span }], span };
    return {
      kind: 'call',
      callee,
      args: [{ kind: 'unary', op: '&', arg: memory.expr, span }, ...args],
      span,
    };
  };
  const into = (to: Operand | undefined, value: Expr): Expr =>
    to === undefined ? value : { kind: 'assign', op: '=', left: to.expr, right: value, opSpan: span, span };
  /** What an operand holds before: its own value, or that of the input which shares its register. */
  const before = (o: Operand): Expr => {
    const shares = [`${operands.indexOf(o)}`, o.constraint.replace('=', '').replace('&', '')];
    return (operands.find((x) => shares.includes(x.constraint)) ?? o).expr;
  };
  const out = (o: Operand | undefined): Operand | undefined =>
    o && /^[=+]/.test(o.constraint) ? o : undefined;

  if (what === 'cmpxchg' && register !== undefined) {
    const accumulator = operands.find((o) => /a/.test(o.constraint) && out(o));
    const old =
      accumulator === undefined ? operands.find((o) => o.constraint === 'a')?.expr : before(accumulator);
    const result = set === undefined ? accumulator : operands[at(set)];
    if (old === undefined || (set !== undefined && accumulator !== undefined)) return null;
    return into(
      result,
      call(`__sync_${set === undefined ? 'val' : 'bool'}_compare_and_swap`, old, before(register)),
    );
  }
  const adds = /^(?:x?add|inc)$/.test(what);
  if (set !== undefined || (register === undefined) !== /^(?:inc|dec)$/.test(what)) return null;
  if (what !== 'xchg' && !adds && !/^(?:sub|dec)$/.test(what)) return null;
  const one: Expr = { kind: 'int', value: 1n, suffix: { unsigned: false, long: false }, span };
  const id = what === 'xchg' ? 'lock_test_and_set' : adds ? 'fetch_and_add' : 'fetch_and_sub';
  return into(out(register), call(`__sync_${id}`, register ? before(register) : one));
}
