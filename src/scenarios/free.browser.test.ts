import { testFreeRuns } from './testing/free';

testFreeRuns(8, 5);
