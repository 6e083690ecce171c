/** True while a media query holds. The store is the browser's. */
import { useCallback, useSyncExternalStore } from 'react';

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (notify: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', notify);
      return () => list.removeEventListener('change', notify);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

/** How much room there is: four layouts, one for each, and zoom falls into the next smaller one. A phone that lies on its side is wide, and low. */
export type Room = 'wide' | 'medium' | 'narrow' | 'phone';

export function useRoom(): Room {
  const wide = useMedia('(min-width: 1280px)');
  const medium = useMedia('(min-width: 1024px)');
  const narrow = useMedia('(min-width: 768px)');
  const low = useMedia('(max-height: 520px)');
  if (low) return 'phone';
  return wide ? 'wide' : medium ? 'medium' : narrow ? 'narrow' : 'phone';
}
