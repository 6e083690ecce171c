/** `VITE_RUNS=10000 npm run test:deep` for more of them. */
import { testFreeRuns } from './testing/free';

testFreeRuns(Number(import.meta.env.VITE_RUNS ?? 1000), 1);
