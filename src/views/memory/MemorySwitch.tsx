/** Whether runs are stepped with every atomic sequentially consistent, or as C++ has the orders that the text names. */
import { isWeak, modeOf } from '../../session';
import { Segmented } from '../parts/Segmented';
import { useActions, useSession } from '../useSession';

const MODELS = [
  { value: 'sc', label: 'SC', note: 'Sequentially consistent: each load reads the newest store' },
  { value: 'rc11', label: 'C++', note: 'RC11: a load may read an older store where the orders allow it' },
] as const;

export function MemorySwitch() {
  const { stepUnder } = useActions();
  const weak = useSession(isWeak);
  // A story is of one of them.
  const told = useSession((s) => modeOf(s) === 'guided');
  if (told) return null;
  return (
    <Segmented
      label="Memory model"
      value={weak ? 'rc11' : 'sc'}
      segments={MODELS}
      onChoose={(model) => stepUnder(model)}
    />
  );
}
