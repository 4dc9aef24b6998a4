import { memo, type ReactElement, type ReactNode } from 'react';
import { TimeLeft } from '../time-left/TimeLeft';
import { Age } from './Age';
import classes from './LeadGrid.module.css';
import { contactName, sourceWords, vehicleWords, type Lead } from './lead';
import type { Row } from './row-book';
import { useRowContext } from './row-context';

type Place = { index: number; top: number };

/** The id of a row’s element, for `aria-activedescendant`. */
export function rowElementId(index: number): string {
  return `lead-row-${index}`;
}

/**
 * A row of the list, drawn again only when something of it changed. Clicks are understood by the list, through
 * `data-do` and `data-index`. `menu`: what stands in place of the menu’s button while it is open.
 */
export const LeadRow = memo(function LeadRow(
  props: Place & { row: Row | undefined; selected: boolean; active: boolean; menu?: ReactNode },
): ReactElement {
  const { index, top, row, selected, active, menu } = props;
  return (
    <div
      role="row"
      id={rowElementId(index)}
      className={classes.row}
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-busy={row === undefined || undefined}
      data-index={index}
      data-active={active || undefined}
      data-selected={selected || undefined}
      data-gone={row?.gone || undefined}
      data-fresh={row?.fresh || undefined}
      data-status={row?.lead.status}
      data-overdue={row?.lead.overdue || undefined}
      style={{ top }}
    >
      {row ? <Cells row={row} selected={selected} menu={menu} /> : <EmptyCells />}
    </div>
  );
});

function Cells({ row, selected, menu }: { row: Row; selected: boolean; menu: ReactNode }): ReactElement {
  const context = useRowContext();
  const { t } = context.words;
  const { lead, readAtMs, gone } = row;
  const name = contactName(lead);
  const vehicle = vehicleWords(lead);
  const source = sourceWords(lead);
  const zone = context.timeZoneOf(lead.pointOfSaleId);
  return (
    <>
      <div role="gridcell" className={classes.check} data-do="toggle">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={selected}
          readOnly
          aria-label={context.labels.select(name)}
        />
      </div>
      <div role="gridcell" className={classes.timeLeft} title={gone ? t('list.gone') : undefined}>
        <TimeLeft
          lead={lead}
          readAtMs={readAtMs}
          calendar={context.calendarOf(lead.pointOfSaleId)}
          timeZone={zone}
        />
      </div>
      <div role="rowheader" className={classes.contact}>
        <a href={`/leads/${lead.id}`} tabIndex={-1} data-do="open">
          {name}
        </a>
      </div>
      <div role="gridcell" title={vehicle}>
        <span className={classes.type} title={t(`types.${lead.type}`)}>
          {lead.type}
        </span>
        {vehicle}
      </div>
      <div role="gridcell" title={source}>
        {source}
      </div>
      {context.severalPlaces && <div role="gridcell">{context.placeName(lead.pointOfSaleId)}</div>}
      <div role="gridcell">
        <Assignee lead={lead} />
      </div>
      <div role="gridcell">
        <ContactStatusWords lead={lead} />
      </div>
      <div role="gridcell" className={classes.age}>
        <Age at={lead.createdAt} timeZone={zone} />
      </div>
      <div role="gridcell" className={classes.more}>
        {menu ?? (
          <button
            type="button"
            tabIndex={-1}
            className={classes.moreButton}
            data-do="menu"
            aria-label={context.labels.menu(name)}
            aria-haspopup="menu"
          >
            ⋯
          </button>
        )}
      </div>
    </>
  );
}

/** Who is in charge, or that nobody is. */
export function Assignee({ lead }: { lead: Lead }): ReactElement {
  const { nameOf, userId, words } = useRowContext();
  if (lead.assigneeId === null) return <span className={classes.nobody}>{words.t('list.nobody')}</span>;
  const name = nameOf(lead.assigneeId) ?? words.t('list.unknownPerson');
  return <span className={lead.assigneeId === userId ? classes.me : undefined}>{name}</span>;
}

/** What was declared of the contact (S0.2). */
export function ContactStatusWords({ lead }: { lead: Lead }): ReactElement {
  const { common } = useRowContext().words;
  return (
    <span className={classes.contactStatus} data-contact={lead.contactStatus}>
      {common(`contactStatus.${lead.contactStatus}`)}
    </span>
  );
}

/** A row that is being read. */
function EmptyCells(): ReactElement {
  const { severalPlaces } = useRowContext();
  return (
    <>
      <div role="gridcell" className={classes.check} />
      <div role="gridcell" className={classes.timeLeft}>
        <i className={classes.bone} />
      </div>
      {Array.from({ length: severalPlaces ? 7 : 6 }, (_, cell) => (
        <div key={cell} role="gridcell">
          <i className={classes.bone} />
        </div>
      ))}
      <div role="gridcell" />
    </>
  );
}
