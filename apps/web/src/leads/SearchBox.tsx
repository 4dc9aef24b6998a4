import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactElement, type Ref } from 'react';
import { useTranslation } from 'react-i18next';

const DEBOUNCE_MS = 250;

/** Words to find in the list; asked for when typing pauses, at once with Enter. */
export function SearchBox(props: {
  q: string;
  onSearch: (q: string) => void;
  className: string | undefined;
  ref?: Ref<HTMLInputElement>;
}): ReactElement {
  const { q, onSearch, className, ref } = props;
  const { t } = useTranslation('leads');
  const [typed, setTyped] = useState(q);
  /** What the address has, as far as is known, and what it was asked to have. */
  const [known, setKnown] = useState({ q, asked: q });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // What was asked for has come, and somebody may type on; otherwise: cleared, or another view was opened.
  if (q !== known.q) {
    if (q !== known.asked) setTyped(q);
    setKnown({ q, asked: q });
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const ask = (text: string, delayMs: number): void => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setKnown({ q, asked: text.trim() });
      onSearch(text.trim());
    }, delayMs);
  };
  return (
    <TextInput
      ref={ref}
      className={className}
      size="sm"
      type="search"
      value={typed}
      maxLength={120}
      autoComplete="off"
      spellCheck={false}
      placeholder={t('filter.search')}
      aria-label={t('filter.searchLabel')}
      aria-keyshortcuts="/"
      leftSection={<IconSearch size={15} aria-hidden="true" />}
      rightSection={
        typed === '' ? null : (
          <CloseButton
            size="sm"
            aria-label={t('filter.clearOne', { label: t('filter.searchLabel') })}
            onClick={() => ask('', 0)}
          />
        )
      }
      onChange={(event) => ask(event.currentTarget.value, DEBOUNCE_MS)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') ask(typed, 0);
        if (event.key !== 'Escape') return;
        if (typed === '') event.currentTarget.blur();
        else ask('', 0);
        event.preventDefault();
      }}
    />
  );
}
