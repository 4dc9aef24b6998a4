import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText, toastAction, toastProblem } from '../app/toast';
import { uploadImport } from './import-api';

/** The browser asks before it closes what sends a file. */
const stay = (event: BeforeUnloadEvent): void => event.preventDefault();

/**
 * Sends a file. Who waits is led to its import; who went elsewhere in the application is told, and stays where they are.
 */
export function useUpload() {
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  const client = useQueryClient();
  const [sent, setSent] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const running = useRef<AbortController>(undefined);
  const waits = useRef(false);
  useEffect(() => {
    waits.current = true;
    return () => void (waits.current = false);
  }, []);

  const send = async (file: File, pointOfSaleId: string): Promise<void> => {
    const abort = new AbortController();
    running.current = abort;
    setSent(0);
    window.addEventListener('beforeunload', stay);
    try {
      const job = await uploadImport(file, pointOfSaleId, setSent, abort.signal);
      client.setQueryData(['lead-imports', job.id], job);
      void client.invalidateQueries({ queryKey: ['lead-imports', 'list'] });
      const open = () => navigate({ to: '/imports/$importId', params: { importId: job.id } });
      if (waits.current) await open();
      else toastAction(t('uploaded', { name: file.name }), t('prepare'), open);
    } catch (error) {
      setSent(undefined);
      if (abort.signal.aborted) return;
      if (waits.current) setProblem(problemText(error));
      else toastProblem(error);
    } finally {
      window.removeEventListener('beforeunload', stay);
    }
  };
  return {
    /** How much was sent, 0 to 1; undefined: nothing is being sent. */
    sent,
    problem,
    setProblem,
    send,
    cancel: () => running.current?.abort(),
  };
}
