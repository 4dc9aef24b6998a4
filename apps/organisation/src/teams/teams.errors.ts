import { DomainError } from '@relance/service-runtime';

/** Thrown when no team has this id, or the caller may not see its point of sale. */
export class TeamNotFoundError extends DomainError {
  readonly code = 'NOT_FOUND';
  readonly status = 404;

  constructor(readonly teamId: string) {
    super('There is no such team.');
  }
}

/** Thrown when somebody named as a member does not belong to the point of sale of the team. */
export class NotOfPointOfSaleError extends DomainError {
  readonly code = 'MEMBER_NOT_OF_POINT_OF_SALE';
  readonly status = 422;
  override readonly errors: { path: string; message: string }[];

  /** @param paths of the members, such as `memberIds.2` */
  constructor(paths: string[]) {
    super('Somebody named as a member does not belong to the point of sale of the team.');
    this.errors = paths.map((path) => ({
      path,
      message: 'There is no such user at the point of sale of the team.',
    }));
  }
}
