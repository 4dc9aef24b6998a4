/** Where the system of this run answers; read by the specs. */
export const GATEWAY_URL = 'RELANCE_BROWSER_URL';
/** Its home, for the parts that have no address in the browser: mail, log files. */
export const HOME = 'RELANCE_BROWSER_HOME';
export const OFFSET = 'RELANCE_BROWSER_OFFSET';
