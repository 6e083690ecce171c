/** The editor of a person's own program: made once, and told what came from elsewhere. */
import { isolateHistory } from '@codemirror/commands';
import { useEffect, useRef } from 'react';
import type { Diagnostic } from '../../engine';
import { cx } from '../parts/cx';
import css from './Code.module.css';
import { type CodeEditor, createEditor } from './codemirror';
import { askAbout, mountEditor } from './commands';
import type { EditorProps } from './Editor';
import { asLeft } from './undo';
import { shadeGiven, showDiagnostics, writing } from './writing';

export interface TextEditorProps extends Omit<EditorProps, 'other'> {
  /** What the compiler says of the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** `marks` are of this very text; while they are not, those of the text before stay. */
  readonly current: boolean;
  /** An exercise, of which some lines are given. */
  readonly exercise: boolean;
  readonly onChange: (text: string) => void;
}

export default function TextEditor(props: TextEditorProps) {
  const { source, marks, wanted, diagnostics, current, exercise, onVisible, onChange } = props;
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeEditor>(null);
  const first = useRef(source);
  useEffect(() => {
    if (host.current === null) return;
    const made = createEditor(host.current, {
      ...{ source: first.current, other: null, onVisible, onLine: askAbout, asLeft },
      writing: exercise ? [writing(onChange), shadeGiven] : writing(onChange),
    });
    const { view } = made;
    editor.current = made;
    const leave = mountEditor({
      goTo(place) {
        view.focus();
        if (place === null) return;
        const anchor = Math.min(place, view.state.doc.length);
        view.dispatch({ selection: { anchor }, scrollIntoView: true });
      },
      // Undone by itself, however soon it came.
      apply: (changes) => view.dispatch({ changes, annotations: isolateHistory.of('full') }),
      line: () => view.state.doc.lineAt(view.state.selection.main.head).number,
    });
    return () => {
      leave();
      first.current = view.state.doc.toString();
      made.destroy();
    };
  }, [onVisible, onChange, exercise]);
  useEffect(() => {
    const { view, reset } = editor.current ?? {};
    if (view?.state.doc.toString() !== source) reset?.(source);
  }, [source]);
  useEffect(() => {
    if (current) editor.current?.show(marks);
  }, [marks, current]);
  useEffect(() => {
    if (editor.current !== null) showDiagnostics(editor.current.view, diagnostics);
  }, [diagnostics]);
  useEffect(() => {
    if (wanted !== null) editor.current?.scrollTo(wanted.line);
  }, [wanted]);
  return <div ref={host} className={cx(css.editor, css.writing)} />;
}
