import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Lead } from './lead';
import type { LeadList } from './lead-list';
import {
  MAX_SELECTED,
  NOTHING_SELECTED,
  rangeSelected,
  selectedAgain,
  toggled,
  without,
  type SelectedLead,
  type Selection,
} from './selection';
import type { LeadActions } from './use-lead-actions';

/** What the state asks of the list on the screen. */
type Hands = {
  focus: () => void;
  reveal: (index: number) => void;
  toTop: () => void;
  pageRows: () => number;
  firstVisible: () => number;
};

/** Where the reader is in the list, what is selected and what is open. */
export type GridState = ReturnType<typeof useGridState>;

export function useGridState(list: LeadList, actions: LeadActions) {
  const navigate = useNavigate();
  const hands = useRef<Hands | null>(null);
  const [active, setActive] = useState<{ index: number; id: string | undefined } | null>(() =>
    placeBefore(list),
  );
  const [selection, setSelection] = useState<Selection>(NOTHING_SELECTED);
  const [menuIndex, setMenuIndex] = useState<number | null>(null);
  const [assigning, setAssigning] = useState<readonly SelectedLead[] | null>(null);

  // The lead one stands on may have moved when others were let in.
  const found = active?.id === undefined ? -1 : list.indexOf(active.id);
  const activeIndex = active === null ? null : found >= 0 ? found : active.index;

  const bind = useCallback((next: Hands) => {
    hands.current = next;
    return () => {
      hands.current = null;
    };
  }, []);
  const activate = useCallback(
    (index: number) => {
      const id = list.rowAt(index)?.lead.id;
      setActive({ index, id });
      list.place.activeId = id ?? null;
    },
    [list],
  );
  const stepTo = useCallback(
    (index: number) => {
      const at = Math.min(Math.max(index, 0), Math.max(list.count - 1, 0));
      activate(at);
      hands.current?.reveal(at);
    },
    [activate, list],
  );
  const leadAt = useCallback((index: number): Lead | undefined => list.rowAt(index)?.lead, [list]);
  const select = useCallback(
    (index: number, range: boolean) => {
      const lead = leadAt(index);
      if (lead)
        setSelection((before) =>
          range ? rangeSelected(before, index, leadAt) : toggled(before, lead, index),
        );
    },
    [leadAt],
  );
  const clear = useCallback(() => setSelection(NOTHING_SELECTED), []);
  const firstOnes = Math.min(list.count, MAX_SELECTED);
  const allSelected = useMemo(
    () => selection.leads.size > 0 && selection.leads.size >= firstOnes,
    [selection, firstOnes],
  );
  const selectAll = useCallback(() => {
    setSelection((before) =>
      before.leads.size > 0
        ? NOTHING_SELECTED
        : rangeSelected({ ...before, anchor: 0 }, firstOnes - 1, leadAt),
    );
  }, [firstOnes, leadAt]);
  const open = useCallback(
    (index: number, elsewhere = false) => {
      const id = leadAt(index)?.id;
      if (id === undefined) return;
      if (elsewhere) window.open(`/leads/${id}`, '_blank', 'noopener');
      else void navigate({ to: '/leads/$leadId', params: { leadId: id } });
    },
    [leadAt, navigate],
  );
  const closeMenu = useCallback(() => {
    setMenuIndex(null);
    hands.current?.focus();
  }, []);
  // Nothing is done twice meanwhile; what could not be done is selected again.
  const act = useCallback(
    (leads: readonly SelectedLead[], action: (ids: string[]) => Promise<ReadonlySet<string>>) => {
      const ids = leads.map(({ id }) => id);
      const chosen = leads.filter(({ id }) => selection.leads.has(id));
      setSelection((before) => without(before, ids));
      void action(ids).then((done) =>
        setSelection((before) =>
          selectedAgain(
            before,
            chosen.filter(({ id }) => !done.has(id)),
          ),
        ),
      );
    },
    [selection],
  );
  const take = useCallback(
    (leads: readonly SelectedLead[]) => act(leads, (ids) => actions.take(ids)),
    [act, actions],
  );
  const arrive = useCallback(() => {
    list.letIn();
    hands.current?.toTop();
  }, [list]);

  return {
    ...{ activeIndex, selection, allSelected, menuIndex, assigning },
    /** Something is open or selected that belongs to rows: they stay where they are. */
    held: menuIndex !== null || assigning !== null || selection.leads.size > 0,
    ...{ bind, activate, stepTo, select, selectAll, clear, open, closeMenu, act, take, arrive },
    openMenu: setMenuIndex,
    assign: setAssigning,
    hands,
  };
}

/** The lead that was opened from here before. */
function placeBefore(list: LeadList): { index: number; id: string } | null {
  const id = list.place.activeId;
  if (id === null) return null;
  const index = list.indexOf(id);
  return index < 0 ? null : { index, id };
}
