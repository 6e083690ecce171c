/**
 * A text of a story, in which words that not everybody knows explain themselves, pointed at, tapped or focused, and the titles of variants lead
 * there.
 */
import { useId } from 'react';
import { explained, scenarioOf } from '../../session';
import { useSession } from '../useSession';
import css from './Told.module.css';
import { withVariants } from './variantLinks';

export function Told({ children }: { readonly children: string }) {
  const scenario = useSession(scenarioOf);
  return (
    <span className={css.told}>
      {withVariants(children, scenario?.variants ?? []).map(({ key, text, slug }) =>
        slug === null ? (
          <Explained key={key}>{text}</Explained>
        ) : (
          <a key={key} href={`#/${scenario?.id}/${slug}`}>
            {text}
          </a>
        ),
      )}
    </span>
  );
}

function Explained({ children }: { readonly children: string }) {
  const id = useId();
  return (
    <>
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
    </>
  );
}
