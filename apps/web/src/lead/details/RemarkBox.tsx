import { Button, Text, Textarea } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useUser } from '../../api/session';
import { toastDone } from '../../app/toast';
import { addRemark } from '../lead-actions';
import { leadProblemText } from '../lead-problems';
import { keyedIntent } from '../keyed-intent';
import classes from './RemarkBox.module.css';

const MAX_LENGTH = 4_000;

/** What was typed of a remark and not added yet, by person and lead: it is there again when one comes back to the page. */
const drafts = new Map<string, string>();

/** « Remarque »: written here, read in the timeline (S2.4, S2.9). */
export function RemarkBox(props: { leadId: string; focus: boolean; onFocused: () => void }): ReactElement {
  const { leadId, focus, onFocused } = props;
  const { t } = useTranslation('lead');
  const draft = `${useUser().id} ${leadId}`;
  const [text, setText] = useState(() => drafts.get(draft) ?? '');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [intent] = useState(keyedIntent);
  // Within the application the draft stays; only closing the tab would lose it.
  useBlocker({ shouldBlockFn: () => false, enableBeforeUnload: text.trim() !== '' });
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!focus) return;
    field.current?.focus();
    onFocused();
  }, [focus, onFocused]);

  const latest = useRef(text);
  const type = (next: string): void => {
    latest.current = next;
    setText(next);
    if (next === '') drafts.delete(draft);
    else drafts.set(draft, next);
  };
  const tooLong = text.trim().length - MAX_LENGTH;
  const ready = text.trim() !== '' && tooLong <= 0;
  const add = async (): Promise<void> => {
    if (!ready || busy) return;
    const sent = text;
    setBusy(true);
    setProblem(undefined);
    try {
      await addRemark(leadId, sent.trim(), intent(sent.trim()));
      // What was typed meanwhile stays: without what was sent, if it follows it.
      const now = latest.current;
      type(now.startsWith(sent) ? now.slice(sent.length).trimStart() : now);
      toastDone(t('done.remarked'));
    } catch (error) {
      setProblem(leadProblemText(error));
    } finally {
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void add();
    }
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void add();
      }}
    >
      <Textarea
        ref={field}
        aria-label={t('remark.label')}
        placeholder={t('remark.placeholder')}
        autosize
        minRows={text === '' ? 1 : 3}
        maxRows={12}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        error={problem ?? (tooLong > 0 ? t('remark.tooLong', { count: tooLong }) : undefined)}
      />
      <div className={classes.foot} data-shown={text !== '' || undefined}>
        <Text size="xs" c="dimmed" className={classes.hint}>
          {t('remark.hint')}
        </Text>
        <Button type="submit" size="xs" loading={busy} disabled={!ready}>
          {t('remark.submit')}
        </Button>
      </div>
    </form>
  );
}
