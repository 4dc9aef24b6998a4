import { pauseReasonsOf } from './pause-rule';

const open = {
  status: 'IN_PROGRESS',
  contactStatus: 'TO_CONTACT',
  handledAt: null,
  awaitsAppointment: false,
} as const;
const now = new Date('2026-11-20T10:00:00Z');

describe('S1.7 what pauses a lead', () => {
  it('nothing: a new lead runs', () => expect(pauseReasonsOf(open)).toEqual([]));
  it('« Sans réponse » is not handled: it runs on', () =>
    expect(pauseReasonsOf({ ...open, contactStatus: 'NO_ANSWER' })).toEqual([]));
  it('handled', () =>
    expect(pauseReasonsOf({ ...open, contactStatus: 'CONTACTED', handledAt: now })).toEqual(['HANDLED']));
  it('an appointment booked', () =>
    expect(pauseReasonsOf({ ...open, awaitsAppointment: true })).toEqual(['APPOINTMENT']));
  it('« Rendez-vous pris » declared without an appointment of its own', () =>
    expect(pauseReasonsOf({ ...open, contactStatus: 'APPOINTMENT_SET' })).toEqual(['APPOINTMENT']));
  it('won or lost', () => expect(pauseReasonsOf({ ...open, status: 'LOST' })).toEqual(['CLOSED']));
  it('several at once: cancelling the appointment of a handled lead leaves it paused', () =>
    expect(
      pauseReasonsOf({ ...open, contactStatus: 'APPOINTMENT_SET', handledAt: now, awaitsAppointment: true }),
    ).toEqual(['HANDLED', 'APPOINTMENT']));
});
