/** The frame of the function being lowered: slots of variables, nested scopes, and what must run when each is left. */
import { CLOSE } from '../../bytecode/opcodes';
import { FRAME_HEADER, type Local, type Span } from '../../bytecode/program';
import { wordsOf } from '../check/types';
import type { Fn, LocalVar } from '../typed';
import type { Emitter, Label } from './emitter';
import type { Tables } from './tables';

export interface OpenScope {
  readonly base: number;
  /** Destructors to run, in order of construction. */
  readonly ends: { readonly slot: number; readonly fn: Fn }[];
  readonly named: { readonly v: LocalVar; readonly from: number }[];
  readonly breaks: Label | null;
  readonly continues: Label | null;
}

export class Frame {
  readonly locals: Local[] = [];
  private readonly scopes: OpenScope[] = [];
  private next: number;
  private high: number;
  private readonly out: Emitter;
  private readonly tables: Tables;

  constructor(out: Emitter, tables: Tables, argWords: number) {
    this.out = out;
    this.tables = tables;
    this.next = argWords + FRAME_HEADER;
    this.high = this.next;
  }
  get words(): number {
    return this.high;
  }
  get depth(): number {
    return this.scopes.length;
  }

  open(breaks: Label | null = null, continues: Label | null = null): void {
    this.scopes.push({ base: this.next, ends: [], named: [], breaks, continues });
  }
  /** Leaves the innermost scope. `reachable` false: control never gets here, so nothing is emitted. */
  close(span: Span, reachable = true): void {
    const s = this.top();
    if (reachable) this.out.at(span, () => this.leave(s));
    for (const { v, from } of s.named)
      this.locals.push({
        name: v.name,
        type: this.tables.type(v.type),
        offset: v.slot,
        from,
        to: this.out.pc,
        role: v.role,
      });
    this.scopes.pop();
    this.next = s.base;
  }
  /** The destructors and the end of storage of one scope. */
  private leave(s: OpenScope): void {
    this.destroy(s);
    const words = this.usedBy(s);
    if (words > 0) this.out.emit(CLOSE, s.base, words);
  }
  private destroy(s: OpenScope): void {
    for (let i = s.ends.length - 1; i >= 0; i--) {
      const end = s.ends[i];
      if (end !== undefined) this.callEnd(end.slot, end.fn);
    }
  }
  /** Set by the lowering: calls a destructor on a frame slot. */
  callEnd: (slot: number, fn: Fn) => void = () => {};
  private usedBy(s: OpenScope): number {
    const i = this.scopes.indexOf(s);
    const above = this.scopes[i + 1];
    return (above?.base ?? this.next) - s.base;
  }

  /** Before a jump out of all scopes from `depth` up: their destructors, innermost first. A return leaves the storage to RET. */
  unwind(depth: number, closing: boolean): void {
    for (let i = this.scopes.length - 1; i >= depth; i--) {
      const s = this.scopes[i];
      if (s === undefined) continue;
      if (closing) this.leave(s);
      else this.destroy(s);
    }
  }
  /** The innermost scope that break (or continue) leaves to, with its depth. */
  target(kind: 'breaks' | 'continues'): { label: Label; depth: number } | null {
    for (let i = this.scopes.length - 1; i >= 0; i--) {
      const label = this.scopes[i]?.[kind] ?? null;
      if (label !== null) return { label, depth: i + 1 };
    }
    return null;
  }

  /** Words for a scratch value that lives until the scope ends. */
  scratch(words = 1): number {
    const slot = this.next;
    this.next += words;
    this.high = Math.max(this.high, this.next);
    return slot;
  }
  /** Storage for a variable in the innermost scope. */
  declare(v: LocalVar): number {
    v.slot = this.scratch(v.indirect || v.type.kind === 'reference' ? 1 : wordsOf(v.type));
    return v.slot;
  }
  /** From here on the variable exists: shown to people, destroyed when its scope is left. */
  born(v: LocalVar): void {
    const s = this.top();
    if (v.name !== '') s.named.push({ v, from: this.out.pc });
    if (v.destroy !== null) s.ends.push({ slot: v.slot, fn: v.destroy });
  }
  /** Was it made in a scope that is open, for longer than its full expression? */
  holds(v: LocalVar): boolean {
    return this.bound.has(v);
  }
  private readonly bound = new Set<LocalVar>();
  /** Storage for a temporary that lives as long as the reference it is bound to. */
  keep(v: LocalVar): number {
    this.bound.add(v);
    return this.declare(v);
  }
  private top(): OpenScope {
    const s = this.scopes[this.scopes.length - 1];
    if (s === undefined) throw new Error('bug in the compiler: no open scope');
    return s;
  }
}
