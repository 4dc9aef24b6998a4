import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconChevronDown,
  IconDeviceFloppy,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { toastProblem } from '../app/toast';
import { chosenCount, type LeadFilters } from './filters';
import classes from './LeadsPage.module.css';
import { differs, useViewActions, type SavedView } from './use-lead-views';

const ViewName = lazy(async () => ({ default: (await import('./ViewName')).ViewName }));

const ICON = { size: 16, 'aria-hidden': true } as const;

/** « + Vue »: keeps the filters under a name, and looks after the view that is open. */
export function ViewMenu(props: {
  filters: LeadFilters;
  views: readonly SavedView[];
  onOpen: (view: SavedView) => void;
  onLeave: () => void;
}): ReactElement {
  const { filters, views, onOpen, onLeave } = props;
  const { t } = useTranslation('leads');
  const actions = useViewActions();
  const [naming, setNaming] = useState<{ view: SavedView | null } | null>(null);
  const index = views.findIndex(({ id }) => id === filters.viewId);
  const view = views[index];
  const changed = view !== undefined && differs(view, filters);
  const try_ = (work: Promise<unknown>): void => void work.catch(toastProblem);
  const nothingToKeep = view === undefined && chosenCount(filters) === 0 && filters.sort === null;
  return (
    <>
      <Menu position="bottom-start" shadow="md" returnFocus>
        <Menu.Target>
          {view ? (
            <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('view.menu')}>
              <IconChevronDown {...ICON} />
            </ActionIcon>
          ) : (
            <UnstyledButton className={classes.addView}>
              <IconPlus size={14} aria-hidden="true" />
              {t('view.add')}
            </UnstyledButton>
          )}
        </Menu.Target>
        <Menu.Dropdown aria-label={t('view.menu')}>
          {nothingToKeep && <Menu.Label>{t('view.none')}</Menu.Label>}
          {changed && (
            <Menu.Item
              leftSection={<IconDeviceFloppy {...ICON} />}
              onClick={() => try_(actions.update(view, filters))}
            >
              {t('view.update', { name: view.name })}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconPlus {...ICON} />}
            disabled={nothingToKeep}
            onClick={() => setNaming({ view: null })}
          >
            {t('view.saveNew')}
          </Menu.Item>
          {view && (
            <>
              <Menu.Item leftSection={<IconPencil {...ICON} />} onClick={() => setNaming({ view })}>
                {t('view.rename', { name: view.name })}
              </Menu.Item>
              {index > 0 && (
                <Menu.Item
                  leftSection={<IconArrowLeft {...ICON} />}
                  onClick={() => try_(actions.move(view, index - 1))}
                >
                  {t('view.earlier')}
                </Menu.Item>
              )}
              {index < views.length - 1 && (
                <Menu.Item
                  leftSection={<IconArrowRight {...ICON} />}
                  onClick={() => try_(actions.move(view, index + 1))}
                >
                  {t('view.later')}
                </Menu.Item>
              )}
              <Menu.Item
                color="red"
                leftSection={<IconTrash {...ICON} />}
                onClick={() => try_(actions.remove(view).then(onLeave))}
              >
                {t('view.delete', { name: view.name })}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {naming && (
        <Suspense>
          <ViewName
            view={naming.view}
            onClose={() => setNaming(null)}
            onName={async (name) => {
              if (naming.view) await actions.rename(naming.view, name);
              else onOpen(await actions.create(name, filters));
            }}
          />
        </Suspense>
      )}
    </>
  );
}
