/** Expressions by precedence (Pratt): operators bind by the table below; names have been resolved, so `<` and `(` are no riddle. */
import type { Expr, Name, NamePart, TypeNode, UnaryOp } from '../ast';
import { fail, unsupported } from '../diagnostics';
import { Types } from './types';

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
const NAMED_CASTS = {
  static_cast: 'static',
  reinterpret_cast: 'reinterpret',
  const_cast: 'const',
  dynamic_cast: 'dynamic',
} as const;
/** Keywords that begin an expression this compiler does not take, and what to write. */
const REFUSED: Record<string, readonly [what: string, hint: string]> = {
  co_await: ['co_await', 'use threads: coroutines are outside the subset'],
  co_yield: ['co_yield', 'use threads: coroutines are outside the subset'],
  typeid: ['typeid', 'use a virtual function or an enum'],
  alignof: ['alignof', 'leave it out'],
  requires: ['a requires expression', 'leave the constraint out'],
  asm: ['asm', 'use std::atomic'],
};

export abstract class Expressions extends Types {
  /** `>` closes template arguments here, so it is not an operator. */
  private closesAngle = false;

  protected abstract lambda(): Expr;

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
  private operator(): string {
    const { text } = this;
    if (text !== '>') return POWER[text] === undefined || this.token.kind === 'string' ? '' : text;
    if (this.closesAngle) return '';
    const after = this.ahead(1);
    return after.glued && (after.text === '>' || after.text === '>=') ? text + after.text : text;
  }

  private binary(weakest: number): Expr {
    const start = this.pos;
    let left = this.unary();
    for (;;) {
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
        const then = this.angled(false, () => this.expression());
        this.expect(':', "after the second part of '?:'");
        const otherwise = this.is('{') ? this.braced() : this.assignment();
        left = { kind: 'conditional', cond: left, then, else: otherwise, span: this.since(start) };
      } else if (power === ASSIGN) {
        const right = this.clause();
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
        case 'new':
          return this.newExpr();
        case 'delete':
          return this.deleteExpr();
        case 'sizeof':
          return this.sizeofExpr();
        case 'throw': {
          this.pos++;
          const arg = /^[;,):]$/.test(this.text) ? null : this.assignment();
          return { kind: 'throw', arg, span: this.since(start) };
        }
        case 'noexcept':
          unsupported(this.here(), 'the noexcept operator', 'write true or false');
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
    const arg = this.is('{') ? this.braced() : this.unary();
    return { kind: 'cast', style: 'c', type, arg, span: this.since(start) };
  }
  private startsOperand(): boolean {
    const { kind, text } = this.token;
    if (kind === 'punct') return PREFIX.has(text) || text === '(' || text === '[' || text === '::';
    return kind !== 'end' && kind !== 'keyword' ? true : kind === 'keyword' && !/^(?:else|const)$/.test(text);
  }

  private postfix(object: Expr, start: number): Expr {
    let left = object;
    for (;;) {
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
  protected plainName(start: number, id: string, args?: NamePart['args']): Name {
    const span = this.since(start);
    return { kind: 'name', global: false, parts: [args ? { id, args, span } : { id, span }], span };
  }

  // ── lists ──────────────────────────────────────────────────────────────────────────────────────────────────────

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
    const start = this.pos;
    if (!(this.ahead(1).text === '.' && this.ahead(2).kind === 'id')) {
      const items = this.args('{', '}');
      return { kind: 'braced', items, span: this.since(start) };
    }
    this.pos++;
    const items: Expr[] = [];
    const designators: string[] = [];
    this.angled(false, () => {
      while (this.accept('.')) {
        designators.push(this.expectId('a field name').text);
        if (!this.is('{')) this.expect('=', 'after the field name');
        items.push(this.clause());
        if (!this.accept(',')) break;
      }
    });
    this.expect('}');
    return { kind: 'braced', items, designators, span: this.since(start) };
  }

  // ── primaries ──────────────────────────────────────────────────────────────────────────────────────────────────

  private primary(): Expr {
    const { kind, text } = this.token;
    switch (kind) {
      case 'int':
      case 'float':
      case 'char':
      case 'string':
        return this.literal();
      case 'id':
        return this.named();
      case 'keyword':
        return this.keyword(text);
      case 'punct':
        if (text === '(') return this.parenthesised();
        if (text === '[') return this.lambda();
        if (text === '::') return this.named();
        if (text === '{') fail(this.here(), "'{' cannot begin an expression here");
    }
    fail(this.here(), `expected an expression, not ${this.describe()}`);
  }

  private literal(): Expr {
    const { kind, value, suffix } = this.token;
    const span = this.here();
    this.pos++;
    if (kind === 'char') return { kind, value: Number(value), span };
    if (kind === 'string') {
      if (suffix !== '') unsupported(span, `the string suffix ${suffix}`, 'write std::string("…")');
      return { kind, value: String(value), span };
    }
    if (kind === 'float') {
      if (suffix !== '')
        unsupported(span, `${suffix} after a fraction`, `use a smaller unit with a whole number`);
      return { kind: 'float', value: Number(value), span };
    }
    const number = BigInt(value ?? 0);
    if (!/^[ulz]*$/.test(suffix)) return { kind: 'suffixed', value: number, suffix, span };
    const flags = { unsigned: suffix.includes('u') || suffix.includes('z'), long: /[lz]/.test(suffix) };
    return { kind: 'int', value: number, suffix: flags, span };
  }

  private keyword(text: string): Expr {
    const start = this.pos;
    switch (text) {
      case 'true':
      case 'false':
        this.pos++;
        return { kind: 'bool', value: text === 'true', span: this.since(start) };
      case 'nullptr':
      case 'this':
        this.pos++;
        return { kind: text, span: this.since(start) };
      case 'static_cast':
      case 'reinterpret_cast':
      case 'const_cast':
      case 'dynamic_cast': {
        this.pos++;
        this.expect('<', `after ${text}`);
        const type = this.angled(true, () => this.typeId());
        this.expect('>');
        this.expect('(');
        const arg = this.angled(false, () => this.expression());
        this.expect(')');
        return { kind: 'cast', style: NAMED_CASTS[text], type, arg, span: this.since(start) };
      }
      case 'operator':
        return this.name().name;
    }
    if (this.isBuiltinWord() || text === 'typename' || text === 'decltype' || text === 'auto') {
      const { type } = this.specifiers(false);
      if (type) return this.construct(type, start);
    }
    fail(this.here(), `expected an expression, not '${text}'`);
  }

  private named(): Expr {
    const start = this.pos;
    const resolved = this.name();
    const { name, kind } = resolved;
    if (this.isTypeName(resolved)) {
      const type: TypeNode = { kind: 'named', name, isConst: false, span: name.span };
      return this.construct(type, start);
    }
    // An undeclared name has been reported; `Thing{…}` can only be a type.
    if (kind === 'unknown' && this.is('{'))
      return this.construct({ kind: 'named', name, isConst: false, span: name.span }, start);
    if (kind === 'namespace')
      fail(name.span, `${name.parts.map((p) => p.id).join('::')} is a namespace, not a value`);
    return name;
  }
  private construct(type: TypeNode, start: number): Expr {
    const braced = this.is('{');
    if (!braced && !this.is('(')) {
      const words = this.tokens.slice(start, this.pos).map((t) => t.text);
      fail(type.span, `${words.join('')} is a type; a value is expected here`);
    }
    if (braced) {
      const list = this.braced();
      if (list.designators) {
        const span = this.since(start);
        // T{.a = 1} is T{{.a = 1}} for an aggregate.
        return { kind: 'construct', type, args: [list], braced, span };
      }
      return { kind: 'construct', type, args: list.items, braced, span: this.since(start) };
    }
    const args = this.args('(', ')');
    return { kind: 'construct', type, args, braced, span: this.since(start) };
  }

  /** `(e)`, or one of the four folds. */
  private parenthesised(): Expr {
    const start = this.pos++;
    return this.angled(false, (): Expr => {
      if (this.accept('...')) {
        const op = this.foldOperator();
        const right = this.unary();
        this.expect(')');
        return { kind: 'fold', op, left: null, right, span: this.since(start) };
      }
      const inner = this.expression();
      const op = this.operator();
      if (op === '') {
        this.expect(')');
        return { kind: 'paren', inner, span: this.since(start) };
      }
      this.foldOperator();
      this.expect('...');
      if (this.accept(')')) return { kind: 'fold', op, left: inner, right: null, span: this.since(start) };
      this.foldOperator();
      const right = this.unary();
      this.expect(')');
      return { kind: 'fold', op, left: inner, right, span: this.since(start) };
    });
  }
  private foldOperator(): string {
    const op = this.operator();
    if (op === '' || op === '?')
      fail(this.here(), `expected an operator to fold with, not ${this.describe()}`);
    this.pos += op === '>>' || op === '>>=' ? 2 : 1;
    return op;
  }

  // ── new, delete, sizeof ────────────────────────────────────────────────────────────────────────────────────────

  private newExpr(): Expr {
    const start = this.pos++;
    let placement: Expr | null = null;
    let type: TypeNode | null = null;
    if (this.is('(')) {
      const parenthesised = this.attempt(() => {
        this.pos++;
        const found = this.typeId();
        this.expect(')');
        return found;
      });
      if (parenthesised) type = parenthesised;
      else {
        this.pos++;
        placement = this.angled(false, () => this.expression());
        this.expect(')');
      }
    }
    type ??= this.simpleTypeId();
    const counts: (Expr | null)[] = [];
    while (this.accept('[')) {
      counts.push(this.is(']') ? null : this.angled(false, () => this.expression()));
      this.expect(']');
    }
    const [count = null, ...sizes] = counts;
    for (const size of sizes.reverse()) type = { kind: 'array', of: type, size, span: type.span };
    const braced = this.is('{');
    const args = braced ? this.args('{', '}') : this.is('(') ? this.args('(', ')') : [];
    if (counts.length > 0 && !count) fail(this.since(start), 'new T[] needs the number of elements');
    return { kind: 'new', type, count, args, braced, placement, span: this.since(start) };
  }
  private deleteExpr(): Expr {
    const start = this.pos++;
    const array = this.accept('[');
    if (array) this.expect(']');
    const arg = this.unary();
    return { kind: 'delete', arg, array, span: this.since(start) };
  }
  private sizeofExpr(): Expr {
    const start = this.pos++;
    if (this.accept('...')) {
      this.expect('(');
      const id = this.expectId('the name of a pack').text;
      this.expect(')');
      return { kind: 'sizeofPack', id, span: this.since(start) };
    }
    const type = this.is('(')
      ? this.attempt(() => {
          this.pos++;
          if (!this.startsType()) fail(this.here(), 'not a type');
          const found = this.angled(false, () => this.typeId());
          this.expect(')');
          return found;
        })
      : null;
    const arg = type ? null : this.unary();
    return { kind: 'sizeof', type, arg, span: this.since(start) };
  }
}
