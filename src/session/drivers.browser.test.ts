import { testDrivers } from './testing/drivers';

testDrivers(4, 3);
