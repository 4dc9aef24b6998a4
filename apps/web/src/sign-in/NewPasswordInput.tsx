import { PasswordInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './NewPasswordInput.module.css';
import { passwordStrength, type PasswordStrength } from './password-strength';

const STEPS: Record<PasswordStrength, number> = { tooShort: 0, tooLong: 0, weak: 1, fair: 2, strong: 3 };

/** A password to be chosen: what it needs, and how hard it is to guess, while it is typed. */
export function NewPasswordInput(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Name and e-mail address, as far as they are known. */
  own: readonly string[];
  error: string | undefined;
  autoFocus?: boolean;
}): ReactElement {
  const { label, value, onChange, own, error, autoFocus = false } = props;
  const { t } = useTranslation('signIn');
  const strength = value === '' ? null : passwordStrength(value, own);
  return (
    <div>
      <PasswordInput
        label={label}
        description={t('password.policy')}
        autoComplete="new-password"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        data-autofocus={autoFocus || undefined}
        autoFocus={autoFocus}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
      />
      <div className={classes.strength} data-strength={strength ?? 'none'} role="status">
        <span className={classes.steps} aria-hidden="true">
          {[1, 2, 3].map((step) => (
            <span key={step} data-on={(strength !== null && STEPS[strength] >= step) || undefined} />
          ))}
        </span>
        {strength !== null && <span>{t(`password.strength.${strength}`)}</span>}
      </div>
    </div>
  );
}
