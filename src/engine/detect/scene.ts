/**
 * What a detector may ask when it puts a defect into words. Detectors keep numbers while a program runs; whoever recorded the run
 * can go back to any moment of it and answers these, once, for the few findings there are.
 */
import type { Pc, Program, Span } from '../bytecode/program';
import type { EventRef } from './events';
import type { HeapMember, PlaceFrame } from './finding';
import type { History } from './history';

/** A moment of a thread: right after one of its events, or, with event AFTER_STEP, where it stands when the step is over. */
export type Site = EventRef;
export const AFTER_STEP = -1;

export interface SiteFrame extends PlaceFrame {
  readonly pc: Pc;
  readonly span: Span;
}

export interface Thing {
  /** 'counter', 'streams[0].rwlock'; '' where nothing has a name there. */
  readonly name: string;
  /** The heap object it is part of: 'Stream 2'; '' elsewhere. */
  readonly object: string;
  readonly storage: 'global' | 'heap' | 'stack' | 'none';
  /** Of the whole variable or heap block, as C++ says it: 'BackfillManager'. */
  readonly type: string;
  /** sizeof, of the whole variable or heap block. */
  readonly bytes: number;
  /** It is the word that leads to the virtual functions of a class. */
  readonly vptr: boolean;
  /** First word of the heap block; 0 elsewhere. */
  readonly block: number;
  /** The whole variable or object that it is part of: its name, and the words from … to - 1. */
  readonly whole: { readonly name: string; readonly from: number; readonly to: number };
}

export interface HeapPlace extends HeapMember {
  /** Its life is over, or its storage was freed. */
  readonly gone: boolean;
}

/** Where a thread left the scope of a variable. */
export interface ScopeEnd {
  readonly step: number;
  readonly thread: number;
  /** As framesAt has them. */
  readonly frames: readonly SiteFrame[];
}

export interface Scene {
  readonly history: History;
  readonly program: Program;
  threadName(thread: number): string;
  /** The user's frames, innermost first; never empty. */
  framesAt(site: Site): readonly SiteFrame[];
  /** What stood at an address at that moment. */
  thingAt(site: Site, address: number): Thing;
  /** Which part of which object on the heap an address was of, or which object the count there was for; null where there is none. */
  heapPlaceAt(site: Site, address: number): HeapPlace | null;
  /** The words from an address on, as they were at that moment. */
  wordsAt(site: Site, address: number, count: number): readonly number[];
  /** What the sides of the comparisons were that made an assert fail: '`seen` is 3'. */
  comparedAt(fault: Site): readonly string[];
  /** Where the variable at an address of a stack ended, that was alive at `site`; null where that cannot be told. */
  scopeEndOf(site: Site, address: number): ScopeEnd | null;
  /** 'E: "what"' of the exception object at that address. */
  exceptionAt(site: Site, address: number): string;
  /** Names of the locks a thread held at that moment: 'connsLock', 'rwlock (shared)'. */
  holdsAt(site: Site): readonly string[];
}
