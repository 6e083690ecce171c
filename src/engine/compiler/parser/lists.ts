/** Initializer clauses: arguments in brackets, and braced lists, whose items may say what they are for. */
import type { Designator, Expr } from '../ast';
import { Parameters } from './parameters';

export abstract class Lists extends Parameters {
  /** `(a, {b}, c...)`: initializer clauses between brackets. */
  protected args(open: string, close: string): Expr[] {
    this.expect(open);
    const args: Expr[] = [];
    this.angled(false, () => {
      while (!this.is(close)) {
        args.push(this.expansion());
        if (!this.accept(',')) break;
      }
    });
    this.expect(close, 'after the arguments');
    return args;
  }
  private expansion(): Expr {
    const start = this.pos;
    const pattern = this.clause();
    return this.accept('...') ? { kind: 'packExpansion', pattern, span: this.since(start) } : pattern;
  }
  protected braced(): Extract<Expr, { kind: 'braced' }> {
    return this.deeper(() => this.list());
  }
  private list(): Extract<Expr, { kind: 'braced' }> {
    const start = this.pos;
    if (!this.env.isC && !(this.ahead(1).text === '.' && this.ahead(2).kind === 'id')) {
      const items = this.args('{', '}');
      return { kind: 'braced', items, span: this.since(start) };
    }
    this.pos++;
    const items: Expr[] = [];
    const designators: Designator[] = [];
    let written = '';
    this.angled(false, () => {
      while (this.env.isC ? !this.is('}') : this.is('.')) {
        const from = this.pos;
        const designator = this.designator();
        const before = written;
        written = this.tokens
          .slice(from, this.pos)
          .map((t) => t.text)
          .join(' ');
        const value = this.designated(designator);
        // `.a.x = 1, .a.y = 2` of C speaks twice of one member.
        const last = items.at(-1);
        if (designator !== null && written === before && last?.kind === 'braced' && value.kind === 'braced')
          items[items.length - 1] = {
            ...last,
            items: [...last.items, ...value.items],
            designators: [...(last.designators ?? []), ...(value.designators ?? [])],
          };
        else {
          designators.push(designator);
          items.push(value);
        }
        if (!this.accept(',')) break;
      }
    });
    this.expect('}', 'after the arguments');
    const span = this.since(start);
    return designators.every((d) => d === null)
      ? { kind: 'braced', items, span }
      : { kind: 'braced', items, designators, span };
  }
  /** `.field`, and of C `[i]` and `[i ... j]`; null where none stands. */
  private designator(): Designator {
    if (this.accept('.')) return this.expectId('a field name').text;
    if (!this.env.isC || !this.accept('[')) return null;
    const from = this.constant();
    const to = this.accept('...') ? this.constant() : from;
    this.expect(']');
    return { from, to };
  }
  /** What stands behind a designator: `= value`; of C more of them as well. */
  private designated(designator: Designator): Expr {
    if (designator === null) return this.clause();
    const start = this.pos;
    if (this.env.isC && (this.is('.') || this.is('['))) {
      const inner = this.designator();
      const items = [this.designated(inner)];
      return { kind: 'braced', items, designators: [inner], span: this.since(start) };
    }
    if (!this.is('{')) this.expect('=', 'after the field name');
    return this.clause();
  }
}
