/** CodeMirror behind React: made once for each text, told what to show, asked which lines are in sight. */
import { useEffect, useRef } from 'react';
import { useActions } from '../useSession';
import css from './Code.module.css';
import { type CodeEditor, createEditor } from './codemirror';
import type { Other } from './diff';
import type { Marks } from './marks';

export interface EditorProps {
  readonly source: string;
  readonly other: Other | null;
  readonly marks: Marks;
  /** A line to bring into sight: a new object each time it is asked for. */
  readonly wanted: { readonly line: number } | null;
  readonly onVisible: (lines: readonly [first: number, last: number]) => void;
}

export default function Editor({ source, other, marks, wanted, onVisible }: EditorProps) {
  const { seekLine } = useActions();
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeEditor>(null);
  const otherSource = other?.source ?? null;
  const isFix = other?.isFix ?? false;
  useEffect(() => {
    if (host.current === null) return;
    const made = createEditor(host.current, { source, other: otherSource, onVisible, onLine: seekLine });
    editor.current = made;
    return () => made.destroy();
  }, [source, otherSource, onVisible, seekLine]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new editor has to be told again
  useEffect(() => editor.current?.show(marks), [marks, source, otherSource]);
  useEffect(() => {
    if (wanted !== null) editor.current?.scrollTo(wanted.line);
  }, [wanted]);
  return (
    <div ref={host} className={css.editor} data-fix={other === null ? undefined : isFix ? 'other' : 'this'} />
  );
}
