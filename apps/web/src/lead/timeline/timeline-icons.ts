import {
  IconAdjustments,
  IconAlertTriangle,
  IconArrowBackUp,
  IconBellCheck,
  IconBellOff,
  IconCalendarCancel,
  IconCalendarEvent,
  IconCircleCheck,
  IconCircleX,
  IconClockEdit,
  IconId,
  IconInbox,
  IconMessage2,
  IconPhoneCheck,
  IconPlayerPause,
  IconPlayerPlay,
  IconPointFilled,
  IconUserCheck,
  type Icon,
} from '@tabler/icons-react';

/** How an event looks: a sign and, for those that burn or end a lead, a colour that says what its sentence says. */
export type EventLook = { icon: Icon; tone?: 'overdue' | 'soon' | 'won' | 'lost' | 'muted' | 'calm' };

const LOOKS: Readonly<Record<string, EventLook>> = {
  'lead.received': { icon: IconInbox, tone: 'calm' },
  'lead.assigned': { icon: IconUserCheck },
  'lead.contactStatusDeclared': { icon: IconPhoneCheck },
  'lead.appointmentBooked': { icon: IconCalendarEvent },
  'lead.appointmentCancelled': { icon: IconCalendarCancel },
  'lead.reopened': { icon: IconArrowBackUp },
  'lead.deadlineEdited': { icon: IconClockEdit },
  'lead.settingsApplied': { icon: IconAdjustments, tone: 'muted' },
  'lead.won': { icon: IconCircleCheck, tone: 'won' },
  'lead.lost': { icon: IconCircleX, tone: 'lost' },
  'lead.paused': { icon: IconPlayerPause, tone: 'muted' },
  'lead.resumed': { icon: IconPlayerPlay, tone: 'calm' },
  'lead.reminderSent': { icon: IconBellCheck, tone: 'soon' },
  'lead.reminderMissed': { icon: IconBellOff, tone: 'overdue' },
  'lead.overdue': { icon: IconAlertTriangle, tone: 'overdue' },
  'lead.remarked': { icon: IconMessage2 },
  'lead.contactEdited': { icon: IconId },
};

export function lookOf(type: string): EventLook {
  return LOOKS[type] ?? { icon: IconPointFilled };
}
