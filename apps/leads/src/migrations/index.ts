import { Leads1763760000000 } from './1763760000000-Leads';

export const migrations = [Leads1763760000000];
