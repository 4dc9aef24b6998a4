import { Title } from '@mantine/core';
import { useId, type ReactElement, type ReactNode } from 'react';
import classes from './Box.module.css';

/** A titled box of the page; `grey` for what other systems say (S0.3). */
export function Box(props: {
  title: ReactNode;
  action?: ReactNode;
  grey?: boolean;
  children: ReactNode;
}): ReactElement {
  const id = useId();
  return (
    <section className={classes.box} data-grey={props.grey || undefined} aria-labelledby={id}>
      <div className={classes.head}>
        <Title order={2} id={id} className={classes.title} fz="sm">
          {props.title}
        </Title>
        {props.action}
      </div>
      {props.children}
    </section>
  );
}
