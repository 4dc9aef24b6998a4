import { Anchor } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Box } from './Box';
import classes from './Box.module.css';

/** Longer ones are folded. */
const FOLDED_FROM = 420;

/** What the contact wrote. */
export function MessageBox({ message }: { message: string }): ReactElement {
  const { t } = useTranslation('lead');
  const [unfolded, setUnfolded] = useState(false);
  const long = message.length > FOLDED_FROM || message.split('\n').length > 6;
  return (
    <Box title={t('box.message')}>
      <p className={classes.text} data-folded={(long && !unfolded) || undefined}>
        {message}
      </p>
      {long && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          mt={4}
          mih={24}
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {t(unfolded ? 'box.showLess' : 'box.showMore')}
        </Anchor>
      )}
    </Box>
  );
}
