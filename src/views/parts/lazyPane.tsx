/** A pane whose code is a chunk of its own. Until it is here its frame stands in its place, so that nothing moves when it comes. */
import { type ComponentType, lazy, Suspense } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { chunk } from '../../base/chunk';
import { Fault } from './Fault';
import { Panel } from './Panel';

/** Stands where something is being fetched. */
export const Coming = () => <div aria-busy="true" />;

/** `title` is that of the pane's own Panel. */
export function lazyPane(title: string, load: () => Promise<ComponentType>): ComponentType {
  const Pane = lazy(async () => ({ default: await chunk(load()) }));
  const frame = (
    <Panel title={title}>
      <Coming />
    </Panel>
  );
  return () => (
    <ErrorBoundary
      fallbackRender={(fault) => (
        <Panel title={title}>
          <Fault {...fault} />
        </Panel>
      )}
    >
      <Suspense fallback={frame}>
        <Pane />
      </Suspense>
    </ErrorBoundary>
  );
}
