/** A text of a story, in which words that not everybody knows explain themselves: pointed at, tapped or focused. */
import { useId } from 'react';
import { explained } from '../../session';
import css from './Told.module.css';

export function Told({ children }: { readonly children: string }) {
  const id = useId();
  return (
    <span className={css.told}>
      {explained(children).map(({ text, entry }) =>
        entry === null ? (
          text
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: who has only keys is told too
          <dfn key={entry.word} className={css.term} tabIndex={0} aria-describedby={`${id}${entry.word}`}>
            {text}
            <span id={`${id}${entry.word}`} className={css.tip} role="tooltip">
              <b>{entry.word}</b> {entry.sentence}
            </span>
          </dfn>
        ),
      )}
    </span>
  );
}
