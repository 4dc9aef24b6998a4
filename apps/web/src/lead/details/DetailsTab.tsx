import type { ReactElement } from 'react';
import type { ReadLead } from '../lead-query';
import page from '../LeadPage.module.css';
import type { LeadAction } from '../permitted-actions';
import { Timeline } from '../timeline/Timeline';
import type { LeadWords } from '../use-lead-words';
import { DeadlineBox } from './DeadlineBox';
import { DeclaredBox } from './DeclaredBox';
import { MessageBox } from './MessageBox';
import { OriginBox } from './OriginBox';
import { OtherStatuses } from './OtherStatuses';
import { RemarkBox } from './RemarkBox';
import { VehicleBox } from './VehicleBox';

/** « Détails »: the comment box, the current deadline, everything that happened, newest first (S2.9). */
export function DetailsTab(props: {
  read: ReadLead;
  words: LeadWords;
  actions: ReadonlySet<LeadAction>;
  onAction: (action: LeadAction) => void;
  /** The remark is asked for: by the keyboard or the action bar. */
  focusRemark: boolean;
  onRemarkFocused: () => void;
}): ReactElement {
  const { read, words, actions, onAction } = props;
  const { lead } = read;
  return (
    <div className={page.details}>
      {actions.has('remark') && (
        <div className={page.remark}>
          <RemarkBox leadId={lead.id} focus={props.focusRemark} onFocused={props.onRemarkFocused} />
        </div>
      )}
      <div className={page.side}>
        <DeadlineBox
          read={read}
          words={words}
          onEdit={actions.has('deadline') ? () => onAction('deadline') : undefined}
        />
        <DeclaredBox lead={lead} words={words} />
        <OtherStatuses lead={lead} />
        {lead.message !== null && <MessageBox message={lead.message} />}
        {lead.vehicle && <VehicleBox vehicle={lead.vehicle} tradeIn={false} />}
        {lead.tradeIns.map((vehicle, index) => (
          <VehicleBox key={index} vehicle={vehicle} tradeIn />
        ))}
        <OriginBox lead={lead} words={words} />
      </div>
      <div className={page.timeline}>
        <Timeline lead={lead} words={words} />
      </div>
    </div>
  );
}
