/** The colours of the tokens as a canvas needs them: read from the page once for a theme. */
export interface Palette {
  readonly panel: string;
  readonly line: string;
  readonly line3: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly onThread: string;
  readonly hatch: string;
  readonly run: string;
  readonly ready: string;
  readonly blocked: string;
  readonly wait: string;
  readonly fail: string;
  readonly ui: string;
  /** By thread: slate, then five hues that repeat. */
  readonly hues: readonly string[];
}

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    panel: token('panel'),
    line: token('line'),
    line3: token('line3'),
    ink: token('ink'),
    ink2: token('ink2'),
    ink3: token('ink3'),
    onThread: token('on-thread'),
    hatch: token('hatch'),
    run: token('run'),
    ready: token('ready'),
    blocked: token('blocked'),
    wait: token('wait'),
    fail: token('fail'),
    ui: token('ui'),
    hues: ['t-main', 't1', 't2', 't3', 't4', 't5'].map(token),
  };
}

export function hueIn({ hues }: Palette, thread: number): string {
  return thread === 0 ? hues[0] : hues[((thread - 1) % (hues.length - 1)) + 1];
}
