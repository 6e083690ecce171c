/** The one picture that a part of a story chooses, or that there is something to be seen in. */
import { partHere } from '../../session';
import { hasFiles } from '../files/history';
import { Files, Locks, Memory, Objects } from '../scenario/panes';
import { useSession } from '../useSession';
import { pictureOf } from './words';

export function usePicture() {
  const part = useSession(partHere);
  const snapshot = useSession((s) => s.snapshot);
  const files = useSession(hasFiles);
  return pictureOf(part, snapshot, files);
}

export function Picture() {
  const picture = usePicture();
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
