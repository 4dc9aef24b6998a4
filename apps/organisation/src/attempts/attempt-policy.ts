/** How often something may be tried, and how much longer each further try has to wait. */
export type AttemptPolicy = {
  /** Says what is counted; part of the key. */
  kind: string;
  /** So many are let through; the last of them begins the first delay. */
  free: number;
  firstDelaySeconds: number;
  /** The delay doubles with each further attempt, up to this. */
  longestDelaySeconds: number;
  /** All is forgotten after so long without an attempt. */
  forgottenAfterSeconds: number;
};

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Failed sign-ins for one account from one address. */
export const SIGN_IN_FROM_ADDRESS: AttemptPolicy = {
  kind: 'sign-in/address',
  free: 5,
  firstDelaySeconds: 30,
  longestDelaySeconds: 15 * MINUTE,
  forgottenAfterSeconds: 24 * HOUR,
};

/** Failed sign-ins for one account from all addresses together: what guessing from many machines looks like. */
export const SIGN_IN_TO_ACCOUNT: AttemptPolicy = {
  kind: 'sign-in/account',
  free: 30,
  firstDelaySeconds: MINUTE,
  longestDelaySeconds: 15 * MINUTE,
  forgottenAfterSeconds: 24 * HOUR,
};

/** Failed sign-ins from one address for whatever accounts: what trying one password on many looks like. */
export const SIGN_IN_ANYWHERE: AttemptPolicy = {
  kind: 'sign-in/anywhere',
  free: 50,
  firstDelaySeconds: 30,
  longestDelaySeconds: 15 * MINUTE,
  forgottenAfterSeconds: HOUR,
};

/** Wrong current passwords of a signed-in person who wants another one. */
export const PASSWORD_CHANGE: AttemptPolicy = { ...SIGN_IN_FROM_ADDRESS, kind: 'password-change' };

/** Links asked for one account: more of them are not sent, so that nobody's mailbox can be filled. */
export const RESET_OF_ACCOUNT: AttemptPolicy = {
  kind: 'reset/account',
  free: 3,
  firstDelaySeconds: 5 * MINUTE,
  longestDelaySeconds: HOUR,
  forgottenAfterSeconds: 6 * HOUR,
};

/** Invitations sent to one address, by whoever may: a stranger who asks for links there does not count here. */
export const INVITATION_OF_ACCOUNT: AttemptPolicy = { ...RESET_OF_ACCOUNT, kind: 'invitation/account' };

/** Links asked from one address, for whomever. */
export const RESET_FROM_ADDRESS: AttemptPolicy = {
  kind: 'reset/address',
  free: 20,
  firstDelaySeconds: MINUTE,
  longestDelaySeconds: HOUR,
  forgottenAfterSeconds: 6 * HOUR,
};
