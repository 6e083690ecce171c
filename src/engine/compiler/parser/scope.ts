/**
 * What the parser must know of names to tell a declaration from an expression: which are types, templates, namespaces or
 * values, scope by scope. Types of values and overloads are check's business; this table is thrown away after parsing.
 */
import { type Macros, predefinedMacros } from './macros';

export type SymbolKind =
  | 'namespace'
  | 'type'
  /** A class template or alias template: with or without `<…>` it names a type. */
  | 'typeTemplate'
  /** A variable, function, enumerator. */
  | 'value'
  | 'concept'
  /** A function template: `<` after it opens template arguments. */
  | 'valueTemplate'
  /** Reported as undeclared once; whatever follows decides how it is read, without further complaint. */
  | 'unknown';

export interface Sym {
  readonly kind: SymbolKind;
  /** Members, of a namespace, class or enumeration; null where they cannot be known (template parameters, `decltype`). */
  readonly scope: Scope | null;
}

export type ScopeKind = 'namespace' | 'class' | 'enum' | 'template' | 'function' | 'block' | 'reentry';

const NONE: readonly Scope[] = [];

export class Scope {
  readonly kind: ScopeKind;
  readonly parent: Scope | null;
  /** For a class: its own name, which is how constructors are recognised. For a namespace, its name. */
  readonly id: string;
  readonly names = new Map<string, Sym>();
  /** Types whose names variables or functions of this scope have taken: they are found behind `struct` alone ([basic.scope.hiding]/2). */
  readonly hidden = new Map<string, Sym>();
  /** Scopes whose names are seen here too: bases, using-directives, inline and unnamed namespaces, enclosed by `reentry`. */
  readonly seen: Scope[] = [];
  /** A class template, or a class with such a base: qualified names that are not found here may still exist. */
  open = false;
  /** One of its bases is a template parameter, or was not declared: any name may be inherited. */
  inheritsUnknown = false;

  constructor(kind: ScopeKind, parent: Scope | null, id = '') {
    this.kind = kind;
    this.parent = parent;
    this.id = id;
  }

  /** The name in this scope itself and in those seen through it. */
  member(id: string): Sym | undefined {
    return this.names.get(id) ?? (this.seen.length > 0 ? this.throughSeen(id, new Set()) : undefined);
  }
  private throughSeen(id: string, visited: Set<Scope>): Sym | undefined {
    visited.add(this);
    for (const scope of this.seen) {
      if (visited.has(scope)) continue;
      const found = scope.names.get(id) ?? scope.throughSeen(id, visited);
      if (found) return found;
    }
    return undefined;
  }

  /** The type behind `struct` or `enum`: this scope, then outwards. */
  lookupType(id: string): Sym | undefined {
    for (let scope: Scope | null = this; scope; scope = scope.parent) {
      const found = scope.hidden.get(id) ?? scope.member(id);
      if (found !== undefined && found.kind !== 'value' && found.kind !== 'valueTemplate') return found;
    }
    return undefined;
  }

  /** The name as written without qualification here: this scope, then outwards. */
  lookup(id: string): Sym | undefined {
    let reentered: Scope | null = null;
    let directives: readonly Scope[] = NONE;
    for (let scope: Scope | null = this; scope; scope = scope.parent) {
      // What a `using namespace` in a block brings stands as if around all classes and functions ([namespace.udir]/2).
      const isBlock = scope.kind === 'block' || scope.kind === 'function';
      const found = isBlock ? scope.names.get(id) : scope.member(id);
      if (found) return found;
      if (isBlock && scope.seen.length > 0) directives = [...directives, ...scope.seen];
      if (scope.kind === 'reentry') reentered = scope;
    }
    for (const scope of directives) {
      const found = scope.member(id);
      if (found) return found;
    }
    // `void ns::C::f() { … }` also sees what encloses C.
    return reentered?.seen[0]?.parent?.lookup(id);
  }
}

/** May a name that is not found here be inherited from a base that is not known? */
export function mayInherit(from: Scope): boolean {
  for (let scope: Scope | null = from; scope; scope = scope.parent)
    if (scope.inheritsUnknown || (scope.kind === 'reentry' && scope.seen.some((s) => s.inheritsUnknown)))
      return true;
  return false;
}

/** All that one source leaves behind for the next: names and macros. */
export class ParserScope {
  readonly global: Scope;
  readonly macros: Macros;
  /** Names of member templates of any class: `x.get<int>()` is read as template arguments only for these. */
  readonly memberTemplates: Set<string>;
  /** Names of functions of any namespace: a call may find them through its arguments. */
  readonly functions: Set<string>;
  /** Specializations of a class template: a qualified name through the primary template finds their members too. */
  readonly specializations: Map<Scope, readonly Scope[]>;
  /** The source is C. */
  isC = false;

  constructor(from?: ParserScope) {
    this.global = new Scope('namespace', from?.global ?? null);
    this.macros = from ? new Map(from.macros) : predefinedMacros();
    this.memberTemplates = new Set(from?.memberTemplates);
    this.functions = new Set(from?.functions);
    this.specializations = new Map(from?.specializations);
    if (!from) openNamespace(this.global, 'std');
  }

  /** A scope that sees everything in this one and leaves it unchanged: parse the headers once, then each edit in a fork. */
  fork(): ParserScope {
    return new ParserScope(this);
  }
}

/** The scope of `namespace id` inside `parent`, made on first use. Unnamed ones are seen from their parent. */
export function openNamespace(parent: Scope, id: string, inline = false): Scope {
  const known = parent.names.get(id);
  if (known?.kind === 'namespace' && known.scope) return known.scope;
  const scope = new Scope('namespace', parent, id);
  // In a fork, the namespace continues the one it was forked from.
  for (const outer of [parent.parent, ...parent.seen]) {
    const before = id === '' ? undefined : outer?.names.get(id);
    if (before?.kind === 'namespace' && before.scope && outer?.kind === 'namespace' && outer.id === parent.id)
      scope.seen.push(before.scope);
  }
  parent.names.set(id, { kind: 'namespace', scope });
  if (inline || id === '') parent.seen.push(scope);
  return scope;
}
