import { Badge, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../Administration.module.css';
import type { User } from './user-draft';

/** Points of sale named in a row; the others are counted. */
const NAMED = 3;

/** Where a person works and what they handle there, in a few words. */
export function PlacesCell({ user }: { user: User }): ReactElement {
  const { t } = useTranslation('administration');
  const { t: common } = useTranslation();
  if (user.role === 'ADMIN') return <>{common('menu.allPointsOfSale')}</>;
  if (user.pointsOfSale.length === 0)
    return (
      <Text component="span" size="sm" c="dimmed">
        {t('users.nowhere')}
      </Text>
    );
  const more = user.pointsOfSale.length - NAMED;
  return (
    <>
      {user.pointsOfSale.slice(0, NAMED).map(({ id, name, leadTypes }) => (
        <Text key={id} size="sm">
          {name}
          {leadTypes.length > 0 && (
            <Text component="span" size="sm" c="dimmed">
              {' '}
              {leadTypes.join(', ')}
            </Text>
          )}
        </Text>
      ))}
      {more > 0 && (
        <Text size="sm" c="dimmed">
          {t('users.morePlaces', { count: more })}
        </Text>
      )}
    </>
  );
}

/** Whether they can sign in. */
export function StateCell({ user }: { user: User }): ReactElement {
  const { t } = useTranslation('administration');
  const [color, words] = !user.active
    ? ['gray', t('users.off')]
    : user.invited
      ? ['relance', t('users.invited')]
      : ['green', t('users.on')];
  return (
    <Badge variant="light" color={color} className={classes.badge ?? ''}>
      {words}
    </Badge>
  );
}
