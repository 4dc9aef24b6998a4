import { problemResponse } from '@relance/service-runtime';

const uuid = { type: 'string', format: 'uuid' };
const instant = { type: 'string', format: 'date-time' };

/** What a message of the stream holds, by its `event`. */
export const liveSchemas: Record<string, unknown> = {
  LiveLead: {
    description:
      'Something happened to a lead. `left`: it went to a point of sale that the listener does not see, and is to be shown no more.',
    type: 'object',
    required: ['leadId', 'pointOfSaleId', 'event', 'at'],
    properties: {
      leadId: uuid,
      pointOfSaleId: { ...uuid, description: 'Where the lead is; for `left`, where it was.' },
      event: { type: 'string', examples: ['lead.assigned', 'left'] },
      at: instant,
    },
  },
  LiveSettings: {
    description: 'The settings for incoming leads of a point of sale were saved.',
    type: 'object',
    required: ['pointOfSaleId', 'at'],
    properties: { pointOfSaleId: uuid, at: instant },
  },
};

const DESCRIPTION = `Server-sent events about leads of the caller's points of sale. Messages hold ids; what they are about is read as usual.

| event | data |
|---|---|
| \`ready\` | the first message: what happens from now on is told |
| \`lead\` | array of \`LiveLead\`, in the order in which it happened, gathered over 0.2 s at most while there is much |
| \`settings\` | array of \`LiveSettings\` |
| \`resync\` | some changes may not have been told: what is shown is to be read again |

A comment comes every 15 s. The stream ends when the access token does, when the caller's rights change, or when the caller takes too
little of it; connect again then, and read again what is shown. Kinds of messages that are not known are to be passed over.`;

/** The stream that the gateway itself serves. */
export const livePaths: Record<string, unknown> = {
  '/api/v1/events': {
    get: {
      operationId: 'live_events',
      summary: 'What happens to leads, as it happens.',
      description: DESCRIPTION,
      tags: ['Live'],
      security: [{ bearer: [] }],
      'x-permission': 'lead.read',
      responses: {
        200: {
          description: 'A stream that stays open.',
          content: {
            'text/event-stream': {
              schema: { type: 'string' },
              example:
                'event: lead\ndata: [{"leadId":"0190a000-0000-7000-8000-000000000001",' +
                '"pointOfSaleId":"01990000-0000-7000-8000-000000000101","event":"lead.assigned","at":"2026-11-20T10:00:00.000Z"}]\n\n',
            },
          },
        },
        401: problemResponse(401),
        403: problemResponse(403),
        429: problemResponse(429),
        503: problemResponse(503),
      },
    },
  },
};
