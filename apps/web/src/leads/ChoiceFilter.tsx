import { Menu } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { matchesWords } from '../search/matches-words';
import { FilterChip } from './FilterChip';
import classes from './FilterBar.module.css';

/** `short`: how the chip names it, when the label is long. */
export type Choice = { value: string; label: string; short?: string };

/** From so many choices on, there is a field to find one. */
const MANY = 9;

/** A filter whose values are chosen from a list: one of them, or any number. */
export function ChoiceFilter(props: {
  label: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChoose: (values: string[]) => void;
  single?: boolean;
  /** What is typed may be chosen although it is not in the list. */
  free?: boolean;
  hint?: string;
}): ReactElement {
  const { label, choices, chosen, onChoose, single = false, free = false, hint } = props;
  const { t } = useTranslation('leads');
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const shown = choices.filter(({ label: words }) => matchesWords(words, text));
  const custom = free && text !== '' && !choices.some(({ value }) => value === text);
  const toggle = (value: string): void => {
    const without = chosen.filter((each) => each !== value);
    onChoose(
      single
        ? without.length < chosen.length
          ? []
          : [value]
        : without.length < chosen.length
          ? without
          : [...chosen, value],
    );
  };
  const words = chosen.map((value) => {
    const choice = choices.find((each) => each.value === value);
    return choice?.short ?? choice?.label ?? value;
  });
  return (
    <Menu position="bottom-start" shadow="md" closeOnItemClick={single} withinPortal returnFocus>
      <Menu.Target>
        <FilterChip
          label={label}
          words={words.length === 0 ? null : words.join(', ')}
          onClear={() => onChoose([])}
        />
      </Menu.Target>
      <Menu.Dropdown className={classes.choices} aria-label={label}>
        {(free || choices.length >= MANY) && (
          <Menu.Search
            value={typed}
            placeholder={hint ?? t('filter.find')}
            aria-label={hint ?? t('filter.find')}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        {custom && <Menu.Item onClick={() => onChoose([text])}>{`«\u00a0${text}\u00a0»`}</Menu.Item>}
        {shown.map(({ value, label: name }) => (
          <Menu.CheckboxItem
            key={value}
            closeMenuOnClick={single}
            checked={chosen.includes(value)}
            onChange={() => toggle(value)}
          >
            {name}
          </Menu.CheckboxItem>
        ))}
        {shown.length === 0 && !custom && <Menu.Label>{t('filter.nothingFound')}</Menu.Label>}
      </Menu.Dropdown>
    </Menu>
  );
}
