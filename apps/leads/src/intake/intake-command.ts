import type { EventActor } from '@relance/event-log';
import type { RequestHashInput } from '@relance/idempotency';
import type { Principal } from '@relance/service-token';
import type { LeadView } from '../lead-page/lead.schema';
import type { KnownLeadView } from './known-lead.schema';
import type { NewLeadBody } from './new-lead.schema';

/** The way a lead came in. */
export type IntakeChannel = 'API' | 'CSV' | 'ADF' | 'FORM';

/** One lead to take in, already validated and allowed. */
export type IntakeCommand = {
  body: NewLeadBody;
  pointOfSaleId: string;
  channel: IntakeChannel;
  actor: EventActor;
  /** Who is answered; who is nobody is told little of a lead that was known already. */
  reader?: Principal;
  correlationId: string | undefined;
  idempotency?: { principal: string; key: string; request: RequestHashInput };
};

/** 201 and the new lead; 200 and the known one when its external id was there already; a repeated key gives its first answer. */
export type IntakeAnswer = { status: number; lead: LeadView | KnownLeadView; version: number };
