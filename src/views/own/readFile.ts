/** The text of a file: UTF-8, or what people had before it. */
import { useCallback } from 'react';
import { useActions } from '../useSession';

/** Larger ones are no programs. */
const MOST_BYTES = 1_000_000;

export function useReadFile(): (file: File) => Promise<void> {
  const { openText } = useActions();
  return useCallback(
    async (file) => {
      const bytes = await file.slice(0, MOST_BYTES).arrayBuffer();
      openText(file.name.replace(/\.\w+$/, ''), textOf(bytes));
    },
    [openText],
  );
}

const MARK = [0xef, 0xbb, 0xbf];

function textOf(file: ArrayBuffer): string {
  // What begins with the mark of UTF-8 may still have a comment that somebody else's editor has broken.
  const begin = new Uint8Array(file, 0, Math.min(MARK.length, file.byteLength));
  const bytes = MARK.every((byte, i) => byte === begin[i]) ? file.slice(MARK.length) : file;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
