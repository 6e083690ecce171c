import { createRoot } from 'react-dom/client';
import { ensureIsolated } from './isolation';

void ensureIsolated().then((isolated) =>
  createRoot(document.getElementById('root')!).render(<h1>Racecourse {String(isolated)}</h1>),
);
