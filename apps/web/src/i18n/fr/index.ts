import account from './account.json';
import administration from './administration.json';
import common from './common.json';
import imports from './imports.json';
import lead from './lead.json';
import leads from './leads.json';
import search from './search.json';
import settings from './settings.json';
import signIn from './signIn.json';

export const fr = { common, signIn, account, leads, lead, settings, administration, imports, search };
