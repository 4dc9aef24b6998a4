import { useEffect } from 'react';

/** Tells the drawer whether something typed would be lost. */
export function useDirty(dirty: boolean, onDirty: (dirty: boolean) => void): void {
  useEffect(() => {
    onDirty(dirty);
    return () => onDirty(false);
  }, [dirty, onDirty]);
}
