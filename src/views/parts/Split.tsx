/**
 * Panes with borders that drag. A double click on a border gives the pane before it its first size again (the library's own); sizes are
 * remembered in the session by the name of the split.
 */
import { Children, Fragment, type ReactNode } from 'react';
import { Group, type Layout, Panel, type PanelProps, Separator } from 'react-resizable-panels';
import { useThisSession } from '../useSession';
import css from './Split.module.css';

export interface SplitPane {
  readonly id: string;
  /** Pixels; left out for the pane that takes the rest. */
  readonly size?: number;
  readonly min: number;
}

export interface SplitProps {
  /** Under which the sizes are remembered. */
  readonly name: string;
  readonly direction: 'horizontal' | 'vertical';
  readonly panes: readonly SplitPane[];
  /** One for each pane; a pane without a child is left out. */
  readonly children: readonly ReactNode[];
}

export function Split({ name, direction, panes, children }: SplitProps) {
  const { store, actions } = useThisSession();
  const contents = Children.toArray(children);
  return (
    <Group
      className={css.split}
      orientation={direction}
      defaultLayout={remembered(store.getState().panes[name], panes)}
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (isUserInteraction)
          actions.setPanes(
            name,
            panes.map(({ id }) => layout[id]),
          );
      }}
    >
      {panes.map((pane, index) => (
        <Fragment key={pane.id}>
          {index > 0 && <Separator className={css.border} aria-label={`Size of ${panes[index - 1].id}`} />}
          <Panel id={pane.id} minSize={pane.min} className={css.pane} {...sizeOf(pane)}>
            {contents[index]}
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}

function sizeOf({ size }: SplitPane): Pick<PanelProps, 'defaultSize' | 'groupResizeBehavior'> {
  return size === undefined ? {} : { defaultSize: size, groupResizeBehavior: 'preserve-pixel-size' };
}

/** Undefined where nothing fits: another version of the page had other panes. */
function remembered(sizes: readonly number[] | undefined, panes: readonly SplitPane[]): Layout | undefined {
  if (sizes?.length !== panes.length) return undefined;
  return Object.fromEntries(panes.map(({ id }, index) => [id, sizes[index]]));
}
