/** The expression of an #if: 64-bit integers; a name that is left over is 0 ([cpp.cond]). */
import { fail } from '../diagnostics';
import type { Token } from '../lexer';

const POWER = new Map<string, number>(
  ['||', '&&', '|', '^', '&', '== !=', '< > <= >=', '<< >>', '+ -', '* / %'].flatMap((level, i) =>
    level.split(' ').map((op): [string, number] => [op, i + 1]),
  ),
);
const truth = (b: boolean): bigint => (b ? 1n : 0n);
/** Brackets and signs deeper than this are not followed. */
const MOST_NESTING = 256;

export class Condition {
  private readonly tokens: readonly Token[];
  private readonly where: { readonly file: number; readonly start: number; readonly end: number };
  private at = 0;
  private depth = 0;

  /** Tokens after `defined`, `__has_include` and the macros have been replaced. `where` is told for what is missing. */
  constructor(tokens: readonly Token[], where: Condition['where']) {
    this.tokens = tokens;
    this.where = where;
  }

  holds(): boolean {
    const value = this.conditional();
    if (this.at < this.tokens.length) this.wrong();
    return value !== 0n;
  }

  private wrong(): never {
    const token = this.tokens[this.at];
    if (token === undefined) return fail(this.where, 'the condition of this #if ends too early');
    return fail(
      { ...this.where, start: token.start, end: token.end },
      `'${token.text}' cannot stand here in an #if`,
    );
  }
  private operator(): string {
    const token = this.tokens[this.at];
    const next = this.tokens[this.at + 1];
    if (token?.text === '>' && next?.text === '>' && next.glued) return '>>';
    return token?.kind === 'punct' ? token.text : '';
  }
  private conditional(): bigint {
    const value = this.binary(1);
    if (this.operator() !== '?') return value;
    this.at++;
    const then = this.conditional();
    if (this.operator() !== ':') this.wrong();
    this.at++;
    const other = this.conditional();
    return value !== 0n ? then : other;
  }
  private binary(weakest: number): bigint {
    let left = this.unary();
    for (;;) {
      const op = this.operator();
      const power = POWER.get(op);
      if (power === undefined || power < weakest) return left;
      this.at += op === '>>' ? 2 : 1;
      left = BigInt.asIntN(64, this.apply(op, left, this.binary(power + 1)));
    }
  }
  private apply(op: string, a: bigint, b: bigint): bigint {
    switch (op) {
      case '||':
        return truth(a !== 0n || b !== 0n);
      case '&&':
        return truth(a !== 0n && b !== 0n);
      case '==':
        return truth(a === b);
      case '!=':
        return truth(a !== b);
      case '<':
        return truth(a < b);
      case '>':
        return truth(a > b);
      case '<=':
        return truth(a <= b);
      case '>=':
        return truth(a >= b);
      case '|':
        return a | b;
      case '^':
        return a ^ b;
      case '&':
        return a & b;
      case '+':
        return a + b;
      case '-':
        return a - b;
      case '*':
        return a * b;
      case '<<':
        return a << BigInt.asUintN(6, b);
      case '>>':
        return a >> BigInt.asUintN(6, b);
      default:
        // The side of && or || that does not count may divide by zero.
        if (b === 0n) return 0n;
        return op === '/' ? a / b : a % b;
    }
  }
  private unary(): bigint {
    if (++this.depth > MOST_NESTING) fail(this.where, `this #if nests deeper than ${MOST_NESTING} levels`);
    const token = this.tokens[this.at++];
    const value = this.value(token);
    this.depth--;
    return value;
  }
  private value(token: Token | undefined): bigint {
    switch (token?.kind) {
      case 'int':
        return BigInt.asIntN(64, BigInt(token.value ?? 0));
      case 'char':
        return BigInt(Number(token.value));
      case 'id':
      case 'keyword':
        return truth(token.text === 'true');
      case 'punct':
        if (token.text === '!') return truth(this.unary() === 0n);
        if (token.text === '-') return -this.unary();
        if (token.text === '+') return this.unary();
        if (token.text === '~') return ~this.unary();
        if (token.text === '(') {
          const value = this.conditional();
          if (this.operator() !== ')') this.wrong();
          this.at++;
          return value;
        }
    }
    this.at--;
    return this.wrong();
  }
}
