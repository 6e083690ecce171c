/** Specifiers: what stands before the declarators, `static const unsigned long`. */
import type { Builtin, Decl, Expr, Name, NamePart, TypeNode } from '../ast';
import { fail } from '../diagnostics';
import { Names, type Resolved } from './names';
import type { Scope } from './scope';

const BUILTIN_WORDS = new Set(
  'void bool char short int long signed unsigned float double wchar_t char8_t char16_t char32_t'.split(' '),
);
const TYPE_STARTS = new Set([
  ...BUILTIN_WORDS,
  ...'const volatile auto decltype typename class struct union enum _Atomic'.split(' '),
]);
/** Specifiers that are flags; the ones a subset does without are refused in `specifiers`. */
const STORAGE = new Set(
  'static extern thread_local mutable inline constexpr consteval constinit virtual explicit friend typedef register'.split(
    ' ',
  ),
);
/** Integers of g++ that are read as types, and refused. */
export const INT128 = /^(?:__int128|__int128_t|__uint128_t)$/;
const BUILTINS: Record<string, Builtin> = {
  void: 'void',
  bool: 'bool',
  char: 'char',
  'char signed': 'signed char',
  'char unsigned': 'unsigned char',
  wchar_t: 'wchar_t',
  char8_t: 'char8_t',
  char16_t: 'char16_t',
  char32_t: 'char32_t',
  short: 'short',
  'short unsigned': 'unsigned short',
  int: 'int',
  signed: 'int',
  unsigned: 'unsigned',
  long: 'long',
  'long long': 'long long',
  'long unsigned': 'unsigned long',
  'long long unsigned': 'unsigned long long',
  float: 'float',
  double: 'double',
  // With the precision of a double: the limits in the README say so.
  'double long': 'double',
};
export interface Specifiers {
  /** Index of the first token. */
  readonly start: number;
  readonly type: TypeNode | null;
  /** Members of the named type, for aliases. */
  readonly members: Scope | null;
  /** A class or enumeration defined on the spot: `struct P { … } p;` */
  readonly defined: Decl | null;
  /** Operands of `alignas` before the declarators. */
  readonly aligned: readonly Expr[];
  readonly flags: ReadonlySet<string>;
}
export abstract class SpecifierParser extends Names {
  protected abstract expression(): Expr;
  protected abstract typeId(): TypeNode;
  /** Runs `parse` where `>` is greater-than again, or closes template arguments. */
  protected abstract angled<T>(closes: boolean, parse: () => T): T;
  /** `class X {…}` or `enum X {…}`, or only `class X`. */
  protected abstract elaborated(flags: ReadonlySet<string>): Pick<Specifiers, 'type' | 'members' | 'defined'>;

  // ── does a type begin here? ────────────────────────────────────────────────────────────────────────────────────

  protected startsType(): boolean {
    if (this.token.kind === 'keyword' || this.is('_Atomic')) return TYPE_STARTS.has(this.text);
    if (INT128.test(this.text)) return true;
    if (!this.atName) return false;
    const resolved = this.peekName();
    return this.isTypeName(resolved) || (resolved.kind === 'concept' && this.constrainsAuto());
  }
  /** `C auto`, at the name of a concept. */
  private constrainsAuto(): boolean {
    return this.peeking(() => this.name() && (this.is('auto') || this.is('decltype')));
  }
  protected isTypeName(resolved: Resolved): boolean {
    return resolved.special === '' && (resolved.kind === 'type' || resolved.kind === 'typeTemplate');
  }
  protected isBuiltinWord(): boolean {
    return BUILTIN_WORDS.has(this.word);
  }
  protected isStorage(): boolean {
    return STORAGE.has(this.word);
  }

  // ── specifiers ─────────────────────────────────────────────────────────────────────────────────────────────────

  /** The operands of `alignas` that were met and nobody has taken; a type stands for its alignment ([dcl.align]). */
  protected takeAlignments(): Expr[] {
    const met = this.alignments;
    this.alignments = [];
    const back = this.pos;
    const operands = met.map((at): Expr => {
      this.pos = at;
      if (!this.startsType()) return this.angled(false, () => this.expression());
      const type = this.angled(false, () => this.typeId());
      return { kind: 'alignof', type, arg: null, span: this.since(at) };
    });
    this.pos = back;
    return operands;
  }

  /** `withStorage`: false where only a type may stand. */
  protected specifiers(withStorage: boolean): Specifiers {
    const start = this.pos;
    const aligned = this.alignments.length > 0 && withStorage ? this.takeAlignments() : [];
    const flags = new Set<string>();
    const words: string[] = [];
    let isConst = false;
    let isAtomic = false;
    let type: TypeNode | null = null;
    let members: Scope | null = null;
    let defined: Decl | null = null;
    for (;;) {
      this.skipAttributes();
      if (this.alignments.length > 0) aligned.push(...this.takeAlignments());
      const { word: text } = this;
      if (text === 'const') {
        this.pos++;
        isConst = true;
      } else if (text === 'volatile') {
        this.pos++;
      } else if (text === '_Atomic' && this.ahead(1).text === '(') {
        this.pos += 2;
        type = this.atomicOf(this.typeId());
        this.expect(')');
      } else if (text === '_Atomic') {
        this.pos++;
        isAtomic = true;
      } else if (STORAGE.has(text)) {
        if (!withStorage) break;
        flags.add(this.next().text);
        if (text === 'explicit' && this.is('(')) {
          // Only who would write what g++ refuses sees whether another condition holds.
          if (this.ahead(1).text !== 'true' || this.ahead(2).text !== ')') flags.delete('explicit');
          this.skipBalanced();
        }
      } else if (INT128.test(text)) {
        const hint = 'keep the upper and the lower half in a std::uint64_t each';
        this.report({ span: this.here(), message: `${text} is not supported`, hint, unsupported: true });
        // Read on as a number, so that it is said once.
        words.push('long');
        this.pos++;
      } else if (BUILTIN_WORDS.has(text) && !type) {
        words.push(this.next().text);
      } else if (type || words.length > 0) {
        break;
      } else if (text === 'auto') {
        const at = this.pos++;
        type = { kind: 'auto', isConst: false, decltypeAuto: false, span: this.since(at) };
      } else if (text === 'decltype') {
        type = this.decltypeOrMember();
      } else if (text === 'typename' && this.ahead(1).text === 'decltype') {
        this.pos++;
        type = this.decltypeOrMember();
      } else if (text === 'typename') {
        this.pos++;
        const { name, sym } = this.name(true);
        type = { kind: 'named', name, isConst: false, span: name.span };
        members = sym?.scope ?? null;
      } else if (text === 'class' || text === 'struct' || text === 'union' || text === 'enum') {
        ({ type, members, defined } = this.elaborated(flags));
      } else if (this.atName) {
        const resolved = this.peekName();
        if (resolved.kind === 'concept' && this.constrainsAuto()) {
          type = this.constrainedAuto();
          continue;
        }
        if (!this.namesType(resolved, withStorage)) break;
        const { name, sym } = this.name();
        type = { kind: 'named', name, isConst: false, span: name.span };
        members = sym?.scope ?? null;
      } else break;
    }
    if (words.length > 0) type = this.builtin(words, start);
    if (type && isAtomic) type = this.atomicOf(type);
    if (type && isConst) type = this.constOf(type, start);
    return { start, type, members, defined, flags, aligned };
  }

  /** `C auto`, `C decltype(auto)`: a placeholder with the concept that it has to satisfy. */
  private constrainedAuto(): TypeNode {
    const { name } = this.name();
    const at = this.pos;
    const written = this.is('auto') ? null : this.decltypeType();
    if (written === null) this.pos++;
    const decltypeAuto = written?.kind === 'auto' && written.decltypeAuto;
    return { kind: 'auto', isConst: false, decltypeAuto, constraint: name, span: this.since(at) };
  }

  /** `_Atomic int` of C: std::atomic<int>. */
  private atomicOf(type: TypeNode): TypeNode {
    const { span } = type;
    const parts = [
      { id: 'std', span },
      { id: 'atomic', args: [{ kind: 'type' as const, type, pack: false, span }], span },
    ];
    return { kind: 'named', name: { kind: 'name', global: true, parts, span }, isConst: false, span };
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
    fail(span, `'${words.join(' ')}' is not a type`);
  }

  /** `decltype(e)`, or a type that is a member of it. */
  private decltypeOrMember(): TypeNode {
    const of = this.decltypeType();
    if (!this.is('::') || this.ahead(1).text === '*') return of;
    const name = this.memberOf(of);
    return { kind: 'named', name, isConst: false, span: name.span };
  }
  /** The name that begins with `of`, at the `::` behind it. */
  protected memberOf(of: TypeNode): Name {
    const parts: NamePart[] = [{ id: 'decltype', of, span: of.span }];
    while (this.accept('::')) {
      const from = this.pos;
      const announced = this.accept('template');
      const { text: id } = this.expectId('a name');
      const args = announced && this.is('<') ? this.templateArgs() : undefined;
      parts.push(args ? { id, args, span: this.since(from) } : { id, span: this.since(from) });
    }
    return { kind: 'name', global: false, parts, span: { ...of.span, end: this.since(this.pos - 1).end } };
  }

  protected decltypeType(): TypeNode {
    const start = this.pos++;
    this.expect('(', 'after decltype');
    if (this.is('auto') && this.ahead(1).text === ')') {
      this.pos += 2;
      return { kind: 'auto', isConst: false, decltypeAuto: true, span: this.since(start) };
    }
    if (this.env.isC && this.startsType()) {
      const type = this.angled(false, () => this.typeId());
      this.expect(')');
      return type;
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
}
