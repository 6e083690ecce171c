import { Empty, Panel } from './Panel';

/** In place of a pane that would tell the answer of the question one stands at. */
export function Untold({ title }: { readonly title: string }) {
  return (
    <Panel title={title}>
      <Empty>It would tell the answer: it is here once you have given one, and in the next part.</Empty>
    </Panel>
  );
}
