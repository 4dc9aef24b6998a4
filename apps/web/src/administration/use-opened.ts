import { useMutation } from '@tanstack/react-query';
import { useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { toastProblem } from '../app/toast';

export type Opened<T> = {
  /** What the form is about; null: a new one; undefined: no form is open. */
  item: T | null | undefined;
  /** The one that is being read, to be edited. */
  readingId: string | undefined;
  edit: (id: string) => void;
  create: () => void;
  close: () => void;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The form of a list that is open. What is edited is read first, as it is now and with its version; when the form
 * closes, the focus returns to what opened it. An address that names one after « # », as the search does, opens it.
 */
export function useOpened<T>(read: (id: string) => Promise<T>): Opened<T> {
  const [item, setItem] = useState<T | null>();
  const opener = useRef<Element | null>(null);
  const reading = useMutation({ mutationFn: read, onSuccess: setItem, onError: toastProblem });
  const { section } = useParams({ from: '/signed-in/administration/$section' });
  const { pathname, hash } = useLocation();
  const navigate = useNavigate();
  const { mutate } = reading;
  useEffect(() => {
    // On the way to another section this one is still there; what follows « # » is not one of its own.
    if (!UUID.test(hash) || !pathname.endsWith(`/${section}`)) return;
    mutate(hash);
    void navigate({ to: '.', replace: true });
  }, [hash, pathname, section, mutate, navigate]);
  const remember = (): void => {
    opener.current = document.activeElement;
  };
  return {
    item,
    readingId: reading.isPending ? reading.variables : undefined,
    edit: (id) => {
      remember();
      reading.mutate(id);
    },
    create: () => {
      remember();
      setItem(null);
    },
    close: () => {
      setItem(undefined);
      setTimeout(() => {
        if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
      });
    },
  };
}
