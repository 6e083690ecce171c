/** Declarators, which with the specifiers give a name its type: `*x[3]`, `(*f)(int)`; types without a name; template arguments. */
import type { Expr, Name, Param, TemplateArg, TypeNode } from '../ast';
import { fail, unsupported } from '../diagnostics';
import { MOST_NESTING } from './cursor';
import type { Resolved } from './names';
import type { Scope } from './scope';
import { SpecifierParser } from './specifiers';

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
  readonly mayThrow: boolean;
  readonly noexceptIf: Expr | null;
  readonly requires: Expr | null;
  readonly refQualifier: '' | '&' | '&&';
  /** Holds the parameters; the body is parsed in it. */
  readonly scope: Scope;
}
/** May `(` after the declared name open parameters: always, never, or if it reads like parameters? */
type Parens = 'parameters' | 'either' | 'none';

export abstract class Types extends SpecifierParser {
  /** An expression without commas and assignments. */
  protected abstract constant(): Expr;
  protected abstract primary(): Expr;
  /** `(int a, T&& b = 1)`, or those of C before 1989; the names are declared in the present scope. */
  protected abstract parameters(): Param[];
  /** Do names alone stand in the parentheses at the cursor, `f(a, b)` of C before 1989? */
  protected abstract namesAlone(): boolean;

  // ── declarators ────────────────────────────────────────────────────────────────────────────────────────────────

  /** `*`, `&`, `C::*` before a declared name. */
  protected pointers(base: TypeNode): TypeNode {
    let type = base;
    const start = base.span.start;
    const span = () => ({ ...this.since(this.pos - 1), start });
    for (let n = 0; ; n++) {
      if (n > MOST_NESTING)
        unsupported(span(), `nesting deeper than ${MOST_NESTING} levels`, 'name the types between');
      const { text } = this;
      if (text === '*') {
        this.pos++;
        type = { kind: 'pointer', to: type, isConst: false, span: span() };
        for (; this.is('const') || this.is('volatile'); this.pos++) {
          if (this.is('const')) type = { ...type, isConst: true, span: span() };
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
    return this.deeper(() => this.declaratorHere(base, names, parens));
  }
  private declaratorHere(base: TypeNode, names: 'must' | 'may' | 'no', parens: Parens): Declarator {
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
      // `int a[static 3]` of C promises elements, and `int a[const]` a pointer that stays.
      while (this.env.isC && (this.is('static') || this.is('const') || this.is('volatile'))) this.pos++;
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
    if (first === ')' || first === '...' || this.namesAlone()) return true;
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
      let mayThrow = false;
      let noexceptIf: Expr | null = null;
      let refQualifier: FunctionParts['refQualifier'] = '';
      let result = base;
      for (;;) {
        this.skipAttributes();
        const { text } = this;
        if (text === 'const') isConst = true;
        else if (text === 'noexcept') {
          ({ isNoexcept, mayThrow, noexceptIf } = this.noexceptSpecifier());
          continue;
        } else if (text === '&' || text === '&&') refQualifier = text;
        else if (text === 'throw' && this.ahead(1).text === '(') isNoexcept = this.dynamicSpecification();
        else if (text !== 'volatile') break;
        this.pos++;
      }
      if (this.accept('->')) result = this.typeId();
      const requires = this.requiresClause();
      return {
        params,
        result,
        isConst,
        isNoexcept,
        mayThrow,
        noexceptIf,
        requires,
        refQualifier,
        scope,
      };
    });
  }
  /** `noexcept`, `noexcept(e)` */
  protected noexceptSpecifier(): Pick<FunctionParts, 'isNoexcept' | 'mayThrow' | 'noexceptIf'> {
    this.pos++;
    if (!this.accept('(')) return { isNoexcept: true, mayThrow: false, noexceptIf: null };
    const e = this.angled(false, () => this.constant());
    this.expect(')');
    if (e.kind === 'bool') return { isNoexcept: e.value, mayThrow: !e.value, noexceptIf: null };
    return { isNoexcept: false, mayThrow: false, noexceptIf: e };
  }
  /** `throw()` is noexcept; C++17 knows no other. At the `throw`. */
  private dynamicSpecification(): boolean {
    if (this.ahead(2).text !== ')')
      fail(this.here(), 'an exception specification names nothing since C++17', 'write noexcept(false)');
    this.pos += 2;
    return true;
  }
  /** `requires A<T> && (…)`: primary expressions, joined ([temp.pre]). */
  protected requiresClause(): Expr | null {
    if (!this.accept('requires')) return null;
    return this.angled(false, () => this.joined('||', () => this.joined('&&', () => this.primary())));
  }
  private joined(op: string, part: () => Expr): Expr {
    const start = this.pos;
    let left = part();
    while (this.is(op)) {
      const opSpan = this.here();
      this.pos++;
      left = { kind: 'binary', op, left, right: part(), opSpan, span: this.since(start) };
    }
    return left;
  }

  // ── types without a name ───────────────────────────────────────────────────────────────────────────────────────

  protected typeId(): TypeNode {
    const { type } = this.specifiers(false);
    if (!type) this.notAType();
    return this.declarator(type, 'no', 'either').type;
  }
  protected notAType(): never {
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
    return this.deeper(() => this.templateArgsHere());
  }
  private templateArgsHere(): TemplateArg[] {
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
