import { leadRecord } from '../testing/lead-record';
import {
  assign,
  bookAppointment,
  cancelAppointment,
  close,
  declareContact,
  reopen,
  take,
} from './lead-changes';
import { LeadAlreadyTakenError, LeadClosedError, LeadNotHandledError } from './lifecycle.errors';

const now = new Date('2026-11-20T10:05:00Z');
const lead = leadRecord();
const won = leadRecord({ status: 'WON', handledAt: now, closedAt: now, closeReason: 'signé' });

it('a closed lead refuses every action but being reopened', () => {
  const actions = [
    () => take(won, 'me'),
    () => assign(won, { userId: 'me' }),
    () => declareContact(won, { status: 'CONTACTED' }, now),
    () => bookAppointment(won),
    () => close(won, 'LOST', null, now),
  ];
  for (const action of actions) expect(action).toThrow(LeadClosedError);
});

describe('take', () => {
  it('nobody’s becomes mine, mine stays mine, another’s is refused', () => {
    expect(take(lead, 'me').assigneeId).toBe('me');
    expect(take(leadRecord({ assigneeId: 'me' }), 'me').assigneeId).toBe('me');
    expect(() => take(leadRecord({ assigneeId: 'you' }), 'me')).toThrow(LeadAlreadyTakenError);
  });
});

describe('S2.8 assign', () => {
  const mine = leadRecord({ assigneeId: 'me', pointOfSaleId: 'here' });
  it.each([
    ['to a colleague', { userId: 'you' }, ['here', 'you']],
    ['to nobody', { userId: null }, ['here', null]],
    ['to another point of sale: nobody is in charge there', { pointOfSaleId: 'there' }, ['there', null]],
    ['to somebody there', { pointOfSaleId: 'there', userId: 'you' }, ['there', 'you']],
    ['to where it is: nothing changes', { pointOfSaleId: 'here' }, ['here', 'me']],
  ] as const)('%s', (_what, to, expected) => {
    const { pointOfSaleId, assigneeId } = assign(mine, to);
    expect([pointOfSaleId, assigneeId]).toEqual(expected);
  });
});

describe('S0.2 what is declared', () => {
  it('CONTACTED handles the lead, from the first time on', () => {
    const handled = declareContact(lead, { status: 'CONTACTED', detail: 'rappeler lundi' }, now);
    expect(handled).toMatchObject({ handledAt: now, contactStatusDetail: 'rappeler lundi' });
    const again = declareContact(handled, { status: 'CONTACTED' }, new Date(now.getTime() + 1));
    expect(again).toMatchObject({ handledAt: now, contactStatusDetail: null });
  });
  it.each(['TO_CONTACT', 'NO_ANSWER'] as const)('%s takes that back', (status) => {
    expect(declareContact(leadRecord({ handledAt: now }), { status }, now).handledAt).toBeNull();
  });
  it('an appointment leaves it as it is', () => {
    expect(declareContact(lead, { status: 'APPOINTMENT_SET' }, now).handledAt).toBeNull();
    const handled = leadRecord({ handledAt: now });
    expect(declareContact(handled, { status: 'APPOINTMENT_SET' }, now).handledAt).toBe(now);
  });
});

describe('S1.7 appointments', () => {
  const booked = bookAppointment(
    leadRecord({ contactStatus: 'NO_ANSWER', contactStatusDetail: 'répondeur' }),
  );
  const ended = { ...booked, status: 'LOST', contactStatusDetail: 'essai' } as const;
  it('booked is declared so, and nothing of the last declaration is left', () =>
    expect(booked).toMatchObject({ contactStatus: 'APPOINTMENT_SET', contactStatusDetail: null }));
  it('another one is left: nothing changes', () => expect(cancelAppointment(booked, 1)).toBe(booked));
  it('the last one cancelled: to contact again', () =>
    expect(cancelAppointment({ ...booked, contactStatusDetail: 'essai' }, 0)).toMatchObject({
      ...{ contactStatus: 'TO_CONTACT', contactStatusDetail: null },
    }));
  it('of a handled lead: contacted, as before', () =>
    expect(cancelAppointment({ ...booked, handledAt: now }, 0).contactStatus).toBe('CONTACTED'));
  it('declared something else since: that stays', () => {
    const silent = leadRecord({ contactStatus: 'NO_ANSWER' });
    expect(cancelAppointment(silent, 0)).toBe(silent);
  });
  it('of a closed lead: what was declared stays', () => expect(cancelAppointment(ended, 0)).toBe(ended));
});

describe('reopen', () => {
  const waiting = leadRecord({ contactStatus: 'APPOINTMENT_SET', pauseReasons: ['APPOINTMENT'] });
  it('a handled or closed lead is to be contacted again, and nothing of the end is left', () => {
    expect(reopen(won, 0)).toMatchObject({
      status: 'IN_PROGRESS',
      contactStatus: 'TO_CONTACT',
      handledAt: null,
      closedAt: null,
      closeReason: null,
    });
  });
  it('with an appointment to come, that is what it waits for', () =>
    expect(reopen(won, 1).contactStatus).toBe('APPOINTMENT_SET'));
  it('an appointment that has passed, or that was declared without one, is reason enough', () => {
    expect(reopen(waiting, 0).contactStatus).toBe('TO_CONTACT');
    expect(reopen({ ...waiting, contactStatus: 'NO_ANSWER' }, 0).contactStatus).toBe('TO_CONTACT');
  });
  it('an open lead is refused, also one whose appointment is to come: that is cancelled instead', () => {
    expect(() => reopen(lead, 0)).toThrow('The lead is open already.');
    expect(() => reopen(waiting, 1)).toThrow(LeadNotHandledError);
    expect(() => reopen(waiting, 1)).toThrow('Cancel that instead.');
  });
});

describe('close', () => {
  it('ends and handles it', () => {
    expect(close(lead, 'LOST', 'trop cher', now)).toMatchObject({
      status: 'LOST',
      closeReason: 'trop cher',
      closedAt: now,
      handledAt: now,
    });
  });
  it('handled before stays handled since then', () => {
    const before = new Date(now.getTime() - 1);
    expect(close(leadRecord({ handledAt: before }), 'WON', null, now).handledAt).toBe(before);
  });
  it('the same way again changes nothing', () => expect(close(won, 'WON', null, now)).toBe(won));
});
