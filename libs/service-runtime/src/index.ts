export {
  runHttpService,
  type HttpServiceOptions,
  type ProcessOptions,
  type RunningService,
} from './http/run-http-service';
export { runWorkerProcess, type RunningWorker } from './http/run-worker-process';
export { portVariable, processVariables, readConfig } from './config';

export {
  acceptCorrelationId,
  correlationId,
  CORRELATION_HEADER,
  newCorrelationId,
  withCorrelationId,
} from './correlation/correlation';
export { CORRELATION_ATTRIBUTE } from './telemetry/request-span';
export { configureLogging, createLogger, flushLogs, logger, type Logger } from './logging/logger';

export {
  AllowApiKey,
  AllowService,
  API_KEY_EXTENSION,
  CurrentPrincipal,
  CurrentUser,
  Needs,
  PERMISSION_EXTENSION,
  requirePermission,
  SIGNED_IN,
  SignedIn,
} from './access/access.decorators';

export { DomainError, type FieldError } from './problems/domain-error';
export {
  ForbiddenError,
  IfMatchRequiredError,
  NotFoundError,
  StaleError,
  UnauthenticatedError,
  UnavailableError,
  ValidationError,
} from './problems/common-errors';
export { problem, Problem, PROBLEM_CONTENT_TYPE } from './problems/problem';
export { isConnectionFailure } from './problems/connection-failure';
export { answerWithProblem, sendRefusal, toRefusal, type Refusal } from './problems/problem-filter';

export { parseOrRefuse, ValidationPipe } from './validation/validation-pipe';
export { findUnsafeText } from './validation/unsafe-text';

export { ApiIfMatch, ApiProblems, problemResponse } from './openapi/api-problems';
export { zodToOpenApi } from './openapi/zod-to-openapi';
export { etag, ETAG_HEADER, IfMatch, ifMatch, parseIfMatch, withEtag } from './http/etag';
export { idParamsSchema, idSchema, type IdParams } from './http/ids';

export {
  decodeCursor,
  encodeCursor,
  EXACT_TOTAL_LIMIT,
  listOf,
  listTotal,
  ListTotal,
  pageQuery,
  queryBoolean,
  queryList,
  type ListOf,
} from './lists/list';

export { HealthCheck, readiness, type DependencyHealth, type Readiness } from './health/health-check';
