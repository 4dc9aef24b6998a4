import { useEffect, useRef } from 'react';
import { commandOf, placeOf } from './grid-commands';
import type { LeadList } from './lead-list';
import type { SelectedLead } from './selection';
import type { GridState } from './use-grid-state';

/** The keys of the list, wherever on the page they are pressed; see {@link commandOf}. */
export function useGridKeys(
  list: LeadList,
  state: GridState,
  page: { mayTake: boolean; mayAssign: boolean; letters: boolean; search: () => void; help: () => void },
): void {
  const latest = useRef({ list, state, page });
  useEffect(() => {
    latest.current = { list, state, page };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const place = placeOf(event.target);
      const command = commandOf(event, place, latest.current.page.letters);
      if (command && obey(command, latest.current)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

type Latest = { list: LeadList; state: GridState; page: Parameters<typeof useGridKeys>[2] };

/** Whether the command meant something here. */
function obey(command: NonNullable<ReturnType<typeof commandOf>>, { list, state, page }: Latest): boolean {
  const at = state.activeIndex;
  const concerned = concernedLeads(list, state);
  switch (command.do) {
    case 'move':
      state.stepTo(at === null ? (state.hands.current?.firstVisible() ?? 0) : at + command.by);
      break;
    case 'page':
      state.stepTo((at ?? 0) + command.by * (state.hands.current?.pageRows() ?? 10));
      break;
    case 'end':
      state.stepTo(command.at === 'first' ? 0 : list.count - 1);
      break;
    case 'search':
      page.search();
      return true;
    case 'help':
      page.help();
      return true;
    case 'clear':
      if (state.selection.leads.size === 0) return false;
      state.clear();
      return true;
    case 'take':
      if (!page.mayTake || concerned.length === 0) return false;
      state.take(concerned);
      break;
    case 'assign':
      if (!page.mayAssign || concerned.length === 0) return false;
      state.assign(concerned);
      return true;
    default:
      if (at === null) return false;
      if (command.do === 'open') state.open(at);
      else if (command.do === 'menu') state.openMenu(at);
      else state.select(at, command.do === 'extend');
      if (command.do !== 'toggle' && command.do !== 'extend') return true;
  }
  state.hands.current?.focus();
  return true;
}

/** What is selected; without a selection the lead one stands on. */
function concernedLeads(list: LeadList, state: GridState): SelectedLead[] {
  if (state.selection.leads.size > 0) return [...state.selection.leads.values()];
  const lead = state.activeIndex === null ? undefined : list.rowAt(state.activeIndex)?.lead;
  return lead ? [lead] : [];
}
