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

function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
