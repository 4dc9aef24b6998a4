import { Loader, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import {
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import classes from './PickList.module.css';
import type { Typed } from './typed-ahead';

/** Something to choose; `hint` stands at the right, smaller. */
export type PickItem = { key: string; icon: ReactNode; label: ReactNode; hint?: ReactNode; pick: () => void };
export type PickGroup = { label: string; items: PickItem[] };

/**
 * A field and what it finds, chosen with arrows and Enter or with a click: a combobox whose list is always open.
 * `empty` stands where nothing was found.
 */
export function PickList(props: {
  label: string;
  placeholder: string;
  query: string;
  onQuery: (query: string) => void;
  /** Asked when the field gets the focus: what was typed for it until then. */
  typedBefore?: () => Typed;
  groups: PickGroup[];
  empty: ReactNode;
  busy?: boolean;
  /** What is shown is not yet what these words find: Enter waits for it. */
  coming?: boolean;
}): ReactElement {
  const {
    label,
    placeholder,
    query,
    onQuery,
    typedBefore,
    groups,
    empty,
    busy = false,
    coming = false,
  } = props;
  const id = useId();
  const items = groups.flatMap((group) => group.items);
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const chosen = Math.max(
    items.findIndex(({ key }) => key === chosenKey),
    0,
  );
  /** The words that Enter was pressed for before their results were there. */
  const entered = useRef<string | null>(null);
  useEffect(() => {
    if (entered.current === null || coming) return;
    const meant = entered.current === query;
    entered.current = null;
    if (meant) items[chosen]?.pick();
  });
  const optionId = (key: string): string => `${id}-${key}`;

  const choose = (index: number): void => {
    const item = items[Math.min(Math.max(index, 0), items.length - 1)];
    if (!item) return;
    setChosenKey(item.key);
    document.getElementById(optionId(item.key))?.scrollIntoView({ block: 'nearest' });
  };
  const onEnter = (): void => {
    // What is chosen by hand is meant; what comes first may be the answer to other words.
    if (coming && chosenKey === null) entered.current = query;
    else items[chosen]?.pick();
  };
  const onFocus = (): void => {
    const typed = typedBefore?.();
    if (!typed) return;
    if (typed.text !== '') {
      onQuery(query + typed.text);
      if (typed.entered) entered.current = query + typed.text;
    } else if (typed.entered) onEnter();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') choose(chosen + 1 < items.length ? chosen + 1 : 0);
    else if (event.key === 'ArrowUp') choose(chosen > 0 ? chosen - 1 : items.length - 1);
    else if (event.key === 'PageDown') choose(chosen + 8);
    else if (event.key === 'PageUp') choose(chosen - 8);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter();
    else return;
    event.preventDefault();
  };
  return (
    <div>
      <TextInput
        className={classes.input}
        variant="unstyled"
        data-autofocus
        value={query}
        placeholder={placeholder}
        aria-label={label}
        role="combobox"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={items[chosen] ? optionId(items[chosen].key) : undefined}
        autoComplete="off"
        spellCheck={false}
        leftSection={<IconSearch size={18} aria-hidden="true" />}
        rightSection={busy ? <Loader size={16} /> : null}
        onChange={(event) => {
          setChosenKey(null);
          onQuery(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} className={classes.list} tabIndex={-1}>
        {groups.map((group) =>
          group.items.length === 0 ? null : (
            <div key={group.label} role="group" aria-label={group.label}>
              <p className={classes.group} aria-hidden="true">
                {group.label}
              </p>
              {group.items.map(({ key, icon, label: words, hint, pick }) => (
                <div
                  key={key}
                  id={optionId(key)}
                  role="option"
                  className={classes.option}
                  aria-selected={items[chosen]?.key === key}
                  onPointerMove={() => setChosenKey(key)}
                  onClick={pick}
                >
                  <span className={classes.icon} aria-hidden="true">
                    {icon}
                  </span>
                  <span className={classes.words}>{words}</span>
                  {hint !== undefined && <span className={classes.hint}>{hint}</span>}
                </div>
              ))}
            </div>
          ),
        )}
        {items.length === 0 && (
          <div className={classes.empty} role="option" aria-disabled="true" aria-selected="false">
            {empty}
          </div>
        )}
      </div>
    </div>
  );
}
