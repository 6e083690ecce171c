/** Told, or every pane: the two ways to see a scenario. */
import { modeOf } from '../../session';
import { Segmented } from '../parts/Segmented';
import { useActions, useSession } from '../useSession';

export function ModeSwitch() {
  const { chooseMode } = useActions();
  const mode = useSession(modeOf);
  return <Segmented label="Mode" value={mode} onChoose={chooseMode} segments={modes} />;
}
const modes = [
  { value: 'guided', label: 'Guided', note: 'The story, beside what it is about (X)' },
  { value: 'explore', label: 'Explore', note: 'Every pane there is (X)' },
] as const;
