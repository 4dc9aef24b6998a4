import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ApiProblem } from '../../api/problem';
import { differences, fieldWords, type Difference, type FieldWords } from '../lead-fields';
import { leadQuery, readLeadAgain, showLead, type ReadLead } from '../lead-query';
import { leadProblemText } from '../lead-problems';
import type { LeadWords } from '../use-lead-words';

/** Two versions of one lead: what was saved since the form was opened, and what was typed. */
export type Conflict = { current: ReadLead; since: string; rows: Difference[] };

export type LeadEdit = {
  /** The lead that the form was made upon. */
  base: ReadLead;
  busy: boolean;
  /** Why it was not saved, in words. */
  problem: string | undefined;
  /** What the server said about single fields. */
  fields: readonly { path: string; message: string }[];
  conflict: Conflict | null;
  /** Somebody else changed the lead since the form was opened. */
  changedMeanwhile: boolean;
  submit: () => void;
  /** Saves what was typed upon the version that was just looked at. */
  keepMine: () => void;
  /** Back to the form, which now stands upon that version; what was typed is as it was. */
  goOn: () => void;
};

/**
 * Saves an edit upon the version the form was opened with. When somebody else saved meanwhile, nothing is overwritten and
 * nothing typed is lost: both versions are there to choose from.
 * @param mine what was typed, in words, for the comparison
 */
export function useLeadEdit<R extends ReadLead>(options: {
  read: ReadLead;
  words: LeadWords;
  save: (base: ReadLead) => Promise<R>;
  mine: () => FieldWords;
  done: (saved: R, base: ReadLead) => void;
}): LeadEdit {
  const { words, save, mine, done } = options;
  const [base, setBase] = useState(options.read);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>();
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const { data: latest } = useQuery({ ...leadQuery(base.lead.id), enabled: false });

  const compare = async (): Promise<void> => {
    const current = await readLeadAgain(base.lead.id);
    const rows = differences(fieldWords(base.lead, words), fieldWords(current.lead, words), mine());
    setConflict({ current, since: base.lead.lastActivityAt, rows });
  };
  const run = async (upon: ReadLead): Promise<void> => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const saved = await save(upon);
      showLead(saved);
      done(saved, upon);
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 412) await compare().catch(setRefusal);
      else setRefusal(error);
    } finally {
      setBusy(false);
    }
  };
  return {
    base,
    busy,
    problem: refusal === undefined ? undefined : leadProblemText(refusal),
    fields: refusal instanceof ApiProblem ? refusal.errors : [],
    conflict,
    changedMeanwhile: latest !== undefined && latest.etag !== base.etag,
    submit: () => {
      if (!busy) void run(base);
    },
    keepMine: () => {
      if (!conflict || busy) return;
      setBase(conflict.current);
      setConflict(null);
      void run(conflict.current);
    },
    goOn: () => {
      if (conflict) setBase(conflict.current);
      setConflict(null);
    },
  };
}

/** For actions that name no version: refused like an edit when the lead is not as it was. */
export async function unlessChanged(base: ReadLead): Promise<void> {
  const current = await readLeadAgain(base.lead.id);
  if (current.etag !== base.etag) throw new ApiProblem({ status: 412, code: 'STALE' });
}
