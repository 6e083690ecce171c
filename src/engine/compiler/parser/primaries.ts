/** What expressions are made of: literals, names, parentheses, constructions, new and delete. */
import type { Span } from '../../bytecode/program';
import type { Builtin, Expr, Name, NamePart, Requirement, TypeNode } from '../ast';
import { fail, unsupported } from '../diagnostics';
import { Lists } from './lists';

const NAMED_CASTS = {
  static_cast: 'static',
  reinterpret_cast: 'reinterpret',
  const_cast: 'const',
  dynamic_cast: 'dynamic',
} as const;

/** The types of the characters of literals with a prefix ([lex.ccon], [lex.string]); `u8"…"` is read as `"…"`. */
const WIDE: Readonly<Record<string, Builtin | undefined>> = { L: 'wchar_t', u: 'char16_t', U: 'char32_t' };

export abstract class Primaries extends Lists {
  /** An expression without commas. */
  protected abstract assignment(): Expr;
  protected abstract unary(): Expr;
  protected abstract lambda(): Expr;
  /** `({ … })` of g++, at its brace. */
  protected abstract statementExpression(start: number): Expr;
  /** The binary operator at the cursor, '' if none. */
  protected abstract operator(): string;

  protected plainName(start: number, id: string, args?: NamePart['args']): Name {
    const span = this.since(start);
    return { kind: 'name', global: false, parts: [args ? { id, args, span } : { id, span }], span };
  }

  // ── primaries ──────────────────────────────────────────────────────────────────────────────────────────────────

  protected primary(): Expr {
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
        if (text === '::') return this.ahead(1).text === 'operator' ? this.name().name : this.named();
        if (text === '{') fail(this.here(), "'{' cannot begin an expression here");
    }
    fail(this.here(), `expected an expression, not ${this.describe()}`);
  }

  private literal(): Expr {
    const { kind, value, suffix, text } = this.token;
    const span = this.here();
    const wide = WIDE[/^(?:[LU]|u(?!8))(?=R?['"])/.exec(text)?.[0] ?? ''];
    this.pos++;
    if (kind === 'char') return { kind, value: Number(value), ...(wide && { wide }), span };
    if (kind === 'string') {
      if (suffix === 's' || suffix === 'sv') return this.suffixedText(String(value), suffix, span);
      if (suffix.startsWith('_')) {
        const text = String(value);
        const length = { unsigned: true, long: true };
        const args: Expr[] = [
          { kind: 'string', value: text, span },
          { kind: 'int', value: BigInt(text.length), suffix: length, span },
        ];
        return this.userLiteral(suffix, args, span);
      }
      if (suffix !== '') unsupported(span, `the string suffix ${suffix}`, 'write std::string("…")');
      return { kind, value: String(value), ...(wide && { wide }), span };
    }
    if (kind === 'float') {
      if (suffix.startsWith('_'))
        return this.userLiteral(suffix, [{ kind: 'float', value: Number(value), single: false, span }], span);
      const number: Expr = { kind: 'float', value: Number(value), single: suffix === 'f', span };
      if (/^(?:h|min|s|ms|us|ns)$/.test(suffix)) return this.suffixedBy(suffix, [number], span);
      if (suffix !== '' && suffix !== 'f' && !/^l$/i.test(suffix))
        unsupported(span, `${suffix} after a fraction`, `use a smaller unit with a whole number`);
      return number;
    }
    const number = BigInt(value ?? 0);
    if (suffix.startsWith('_')) {
      const whole: Expr = {
        kind: 'int',
        value: number,
        suffix: { unsigned: true, long: true, longLong: true },
        span,
      };
      return this.userLiteral(suffix, [whole], span);
    }
    if (!/^[ulz]*$/.test(suffix)) return { kind: 'suffixed', value: number, suffix, span };
    const flags = {
      unsigned: suffix.includes('u') || suffix.includes('z'),
      long: /[lz]/.test(suffix),
      longLong: suffix.includes('ll'),
    };
    return { kind: 'int', value: number, suffix: flags, span };
  }

  /** `12_km`: a call of the operator ([lex.ext]). */
  private userLiteral(suffix: string, args: readonly Expr[], span: Span): Expr {
    const callee: Name = { kind: 'name', global: false, parts: [{ id: `operator""${suffix}`, span }], span };
    return { kind: 'call', callee, args, span };
  }
  /** `"…"s`: a call of what the library makes of it. */
  private suffixedText(text: string, suffix: string, span: Span): Expr {
    const length: Expr = {
      kind: 'int',
      value: BigInt(text.length),
      suffix: { unsigned: true, long: true },
      span,
    };
    return this.suffixedBy(suffix, [{ kind: 'string', value: text, span }, length], span);
  }
  /** What the standard makes of a literal with a suffix of its own. */
  private suffixedBy(suffix: string, args: readonly Expr[], span: Span): Expr {
    const parts = ['std', `__suffix_${suffix}`].map((id) => ({ id, span }));
    return { kind: 'call', callee: { kind: 'name', global: false, parts, span }, args, span };
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
      case '_Generic':
        return this.generic();
      case 'requires':
        return this.requiresExpr();
    }
    if (text === 'decltype') {
      const of = this.decltypeType();
      if (!this.is('::')) return this.construct(of, start);
      const name = this.memberOf(of);
      // Without typename it is a value, unless it is constructed.
      return this.is('{')
        ? this.construct({ kind: 'named', name, isConst: false, span: name.span }, start)
        : name;
    }
    // `&struct S::member`, which offsetof makes of a type of C.
    if (this.env.isC && (text === 'struct' || text === 'union') && this.ahead(2).text === '::') {
      this.pos++;
      return this.named();
    }
    if (this.isBuiltinWord() || text === 'typename' || text === 'auto') {
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
  protected construct(type: TypeNode, start: number): Expr {
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

  /** [C17 6.5.1.1] */
  private generic(): Expr {
    const start = this.pos++;
    this.expect('(', 'after _Generic');
    return this.angled(false, (): Expr => {
      const control = this.assignment();
      const choices: { type: TypeNode | null; value: Expr }[] = [];
      while (this.accept(',')) {
        const type = this.accept('default') ? null : this.typeId();
        this.expect(':', 'after the type');
        choices.push({ type, value: this.assignment() });
      }
      this.expect(')');
      return { kind: 'generic', control, choices, span: this.since(start) };
    });
  }

  /** `(e)`, or one of the four folds. */
  private parenthesised(): Expr {
    const start = this.pos++;
    if (this.is('{')) return this.statementExpression(start);
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

  // ── requires, noexcept ─────────────────────────────────────────────────────────────────────────────────────────

  protected noexceptExpr(): Expr {
    const start = this.pos++;
    this.expect('(', 'after noexcept');
    const arg = this.angled(false, () => this.expression());
    this.expect(')');
    return { kind: 'noexcept', arg, span: this.since(start) };
  }
  private requiresExpr(): Expr {
    const start = this.pos++;
    return this.angled(false, () =>
      this.within(this.child('function'), (): Expr => {
        const params = this.is('(') ? this.parameters() : [];
        const requirements: Requirement[] = [];
        this.expect('{', 'after requires');
        while (!this.is('}') && !this.atEnd) requirements.push(this.requirement());
        this.expect('}');
        return { kind: 'requires', params, requirements, span: this.since(start) };
      }),
    );
  }
  private requirement(): Requirement {
    const start = this.pos;
    if (this.is('typename')) {
      const type = this.typeId();
      this.expect(';');
      return { kind: 'type', type, span: this.since(start) };
    }
    if (this.is('requires') && this.ahead(1).text !== '{' && !this.requiresParameters()) {
      this.pos++;
      const expr = this.constant();
      this.expect(';');
      return { kind: 'nested', expr, span: this.since(start) };
    }
    const compound = this.accept('{');
    const expr = this.expression();
    let isNoexcept = false;
    let result: Name | null = null;
    if (compound) {
      this.expect('}');
      isNoexcept = this.accept('noexcept');
      if (this.accept('->')) result = this.name().name;
    }
    this.expect(';');
    return { kind: 'expr', expr, isNoexcept, result, span: this.since(start) };
  }
  /** `requires (T t) {`: an expression, where `requires (e);` is a requirement. */
  private requiresParameters(): boolean {
    return (
      this.ahead(1).text === '(' &&
      this.peeking(() => {
        this.pos++;
        this.skipBalanced();
        return this.is('{');
      })
    );
  }

  // ── new, delete, sizeof ────────────────────────────────────────────────────────────────────────────────────────

  protected newExpr(): Expr {
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
    const valueInit = braced || this.is('(');
    const args = braced ? this.args('{', '}') : valueInit ? this.args('(', ')') : [];
    if (counts.length > 0 && !count) fail(this.since(start), 'new T[] needs the number of elements');
    return { kind: 'new', type, count, args, braced, valueInit, placement, span: this.since(start) };
  }
  protected deleteExpr(): Expr {
    const start = this.pos++;
    const array = this.accept('[');
    if (array) this.expect(']');
    const arg = this.unary();
    return { kind: 'delete', arg, array, span: this.since(start) };
  }
  protected sizeofExpr(kind: 'sizeof' | 'alignof' | 'typeid'): Expr {
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
    const arg = type ? null : kind === 'typeid' ? this.parenthesised() : this.unary();
    return { kind, type, arg, span: this.since(start) };
  }
}
