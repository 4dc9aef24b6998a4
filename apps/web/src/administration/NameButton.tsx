import type { ReactElement } from 'react';
import classes from './Administration.module.css';

/** The name of a row, which opens its form. */
export function NameButton(props: { name: string; reading?: boolean; onClick: () => void }): ReactElement {
  return (
    <button type="button" className={classes.name} aria-busy={props.reading ?? false} onClick={props.onClick}>
      {props.name}
    </button>
  );
}
