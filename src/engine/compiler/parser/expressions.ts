/** Expressions by precedence (Pratt): operators bind by the table below; names have been resolved, so `<` and `(` are no riddle. */
import type { Expr, Name, UnaryOp } from '../ast';
import { fail, unsupported } from '../diagnostics';
import { Primaries } from './primaries';

/** How strongly a binary operator binds. Assignment and `?:` group to the right, the others to the left. */
const POWER: Record<string, number> = {
  ',': 1,
  '?': 3,
  '||': 4,
  '&&': 5,
  '|': 6,
  '^': 7,
  '&': 8,
  '==': 9,
  '!=': 9,
};
const ASSIGN = 2;
for (const op of '= += -= *= /= %= &= |= ^= <<= >>='.split(' ')) POWER[op] = ASSIGN;
for (const op of '< > <= >='.split(' ')) POWER[op] = 10;
POWER['<=>'] = 11;
POWER['<<'] = POWER['>>'] = 12;
POWER['+'] = POWER['-'] = 13;
POWER['*'] = POWER['/'] = POWER['%'] = 14;
POWER['.*'] = POWER['->*'] = 15;
const CONDITIONAL = 3;

const PREFIX = new Set<string>(['-', '+', '!', '~', '*', '&', '++', '--']);
/** Keywords that begin an expression this compiler does not take, and what to write. */
const REFUSED: Record<string, readonly [what: string, hint: string]> = {
  asm: ['asm', 'use std::atomic'],
};

export abstract class Expressions extends Primaries {
  /** The function that is being read has a co_await, co_yield or co_return. */
  protected suspends = false;
  /** `>` closes template arguments here, so it is not an operator. */
  private closesAngle = false;

  protected angled<T>(closes: boolean, parse: () => T): T {
    const outer = this.closesAngle;
    this.closesAngle = closes;
    try {
      return parse();
    } finally {
      this.closesAngle = outer;
    }
  }

  protected expression(): Expr {
    return this.binary(0);
  }
  protected assignment(): Expr {
    return this.binary(ASSIGN);
  }
  protected constant(): Expr {
    return this.binary(CONDITIONAL);
  }
  protected clause(): Expr {
    return this.is('{') ? this.braced() : this.assignment();
  }

  // ── operators ──────────────────────────────────────────────────────────────────────────────────────────────────

  /** The binary operator at the cursor, '' if none. Joins `>` `>` and `>` `>=`. */
  protected operator(): string {
    const { text } = this;
    if (text !== '>') return POWER[text] === undefined || this.token.kind === 'string' ? '' : text;
    if (this.closesAngle) return '';
    const after = this.ahead(1);
    return after.glued && (after.text === '>' || after.text === '>=') ? text + after.text : text;
  }

  private binary(weakest: number): Expr {
    const start = this.pos;
    let left = this.unary();
    for (let n = 1; ; n++) {
      this.chained(n, start);
      const op = this.operator();
      const power = POWER[op] ?? -1;
      if (op === '' || power < weakest) return left;
      const width = op === '>>' || op === '>>=' ? 2 : 1;
      // `e op ...` belongs to the fold around it.
      if (this.ahead(width).text === '...') return left;
      const opAt = this.pos;
      this.pos += width;
      const opSpan = this.since(opAt);
      if (op === '?') {
        // Between ? and : everything goes, as if in parentheses.
        const then = this.deeper(() => this.angled(false, () => this.expression()));
        this.expect(':', "after the second part of '?:'");
        const otherwise = this.deeper(() => this.clause());
        left = { kind: 'conditional', cond: left, then, else: otherwise, span: this.since(start) };
      } else if (power === ASSIGN) {
        const right = this.deeper(() => this.clause());
        left = { kind: 'assign', op, left, right, opSpan, span: this.since(start) };
      } else {
        const right = this.binary(power + 1);
        const span = this.since(start);
        left =
          op === '.*' || op === '->*'
            ? { kind: 'memberPointer', object: left, arrow: op === '->*', pointer: right, span }
            : { kind: 'binary', op, left, right, opSpan, span };
      }
    }
  }

  protected unary(): Expr {
    return this.deeper(() => this.operand());
  }
  private operand(): Expr {
    const start = this.pos;
    const { text, token } = this;
    if (token.kind === 'punct') {
      if (PREFIX.has(text)) {
        this.pos++;
        const arg = this.unary();
        return { kind: 'unary', op: text as UnaryOp, arg, span: this.since(start) };
      }
      if (text === '(') {
        const cast = this.cast();
        if (cast) return cast;
      }
    } else if (token.kind === 'keyword') {
      const refused = REFUSED[text];
      if (refused) unsupported(this.here(), ...refused);
      switch (text) {
        case 'co_await': {
          this.pos++;
          this.suspends = true;
          const arg = this.deeper(() => this.unary());
          return { kind: 'await', arg, span: this.since(start) };
        }
        case 'co_yield': {
          this.pos++;
          this.suspends = true;
          const arg = this.deeper(() => this.clause());
          return { kind: 'yield', arg, span: this.since(start) };
        }
        case 'new':
          return this.newExpr();
        case 'delete':
          return this.deleteExpr();
        case 'sizeof':
        case 'alignof':
          return this.sizeofExpr(text);
        case 'typeid':
          return this.postfix(this.sizeofExpr(text), start);
        case 'throw': {
          this.pos++;
          const arg = /^[;,):]$/.test(this.text) ? null : this.assignment();
          return { kind: 'throw', arg, span: this.since(start) };
        }
        case 'noexcept':
          return this.noexceptExpr();
      }
    }
    if (text === '::' && (this.ahead(1).text === 'new' || this.ahead(1).text === 'delete')) {
      this.pos++;
      return this.unary();
    }
    return this.postfix(this.primary(), start);
  }

  /** `(T)e`; null if the parentheses hold no type, or nothing follows that could be cast. */
  private cast(): Expr | null {
    const start = this.pos;
    const type = this.peeking(() => {
      this.pos++;
      return this.startsType();
    })
      ? this.attempt(() => {
          this.pos++;
          const found = this.angled(false, () => this.typeId());
          this.expect(')');
          if (found.kind === 'function' || !this.startsOperand()) fail(this.here(), 'not a cast');
          return found;
        })
      : null;
    if (!type) return null;
    // A compound literal of C, which g++ takes.
    if (this.is('{')) return this.postfix(this.construct(type, start), start);
    const arg = this.unary();
    return { kind: 'cast', style: 'c', type, arg, span: this.since(start) };
  }
  private startsOperand(): boolean {
    const { kind, text } = this.token;
    if (kind === 'punct') return PREFIX.has(text) || /^(?:[([{]|::)$/.test(text);
    return kind !== 'end' && kind !== 'keyword' ? true : kind === 'keyword' && !/^(?:else|const)$/.test(text);
  }

  private postfix(object: Expr, start: number): Expr {
    let left = object;
    for (let n = 1; ; n++) {
      this.chained(n, start);
      const { text } = this;
      if (text === '(') {
        left = { kind: 'call', callee: left, args: this.args('(', ')'), span: this.since(start) };
      } else if (text === '[') {
        this.pos++;
        const index = this.angled(false, () => (this.is('{') ? this.braced() : this.expression()));
        this.expect(']');
        left = { kind: 'index', object: left, index, span: this.since(start) };
      } else if (text === '.' || text === '->') {
        this.pos++;
        const member = this.memberName();
        left = { kind: 'member', object: left, arrow: text === '->', member, span: this.since(start) };
      } else if (text === '++' || text === '--') {
        this.pos++;
        left = { kind: 'unary', op: `post${text}`, arg: left, span: this.since(start) };
      } else return left;
    }
  }

  /** The name after `.` or `->`. The object's class is not known here: `<` opens arguments only for names of member templates. */
  private memberName(): Name {
    const start = this.pos;
    const announced = this.accept('template');
    if (this.is('operator')) return this.name().name;
    if (this.accept('~')) {
      const id = `~${this.expectId('a class name').text}`;
      const args = this.is('<') ? this.templateArgs() : undefined;
      return this.plainName(start, id, args);
    }
    if (this.atId && this.ahead(1).text === '::') return this.name().name;
    const id = this.expectId("a member's name").text;
    const may = announced || id.startsWith('__') || this.env.memberTemplates.has(id);
    if (!this.is('<') || !may) return this.plainName(start, id);
    const args = this.attempt(() => {
      const found = this.templateArgs();
      if (!announced && !this.is('(')) fail(this.here(), 'less-than, then');
      return found;
    });
    return this.plainName(start, id, args ?? undefined);
  }
}
