/** A mark that is drawn again only where it is not what it was: each step makes all marks anew, and few of them differ. */
import { type ComponentType, memo, type ReactNode } from 'react';
import { shallow } from 'zustand/shallow';

interface Marked<M> {
  readonly mark: M;
}

/** `draw` may depend on the mark alone, which is a flat record. */
export const markComponent = <M extends object>(draw: (mark: M) => ReactNode): ComponentType<Marked<M>> =>
  memo(
    ({ mark }: Marked<M>) => draw(mark),
    (before, now) => shallow(before.mark, now.mark),
  );
