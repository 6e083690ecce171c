/** Specifiers and declarators: `static const T` and `*x[3]`, which together give a name its type. */
import type { Builtin, Decl, Expr, Name, Param, TemplateArg, TypeNode } from '../ast';
import { fail, unsupported } from '../diagnostics';
import { Names, type Resolved } from './names';
import type { Scope } from './scope';

const BUILTIN_WORDS = new Set(
  'void bool char short int long signed unsigned float double wchar_t char8_t char16_t char32_t'.split(' '),
);
const TYPE_STARTS = new Set([
  ...BUILTIN_WORDS,
  ...'const volatile auto decltype typename class struct union enum'.split(' '),
]);
/** Specifiers that are flags; the ones a subset does without are refused in `specifiers`. */
const STORAGE = new Set(
  'static extern thread_local mutable inline constexpr consteval constinit virtual explicit friend typedef register'.split(
    ' ',
  ),
);
const BUILTINS: Record<string, Builtin> = {
  void: 'void',
  bool: 'bool',
  char: 'char',
  'char signed': 'signed char',
  'char unsigned': 'unsigned char',
  short: 'short',
  'short unsigned': 'unsigned short',
  int: 'int',
  signed: 'int',
  unsigned: 'unsigned',
  long: 'long',
  'long long': 'long',
  'long unsigned': 'unsigned long',
  'long long unsigned': 'unsigned long',
  float: 'float',
  double: 'double',
};

export interface Specifiers {
  /** Index of the first token. */
  readonly start: number;
  readonly type: TypeNode | null;
  /** Members of the named type, for aliases. */
  readonly members: Scope | null;
  /** A class or enumeration defined on the spot: `struct P { … } p;` */
  readonly defined: Decl | null;
  readonly flags: ReadonlySet<string>;
}
export interface Declarator {
  /** null when there is none: `void f(int)`. */
  readonly name: Name | null;
  /** For `T C::name`: where the names of C are seen. */
  readonly scope: Scope | null;
  readonly special: Resolved['special'];
  readonly type: TypeNode;
  /** Set when the name itself is a function: its type is then in here, not in `type`. */
  readonly fn: FunctionParts | null;
  readonly pack: boolean;
}
export interface FunctionParts {
  readonly params: readonly Param[];
  readonly result: TypeNode;
  readonly isConst: boolean;
  readonly isNoexcept: boolean;
  readonly refQualifier: '' | '&' | '&&';
  /** Holds the parameters; the body is parsed in it. */
  readonly scope: Scope;
}
/** May `(` after the declared name open parameters: always, never, or if it reads like parameters? */
type Parens = 'parameters' | 'either' | 'none';

export abstract class Types extends Names {
  protected abstract expression(): Expr;
  /** An expression without commas and assignments. */
  protected abstract constant(): Expr;
  /** An initializer: an expression without commas, or `{…}`. */
  protected abstract clause(): Expr;
  /** Runs `parse` where `>` is greater-than again, or closes template arguments. */
  protected abstract angled<T>(closes: boolean, parse: () => T): T;
  /** `class X {…}` or `enum X {…}`, or only `class X`. */
  protected abstract elaborated(flags: ReadonlySet<string>): Pick<Specifiers, 'type' | 'members' | 'defined'>;

  // ── does a type begin here? ────────────────────────────────────────────────────────────────────────────────────

  protected startsType(): boolean {
    if (this.token.kind === 'keyword') return TYPE_STARTS.has(this.text);
    return this.atName && this.isTypeName(this.peekName());
  }
  protected isTypeName(resolved: Resolved): boolean {
    return resolved.special === '' && (resolved.kind === 'type' || resolved.kind === 'typeTemplate');
  }
  protected isBuiltinWord(): boolean {
    return BUILTIN_WORDS.has(this.text);
  }
  protected isStorage(): boolean {
    return STORAGE.has(this.text);
  }

  // ── specifiers ─────────────────────────────────────────────────────────────────────────────────────────────────

  /** `withStorage`: false where only a type may stand. */
  protected specifiers(withStorage: boolean): Specifiers {
    const start = this.pos;
    const flags = new Set<string>();
    const words: string[] = [];
    let isConst = false;
    let type: TypeNode | null = null;
    let members: Scope | null = null;
    let defined: Decl | null = null;
    for (;;) {
      this.skipAttributes();
      const { text } = this;
      if (text === 'const') {
        this.pos++;
        isConst = true;
      } else if (text === 'volatile') {
        unsupported(this.here(), 'volatile', 'use std::atomic for a value that threads share');
      } else if (STORAGE.has(text)) {
        if (!withStorage) break;
        flags.add(this.next().text);
        if (text === 'explicit' && this.is('(')) this.skipBalanced();
      } else if (BUILTIN_WORDS.has(text) && !type) {
        words.push(this.next().text);
      } else if (type || words.length > 0) {
        break;
      } else if (text === 'auto') {
        const at = this.pos++;
        type = { kind: 'auto', isConst: false, decltypeAuto: false, span: this.since(at) };
      } else if (text === 'decltype') {
        type = this.decltypeType();
      } else if (text === 'typename') {
        this.pos++;
        const { name, sym } = this.name(true);
        type = { kind: 'named', name, isConst: false, span: name.span };
        members = sym?.scope ?? null;
      } else if (text === 'class' || text === 'struct' || text === 'union' || text === 'enum') {
        ({ type, members, defined } = this.elaborated(flags));
      } else if (this.atName) {
        const resolved = this.peekName();
        if (!this.namesType(resolved, withStorage)) break;
        const { name, sym } = this.name();
        type = { kind: 'named', name, isConst: false, span: name.span };
        members = sym?.scope ?? null;
      } else break;
    }
    if (words.length > 0) type = this.builtin(words, start);
    if (type && isConst) type = this.constOf(type, start);
    return { start, type, members, defined, flags };
  }

  /** Is the name at the cursor a type here, and not the name of a constructor? */
  private namesType(resolved: Resolved, declares: boolean): boolean {
    if (!this.isTypeName(resolved)) {
      // Undeclared where only a type can stand: it has been reported, and is read as a type.
      if (resolved.kind === 'unknown' && !declares) return true;
      // Where only a declaration can stand, `T::x` needs no typename.
      const dependent = resolved.kind === 'value' && resolved.qualifier === null && resolved.special === '';
      return (
        dependent &&
        declares &&
        resolved.name.parts.length > 1 &&
        this.peeking(() => this.name() && this.atId)
      );
    }
    const { currentClass } = this;
    const [only, second] = resolved.name.parts;
    if (!declares || second || only?.id !== currentClass?.id || currentClass?.kind !== 'class') return true;
    const afterName = this.peeking(() => {
      this.name();
      return this.is('(') && !/^[*&]/.test(this.ahead(1).text);
    });
    return !afterName;
  }

  private builtin(words: readonly string[], start: number): TypeNode {
    const span = this.since(start);
    const key = words
      .filter((w) => (w !== 'int' && w !== 'signed') || words.length === 1)
      .sort()
      .join(' ');
    const name =
      key === '' ? 'int' : words.includes('signed') && key === 'char' ? 'signed char' : BUILTINS[key];
    if (name) return { kind: 'builtin', name, isConst: false, span };
    if (key === 'double long') unsupported(span, 'long double', 'use double');
    if (/char|wchar/.test(key)) unsupported(span, words.join(' '), 'use char');
    fail(span, `'${words.join(' ')}' is not a type`);
  }

  private decltypeType(): TypeNode {
    const start = this.pos++;
    this.expect('(', 'after decltype');
    if (this.is('auto') && this.ahead(1).text === ')') {
      this.pos += 2;
      return { kind: 'auto', isConst: false, decltypeAuto: true, span: this.since(start) };
    }
    const expr = this.angled(false, () => this.expression());
    this.expect(')');
    const span = this.since(start);
    if (expr.kind === 'nullptr') return { kind: 'builtin', name: 'nullptr_t', isConst: false, span };
    return { kind: 'decltype', expr, span };
  }

  private constOf(type: TypeNode, start: number): TypeNode {
    const first = this.tokens[start]?.start ?? type.span.start;
    const span = {
      ...type.span,
      start: Math.min(first, type.span.start),
      end: Math.max(type.span.end, this.since(start).end),
    };
    switch (type.kind) {
      case 'named':
      case 'builtin':
      case 'auto':
      case 'pointer':
        return { ...type, isConst: true, span };
      default:
        return type;
    }
  }

  // ── declarators ────────────────────────────────────────────────────────────────────────────────────────────────

  /** `*`, `&`, `C::*` before a declared name. */
  protected pointers(base: TypeNode): TypeNode {
    let type = base;
    const start = base.span.start;
    const span = () => ({ ...this.since(this.pos - 1), start });
    for (;;) {
      const { text } = this;
      if (text === '*') {
        this.pos++;
        type = { kind: 'pointer', to: type, isConst: false, span: span() };
        for (; this.is('const') || this.is('volatile'); this.pos++) {
          if (this.is('volatile'))
            unsupported(this.here(), 'volatile', 'use std::atomic for a value that threads share');
          type = { ...type, isConst: true, span: span() };
        }
      } else if (text === '&' || text === '&&') {
        this.pos++;
        type = { kind: 'reference', to: type, rvalue: text === '&&', span: span() };
      } else if (this.memberPointerAhead()) {
        const { name } = this.name();
        this.expect('::');
        this.expect('*');
        type = { kind: 'memberPointer', of: name, to: type, span: span() };
        this.accept('const');
      } else return type;
    }
  }
  private memberPointerAhead(): boolean {
    if (!this.atId) return false;
    if (this.ahead(1).text === '::' && this.ahead(2).text === '*') return true;
    if (this.ahead(1).text !== '<' && this.ahead(1).text !== '::') return false;
    return this.peeking(() => {
      this.name();
      return this.is('::') && this.ahead(1).text === '*';
    });
  }

  /** `names`: must, may or must not a name be declared. */
  protected declarator(base: TypeNode, names: 'must' | 'may' | 'no', parens: Parens): Declarator {
    const pointed = this.pointers(base);
    const pack = names !== 'no' && this.accept('...');
    if (this.is('(') && this.nestedAhead(names)) {
      const open = this.pos;
      this.skipBalanced();
      const outer = this.suffixes(pointed, parens === 'none' ? 'none' : 'parameters');
      const end = this.pos;
      this.pos = open + 1;
      const inner = this.declarator(outer.fn ? this.functionType(outer.fn) : outer.type, names, parens);
      this.expect(')');
      this.pos = end;
      // `int (f)(int)` is `int f(int)`.
      return outer.fn && inner.type.kind === 'function' && !inner.fn ? { ...inner, fn: outer.fn } : inner;
    }
    let name: Name | null = null;
    let scope: Scope | null = null;
    let special: Resolved['special'] = '';
    if (names !== 'no' && (this.atName || this.is('operator') || (this.is('~') && names === 'must')))
      ({ name, scope, special } = this.declaredName());
    else if (names === 'must') fail(this.here(), `expected a name, not ${this.describe()}`);
    this.skipAttributes();
    const outer = this.scope;
    if (scope) this.scope = scope;
    const { type, fn } = this.suffixes(pointed, parens);
    this.scope = outer;
    return { name, scope, special, type, fn, pack };
  }

  /** Does the `(` here enclose the declarator, as in `(*f)(int)`, rather than parameters? */
  private nestedAhead(names: 'must' | 'may' | 'no'): boolean {
    const inner = this.ahead(1);
    if (inner.text === '*' || inner.text === '&' || inner.text === '&&') return true;
    if (inner.text === '(') return names === 'must';
    if (inner.kind !== 'id') return false;
    return this.peeking(() => {
      this.pos++;
      if (this.memberPointerAhead()) return true;
      const alone = this.ahead(1).text === ')';
      return alone && names !== 'no' && (names === 'must' || this.scope.lookup(this.text)?.kind !== 'type');
    });
  }

  private declaredName(): { name: Name; scope: Scope | null; special: Resolved['special'] } {
    const start = this.pos;
    const after = this.ahead(1).text;
    if (this.atId && after !== '::' && after !== '<') {
      const span = this.here();
      const id = this.next().text;
      const { currentClass } = this;
      const special =
        currentClass?.kind === 'class' && currentClass.id === id && this.is('(') ? 'constructor' : '';
      return { name: { kind: 'name', global: false, parts: [{ id, span }], span }, scope: null, special };
    }
    if (this.is('~')) {
      this.pos++;
      const id = `~${this.expectId('a class name').text}`;
      const span = this.since(start);
      return {
        name: { kind: 'name', global: false, parts: [{ id, span }], span },
        scope: null,
        special: 'destructor',
      };
    }
    if (this.atId && after === '<' && !/Template$/.test(this.scope.lookup(this.text)?.kind ?? '')) {
      const span = this.spanOf(this.next());
      const id = this.tokens[start]?.text ?? '';
      return { name: { kind: 'name', global: false, parts: [{ id, span }], span }, scope: null, special: '' };
    }
    const { name, qualifier, special } = this.name();
    return { name, scope: name.parts.length > 1 && qualifier ? this.reenter(qualifier) : null, special };
  }

  private suffixes(base: TypeNode, parens: Parens): { type: TypeNode; fn: FunctionParts | null } {
    if (this.is('(') && (parens === 'parameters' || (parens === 'either' && this.readsLikeParameters()))) {
      const fn = this.functionParts(base);
      return { type: this.functionType(fn), fn };
    }
    const sizes: (Expr | null)[] = [];
    const from = this.pos;
    while (this.is('[') && this.ahead(1).text !== '[') {
      this.pos++;
      sizes.push(this.is(']') ? null : this.angled(false, () => this.constant()));
      this.expect(']');
    }
    if (sizes.length === 0) return { type: base, fn: null };
    const span = { ...this.since(from), start: base.span.start };
    return {
      type: sizes.reduceRight<TypeNode>((of, size) => ({ kind: 'array', of, size, span }), base),
      fn: null,
    };
  }
  /** `T x(…`: parameters if they can be read as such (C++ has it so), else the arguments of a constructor. */
  private readsLikeParameters(): boolean {
    const first = this.ahead(1).text;
    if (first === ')' || first === '...') return true;
    const open = this.pos;
    return this.peeking(() => {
      this.pos++;
      this.skipAttributes();
      if (!this.startsType()) return false;
      // `T x` is no argument: if it is wrong as a parameter too, that is the mistake to tell.
      this.specifiers(false);
      if (this.atId) return true;
      this.pos = open;
      return this.attempt(() => this.within(this.child('function'), () => this.parameters())) !== null;
    });
  }

  protected functionType(fn: FunctionParts): TypeNode {
    const { result, params, isConst } = fn;
    return {
      kind: 'function',
      result,
      params,
      isConst,
      span: { ...this.since(this.pos - 1), start: result.span.start },
    };
  }
  private functionParts(base: TypeNode): FunctionParts {
    const scope = this.child('function');
    return this.within(scope, () => {
      const params = this.parameters();
      let isConst = false;
      let isNoexcept = false;
      let refQualifier: FunctionParts['refQualifier'] = '';
      let result = base;
      for (;;) {
        this.skipAttributes();
        const { text } = this;
        if (text === 'const') isConst = true;
        else if (text === 'volatile') unsupported(this.here(), 'volatile', 'leave it out');
        else if (text === 'noexcept') isNoexcept = true;
        else if (text === '&' || text === '&&') refQualifier = text;
        else if (text === 'throw' && this.ahead(1).text === '(')
          unsupported(this.here(), 'an exception specification', 'write noexcept or leave it out');
        else break;
        this.pos++;
        if (text === 'noexcept' && this.is('(')) this.skipBalanced();
      }
      if (this.accept('->')) result = this.typeId();
      this.refuseRequires();
      return { params, result, isConst, isNoexcept, refQualifier, scope };
    });
  }
  protected refuseRequires(): void {
    if (this.is('requires') || this.is('concept'))
      unsupported(
        this.here(),
        `'${this.text}'`,
        'leave the constraint out: a plain template parameter will do',
      );
  }

  /** `(int a, T&& b = 1)`; the names are declared in the present scope. */
  protected parameters(): Param[] {
    this.expect('(');
    const params: Param[] = [];
    if (this.is('void') && this.ahead(1).text === ')') this.pos++;
    this.angled(false, () => {
      while (!this.is(')')) {
        if (this.is('...'))
          unsupported(this.here(), 'a C variadic function', 'use a parameter pack: template <typename... A>');
        params.push(this.parameter());
        if (!this.accept(',')) break;
      }
    });
    this.expect(')', 'after the parameters');
    return params;
  }
  private parameter(): Param {
    const start = this.pos;
    this.skipAttributes();
    if (this.is('register')) this.pos++;
    const { type: base } = this.specifiers(false);
    if (!base) fail(this.here(), `expected a parameter type, not ${this.describe()}`);
    const { name, type, pack } = this.declarator(base, 'may', 'parameters');
    const [part, more] = name?.parts ?? [];
    if (more) fail(name?.span ?? this.here(), 'a parameter has a plain name');
    const id = part?.id ?? '';
    this.declare(id, 'value', null, this.scope);
    const defaultValue = this.accept('=') ? this.clause() : null;
    if (!/^[,)>]$/.test(this.text))
      fail(this.here(), `expected ',' or ')' after a parameter, not ${this.describe()}`);
    const span = this.since(start);
    return { type, id, idSpan: part?.span ?? { ...span, start: span.end }, defaultValue, pack, span };
  }

  // ── types without a name ───────────────────────────────────────────────────────────────────────────────────────

  protected typeId(): TypeNode {
    const { type } = this.specifiers(false);
    if (!type) this.notAType();
    return this.declarator(type, 'no', 'either').type;
  }
  private notAType(): never {
    if (this.atName) {
      const { name } = this.name();
      fail(name.span, `${name.parts.map((p) => p.id).join('::')} is not a type`);
    }
    fail(this.here(), `expected a type, not ${this.describe()}`);
  }
  /** A type with its `*` and `&`, but without parentheses or brackets: for `new` and `operator T`. */
  protected simpleTypeId(): TypeNode {
    const { type } = this.specifiers(false);
    if (!type) this.notAType();
    return this.pointers(type);
  }
  protected conversionType(): TypeNode {
    return this.simpleTypeId();
  }

  protected templateArgs(): TemplateArg[] {
    this.expect('<');
    const args: TemplateArg[] = [];
    this.angled(true, () => {
      while (!this.is('>')) {
        args.push(this.templateArg());
        if (!this.accept(',')) break;
      }
    });
    this.expect('>', 'after the template arguments');
    return args;
  }
  private templateArg(): TemplateArg {
    const start = this.pos;
    if (this.startsType()) {
      const found = this.attempt(() => {
        const type = this.typeId();
        const pack = this.accept('...');
        if (!/^[,>]$/.test(this.text))
          fail(this.here(), `expected '>' after a template argument, not ${this.describe()}`);
        return { type, pack };
      });
      if (found) return { kind: 'type', ...found, span: this.since(start) };
    }
    const value = this.constant();
    return { kind: 'value', value, pack: this.accept('...'), span: this.since(start) };
  }
}
