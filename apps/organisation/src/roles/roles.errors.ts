import { DomainError } from '@relance/service-runtime';

/** Thrown when somebody edits what Admin may: that is everything, always. */
export class RoleNotEditableError extends DomainError {
  readonly code = 'ROLE_NOT_EDITABLE';
  readonly status = 409;

  constructor() {
    super('Admin may everything; this cannot be edited.');
  }
}

/** Thrown when a role could act on leads that it may not read: what is answered to an action shows the lead. */
export class LeadReadNeededError extends DomainError {
  readonly code = 'LEAD_READ_NEEDED';
  readonly status = 422;
  override readonly errors;

  /** @param indices where in the body's list the rights are that show leads */
  constructor(indices: number[]) {
    const message = 'Who may do this reads leads: it goes with lead.read.';
    super(message);
    this.errors = indices.map((index) => ({ path: `permissions.${index}`, message }));
  }
}

/** Thrown when a role would get a permission that only Admin can have. */
export class PermissionNotGrantableError extends DomainError {
  readonly code = 'PERMISSION_NOT_GRANTABLE';
  readonly status = 422;
  override readonly errors;

  /** @param indices where in the body's list */
  constructor(indices: number[]) {
    super('Only Admin can have this permission.');
    this.errors = indices.map((index) => ({
      path: `permissions.${index}`,
      message: 'Only Admin can have this permission.',
    }));
  }
}
