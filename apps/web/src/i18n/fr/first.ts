import common from './common.json';
import leads from './leads.json';
import search from './search.json';
import signIn from './signIn.json';

/** The words of the first page; those of others come with their page, see `needWords`. */
export const first = { common, signIn, leads, search };
