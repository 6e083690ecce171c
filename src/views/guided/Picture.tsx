/** The one picture that a part of a story chooses, or that there is something to be seen in. */
import { isSightHidden, partHere } from '../../session';
import { hasFiles } from '../files/history';
import { Empty, Panel } from '../parts/Panel';
import { Files, Locks, Memory, Objects } from '../scenario/panes';
import { useSession } from '../useSession';
import { pictureOf } from './words';

export function usePicture() {
  const part = useSession(partHere);
  const snapshot = useSession((s) => s.snapshot);
  const files = useSession(hasFiles);
  return pictureOf(part, snapshot, files);
}

const titles = { objects: 'Objects', locks: 'Locks', files: 'Files', memory: 'Memory' } as const;

export function Picture() {
  const picture = usePicture();
  const hidden = useSession(isSightHidden);
  if (hidden && picture !== null)
    return (
      <Panel title={titles[picture]}>
        <Empty>It would tell the answer: it is here once you have given one, and in the next part.</Empty>
      </Panel>
    );
  switch (picture) {
    case 'files':
      return <Files />;
    case 'locks':
      return <Locks />;
    case 'memory':
      return <Memory />;
    case 'objects':
      return <Objects />;
    default:
      return null;
  }
}
