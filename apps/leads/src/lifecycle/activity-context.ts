import { SpanStatusCode, trace } from '@opentelemetry/api';
import { CORRELATION_ATTRIBUTE, createLogger, withCorrelationId } from '@relance/service-runtime';
import type { Context } from '@temporalio/activity';
import type { ActivityInterceptors } from '@temporalio/worker';

const log = createLogger('activity');
const tracer = trace.getTracer('relance-leads-worker');

type Traced = { leadId?: string; correlationId?: string | null };

/** Gives each activity the correlation id of the request that made its lead's state, a log line and a span. */
export function activityContext(context: Context): ActivityInterceptors {
  const { activityType: activity, attempt } = context.info;
  return {
    inbound: {
      execute: (input, next) => {
        const { leadId, correlationId } = (input.args[0] ?? {}) as Traced;
        const attributes = { 'relance.lead_id': leadId, [CORRELATION_ATTRIBUTE]: correlationId ?? undefined };
        const run = () =>
          tracer.startActiveSpan(`activity ${activity}`, { attributes }, async (span) => {
            try {
              const outcome = await next(input);
              log.info({ activity, attempt, leadId, outcome }, 'activity done');
              return outcome;
            } catch (error) {
              span.setStatus({ code: SpanStatusCode.ERROR });
              log.warn({ activity, attempt, leadId, err: error }, 'activity failed');
              throw error;
            } finally {
              span.end();
            }
          });
        return correlationId ? withCorrelationId(correlationId, run) : run();
      },
    },
  };
}
