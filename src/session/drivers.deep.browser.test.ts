/** `VITE_RUNS=10000 npm run test:deep` for more of them. */
import { testDrivers } from './testing/drivers';

testDrivers(Number(import.meta.env.VITE_RUNS ?? 300), 1);
