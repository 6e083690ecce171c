/** 'worker stored null in `mgr`' as pieces: every second one is code. A backtick without a partner is itself. */
export interface ProsePiece {
  readonly key: number;
  readonly text: string;
  readonly code: boolean;
}

export function proseOf(sentence: string): readonly ProsePiece[] {
  return sentence
    .split(/`([^`]+)`/)
    .map((text, key) => ({ key, text, code: key % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
