/**
 * One hue for each thread, everywhere: main is slate, the others take five hues in start order. From the seventh thread on hues repeat,
 * and the pill gets a second outline.
 */
import type { CSSProperties } from 'react';

const HUES = 5;

export function hueOf(thread: number): string {
  return thread === 0 ? 'var(--t-main)' : `var(--t${((thread - 1) % HUES) + 1})`;
}

/** The class that sets `--h` where a style cannot: 'hue0' for main, 'hue1' … 'hue5'. */
export function hueClass(thread: number): string {
  return thread === 0 ? 'hue0' : `hue${((thread - 1) % HUES) + 1}`;
}

export function hueRepeats(thread: number): boolean {
  return thread > HUES;
}

/** Sets `--h`, which the module of a view mixes into its colours. */
export function hueStyle(thread: number): CSSProperties {
  return { '--h': hueOf(thread) } as CSSProperties;
}
